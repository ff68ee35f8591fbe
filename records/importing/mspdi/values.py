"""How MS Project XML writes numbers, days and durations, and how it measures time."""
from dataclasses import dataclass
from datetime import date
import re

from records.importing.mspdi.document import Item
from records.importing.schedule import figure

_DURATION = re.compile(r"(-)?P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
                       r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}|$)")
EARLIEST, LATEST = 1900, 2999                          # MS Project writes 1984 or older for "none" nowhere, but 0001 and 1753 stand in files of others
ESTIMATED = 32                           # added to a format when its "?" is shown
# The formats of a duration: minutes, hours, days, weeks, months, each plain and elapsed, and per cent of the predecessor.
ELAPSED = {4, 6, 8, 10, 12, 20}
PER_CENT = {19, 20}


@dataclass(frozen=True)
class Measures:
    """How long this file's days, weeks and months are."""
    day: float = 8.0                     # hours
    week: float = 40.0                   # hours
    days_a_month: float = 20.0

    @property
    def days_a_week(self) -> float:
        return min(7.0, max(1.0, self.week / self.day))

    def hours(self, said: str) -> float | None:
        """Hours of an ISO duration; its days, weeks and months are working ones. None where it cannot be read."""
        found = _DURATION.fullmatch(said.strip())
        if not found or said.strip().lstrip("-") in ("P", "PT"):
            return None
        years, months, weeks, days, hours, minutes, seconds = (float(n or 0) for n in found.groups()[1:])
        worked = (years * 12 + months) * self.days_a_month * self.day + weeks * self.week + days * self.day
        return (-1 if found[1] else 1) * (worked + hours + minutes / 60 + seconds / 3600)


def measures(project: Item) -> Measures:
    usual = Measures()
    a_day, a_week, a_month = (amount(project.said(n)) for n in ("MinutesPerDay", "MinutesPerWeek", "DaysPerMonth"))
    day = a_day / 60 if a_day and 0 < a_day <= 24 * 60 else usual.day
    week = a_week / 60 if a_week and 0 < a_week <= 7 * 24 * 60 else day * 5
    return Measures(day, week, a_month if a_month and 0 < a_month <= 31 else usual.days_a_month)  # noqa: PLR2004 - no month is longer


def yes(said: str) -> bool:
    return said.strip().lower() in ("1", "true", "-1")


def whole(said: str) -> int | None:
    value = amount(said)
    return None if value is None else int(value)


def amount(said: str) -> float | None:
    return figure(said.strip().replace(",", "."))


def on(said: str) -> date | None:
    """The day of a date and time; None where there is none or the file's word for none."""
    found = _DAY.match(said.strip())
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    return day if day and EARLIEST <= day.year <= LATEST else None


def plain(duration_format: int | None) -> int:
    """The format without its "estimated" mark: 39 is 7, days."""
    known = duration_format or 7
    return known - ESTIMATED if known > ESTIMATED else known
