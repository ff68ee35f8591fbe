"""Levelling by hand and by what must hold: links and capacities kept, never shorter than the bound, the same again."""
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.errors import BadInput
from records.figures.schedule import exact
from records.figures.schedule.levelling import Problem, bound, length, levelled, unlevelled
from records.figures.schedule.pausing import Away, merged, pieces


def test_two_jobs_of_one_person_follow_each_other() -> None:
    problem = Problem((3, 2), (), (((0, 1),), ((0, 1),)), ((1,),))
    assert length(problem, unlevelled(problem)) == 3
    assert length(problem, levelled(problem)) == 5


def test_what_is_wanted_by_others_goes_first() -> None:
    """One person; A 2 is followed by D 9 of somebody else, B 4 and C 4 by nobody: A first makes 11, else it takes 15 or more."""
    problem = Problem((2, 4, 4, 9), ((0, 3, 2),), (((0, 1),), ((0, 1),), ((0, 1),), ((1, 1),)), ((1,), (1,)))
    assert levelled(problem)[0] == 0
    assert length(problem, levelled(problem)) == 11


def test_the_shortest_plan_of_three_machines_of_work_is_found() -> None:
    """Two units; jobs 3, 3, 2, 2, 2 of one unit each: 12 of work fit into 6 periods, but not by the longest first."""
    problem = Problem((3, 3, 2, 2, 2), (), (((0, 1),),) * 5, ((2,),))
    assert bound(problem) == length(problem, levelled(problem)) == 6


def test_a_capacity_that_is_less_for_a_time_is_waited_for() -> None:
    problem = Problem((2, 3), (), (((0, 2),), ((0, 1),)), ((1, 1, 1, 2),))
    assert levelled(problem) == (3, 0)


def test_links_of_starts_and_bounds_are_kept() -> None:
    problem = Problem((4, 2, 1), ((0, 1, 1), (0, 2, -3)), ((), (), ()), (), (2, 0, 0))
    assert levelled(problem) == (2, 3, 0)


def test_a_job_that_needs_more_than_there_ever_is_is_refused() -> None:
    with pytest.raises(ValueError, match="more than there ever is"):
        Problem((1,), (), (((0, 3),),), ((5, 2),))


def test_nothing_to_do_takes_no_time() -> None:
    assert levelled(Problem((), (), (), ())) == ()


@st.composite
def problems(draw: st.DrawFn, most: int = 7) -> Problem:
    number = draw(st.integers(1, most))
    durations = tuple(draw(st.lists(st.integers(0, 5), min_size=number, max_size=number)))
    pairs = draw(st.lists(st.tuples(st.integers(0, number - 1), st.integers(0, number - 1)).filter(lambda p: p[0] < p[1]), max_size=8)) if number > 1 else []
    ties = tuple((a, b, draw(st.sampled_from([durations[a], 0, 2, durations[a] - durations[b]]))) for a, b in pairs)
    capacities = tuple((*draw(st.lists(st.integers(0, 4), max_size=4)), steady) for steady in draw(st.lists(st.integers(1, 4), min_size=2, max_size=2)))
    demands = tuple(tuple((r, amount) for r, c in enumerate(capacities) if (amount := draw(st.integers(0, c[-1])))) for _ in range(number))
    return Problem(durations, ties, demands, capacities, tuple(draw(st.lists(st.integers(0, 3), min_size=number, max_size=number))))


@st.composite
def with_leave(draw: st.DrawFn) -> Problem:
    """The same with people away, and ties that count from a start."""
    known = draw(problems())
    spans = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)).map(lambda s: (s[0], s[0] + s[1])), max_size=3).map(merged)
    by_start = frozenset(draw(st.sets(st.integers(0, len(known.ties) - 1)))) if known.ties else frozenset[int]()
    return replace(known, away=(draw(spans), draw(spans)), by_start=by_start)


def is_away(period: int, away: Away) -> bool:
    return any(first <= period < until for first, until in away)


