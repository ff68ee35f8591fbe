"""Each rule at its lines: silent below them, amber and red above, and silent where nothing is known."""
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from records.kinds import Benefit, BudgetLine, CashFlow, ChangeRequest, CostEntry, Milestone, Person, Project, Risk, Task
from records.rules import RULES
from records.rules.base import DEFAULTS, Rule
from records.rules.compliance.lacking_plan import lacking_plan
from records.rules.compliance.unbaselined import unbaselined
from records.rules.compliance.unled_project import unled_project
from records.rules.compliance.unmeasured_benefit import unmeasured_benefit
from records.rules.compliance.unowned_benefit import unowned_benefit
from records.rules.compliance.unowned_risk import unowned_risk
from records.rules.compliance.unplanned_work import unplanned_work
from records.rules.compliance.unreviewed_risk import unreviewed_risk
from records.rules.health.being_blocked import being_blocked
from records.rules.health.drifting import drifting
from records.rules.health.falling_behind import falling_behind
from records.rules.health.losing_value import losing_value
from records.rules.health.overdrawing import overdrawing
from records.rules.health.overloading import overloading
from records.rules.health.overrunning import overrunning
from records.rules.health.overspending import overspending
from records.rules.health.running_late import running_late
from records.rules.health.serving_nothing import serving_nothing
from records.rules.health.severe_risk import severe_risk
from records.rules.health.slipping import slipping
from records.rules.health.undecided import undecided
from records.rules.health.underdelivering import underdelivering
from tests.records.building import FUTURE, LATER, PAST, TODAY, Case, Made, earned, flows, made

