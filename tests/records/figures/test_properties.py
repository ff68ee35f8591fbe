"""What holds for any records at all."""
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures import FIGURES
from records.figures.business_case import npv
from records.figures.earned_value import ac, bac, cpi, cv, eac, etc, ev, vac
from records.figures.internal_rate import irr
from records.figures.progress import planned_progress, progress
from records.kinds import Benefit, BudgetLine, CashFlow, CostEntry, Milestone, Objective, Person, Project, Risk, Task
from tests.records.building import TODAY, Case, Made, flows, made

days = st.integers(-200, 200).map(lambda n: TODAY + timedelta(days=n))
amounts = st.decimals(Decimal(-1_000_000), Decimal(1_000_000), places=2)
positive = st.decimals(Decimal(1), Decimal(1_000_000), places=2)
maybe = st.none()
tasks = st.builds(made, st.just(Task), status=st.sampled_from(["backlog", "to do", "in progress", "blocked", "done", "cancelled"]),
                  hours=maybe | st.integers(0, 400), points=maybe | st.integers(0, 13), progress=st.integers(0, 100),
                  start=maybe | days, due=maybe | days, baseline_due=maybe | days, title=st.just("Work"))
others = st.one_of(
    st.builds(made, st.just(BudgetLine), amount=positive),
    st.builds(made, st.just(CostEntry), type=st.sampled_from(["actual", "commitment", "forecast"]), amount=amounts, on=days),
    st.builds(made, st.just(Milestone), title=st.just("Gate"), planned=days, forecast=maybe | days, actual=maybe | days),
    st.builds(made, st.just(Risk), title=st.just("Late"), probability=st.integers(1, 5), impact=st.integers(1, 5), cost_impact=maybe | positive,
              status=st.sampled_from(["open", "closed"]), type=st.sampled_from(["threat", "opportunity"]), chance=maybe | st.integers(0, 100),
              days_impact=maybe | st.integers(0, 90), response_cost=maybe | positive, residual_probability=maybe | st.integers(1, 5),
              residual_cost=maybe | positive),
    st.builds(made, st.just(Benefit), expected=amounts, forecast=maybe | amounts, realised=amounts, start=maybe | days,
              end=maybe | st.integers(201, 900).map(lambda n: TODAY + timedelta(days=n)), type=st.sampled_from(["financial", "dis-benefit"]),
              status=st.sampled_from(["planned", "realised"])),
    st.builds(made, st.just(CashFlow), year=st.integers(2020, 2035), amount=amounts, forecast=maybe | amounts))
projects = st.builds(made, st.just(Project), discount_rate=st.integers(0, 30), strategic_fit=maybe | st.integers(0, 10), phase=st.just("in delivery"))
people = st.builds(made, st.just(Person), weekly_hours=st.integers(0, 60), name=st.just("Ana"))
goals = st.builds(made, st.just(Objective), baseline=maybe | st.integers(0, 9), target=maybe | st.integers(0, 9), current=maybe | st.integers(0, 9))
worlds = st.lists(tasks | others, max_size=14)


@pytest.mark.slow
@settings(max_examples=60)
@given(worlds, projects, people, goals)
def test_every_receipt_gives_the_same_value_again(world: list[Made], project: Made, person: Made, goal: Made) -> None:
    """A value computed from nothing but the records it names is the same value."""
    case = Case(project, person, goal, *world)
    for figure in (f for f in FIGURES if f.of not in (Task, BudgetLine)):          # of which there is one
        found = case.value(figure)
        assert found.how, figure.name
        if found.number is not None:
            assert case.narrowed(found.keys).value(figure).number == found.number, (figure.name, found)


@pytest.mark.slow
@given(st.lists(tasks, max_size=10), st.integers(0, 60))
def test_progress_stays_within_bounds_and_the_plan_never_runs_back(work: list[Made], later: int) -> None:
    now, then = Case(*work), Case(*work, today=TODAY + timedelta(days=later))
    for figure in (progress, planned_progress):
        assert 0 <= (now.value(figure).number or 0) <= 100
    assert (then.value(planned_progress).number or 0) >= (now.value(planned_progress).number or 0)


@pytest.mark.slow
@given(st.lists(tasks, max_size=8), positive)
def test_on_cost_work_will_cost_its_budget(work: list[Made], budget: Decimal) -> None:
    earned = Case(*work, made(BudgetLine, amount=budget)).value(ev).number
    if earned:
        case = Case(*work, made(BudgetLine, amount=budget), made(CostEntry, type="actual", amount=earned))
        assert case.number(cpi) == 1
        assert case.number(eac) == budget


@pytest.mark.slow
@given(worlds)
def test_the_figures_of_earned_value_agree_with_each_other(world: list[Made]) -> None:
    case = Case(made(Project), *world)
    if case.value(eac).number is not None:
        assert case.number(etc) == case.number(eac) - case.number(ac)
        assert case.number(vac) == case.number(bac) - case.number(eac)
    if case.value(cpi).number is not None:
        assert case.number(cv) == case.number(ev) - case.number(ac)


@given(positive, st.lists(st.decimals(Decimal(1), Decimal(500_000), places=2), min_size=1, max_size=8))
def test_the_npv_at_the_internal_rate_is_nothing(cost: Decimal, gains: list[Decimal]) -> None:
    rate = flows(8, str(-cost), *map(str, gains)).value(irr).number
    if rate is not None:
        at_rate = Case(made(Project, discount_rate=rate), *(made(CashFlow, year=2026 + t, amount=a) for t, a in enumerate((-cost, *gains))))
        assert abs(at_rate.number(npv)) < Decimal("1e-9")
