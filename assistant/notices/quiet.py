"""When somebody may be told something: not in their quiet hours, not on days nobody works, by the clock of where they are, and not when they said not to."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from language.working import WorkingDays
from records.kinds import Calendar, Office, Preference
from records.kinds.preference import quiet_hours
from records.query import Query
from records.reading import Reader
from records.working_time import working_time

USUAL = (time(18), time(8))
WEEK = 7


@dataclass(frozen=True)
class Habits:
    """When one person wants to be told things. `quiet` None: at any hour of any day."""
    zone: tzinfo
    quiet: tuple[time, time] | None = USUAL
    days: WorkingDays = WorkingDays()  # noqa: RUF009 - never changed
    is_on: bool = True
    has_zone: bool = False                  # which they named themselves

    def open_at(self, now: datetime) -> datetime:
        """The first moment from now on at which they may be told something; now itself where that is one."""
        if self.quiet is None:
            return now
        local = now.astimezone(self.zone)
        if self.days.is_working(local.date()) and not self._is_quiet(local.time()):
            return now
        day = local.date() if local.time() < self._opening else local.date() + timedelta(days=1)
        return datetime.combine(self.days.next_working(day), self._opening, self.zone).astimezone(UTC)

    def monday(self, now: datetime) -> datetime:
        """When the week began where they are."""
        today = now.astimezone(self.zone).date()
        return datetime.combine(today - timedelta(days=today.weekday()), time(), self.zone).astimezone(UTC)

    def next_week(self, now: datetime) -> datetime:
        """The first moment of the next week at which they may be told something."""
        today = now.astimezone(self.zone).date()
        monday = datetime.combine(today + timedelta(days=WEEK - today.weekday()), time(), self.zone)
        return self.open_at(monday.astimezone(UTC))

    @property
    def _opening(self) -> time:
        return self.quiet[1] if self.quiet else time()

    def _is_quiet(self, at: time) -> bool:
        """Quiet hours mostly go over midnight."""
        begin, end = self.quiet or (time(), time())
        return begin <= at < end if begin <= end else at >= begin or at < end


def habits(reader: Reader, zone: tzinfo) -> Mapping[int, Habits]:
    """The habits of everybody who said something about them; under 0 those of all others."""
    offices = reader.find(Query(Office, limit=None))
    days = working_time(offices, reader.find(Query(Calendar, limit=None))).days
    usual = Habits(ZoneInfo(offices[0].zone) if offices else zone, days=days)
    said: dict[int, dict[str, str]] = {}
    for preference in reader.find(Query(Preference, limit=None)):
        said.setdefault(preference.person_id or 0, {})[preference.name] = preference.value
    return {0: usual} | {who: _own(usual, own) for who, own in said.items() if who}


def _own(usual: Habits, said: Mapping[str, str]) -> Habits:
    hours = quiet_hours(said["quiet hours"]) if "quiet hours" in said else usual.quiet
    return Habits(ZoneInfo(said["time zone"]) if "time zone" in said else usual.zone, hours, usual.days, said.get("being told") != "off", "time zone" in said)