ASK_FOR_SOMETHING = {lacking_plan, unled_project, unbaselined, serving_nothing}
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize("rule", [r for r in RULES if r.of is Project and r not in ASK_FOR_SOMETHING], ids=lambda r: r.name)
def test_a_rule_is_silent_where_nothing_is_known(rule: Rule) -> None:
    assert Case(made(Project, phase="in delivery")).findings(rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_names_its_clause_in_a_sentence(rule: Rule) -> None:
    assert rule.clause[0].isupper()
    assert rule.clause.endswith(".")


@pytest.mark.parametrize(("cost", "severity"), [("42000", []), ("42106", ["amber"]), ("47058", ["amber"]), ("47059", ["red"])])
def test_overspending_by_the_cpi(cost: str, severity: list[str]) -> None:
    assert earned("100000", "50000", "40000", cost).severities(overspending) == severity


@pytest.mark.parametrize(("cost", "severity"), [("42000", []), ("42001", ["amber"]), ("44000", ["amber"]), ("44001", ["red"])])
def test_overrunning_by_the_forecast(cost: str, severity: list[str]) -> None:
    assert earned("100000", "50000", "40000", cost).severities(overrunning) == severity


def test_an_office_draws_its_own_lines() -> None:
    strict = replace(DEFAULTS, cpi_amber=Decimal(1), cpi_red=Decimal("0.99"))
    assert [f.severity for f in earned("100", "50", "40", "41").findings(overspending, strict)] == ["red"]


@pytest.mark.parametrize(("spent", "ordered", "severity"), [(60, 40, []), (60, 41, ["amber"]), (101, 0, ["red"])])
def test_overdrawing_the_budget(spent: int, ordered: int, severity: list[str]) -> None:
    case = Case(made(BudgetLine, amount=Decimal(100)), made(CostEntry, type="actual", amount=Decimal(spent)),
                made(CostEntry, type="commitment", amount=Decimal(ordered)))
    assert case.severities(overdrawing) == severity


@pytest.mark.parametrize(("done", "severity"), [("40", []), ("39", ["amber"]), ("30", ["amber"]), ("29", ["red"])])
def test_falling_behind_by_points(done: str, severity: list[str]) -> None:
    assert earned("100", "50", done, "1").severities(falling_behind) == severity


def test_falling_behind_says_by_how_much() -> None:
    (finding,) = earned("100", "50", "35", "1").findings(falling_behind)
    assert finding.says == "Progress is 35 %, 15 points behind the plan of 50 %."
    assert finding.keys


@pytest.mark.parametrize(("late", "severities"), [(0, []), (1, ["mild"]), (2, ["mild"]), (3, ["amber"]), (6, ["amber"]), (7, ["red"])])
def test_running_late_by_the_share_of_overdue_tasks(late: int, severities: list[str]) -> None:
    found = Case(*(made(Task, due=PAST) for _ in range(late)), *(made(Task, due=FUTURE) for _ in range(20 - late))).findings(running_late)
    assert ["mild" if f.mild else f.severity for f in found] == severities
    assert all(f.says == f"Overdue: {late} of 20 tasks." and len(f.keys) == late for f in found)


def milestone(days: int, tolerated: int = 5, type_: str = "internal") -> Made:
    return made(Milestone, title="Live", planned=FUTURE, forecast=FUTURE + timedelta(days=days), tolerance_days=tolerated, type=type_)


@pytest.mark.parametrize(("days", "severity"), [(5, []), (6, ["amber"]), (10, ["amber"]), (11, ["red"])])
def test_slipping_by_the_milestones_own_tolerance(days: int, severity: list[str]) -> None:
    assert Case(milestone(days)).severities(slipping) == severity


def test_a_missed_gate_is_red_and_a_held_one_is_well() -> None:
    gate = made(Milestone, title="Gate 1", planned=TODAY - timedelta(days=7), type="gate")
    (finding,) = Case(gate).findings(slipping)
    assert (finding.severity, finding.says) == ("red", "The gate “Gate 1” was missed: it was due on 11 Nov 2026.")
    assert Case(made(Milestone, title="Gate 1", planned=PAST, actual=TODAY, type="gate")).findings(slipping) == []
    assert Case(made(Milestone, title="Gate 1", planned=YESTERDAY, type="gate")).findings(slipping) == []


def test_a_blocked_task_is_amber_and_a_critical_one_red_once_the_days_it_is_given_are_over() -> None:
    case = Case(made(Task, title="Weld", status="blocked", blocked_by="no steel.", written=(PAST, PAST)),
                made(Task, title="Paint", status="blocked", blocked_by="rain", priority="critical", written=(PAST, PAST)))
    said = [(f.severity, f.says) for f in case.findings(being_blocked)]
    assert said == [("amber", "“Weld” is blocked: no steel."), ("red", "“Paint” is blocked: rain.")]


@pytest.mark.parametrize(("days", "severity"), [(0, "amber"), (7, "amber"), (8, "red")])
def test_a_critical_task_has_five_working_days_from_the_day_it_was_written_to(days: int, severity: str) -> None:
    day = TODAY - timedelta(days=days)                       # a Wednesday; the working days between are five, then six
    assert Case(made(Task, status="blocked", priority="critical", written=(PAST, day))).severities(being_blocked) == [severity]


@pytest.mark.parametrize(("risk", "severity"), [
    ({"probability": 4, "impact": 4, "owner_id": 1, "response": "Wait"}, ["red"]), ({"probability": 3, "impact": 5}, ["amber"]),
    ({"probability": 3, "impact": 5, "owner_id": 1, "response": "Wait"}, []), ({"probability": 3, "impact": 5, "owner_id": 1}, ["amber"]),
    ({"probability": 3, "impact": 3}, []), ({"probability": 5, "impact": 5, "status": "closed"}, []),
    ({"probability": 5, "impact": 5, "type": "opportunity"}, [])])
def test_severe_risks(risk: dict[str, object], severity: list[str]) -> None:
    assert Case(made(Risk, title="Late", **risk)).severities(severe_risk) == severity


def test_a_severe_risk_says_what_it_lacks() -> None:
    (finding,) = Case(made(Risk, title="Late", probability=4, impact=3)).findings(severe_risk)
    assert finding.says == "“Late” scores 12 of 25 with no owner and no response."


def test_an_open_risk_is_owned_and_reviewed_in_time() -> None:
    case = Case(made(Risk, review=YESTERDAY), made(Risk, review=TODAY, owner_id=1), made(Risk, review=PAST, status="closed"))
    assert [f.says for f in case.findings(unreviewed_risk)] == ["The review of 1 open risk is overdue."]
    assert [f.says for f in case.findings(unowned_risk)] == ["Nobody owns 1 open risk."]


@pytest.mark.parametrize(("forecast", "severity"), [(85, []), (84, ["amber"]), (70, ["amber"]), (69, ["red"]), (120, [])])
def test_drifting_benefits(forecast: int, severity: list[str]) -> None:
    assert Case(made(Benefit, expected=Decimal(100), forecast=Decimal(forecast))).severities(drifting) == severity


@pytest.mark.parametrize(("come", "severity"), [(43, []), (42, ["amber"]), (30, ["amber"]), (29, ["red"])])
def test_underdelivering_against_what_is_due(come: int, severity: list[str]) -> None:
    half_way = {"start": TODAY - timedelta(days=49), "end": TODAY + timedelta(days=50)}
    assert Case(made(Benefit, expected=Decimal(100), realised=Decimal(come), **half_way)).severities(underdelivering) == severity


def test_in_the_first_weeks_nothing_can_have_come_yet() -> None:
    assert Case(made(Benefit, expected=Decimal(100), start=PAST, end=TODAY + timedelta(days=300))).findings(underdelivering) == []


def test_a_benefit_has_an_owner_and_is_measured_on_its_day() -> None:
    case = Case(made(Benefit, title="Fewer calls", review=YESTERDAY), made(Benefit, title="Old", owner_id=1, review=PAST, status="realised"))
    assert [f.says for f in case.findings(unowned_benefit)] == ["Nobody owns the benefit “Fewer calls”."]
    assert [f.says for f in case.findings(unmeasured_benefit)] == ["“Fewer calls” was to be measured on 17 Nov 2026."]


@pytest.mark.parametrize(("now", "severity"), [(200, []), (149, ["amber"]), (99, ["red"]), (150, [])])
def test_losing_half_of_the_value_or_all_of_it(now: int, severity: list[str]) -> None:
    case = Case(made(Project, discount_rate=0), made(CashFlow, year=2026, amount=Decimal(-100)),
                made(CashFlow, year=2027, amount=Decimal(200), forecast=Decimal(now)))
    assert case.severities(losing_value) == severity


def test_a_case_that_was_never_worth_it_is_red() -> None:
    assert flows(8, "-100", "50").severities(losing_value) == ["red"]


def test_a_project_serves_an_objective_while_it_is_open() -> None:
    assert Case(made(Project)).severities(serving_nothing) == ["amber"]
    assert Case(made(Project, objective_id=1)).findings(serving_nothing) == []
    assert Case(made(Project, phase="closed")).findings(serving_nothing) == []


@pytest.mark.parametrize(("hours", "severity"), [(40, []), (41, ["amber"]), (52, ["amber"]), (53, ["red"])])
def test_overloading_beyond_the_weekly_hours(hours: int, severity: list[str]) -> None:
    assert Case(made(Person, name="Ben", weekly_hours=20), made(Task, hours=hours, due=PAST)).severities(overloading) == severity


def test_a_change_waits_no_longer_than_its_day() -> None:
    case = Case(made(ChangeRequest, title="New search", decide_by=YESTERDAY), made(ChangeRequest, decide_by=TODAY),
                made(ChangeRequest, decide_by=PAST, status="approved"))
    assert [f.says for f in case.findings(undecided)] == ["“New search” should have been decided by 17 Nov 2026."]


def test_work_is_planned_with_owner_estimate_and_date() -> None:
    well = made(Task, owner_id=1, due=FUTURE, hours=3)
    assert Case(well, well, well, made(Task, owner_id=1, due=FUTURE)).findings(unplanned_work) == []
    (finding,) = Case(well, made(Task), made(Task, owner_id=1, due=FUTURE, points=2), made(Task, status="backlog")).findings(unplanned_work)
    assert finding.says == "Of 3 open tasks 1 without an owner, 1 without a due date, 1 without an estimate."
    assert finding.keys == ("T-1",)


def test_a_project_in_delivery_can_say_how_it_stands() -> None:
    project = made(Project, phase="in delivery", finish=YESTERDAY)
    assert [f.says for f in Case(project).findings(lacking_plan)] == [
        "Apollo is in delivery without a single task.", "Apollo should have been finished on 17 Nov 2026 and is still in delivery."]
    assert [f.says for f in Case(made(Project, phase="in delivery"), made(Task)).findings(lacking_plan)] == ["No open task of Apollo has a due date."]
    assert Case(made(Project, phase="in delivery", finish=LATER), made(Task, due=FUTURE)).findings(lacking_plan) == []
    assert Case(made(Project, phase="candidate")).findings(lacking_plan) == []
