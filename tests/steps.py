"""How much work something is, counted and never timed: it is as much each time, however busy the machine. How quick it is, the benchmarks say."""
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
import sqlite3
import sys
import threading
from types import FrameType

import sqlalchemy as sa

WORSE = 3
STRIDE = 100                            # instructions of SQLite's between two looks at how many there were


class Steps:
    """Calls of Python's functions, and instructions of SQLite's: as many each time, however busy the machine is."""

    def __init__(self) -> None:
        self.taken = 0

    def _call(self, _frame: FrameType, event: str, _given: object) -> None:
        self.taken += event == "call"

    def _instructions(self) -> int:
        self.taken += STRIDE
        return 0

    def _watch(self, connection: sqlite3.Connection, _record: object) -> None:
        connection.set_progress_handler(self._instructions, STRIDE)

    @contextmanager
    def counting(self) -> Iterator[None]:
        sa.event.listen(sa.Engine, "connect", self._watch)
        threading.setprofile(self._call)
        sys.setprofile(self._call)
        try:
            yield
        finally:
            sys.setprofile(None)
            threading.setprofile(None)
            sa.event.remove(sa.Engine, "connect", self._watch)


def steps(work: Callable[[], object]) -> int:
    counted = Steps()
    with counted.counting():
        work()
    return counted.taken


def as_the_square(took: Sequence[int]) -> bool:
    """Whether the second doubling adds much more than the first: twice as much is in proportion, four times the square; what is there anyway has no say."""
    first, second, third = took[-3:]
    return third - second > WORSE * (second - first) + third / 20
