"""Sprints and points: velocity with its range, what is still to go, kept commitments, the scope line, and value earned by points."""
from datetime import timedelta
from decimal import Decimal

import pytest

from records.figures.agile_value import agile_cpi, agile_ev, agile_pv, agile_spi, hybrid_cpi, hybrid_ev, hybrid_planned, hybrid_progress, hybrid_pv, hybrid_spi
from records.figures.base import Figure
from records.figures.sprints import burnup, reliability, sprints_to_go, velocity
from records.kinds import BudgetLine, CostEntry, Sprint, Task
from tests.records.building import FUTURE, LATER, PAST, TODAY, Case, Made, made
from tests.records.figures.printed import as_printed


def sprint(number: int, completed: float | None, committed: float | None = None, *, status: str = "closed") -> Made:
    """A sprint of two weeks; number 0 is the one of today."""
    start = TODAY - timedelta(days=6) + timedelta(days=14 * number)
    return made(Sprint, title=f"Sprint {number}", start=start, end=start + timedelta(days=13), status=status, committed=committed, completed=completed)


THREE = (sprint(-3, 28, 30), sprint(-2, 32, 30), sprint(-1, 30, 40))
LEFT = (made(Task, points=60.0), made(Task, points=35.0), made(Task, points=9.0, status="done"), made(Task, points=50.0, status="cancelled"))


def test_velocity_is_the_mean_of_the_last_sprints_with_its_range() -> None:
    found = Case(*THREE).value(velocity)
    assert found.number == 30
    assert found.how == "the mean of the last 3 closed sprints, from 28 to 32"
    assert [(p.label, p.said) for p in found.parts] == [("Sprint -3", "28 points"), ("Sprint -2", "32 points"), ("Sprint -1", "30 points")]


def test_velocity_forgets_what_is_longer_ago_than_six_sprints() -> None:
    assert Case(*(sprint(n, 10 if n < -6 else 20) for n in range(-9, 0))).number(velocity) == 20


def test_two_sprints_make_no_velocity() -> None:
    running = sprint(0, None, 30, status="active")
    assert Case(*THREE[:2], running).value(velocity).how == "a velocity is the mean of at least 3 closed sprints; so far 2 have their points"


def test_what_is_left_takes_whole_sprints_at_the_mean_and_at_its_range() -> None:
    found = Case(*THREE, *LEFT).value(sprints_to_go)
    assert found.number == 4
    assert found.how == "95 points left / velocity 30, rounded up"
    assert [p.said.partition(",")[0] for p in found.parts] == ["4 sprints", "3 sprints", "4 sprints"]
    assert found.parts[0].said == "4 sprints, until 6 Jan 2027 if they go on without a break"


def test_a_forecast_says_what_it_leaves_out_and_when_there_is_none() -> None:
    assert Case(*THREE, *LEFT, made(Task)).value(sprints_to_go).how.endswith("1 open task without points left out")
    assert Case(*THREE, made(Task)).value(sprints_to_go).how == "no open task has points"
    assert Case(*(sprint(n, 0) for n in (-3, -2, -1)), *LEFT).value(sprints_to_go).how == "nothing was completed in the last sprints"
    assert Case(*THREE, LEFT[2]).number(sprints_to_go) == 0


def test_reliability_is_what_was_done_of_what_was_committed() -> None:
    found = Case(*THREE, sprint(-4, 20)).value(reliability)
    assert found.number == 90
    assert found.how == "90 of 100 points in the last 3 closed sprints"
    assert found.parts[-1].said == "30 of 40 points"
    assert "no sprint is closed" in Case(sprint(-1, 30)).value(reliability).how


def test_a_burnup_shows_what_was_done_beside_the_scope_of_then() -> None:
    early, late = TODAY - timedelta(days=21), TODAY - timedelta(days=2)
    tasks = (made(Task, points=8.0, status="done", done_on=early), made(Task, points=5.0, status="done", done_on=late, written=(early, late)),
             made(Task, points=7.0, written=(late, late)), made(Task, points=90.0, status="cancelled"))
    found = Case(*tasks, sprint(-2, 8), sprint(-1, 0), sprint(0, None, status="active"), sprint(1, None, status="planned")).value(burnup)
    assert found.number == 13
    assert [p.said for p in found.parts] == ["8 done of a scope of 13", "8 done of a scope of 13", "13 done of a scope of 20"]
    assert Case(made(Task, hours=3.0)).value(burnup).how == "no task has points"


AGILE = (made(BudgetLine, amount=Decimal(200_000)), made(CostEntry, type="actual", amount=Decimal(80_000)), made(Task, points=80.0, status="done"),
         made(Task, points=170.0, progress=50), *(sprint(n, None, status="closed" if n < 0 else "planned") for n in (-2, -1, 0, 1, 2)))


@pytest.mark.parametrize(("figure", "number"), [(agile_pv, "80000"), (agile_ev, "64000"), (agile_spi, "0.80"), (agile_cpi, "0.80")])
def test_agile_value_by_sprints_and_points(figure: Figure, number: str) -> None:
    assert as_printed(Case(*AGILE).number(figure), number) == number


def test_agile_value_says_what_it_lacks() -> None:
    assert Case(AGILE[0]).value(agile_pv).how == "there is no sprint"
    assert Case(AGILE[0], made(Task)).value(agile_ev).how == "no task has points"
    assert Case(AGILE[0], sprint(1, None, status="planned"), AGILE[2]).value(agile_spi).how == "no sprint is over yet"


HYBRID = (made(BudgetLine, amount=Decimal(100_000)), made(CostEntry, type="actual", amount=Decimal(40_000)),
          made(Task, hours=60.0, status="done", due=PAST), made(Task, hours=40.0, start=FUTURE, due=LATER),
          made(Task, hours=8.0, points=10.0, sprint_id=1, progress=90), made(Task, points=30.0, status="done"),
          *(sprint(n, None, status="closed" if n < 0 else "planned") for n in (-1, 0)))


@pytest.mark.parametrize(("figure", "number"), [(hybrid_progress, "67.5"), (hybrid_planned, "55"), (hybrid_ev, "67500"), (hybrid_pv, "55000"),
                                                (hybrid_spi, "1.227"), (hybrid_cpi, "1.6875")])
def test_both_parts_of_a_hybrid_project_count_by_their_tasks(figure: Figure, number: str) -> None:
    assert as_printed(Case(*HYBRID).number(figure), number) == number


def test_the_weights_of_a_hybrid_view_are_named() -> None:
    found = Case(*HYBRID).value(hybrid_progress)
    assert found.how == "60.0 % of the predictive part by hours (weight 2) and 75.0 % of the agile part by points (weight 2), weighed by their numbers of tasks"
    assert [(p.label, p.said) for p in found.parts] == [
        ("predictive, by hours", "60.0 %, weight 2 of 4 tasks"), ("agile, by points", "75.0 %, weight 2 of 4 tasks")]


def test_a_project_of_one_part_has_no_hybrid_view() -> None:
    assert Case(made(Task, hours=8.0)).value(hybrid_progress).how == "it has no agile part with estimates"
    assert Case(made(Task)).value(hybrid_progress).how == "it has no predictive and no agile part with estimates"