def check(problem: Problem, starts: Sequence[int]) -> None:
    """Everything that a plan must keep."""
    assert all(s >= e for s, e in zip(starts, problem.earliest, strict=True))
    assert all(starts[b] >= starts[a] + apart for a, b, apart in problem.ties)
    for resource, capacity in enumerate(problem.capacities):
        for period in range(length(problem, starts)):
            running = [n for n, s in enumerate(starts) if s <= period < problem.finish(n, s) and not is_away(period, problem.paused(n))]
            used = sum(amount for n in running for of, amount in problem.demands[n] if of == resource)
            assert used <= capacity[min(period, len(capacity) - 1)]


@pytest.mark.slow
@settings(max_examples=40)
@given(problems())
def test_a_plan_keeps_links_and_capacities_and_is_no_shorter_than_can_be(problem: Problem) -> None:
    starts = levelled(problem)
    check(problem, starts)
    assert length(problem, starts) >= bound(problem)
    levelled.cache_clear()
    assert levelled(problem) == starts


@pytest.mark.slow
@settings(max_examples=60)
@given(with_leave())
def test_where_people_are_away_work_pauses_and_what_waits_for_its_end_waits(problem: Problem) -> None:
    starts = levelled(problem)
    check(problem, starts)
    assert length(problem, starts) >= bound(problem)
    for n, start in enumerate(starts):
        worked = [p for p in range(start, problem.finish(n, start)) if not is_away(p, problem.paused(n))]
        assert len(worked) == problem.durations[n]
    for tie, (before, after, apart) in enumerate(problem.ties):
        if tie not in problem.by_start:
            assert starts[after] >= problem.finish(before, starts[before]) + apart - problem.durations[before]


def test_a_job_goes_on_after_leave_and_another_may_not_fill_it() -> None:
    """One person, away in the periods 1 and 2: 3 of work end in 5, what follows starts then; what only follows the start need not wait."""
    leave = Problem((3, 1, 1), ((0, 1, 3), (0, 2, 1)), (((0, 1),), (), ()), ((1,),), away=(((1, 3),),), by_start=frozenset({1}))
    assert levelled(leave) == (0, 5, 1)
    assert length(leave, levelled(leave)) == bound(leave) + 1 == 6
    assert exact.solved(leave) == exact.Solved((0, 5, 1), 0, is_proven=False)


def test_whoever_starts_on_leave_starts_behind_it_and_a_job_of_two_waits_for_both() -> None:
    two = Problem((2,), (), (((0, 1), (1, 1)),), ((1,), (1,)), away=(((0, 1),), ((2, 3), (3, 5))))
    assert levelled(two) == (1,)
    assert length(two, (1,)) == 6


def test_spans_are_put_in_order_and_pieces_are_what_lies_between() -> None:
    assert merged([(5, 7), (1, 3), (2, 4), (4, 4), (7, 8)]) == ((1, 4), (5, 8))
    assert pieces(0, 3, ((1, 4), (5, 8))) == [(0, 1), (4, 5), (8, 9)]
    assert pieces(6, 2, ((1, 4), (5, 8))) == [(8, 10)]
    assert pieces(9, 2, ((1, 4), (5, 8))) == [(9, 11)]
    assert pieces(2, 0, ((1, 4),)) == []


@pytest.mark.slow
@settings(max_examples=5)
@given(problems())
def test_the_exact_plan_is_proven_and_no_longer_and_keeps_the_same(problem: Problem) -> None:
    found = exact.solved(problem)
    check(problem, found.starts)
    assert found.is_proven
    assert found.least == length(problem, found.starts) <= length(problem, levelled(problem))


@pytest.mark.slow
def test_the_exact_way_knows_links_bounds_and_capacities_that_are_less_for_a_time() -> None:
    less_first, less_later = Problem((2, 3), (), (((0, 2),), ((0, 1),)), ((1, 1, 1, 2),)), Problem((2, 3), (), (((0, 1),),) * 2, ((2, 2, 1),))
    assert exact.solved(less_first).starts == (3, 0)
    assert exact.solved(less_later) == exact.Solved((0, 0), 3, is_proven=True)
    assert exact.solved(Problem((4, 2, 1), ((0, 1, 1), (0, 2, -3)), ((), (), ()), (), (2, 0, 0))).least == 6
    assert exact.solved(Problem((), (), (), ())).starts == ()


def test_without_the_extra_the_exact_way_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "find_spec", lambda _: None)
    with pytest.raises(BadInput, match=r"project-assistant\[exact\]"):
        exact.solved(Problem((1,), (), ((),), ()))
