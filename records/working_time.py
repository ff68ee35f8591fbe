"""Working time as the office keeps it: a calendar's days and its hours a day; Monday to Friday with eight hours where there is none.

    time = working_time(offices, calendars)
    time.days.add(day, 10) · time.days.between(first, last) · time.days.is_working(day) · time.days.without(absent(absences))
"""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from language.working import WorkingDays
from records.kinds import Absence, Calendar, Office

HOURS = 8.0


@dataclass(frozen=True)
class WorkingTime:
    """The days worked, and the hours of each; `calendar` is the key of its record, empty where there is none."""
    days: WorkingDays = WorkingDays()  # noqa: RUF009 - never changed
    hours: float = HOURS
    calendar: str = ""


def working_time(offices: Sequence[Office], calendars: Sequence[Calendar]) -> WorkingTime:
    """The working time of the office: of the calendar its record names, else of the only one there is."""
    named = {office.calendar_id for office in offices}
    own = next((row for row in calendars if row.id in named), calendars[0] if len(calendars) == 1 else None)
    return WorkingTime() if own is None else of_calendar(own)


def of_calendar(row: Calendar) -> WorkingTime:
    return WorkingTime(_days(row.workdays, row.days_off), row.hours, row.key)


def absent(absences: Iterable[Absence]) -> Iterator[date]:
    """Each day of these absences."""
    for absence in absences:
        yield from (absence.start + timedelta(days=n) for n in range((absence.end - absence.start).days + 1))


@lru_cache(maxsize=64)
def _days(workdays: str, days_off: str) -> WorkingDays:
    """A calendar as its record writes it: "1, 2, 3, 4, 5" and "2026-12-25, 2026-12-26"."""
    return WorkingDays.of((int(d) - 1 for d in workdays.split(",")), (date.fromisoformat(d.strip()) for d in days_off.split(",") if d.strip()))
