"""The four ways to the cost in the end, what the rest must achieve, and the figures of a baseline that stay when another follows it."""
from datetime import date, timedelta
from decimal import Decimal
import json

import pytest

from records.figures.agreed import earned_share, planned_share, spi_first
from records.figures.base import Figure
from records.figures.bottom_up import etc_bottom_up
from records.figures.earned_value import bac, eac, eac_atypical, eac_both, eac_bottom_up, ev, pv, spi, tcpi, tcpi_eac
from records.kinds import Baseline, BudgetLine, CostEntry, Deliverable, Person, Project, Rate, Task
from tests.records.building import FUTURE, LATER, PAST, TODAY, Case, Made, earned, made
from tests.records.figures.printed import as_printed

FIRST = ("100000", "50000", "40000", "45000")


@pytest.mark.parametrize(("figure", "printed"), [(eac, "112500.00"), (eac_atypical, "105000"), (eac_both, "129375.00"), (tcpi, "1.0909"), (tcpi_eac, "0.8889")])
def test_each_way_to_the_cost_in_the_end(figure: Figure, printed: str) -> None:
    assert as_printed(earned(*FIRST).number(figure), printed) == printed


def test_one_estimate_is_named_and_the_others_stand_behind_it() -> None:
    found = earned(*FIRST).value(eac)
    assert found.how == "budget 100,000 / CPI 0.889 (typical variance)"
    assert [(p.label, p.said.partition(":")[0]) for p in found.parts] == [
        ("EAC if the rest goes as planned", "105,000"), ("EAC by cost and schedule", "129,375"), ("bottom-up EAC", "not computable")]


def test_what_the_project_declares_itself_is_one_more_part() -> None:
    case = Case(made(Project, declared_cost=Decimal(120)), made(BudgetLine, amount=Decimal(100)), made(Task, hours=1.0, progress=50),
                made(CostEntry, type="actual", amount=Decimal(50)))
    assert case.value(eac).parts[-1].said == "120"


def test_costs_that_are_forecast_are_the_rest() -> None:
    case = Case(made(CostEntry, type="actual", amount=Decimal(45)), made(CostEntry, type="forecast", amount=Decimal(30)),
                made(CostEntry, type="forecast", amount=Decimal(40)), made(Task, hours=8.0, owner_id=1), made(Person, id=1, rate=Decimal(90)))
    assert case.number(eac_bottom_up) == 115
    assert case.value(eac_bottom_up).how == "AC 45 + 70 still to come, the sum of 2 forecast costs"


def test_else_the_rest_is_the_hours_left_at_what_an_hour_costs() -> None:
    people = (made(Person, id=1, rate=Decimal(90)), made(Person, id=2, job="Tester"), made(Person, id=3, job="Cook"))
    rates = (made(Rate, name="tester", value=50.0), made(Rate, name="Tester", value=60.0, since=PAST), made(Rate, name="Tester", value=99.0, since=FUTURE),
             made(Rate, name="Tester", type="exchange", value=7.0, since=PAST))
    tasks = (made(Task, hours=10.0, progress=50, owner_id=1), made(Task, hours=10.0, remaining=2.0, owner_id=2), made(Task, hours=8.0, owner_id=3),
             made(Task, hours=8.0), made(Task, owner_id=1), made(Task, hours=99.0, owner_id=1, status="done"))
    found = Case(*people, *rates, *tasks).value(etc_bottom_up)
    assert found.number == 5 * 90 + 2 * 60
    assert found.how == "hours left × hourly rate of 2 open tasks; 3 without an estimate or a rate left out; labour only, as no purchase is forecast"
    assert found.keys == ("T-7", "T-8", "P-0", "P-1", "RT-4")


def test_without_a_rate_there_is_no_new_estimate() -> None:
    assert "no cost is forecast" in Case(made(Task, hours=8.0)).value(etc_bottom_up).how
    assert Case().value(etc_bottom_up).how == "no cost is forecast, and there is no task"
    assert Case(made(Task, status="done")).number(etc_bottom_up) == 0


def test_an_estimate_that_is_spent_leaves_no_index() -> None:
    assert earned("100", "100", "100", "80").value(tcpi_eac).how == "by the estimate nothing is left to spend"


def test_nothing_earned_leaves_no_estimate_by_cost_and_schedule() -> None:
    assert earned("100", "50", "0", "30").value(eac_both).how == "nothing is earned yet"
    assert earned("100", "50", "40", "0").value(eac_atypical).how == "work is done but no cost is booked"


def test_a_management_reserve_is_no_part_of_the_budget_at_completion() -> None:
    lines = (made(BudgetLine, amount=Decimal(90)), made(BudgetLine, amount=Decimal(10), type="contingency reserve"),
             made(BudgetLine, amount=Decimal(20), type="management reserve"))
    assert Case(*lines).number(bac) == 100
    assert Case(*lines).value(bac).how == "the sum of 2 budget lines; a management reserve of 20 is kept apart"
    assert Case(lines[2]).value(bac).how == "there is only a management reserve"


