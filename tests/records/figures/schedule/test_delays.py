"""A delay improves no date, and a risk that happens neither a date nor a cost."""
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
import numpy as np
import pytest

from records.figures.base import on
from records.figures.risks import days_exposure, residual_exposure, risk_exposure
from records.figures.schedule.chances import cost_p50, cost_p80, finish_p50, finish_p80
from records.figures.schedule.critical import finish_forecast
from records.figures.schedule.expected import expected_finish
from records.figures.schedule.pace import pace_finish
from records.figures.schedule.risk import Model, Uncertain, simulated, within
from records.kinds import BudgetLine, Person, Risk
from tests.records.building import Made, made
from tests.records.figures.schedule.plans import case, day, link, project, task

DATES = (finish_forecast, expected_finish, pace_finish, finish_p50, finish_p80)
COSTS = (cost_p50, cost_p80, risk_exposure, residual_exposure, days_exposure)
SLOW = {"start": day(-27), "due": day(28), "baseline_start": day(-27), "baseline_due": day(28), "status": "in progress", "progress": 25}


def risk(number: int, **values: object) -> Made:
    return made(Risk, key=f"R-{number}", title=f"Risk {number}", **{"probability": 3, "impact": 3, **values})


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Made], list[Made]]:
    """Work under way and to come with estimates, links and risks; and the same with one task that starts later or takes longer."""
    def one() -> dict[str, Any]:
        return {"baseline_due": day(30), "hours": draw(st.integers(8, 80)), "optimistic": draw(st.none() | st.just(4)),
                "pessimistic": draw(st.none() | st.integers(80, 160)), "constraint": "start no earlier than", "constraint_on": day(draw(st.integers(-5, 30)))}
    tasks = {n: one() for n in range(2, draw(st.integers(2, 5)) + 1)}
    links = [link(a, a + 1, draw(st.sampled_from(["FS", "SS", "FF"]))) for a in range(1, len(tasks) + 1) if draw(st.booleans())]
    rest = [*links, link(1, 2), *draw(st.lists(st.just(risk(1, chance=40, days_impact=7)), max_size=1)), project(finish=day(60))]
    n = draw(st.sampled_from(sorted(tasks)))
    later = tasks[n] | {"constraint_on": tasks[n]["constraint_on"] + timedelta(days=draw(st.integers(1, 60)))}
    first = task(1, 80, optimistic=60, pessimistic=120, **SLOW)
    return ([first, *(task(k, **values) for k, values in tasks.items()), *rest],
            [first, *(task(k, **(later if k == n else values)) for k, values in tasks.items()), *rest])


@pytest.mark.slow
@settings(max_examples=25)
@given(plans())
def test_a_task_that_starts_later_makes_no_date_sooner(plan: tuple[list[Made], list[Made]]) -> None:
    now, then = (case(*records) for records in plan)
    for figure in DATES:
        assert now.number(figure) <= then.number(figure), figure.name


def test_a_delay_of_the_whole_shifts_the_pace_and_the_chances_by_as_much() -> None:
    """Half is done by the pace in sixteen weeks; four weeks of rest make twenty."""
    work = (task(1, 80, optimistic=70, pessimistic=90, **SLOW), task(2, 8), link(1, 2))
    assert case(*work).number(pace_finish) == on(date(2027, 2, 10))
    assert case(project(start=day(28)), *work).number(pace_finish) == on(date(2027, 3, 10))
    assert "; work rests until 16 Dec 2026" in case(project(start=day(28)), *work).value(pace_finish).how
    for figure in (finish_p50, finish_p80):
        assert case(project(start=day(28)), *work).number(figure) == case(*work).number(figure) + 28


def test_the_courses_follow_the_hours_in_them_where_hours_or_pace_say_later() -> None:
    """Of 60 hours 40 are uncertain; a course whose task takes 1.5 times as long has a third more hours, and ends a third behind the aim."""
    model = Model((Uncertain("T-1", 2.0, 4.0, 6.0, effort=40.0), Uncertain("T-2", 2.0, 2.0, 2.0, effort=20.0)), aim=30.0)
    ends = simulated(model).ends
    drawn = simulated(Model((Uncertain("T-1", 2.0, 4.0, 6.0),))).ends
    assert np.allclose(ends, (drawn / 4 * 40 + 20) / (within(drawn, 0.5) / 4 * 40 + 20) * 30, rtol=1e-5)
    assert simulated(Model((Uncertain("T-1", 4.0, 4.0, 4.0),), aim=30.0), 10).ends.tolist() == [30] * 10


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(0, 40)), min_size=1, max_size=5), st.integers(0, 60), st.integers(0, 30), st.data())
def test_later_starts_and_a_later_aim_make_no_course_end_sooner(drawn: list[tuple[int, int, int]], aim: int, more: int,
                                                                data: st.DataObject) -> None:
    activities = tuple(Uncertain(f"T-{n}", float(length), float(length), float(length + spread), effort=float(effort))
                       for n, (length, spread, effort) in enumerate(drawn))
    ties = tuple((n, n + 1, "FS", 0.0) for n in range(len(drawn) - 1) if data.draw(st.booleans()))
    late = data.draw(st.integers(0, len(drawn) - 1))
    now = simulated(Model(activities, ties, (0.0,) * len(drawn), aim=aim), 500).ends
    then = simulated(Model(activities, ties, tuple(float(more) if n == late else 0.0 for n in range(len(drawn))), aim=aim + more), 500).ends
    assert (then - now >= -1e-3).all()


def test_a_risk_that_happens_adds_its_days_and_its_money() -> None:
    """Ten working days after 24 Nov, and its 9,000 on top of the EAC, whose rest is certain."""
    def known(**values: object) -> Any:
        return case(task(1, 16), task(2, 24), link(1, 2), risk(1, chance=10, days_impact=10, cost_impact=Decimal(9000), **values),
                    made(BudgetLine, key="B-1", amount=Decimal(100_000)))
    assert [known().number(f) for f in (finish_p50, cost_p50, risk_exposure, days_exposure)] == [on(date(2026, 11, 24)), 100_000, 900, 1]
    happened = known(status="triggered")
    assert [happened.number(f) for f in (finish_p50, cost_p50, risk_exposure, days_exposure)] == [on(date(2026, 12, 8)), 109_000, 9000, 10]


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 20), st.integers(0, 9000), st.none() | st.integers(1, 5)), min_size=1, max_size=4))
def test_a_threat_that_happens_lowers_neither_date_nor_cost(some: list[tuple[int, int, int, int | None]]) -> None:
    def known(status: str) -> Any:
        risks = [risk(n, chance=chance, days_impact=days, cost_impact=Decimal(cost), residual_probability=left, status=status if n == 0 else "open")
                 for n, (chance, days, cost, left) in enumerate(some)]
        return case(task(1, 40, optimistic=30, pessimistic=90, owner_id=5), task(2), link(1, 2), *risks,
                    made(Person, id=5, key="P-5", name="Ben", rate=Decimal(50)), made(BudgetLine, key="B-1", amount=Decimal(100_000)))
    now, then = known("open"), known("triggered")
    for figure in (*DATES[:2], *DATES[3:], *COSTS):
        was, new = now.value(figure).number, then.value(figure).number
        assert was is None or (new is not None and was <= new), figure.name
