"""Working time as a line of whole numbers: ticks of a working day, so that days, hours and lags add up exactly.

A position counts the working ticks of one calendar, an instant the ticks of all days, both from one Monday on: small numbers are quick. The end of
a Friday and the start of the next Monday are one position, but two instants.
"""
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from language.working import WEEK, WorkingDays

DAY = 50_400                             # divided by 4 to 10 hours a day, and by tenths and quarters of them, it stays whole

FIRST = date(2018, 1, 1).toordinal()     # the day 0
LAST = date.max.toordinal()


def begin_of(day: date) -> int:
    """The instant at which a day begins."""
    return (day.toordinal() - FIRST) * DAY


def end_of(day: date) -> int:
    """The instant at which a day is over."""
    return (day.toordinal() - FIRST + 1) * DAY


def day_of(instant: int) -> date:
    """The day on which something begins at an instant; the last there is where no date reaches."""
    return date.fromordinal(min(instant // DAY + FIRST, LAST))


def day_ending(instant: int) -> date:
    """The day on which something ends that is over at an instant."""
    return day_of(instant - 1)


class _Known(dict[int, int]):
    """What was asked before: a schedule asks for the same days again and again."""

    def __init__(self, answer: Callable[[int], int]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: int) -> int:
        self[asked] = found = self._answer(asked)
        return found


@dataclass(frozen=True)
class Axis(WorkingDays):
    """The working days of one calendar as a line."""
    _numbers: _Known = field(init=False, repr=False, compare=False)
    _days: _Known = field(init=False, repr=False, compare=False)
    _gone_by: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "_gone_by", self._before(FIRST))
        object.__setattr__(self, "_numbers", _Known(self.before))
        object.__setattr__(self, "_days", _Known(self.day))

    def before(self, day: int) -> int:
        """How many working days lie between the day 0 and another, which may lie beyond the years that have dates."""
        return self._before(day + FIRST) - self._gone_by

    def day(self, number: int) -> int:
        """A working day by its number."""
        since = number + self._gone_by
        weeks, rest = divmod(since + bisect_right(self._gone, since), len(self.weekdays))
        return weeks * WEEK + self.weekdays[rest] + 1 - FIRST

    def position(self, instant: int) -> int:
        """How much is worked before an instant."""
        numbers = self._numbers
        day, rest = divmod(instant, DAY)
        number = numbers[day]
        return number * DAY + rest if rest and numbers[day + 1] > number else number * DAY

    def start(self, position: int) -> int:
        """The instant at which work that stands at a position goes on: the latest of that position."""
        number, rest = divmod(position, DAY)
        return self._days[number] * DAY + rest

    def finish(self, position: int) -> int:
        """The instant at which work up to a position is done: the earliest of that position."""
        number, rest = divmod(position, DAY)
        return self._days[number] * DAY + rest if rest else (self._days[number - 1] + 1) * DAY

    def started_by(self, instant: int) -> int:
        """The last position at which work can go on at an instant or before."""
        position = self.position(instant)
        return position if self.start(position) <= instant else position - 1

    def worked(self, day: date) -> date:
        """A day itself where it is worked on, else the next that is."""
        return day_of(self.start(self.position(begin_of(day))))
