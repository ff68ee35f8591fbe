"""The days that an exception of a calendar means: a range, or a pattern that repeats within it."""
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from records.importing.mspdi.document import Item
from records.importing.mspdi.values import on, whole, yes

LONGEST_RANGE = 3660 * 3                 # days; an exception for ever is cut there
LAST = 4                                 # the MonthPosition of "the last"
MONTHS = 12
Matches = Callable[[date], bool]


def days(exception: Item) -> Iterator[date]:
    """Each day the exception holds on, in order. Without a usable range there is none."""
    period = next(iter(exception.all("TimePeriod")), Item())
    first, last = on(period.said("FromDate")), on(period.said("ToDate"))
    if first is None:
        return iter(())
    last = min(last or first, first + timedelta(days=LONGEST_RANGE))
    matches = _pattern(exception, first)
    found = (d for d in _range(first, last) if matches(d))
    times = whole(exception.said("Occurrences")) or 0
    return islice(found, times) if yes(exception.said("EnteredByOccurrences")) and times else found


def _range(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _pattern(exception: Item, first: date) -> Matches:
    """The types of the schema: 1 daily, 2 and 3 yearly, 4 and 5 monthly, 6 weekly, each by day or by position; others mean every day."""
    every = max(1, whole(exception.said("Period")) or 1)
    month, month_day = (whole(exception.said("Month")) or 0) + 1, whole(exception.said("MonthDay"))
    by_position = _position(whole(exception.said("MonthItem")) or 0, whole(exception.said("MonthPosition")) or 0)
    bits = whole(exception.said("DaysOfWeek")) or 0
    monday = first - timedelta(days=first.isoweekday() % 7)
    patterns: dict[int, Matches] = {
        1: lambda d: (d - first).days % every == 0,
        2: lambda d: d.month == month and d.day == month_day,
        3: lambda d: d.month == month and by_position(d),
        4: lambda d: d.day == month_day and _months(first, d) % every == 0,
        5: lambda d: by_position(d) and _months(first, d) % every == 0,
        6: lambda d: bool(bits >> (d.isoweekday() % 7) & 1) and (d - monday).days // 7 % every == 0,
    }
    return patterns.get(whole(exception.said("Type")) or 0, lambda _: True)


def _months(first: date, d: date) -> int:
    return (d.year - first.year) * MONTHS + d.month - first.month


def _position(item: int, position: int) -> Matches:
    """The n-th or last day, weekday (1), weekend day (2) or Sunday to Saturday (3-9) of a month."""
    def fits(d: date) -> bool:
        at = d.isoweekday() % 7
        return {0: True, 1: 0 < at < 6, 2: at in (0, 6)}.get(item, at == item - 3)  # noqa: PLR2004 - Sunday is 0, Saturday 6

    def matches(d: date) -> bool:
        if not fits(d):
            return False
        if position == LAST:
            return not any(fits(n) for n in _range(d + timedelta(days=1), d + timedelta(days=31)) if n.month == d.month)
        return sum(fits(d.replace(day=n)) for n in range(1, d.day + 1)) == position + 1
    return matches
