"""When something comes next: its days by its rule, its hour by the clocks of its time zone. Pure: the clock is passed in.

Each day of the rule is one moment, also when the clocks change: an hour that is left out comes when the clocks go on, one that comes twice counts once.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from language.hours import read_hour
from language.rrule import days_of, parts
from language.working import WorkingDays

WORKDAYS = "MO,TU,WE,TH,FR"
YEAR, MONTH = 366, 12
FAR = 30                        # years ahead that are looked through


@dataclass(frozen=True)
class Times:
    """The days of a rule from a first one on, at an hour of a place; “the first working day” is one of the office's."""
    rule: str
    first: date
    at: str
    zone: str
    days: WorkingDays = WorkingDays()  # noqa: RUF009 - never changed

    def __str__(self) -> str:
        """What tells these times from others."""
        off = f" {hash(self.days) & 0xFFFFFFFF:x}" if _of_working_days(self.rule) else ""
        return f"{self.rule} {self.first} {self.at} {self.zone}{off}"

    def after(self, moment: datetime) -> datetime | None:
        """The first one behind a moment; None when there is none any more."""
        zone, (hour, minute) = ZoneInfo(self.zone), read_hour(self.at) or (8, 0)
        for day in self._days(moment.astimezone(zone).date() - timedelta(days=1)):
            at = datetime.combine(day, time(hour, minute), zone).astimezone(UTC)
            if at > moment:
                return at
        return None

    def _days(self, start: date) -> Iterator[date]:
        """The days from about a start on."""
        if _of_working_days(self.rule):
            yield from (day for day in self._working(start) if day >= self.first)
            return
        begin = max(self.first, start) if _hangs_on_no_first_day(self.rule) else self.first
        many = 4
        while True:
            found = days_of(self.rule, begin, many)
            yield from (day for day in found if day >= start)
            if len(found) < many or many > FAR * YEAR:
                return
            if found[-1] >= start:                          # near: a few more, else a longer way
                begin, many = (found[-1] + timedelta(days=1), 4) if _hangs_on_no_first_day(self.rule) else (begin, many * 2)
            else:
                many = max(many * 2, (start - begin).days + 4)

    def _working(self, start: date) -> Iterator[date]:
        """The nth working days of each month, as the office works."""
        said = parts(self.rule)
        places, last = [int(n) for n in said["BYSETPOS"].split(",")], said.get("UNTIL", "99991231")[:8]
        for n in range(FAR * MONTH):
            month = start.year * MONTH + start.month - 1 + n
            day = date(month // MONTH, month % MONTH + 1, 1)
            inside = [d for k in range(31) if (d := day + timedelta(days=k)).month == day.month and self.days.is_working(d)]
            for place in sorted(places, key=lambda p: p % 32):
                if len(inside) >= abs(place) and (found := inside[place - 1 if place > 0 else place]) and f"{found:%Y%m%d}" <= last and found >= start:
                    yield found


def _of_working_days(rule: str) -> bool:
    said = parts(rule)
    return said.get("BYDAY") == WORKDAYS and "BYSETPOS" in said and said["FREQ"] == "MONTHLY" and said.get("INTERVAL", "1") == "1" and "BYMONTH" not in said


def _hangs_on_no_first_day(rule: str) -> bool:
    """Whether the days are the same from wherever they are counted."""
    said = parts(rule)
    return said.get("INTERVAL", "1") == "1" and "COUNT" not in said and (said["FREQ"] == "DAILY" or bool(said.keys() & {"BYDAY", "BYMONTHDAY"}))
