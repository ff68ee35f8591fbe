"""The choice among projects: proven best for a few, never worse than a list, and never beyond a limit."""
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures.portfolio.selecting import Candidate, Chosen, Limits, broken, choose, greedy

MONEY = "money"
KEYS = "ABCDEFGHIJ"
amounts = st.decimals(Decimal(0), Decimal(500_000), places=2)
worths = st.decimals(Decimal(-20), Decimal(100), places=1)
pairs = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda p: p[0] != p[1]), max_size=4).map(tuple)


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    number = draw(st.integers(1, len(KEYS)))
    return [Candidate(key, draw(worths), {MONEY: draw(amounts), "developer": draw(amounts)}, draw(st.integers(0, 9)) == 0) for key in KEYS[:number]]


limits = st.builds(Limits, st.fixed_dictionaries({MONEY: amounts, "developer": amounts}), pairs, pairs)


def every(of: list[Candidate]) -> Iterator[frozenset[str]]:
    keys = [c.key for c in of]
    yield from (frozenset(some) for n in range(len(keys) + 1) for some in combinations(keys, n))


@pytest.mark.slow
@settings(max_examples=60)
@given(candidates(), limits)
def test_it_is_the_best_of_all_that_are_possible_and_breaks_no_limit(of: list[Candidate], within: Limits) -> None:
    possible = [sum((c.worth for c in of if c.key in keys), Decimal(0)) for keys in every(of) if not broken(of, within, keys)]
    found = choose(of, within)
    assert (found is None) == (not possible)
    if found is not None:
        assert broken(of, within, found.keys) == ""
        assert (found.worth, found.gap) == (max(possible), 0)


@pytest.mark.slow
@settings(max_examples=60)
@given(candidates(), limits)
def test_it_is_at_least_as_good_as_a_list(of: list[Candidate], within: Limits) -> None:
    listed, found = greedy(of, within), choose(of, within)
    if listed is not None:
        assert found is not None
        assert found.worth >= listed.worth


def money(**of: str) -> list[Candidate]:
    """Candidates by key: worth and money."""
    return [Candidate(key, Decimal(said.split()[0]), {MONEY: Decimal(said.split()[1])}, said.endswith("must")) for key, said in of.items()]


def test_two_small_ones_beat_the_best_one() -> None:
    of = money(A="10 100", B="6 50", C="6 50")
    assert choose(of, Limits({MONEY: Decimal(100)})) == Chosen(frozenset("BC"), Decimal(12))


def test_what_must_be_done_is_done_even_at_a_loss() -> None:
    of = money(A="10 100", B="-3 60 must")
    assert choose(of, Limits({MONEY: Decimal(100)})) == Chosen(frozenset("B"), Decimal(-3))
    assert choose(of, Limits({MONEY: Decimal(50)})) is None


def test_one_that_needs_another_comes_with_it_or_not_at_all() -> None:
    of = money(A="10 100", B="1 60")
    assert choose(of, Limits({MONEY: Decimal(160)}, needs=(("A", "B"),))) == Chosen(frozenset("AB"), Decimal(11))
    assert choose(of, Limits({MONEY: Decimal(100)}, needs=(("A", "B"),))) == Chosen(frozenset("B"), Decimal(1))
    assert choose(of, Limits({MONEY: Decimal(160)}, needs=(("A", "Z"),))) == Chosen(frozenset("B"), Decimal(1))


def test_of_two_that_rule_each_other_out_the_better_one_is_done() -> None:
    assert choose(money(A="10 10", B="9 10"), Limits({MONEY: Decimal(160)}, excludes=(("A", "B"),))) == Chosen(frozenset("A"), Decimal(10))


def test_a_limit_met_to_the_cent_is_kept() -> None:
    of = [Candidate(key, Decimal(1), {MONEY: Decimal("0.10")}) for key in "ABC"]
    assert choose(of, Limits({MONEY: Decimal("0.30")})) == Chosen(frozenset("ABC"), Decimal(3))
    assert choose([], Limits()) == Chosen(frozenset(), Decimal(0))
