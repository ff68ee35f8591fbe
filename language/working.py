"""The days an office works: counted ahead, back and between without walking from day to day, however far apart they lie. Numbers only, no words."""
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

WEEK = 7
MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)


@dataclass(frozen=True)
class WorkingDays:
    """The weekdays worked, 0 for Monday, and the days off among them. Build it by `of`, which puts both in order."""
    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    off: tuple[int, ...] = ()                                        # ordinals of dates, in order
    _earlier: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _gone: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_earlier", tuple(accumulate((int(n in self.weekdays) for n in range(WEEK)), initial=0)))
        object.__setattr__(self, "_gone", tuple(self._weekly(day) - n for n, day in enumerate(self.off)))

    @classmethod
    def of(cls, weekdays: Iterable[int], off: Iterable[date] = ()) -> "WorkingDays":
        """Working days of these weekdays without those days; raises ValueError when no weekday is worked."""
        worked = tuple(sorted(set(weekdays)))
        if not worked:
            raise ValueError("a week needs a working day")
        return cls(worked, tuple(sorted({day.toordinal() for day in off if day.weekday() in worked})))

    def without(self, days: Iterable[date]) -> "WorkingDays":
        """The same days but for some more, such as those of a person's leave."""
        return WorkingDays.of(self.weekdays, (*map(date.fromordinal, self.off), *days))

    def is_working(self, day: date) -> bool:
        at = bisect_left(self.off, day.toordinal())
        return day.weekday() in self.weekdays and self.off[at:at + 1] != (day.toordinal(),)

    def next_working(self, day: date) -> date:
        """The day itself when it is worked, else the first after it that is."""
        return self._day(self._before(day.toordinal()))

    def add(self, day: date, n: int) -> date:
        """The nth working day after a day, before it for a negative n; the day itself does not count. 0 is `next_working`."""
        if n < 0:
            return self._day(self._before(day.toordinal()) + n)
        return self._day(self._before(day.toordinal() + (n > 0)) + max(n - 1, 0))

    def between(self, first: date, last: date) -> int:
        """How many working days lie from one day to another, both included; negative when the last lies before the first."""
        if last < first:
            return -self.between(last, first)
        return self._before(last.toordinal() + 1) - self._before(first.toordinal())

    def number(self, day: date) -> int:
        """How many working days lie before a day, counted from the first of all; the difference of two is what lies between them."""
        return self._before(day.toordinal())

    def week_end(self, monday: date) -> date:
        """The last day worked of a week from Monday, before its first day of rest; the Friday where none is."""
        days = [monday + timedelta(days=n) for n in range(WEEK) if all(m in self.weekdays for m in range(n + 1))]
        return max((day for day in days if self.is_working(day)), default=monday + timedelta(days=4))

    def _before(self, day: int) -> int:
        """The number of working days before a day; of a working day its own number."""
        return self._weekly(day) - bisect_left(self.off, day)

    def _day(self, number: int) -> date:
        weeks, rest = divmod(number + bisect_right(self._gone, number), len(self.weekdays))
        return date.fromordinal(weeks * WEEK + self.weekdays[rest] + 1)

    def _weekly(self, day: int) -> int:
        """Working days before a day were none off; day 1 of the calendar was a Monday."""
        weeks, rest = divmod(day - 1, WEEK)
        return weeks * len(self.weekdays) + self._earlier[rest]
