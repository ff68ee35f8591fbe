"""Counting in the calendar: runs of days, n working days ahead, the week or month that lies n away, Easter. Numbers only, no words."""
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from language.working import WorkingDays

SATURDAY, DAYS_OF_WEEK, MONTHS_OF_YEAR = 5, 7, 12
USUAL = WorkingDays()
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True)
class Period:
    """A run of days, both ends included."""
    first: date
    last: date

    def due(self, days: WorkingDays = USUAL) -> date:
        """The day on which a deadline phrased so falls: the last, and of a week the last that is worked, such as its Friday."""
        is_week = self.first.weekday() == 0 and (self.last - self.first).days == DAYS_OF_WEEK - 1
        return days.week_end(self.first) if is_week else self.last


def one(day: date) -> Period:
    return Period(day, day)


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def ahead(n: int, unit: str, start: date, days: WorkingDays = USUAL) -> date:
    """The day n units after the start, before it for a negative n; the 31st becomes the last of a shorter month."""
    if unit == "working day":
        return days.add(start, n)
    if unit in MONTHS:
        year, month = divmod(start.year * MONTHS_OF_YEAR + start.month - 1 + n * MONTHS[unit], MONTHS_OF_YEAR)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    return start + timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])


def around(unit: str, away: int, today: date, first_month: int = 1) -> Period:
    """The week (from Monday), weekend, month, quarter, half or whole year that lies `away` from today's; years begin with that month."""
    if unit in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=away)
        return Period(monday + timedelta(days=SATURDAY if unit == "weekend" else 0), monday + timedelta(days=6))
    size = MONTHS[unit]
    first = ahead(away * size - (today.month - first_month) % size, "month", today.replace(day=1))
    return Period(first, month_end(ahead(size - 1, "month", first)))


def weekday_from(start: date, weekday: int, nth: int = 1) -> date:
    """The nth such weekday after the start, before it for a negative nth; 0 is Monday, the start itself does not count."""
    if nth < 0:
        return start - timedelta(days=((start.weekday() - weekday) % 7 or 7) + 7 * (-nth - 1))
    return start + timedelta(days=((weekday - start.weekday()) % 7 or 7) + 7 * (nth - 1))


def weekday_of(period: Period, weekday: int, nth: int) -> date:
    """The nth such weekday inside a period, the last one for -1; raises ValueError when it has none."""
    edge = period.last + timedelta(days=1) if nth < 0 else period.first - timedelta(days=1)
    day = weekday_from(edge, weekday, nth)
    if not period.first <= day <= period.last:
        raise ValueError(nth)
    return day


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + weekday - 7 * ((a + 11 * h + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)
