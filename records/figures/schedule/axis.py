"""Working time as a line of whole numbers: ticks of a working day, so that days, hours and lags add up exactly.

A position counts the working ticks of one calendar; an instant counts the ticks of days of the year. The end of a Friday and the start of the
next Monday are one position, but two instants.
"""
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

DAY = 50_400                             # divided by 4 to 10 hours a day, and by tenths and quarters of them, it stays whole
WEEK = 7


class _Known(dict[int, int]):
    """What was asked before: a schedule asks for the same days again and again."""

    def __init__(self, answer: Callable[[int], int]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: int) -> int:
        self[asked] = found = self._answer(asked)
        return found


@dataclass(frozen=True)
class Axis:
    """One calendar: the weekdays that are worked (0 for Monday), and of those the days off, as ordinals in order."""
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    off: tuple[int, ...] = ()
    _earlier: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _gone: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _numbers: _Known = field(init=False, repr=False, compare=False)
    _days: _Known = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        worked = [int(n in self.weekdays) for n in range(WEEK)]
        object.__setattr__(self, "_earlier", tuple(accumulate(worked, initial=0)))
        object.__setattr__(self, "_gone", tuple(self._weekly(day) - n for n, day in enumerate(self.off)))
        object.__setattr__(self, "_numbers", _Known(self.before))
        object.__setattr__(self, "_days", _Known(self.day))

    @classmethod
    def of(cls, weekdays: Iterable[int], off: Iterable[date]) -> "Axis":
        """The axis of a calendar; a day off that is no working day anyway is none."""
        worked = tuple(sorted(set(weekdays)))
        return cls(worked, tuple(sorted({d.toordinal() for d in off if d.weekday() in worked})))

    def before(self, day: int) -> int:
        """How many working days lie before a day."""
        return self._weekly(day) - bisect_left(self.off, day)

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

    def _weekly(self, day: int) -> int:
        """Working days before a day, were none of them off. The first day of all was a Monday."""
        weeks, rest = divmod(day - 1, WEEK)
        return weeks * len(self.weekdays) + self._earlier[rest]
