"""Working time as a line of whole numbers: ticks of a working day, so that days, hours and lags add up exactly.

A position counts the working ticks of one calendar; an instant counts the ticks of days of the year. The end of a Friday and the start of the
next Monday are one position, but two instants.
"""
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from language.working import WEEK, WorkingDays

DAY = 50_400                             # divided by 4 to 10 hours a day, and by tenths and quarters of them, it stays whole


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

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "_numbers", _Known(self.before))
        object.__setattr__(self, "_days", _Known(self.day))

    def before(self, day: int) -> int:
        """How many working days lie before a day of the year, as an ordinal; it may lie beyond the years that have dates."""
        return self._before(day)

    def day(self, number: int) -> int:
        """The day of the year of a working day by its number."""
        weeks, rest = divmod(number + bisect_right(self._gone, number), len(self.weekdays))
        return weeks * WEEK + self.weekdays[rest] + 1

    def position(self, instant: int) -> int:
        """How much is worked before an instant."""
        day, rest = divmod(instant, DAY)
        number = self._numbers[day]
        return number * DAY + (rest if rest and self._numbers[day + 1] > number else 0)

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
