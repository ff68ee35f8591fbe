"""The figures of delivery over any records at all: a value computed from nothing but the records it names is the same value."""
from datetime import timedelta
from decimal import Decimal
import json

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures import FIGURES
from records.kinds import (
    Absence,
    Allocation,
    Baseline,
    BudgetLine,
    Calendar,
    ChangeRequest,
    Check,
    Communication,
    CostEntry,
    Deliverable,
    Issue,
    Measurement,
    Metric,
    Office,
    Person,
    Project,
    Rate,
    Risk,
    Sprint,
    Stakeholder,
    Task,
    TimeEntry,
)
from records.kinds.task import ENDED
from tests.records.building import TODAY, Case, Made, made

MODULES = ("agile_value", "agreed", "allocation", "bottom_up", "budget", "change_control", "earned_schedule", "earned_value", "engagement", "flow", "quality",
           "risks", "scope", "sprints", "staffing", "time_booked", "work", "workload")
OURS = tuple(f for f in FIGURES if f.run.__module__.rpartition(".")[2] in MODULES)

any_day = st.integers(-200, 200)
days = any_day.map(lambda n: TODAY + timedelta(days=n))
maybe = st.none()
ids = st.integers(1, 4)
money = st.integers(-1000, 100_000).map(Decimal)
cash = st.integers(0, 40).map(Decimal)
amounts = st.integers(0, 40)
titles = st.just("It")


def spans(n: int) -> dict[str, object]:
    return {"start": TODAY + timedelta(days=n), "end": TODAY + timedelta(days=n + 9)}


def snapshot(numbers: list[int]) -> str:
    """Tasks with the keys that the case gives them, with and without dates."""
    return json.dumps({"tasks": {f"T-{n}": ["It", None, None if n % 4 == 0 else (TODAY + timedelta(days=9 * n - 30)).isoformat(), n, None] for n in numbers}})


tasks = st.builds(made, st.just(Task), id=ids, title=titles, status=st.sampled_from(("to do", "in progress", "in review", *ENDED)), hours=maybe | amounts,
                  points=maybe | amounts, progress=st.integers(0, 100), remaining=maybe | amounts, start=maybe | days, due=maybe | days,
                  baseline_due=maybe | days, began_on=maybe | days, done_on=maybe | days, owner_id=maybe | ids, parent_id=maybe | ids, sprint_id=maybe | ids,
                  deliverable_id=maybe | ids)
money_rows = st.one_of(
    st.builds(made, st.just(BudgetLine), amount=cash, type=st.sampled_from(["budget", "management reserve"])),
    st.builds(made, st.just(CostEntry), type=st.sampled_from(["actual", "commitment", "forecast"]), amount=money, on=days),
    st.builds(made, st.just(Deliverable), id=ids, earning=st.sampled_from(["0/100", "50/50", "physical"])),
    st.builds(made, st.just(Rate), name=st.just("Cook"), value=amounts, since=maybe | days),
    st.builds(made, st.just(Baseline), number=st.integers(1, 3), agreed_on=days, budget=maybe | cash, snapshot=st.lists(st.integers(0, 9)).map(snapshot)))
control_rows = st.one_of(
    st.builds(made, st.just(Risk), title=titles, type=st.sampled_from(["threat", "opportunity"]), probability=st.integers(1, 5), chance=maybe | amounts,
              impact=st.integers(1, 5), cost_impact=maybe | cash, days_impact=maybe | amounts, response_cost=maybe | cash, residual_cost=maybe | cash,
              residual_probability=maybe | st.integers(1, 5), status=st.sampled_from(["open", "closed"])),
    st.builds(made, st.just(ChangeRequest), title=titles, status=st.sampled_from(["submitted", "approved", "rejected"]), cost_effect=maybe | money,
              days_effect=maybe | any_day, decide_by=maybe | days),
    st.builds(made, st.just(Issue), title=titles, type=st.sampled_from(["issue", "defect"]), status=st.sampled_from(["open", "closed"]), raised_on=maybe | days,
              resolved_on=maybe | days, task_id=maybe | ids),
    st.builds(made, st.just(Check), title=titles, planned=maybe | days, result=st.sampled_from(["planned", "passed", "failed"]), cost=maybe | cash,
              rework_hours=amounts),
    st.builds(made, st.just(Metric), id=ids, title=titles, target=maybe | amounts),
    st.builds(made, st.just(Measurement), metric_id=maybe | ids, on=days, value=maybe | amounts),
    st.builds(made, st.just(Stakeholder), name=titles, current=st.sampled_from(["not known", "resistant", "leading"])),
    st.builds(made, st.just(Communication), title=titles, next_due=maybe | days))
people_rows = st.one_of(
    st.builds(made, st.just(Absence), person_id=st.just(1), start=days, end=st.just(TODAY + timedelta(days=200))),
    st.builds(lambda n, **more: made(Allocation, **spans(n), **more), any_day, person_id=st.just(1), hours=amounts, role=st.sampled_from(["", "Cook"]),
              commitment=st.sampled_from(["requested", "soft", "hard"])),
    st.builds(made, st.just(TimeEntry), person_id=ids, project_id=st.just(1), on=days, hours=amounts),
    st.builds(made, st.just(Calendar), id=ids, workdays=st.sampled_from(["1, 2, 3", "1, 2, 3, 4, 5, 6"]), days_off=st.just("2026-12-25")),
    st.builds(made, st.just(Office), calendar_id=maybe | ids),
    st.builds(lambda n, **more: made(Sprint, **spans(n), **more), any_day, title=titles, status=st.sampled_from(["planned", "active", "closed"]),
              committed=maybe | amounts, completed=maybe | amounts, added=maybe | amounts, wip_limit=maybe | st.integers(1, 9)))
worlds = st.lists(tasks, max_size=8).flatmap(lambda work: st.lists(money_rows | control_rows | people_rows, max_size=14).map(lambda rest: [*work, *rest]))
persons = st.builds(made, st.just(Person), id=st.just(1), name=st.just("Ana"), job=st.just("Cook"), weekly_hours=amounts, rate=maybe | cash,
                    calendar_id=maybe | ids)


def unique(world: list[Made]) -> list[Made]:
    """As a database has it: an id once for each kind."""
    seen: set[tuple[object, object]] = set()
    return [r for r in world if r.values["id"] is None or not ((r.kind, r.values["id"]) in seen or seen.add((r.kind, r.values["id"])))]  # type: ignore[func-returns-value]


@pytest.mark.slow
@settings(max_examples=100)
@given(worlds, persons)
def test_every_receipt_of_delivery_gives_the_same_value_again(world: list[Made], person: Made) -> None:
    case = Case(*unique(world), made(Project), person)
    for figure in OURS:
        found = case.value(figure)
        assert found.how, figure.name
        if found.number is not None:
            assert case.narrowed(found.keys).value(figure).number == found.number, (figure.name, found)


def test_the_figures_of_delivery_are_all_here() -> None:
    assert len(OURS) > 80