def baseline(number: int, on: date, tasks: dict[str, tuple[date | None, date | None, float | None]], budget: int = 100) -> Made:
    kept = {key: [key, start and start.isoformat(), due and due.isoformat(), hours, None] for key, (start, due, hours) in tasks.items()}
    return made(Baseline, number=number, agreed_on=on, budget=Decimal(budget), snapshot=json.dumps({"tasks": kept}))


OLD, NEW = TODAY - timedelta(days=100), TODAY - timedelta(days=50)
WORK = (made(Task, key="T-1", hours=10.0, status="done", due=PAST), made(Task, key="T-2", hours=30.0, due=LATER, progress=50))
BUDGET = made(BudgetLine, amount=Decimal(1000))


def test_value_is_planned_and_earned_by_the_hours_and_dates_of_the_baseline() -> None:
    case = Case(BUDGET, *WORK, made(Task, key="T-3", hours=60.0, due=LATER), baseline(1, OLD, {"T-1": (None, PAST, 20), "T-2": (None, PAST, 20)}))
    assert case.number(pv) == 1000
    assert case.number(ev) == 750
    assert case.value(earned_share).how == "30 h of 40 h in 2 tasks of baseline 1 of 10 Aug 2026"


def test_a_new_baseline_leaves_the_figures_of_the_old_under_the_old() -> None:
    case = Case(BUDGET, *WORK, baseline(1, OLD, {"T-1": (None, PAST, 20), "T-2": (None, PAST, 20)}),
                baseline(2, NEW, {"T-1": (None, PAST, 10), "T-2": (None, LATER, 30)}))
    assert case.number(planned_share) == 25
    assert case.number(earned_share) == 100 * Decimal(25) / 40
    assert case.number(spi) == Decimal("2.5")
    assert case.number(spi_first) == Decimal("0.75")
    assert case.value(spi_first).how == "EV 30 h / PV 40 h of baseline 1 of 10 Aug 2026"
    assert [(p.label, p.said) for p in case.value(spi_first).parts] == [
        ("baseline 2 of 29 Sep 2026", "PV 25.0 % = 25, EV 62.5 % = 62.50, of a budget of 100"),
        ("baseline 1 of 10 Aug 2026", "PV 100.0 % = 100, EV 75.0 % = 75, of a budget of 100")]


def test_a_baseline_of_tomorrow_is_not_in_force() -> None:
    case = Case(*WORK, baseline(1, OLD, {"T-1": (None, PAST, 20)}), baseline(2, FUTURE, {"T-2": (None, PAST, 20)}))
    assert case.number(planned_share) == 100


def test_cancelled_work_counts_neither_as_planned_nor_as_earned() -> None:
    gone = made(Task, key="T-9", hours=50.0, status="cancelled", due=PAST)
    case = Case(*WORK, gone, baseline(1, OLD, {"T-1": (None, PAST, 20), "T-9": (None, PAST, 50), "T-10": (None, PAST, 50)}))
    assert case.number(planned_share) == case.number(earned_share) == 100


def test_a_baseline_mostly_without_dates_plans_nothing() -> None:
    case = Case(*WORK, baseline(1, OLD, {"T-1": (None, None, 20), "T-2": (None, PAST, 10)}))
    assert case.value(planned_share).how == "most of baseline 1 of 10 Aug 2026 has no due date"
    assert case.number(earned_share) == 100 * Decimal(25) / 30


def test_without_a_baseline_the_plan_is_that_of_the_tasks() -> None:
    assert Case(*WORK).number(planned_share) == 25
    assert Case(*WORK).value(earned_share).how == "25 h done of 40 h in 2 tasks"


def test_a_first_baseline_that_wants_nothing_yet_has_no_index() -> None:
    assert Case(*WORK).value(spi_first).how == "there is no baseline"
    later = Case(*WORK, baseline(1, OLD, {"T-2": (FUTURE, LATER, 20)}))
    assert later.value(spi_first).how == "by baseline 1 of 10 Aug 2026 nothing was planned to be done by now"


def test_what_is_under_way_earns_by_the_rule_of_its_deliverable() -> None:
    """40 h of four tasks: one by 0/100 and one by 50/50 under way, one physical at 60 %, one by 0/100 done."""
    rules = (made(Deliverable, id=1, earning="0/100"), made(Deliverable, id=2, earning="50/50"), made(Deliverable, id=3))
    tasks = (made(Task, key="T-1", hours=10.0, deliverable_id=1, progress=90), made(Task, key="T-2", hours=10.0, deliverable_id=2, status="in progress"),
             made(Task, key="T-3", hours=10.0, deliverable_id=3, progress=60), made(Task, key="T-4", hours=10.0, deliverable_id=1, status="done"))
    case = Case(*rules, *tasks)
    assert case.number(earned_share) == 100 * Decimal(0 + 5 + 6 + 10) / 40
    assert case.value(earned_share).how == "21 h earned of 40 h; 2 deliverables earning by 0/100 or 50/50"
    assert Case(*rules, *tasks, baseline(1, OLD, {f"T-{n}": (None, PAST, 5) for n in (1, 2, 3, 4)})).number(earned_share) == Decimal("52.5")
    assert Case(rules[1], made(Task, hours=8.0, deliverable_id=2)).number(earned_share) == 0
