"""Nothing grows with the square of a portfolio: the same work on two sizes, counted in steps and never timed; how quick it is, the benchmarks say."""
from collections.abc import Callable, Iterator

import pytest

from benchmarks import importing, moving, reading, writing
from benchmarks.large import Grounds, Large
from benchmarks.measuring import Measure
from benchmarks.portfolio import Size
from tests.conftest import NOW
from tests.steps import as_the_square, steps

SIZES = (100, 200, 400)                 # tasks, each time twice as many
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("quickly_made")]


@pytest.fixture(scope="module")
def portfolios(quickly_made: None, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, Grounds]]:  # noqa: ARG001 - a fixture of its own
    return [(size, Grounds(tmp_path_factory.mktemp("growing"), NOW, Size.of(size), None, quick=True)) for size in SIZES]


@pytest.mark.parametrize("measuring", [reading.next_tasks, reading.overdue, reading.words, reading.past, writing.whole])
def test_reading_does_not_grow_with_the_square(portfolios: list[tuple[int, Grounds]], measuring: Callable[[Large], Iterator[Measure]]) -> None:
    took = []
    for _, made in portfolios:
        large = made.sqlite()
        list(measuring(large))                              # what is worked out once is worked out
        took.append(steps(lambda large=large: list(measuring(large))))  # type: ignore[misc]
    assert not as_the_square(took)


def test_a_large_file_comes_in_and_goes_back_without_growing_with_the_square(
        portfolios: list[tuple[int, Grounds]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_watch", lambda _: None)
    took = []
    for size, made in (portfolios[0], *portfolios):         # the first time, what is worked out once is worked out
        empty = made.empty("SQLite")
        content = importing.csv_of(empty, size)
        took.append(steps(lambda empty=empty, content=content: importing.taken(empty, content)))  # type: ignore[misc]
    assert not as_the_square(took)


def test_a_company_moves_and_comes_out_as_it_went_in(portfolios: list[tuple[int, Grounds]]) -> None:
    took = []
    for _, made in (portfolios[0], *portfolios):
        empty, content = made.empty("SQLite"), moving.exported(made.sqlite())
        came: list[moving.Moved] = []
        took.append(steps(lambda empty=empty, content=content, came=came: came.append(moving.taken(empty, content))))  # type: ignore[misc]
        assert came[0].content == content
    assert not as_the_square(took)


def test_each_apply_takes_the_same_in_a_larger_portfolio(portfolios: list[tuple[int, Grounds]]) -> None:
    took = []
    for _, made in (portfolios[0], *portfolios):
        large = made.sqlite()
        took.append(steps(lambda large=large: next(iter(writing.applies(large)))))  # type: ignore[misc]
    _, first, _, third = took
    assert third < 1.2 * first


def test_what_grows_with_the_square_would_be_seen() -> None:
    def one() -> None: ...

    def grows(size: int, power: int) -> int:
        def work() -> None:
            for _ in range(1000 + size**power):
                one()
        return steps(work)
    assert [as_the_square([grows(size, power) for size in (20, 40, 80)]) for power in (1, 2)] == [False, True]
