"""Nothing grows with the square of a portfolio: the same work on two sizes, compared with each other and never with a clock's number."""
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks import growing, importing, moving, reading, writing
from benchmarks.large import Large
from benchmarks.measuring import Measure
from tests.benchmarks.conftest import of_tasks

SIZES = (1000, 6000)
STEEP = 1.5                             # 1 is in proportion and 2 with the square; what starts up costs the smaller more
LEAST_DISTURBED = 5                     # of so many runs the quickest counts: what runs beside can only slow one down
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("measuring", [reading.next_tasks, reading.overdue, reading.words, reading.past, writing.whole])
def test_reading_does_not_grow_with_the_square(tmp_path: Path, measuring: Callable[[Large], Iterator[Measure]]) -> None:
    took = []
    for size in SIZES:
        with of_tasks(size, tmp_path / str(size)) as made:
            took.append(min(next(iter(measuring(made.sqlite()))).figure for _ in range(LEAST_DISTURBED)))
    assert growing.steepness(SIZES, took) < STEEP


def test_a_large_file_comes_in_and_goes_back_without_growing_with_the_square(tmp_path: Path) -> None:
    some, many = [], []
    for size in SIZES:
        with of_tasks(size, tmp_path / str(size)) as made:
            took = importing.in_a_process(made.empty("SQLite"), size)
            some.append(took.load + took.confirm)
            many.append(took.undo)
    assert max(growing.steepness(SIZES, some), growing.steepness(SIZES, many)) < STEEP


def test_a_company_moves_and_comes_out_as_it_went_in(tmp_path: Path) -> None:
    preview, yes = [], []
    for size in (400, 2400):
        with of_tasks(size, tmp_path / str(size)) as made:
            moved = {m.what: m.figure for m in moving.company(made.sqlite(), made.empty("SQLite"))}
            preview.append(moved["read into an empty company: the preview"])
            yes.append(moved["read into an empty company: the yes"])
    assert max(growing.steepness((400, 2400), preview), growing.steepness((400, 2400), yes)) < STEEP


def test_each_apply_takes_the_same_in_a_larger_portfolio(tmp_path: Path) -> None:
    rates = []
    for size in SIZES:
        with of_tasks(size, tmp_path / str(size)) as made:
            rates.append(next(iter(writing.applies(made.sqlite()))).figure)
    assert rates[1] > rates[0] / 4
