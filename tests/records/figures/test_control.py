"""Risks before and after their responses, quality, changes and stakeholders: what each comes to and what stands behind it."""
from datetime import timedelta
from decimal import Decimal

from records.figures.change_control import change_age, change_cost, change_days, changes_open
from records.figures.engagement import communications_overdue, engagement_gap, support
from records.figures.quality import checks_due, checks_failed, cost_of_quality, escaped_defects, metrics_on_target, open_defects, rework
from records.figures.risks import days_exposure, opportunity_exposure, residual_exposure, response_gain, risk_exposure, top_risk
from records.kinds import ChangeRequest, Check, Communication, Issue, Measurement, Metric, Risk, Stakeholder, Task
from tests.records.building import FUTURE, PAST, TODAY, Case, Made, made

LATE = made(Risk, title="Steel is late", chance=30.0, cost_impact=Decimal(80_000), response_cost=Decimal(8_000), residual_probability=1,
            residual_cost=Decimal(40_000), days_impact=20)
DEAR = made(Risk, title="Steel is dear", probability=5, cost_impact=Decimal(10_000), response_cost=Decimal(5_000), residual_cost=Decimal(5_000), days_impact=10)
BARE = made(Risk, title="Rain", probability=1, cost_impact=Decimal(1_000))
CHANCE = made(Risk, title="A prize", type="opportunity", chance=20.0, cost_impact=Decimal(50_000), response_cost=Decimal(1_000), residual_probability=3)


def test_a_response_is_worth_it_where_it_takes_off_more_than_it_costs() -> None:
    """30 % of 80k before, 10 % of 40k after, for 8k: keep it."""
    found = Case(LATE).value(response_gain)
    assert found.number == 24_000 - 4_000 - 8_000
    assert [(p.label, p.said) for p in found.parts] == [("Steel is late", "saves 20,000 for 8,000: worth it")]


def test_a_response_that_costs_more_than_it_saves_is_not_worth_it() -> None:
    found = Case(LATE, DEAR, BARE, CHANCE).value(response_gain)
    assert found.number == 12_000 + (4_500 - 5_000) + (15_000 - 1_000)
    assert found.how == "what 3 responses take off the exposure less their cost; 2 of 3 worth it; 1 without a cost or a new judgement left out"
    assert found.parts[1].said == "saves 4,500 for 5,000: not worth it"
    assert "no open risk has a response" in Case(BARE).value(response_gain).how


def test_what_is_at_stake_after_the_responses_is_as_before_where_nobody_judged_it() -> None:
    case = Case(LATE, DEAR, BARE, CHANCE)
    assert case.number(risk_exposure) == 24_000 + 9_000 + 100
    assert case.number(residual_exposure) == 4_000 + 4_500 + 100
    assert case.value(residual_exposure).how.endswith("; 1 not judged anew, so as before")
    assert case.number(opportunity_exposure) == 10_000
    assert case.value(opportunity_exposure).how == "probability × gain of 1 open opportunity"


def test_days_at_risk_are_chance_times_delay() -> None:
    found = Case(LATE, DEAR, BARE).value(days_exposure)
    assert found.number == 6 + 9
    assert [(p.label, p.said) for p in found.parts] == [("Steel is dear", "9.0 days"), ("Steel is late", "6.0 days")]
    assert Case(BARE).value(days_exposure).how == "no open risk has a delay"


def test_the_scores_stand_behind_the_worst_with_their_level() -> None:
    scored = [made(Risk, title=f"{p} x {i}", probability=p, impact=i) for p, i in ((1, 4), (4, 4), (3, 3), (5, 2))]
    assert [p.said for p in Case(*scored).value(top_risk).parts] == ["16, critical", "10, high", "9, medium", "4, low"]


def measured(metric: int, ago: int, value: float) -> Made:
    return made(Measurement, metric_id=metric, on=TODAY - timedelta(days=ago), value=value)


def test_a_metric_is_met_within_its_tolerance_at_the_latest_measurement() -> None:
    metrics = (made(Metric, id=1, title="Load time", unit="s", better="lower", target=2.0, tolerance=0.5), made(Metric, id=2, title="Coverage", target=80.0),
               made(Metric, id=3, title="Never measured", target=1.0), made(Metric, id=4, title="No target"))
    case = Case(*metrics, measured(1, 20, 1.0), measured(1, 2, 2.5), measured(2, 2, 79.9), measured(4, 2, 1), measured(2, -3, 99))
    found = case.value(metrics_on_target)
    assert found.number == 50
    assert found.how == "1 of 2 quality metrics within tolerance at the latest measurement; 2 without a target or a measurement left out"
    assert [p.said for p in found.parts] == ["2.5 s on 16 Nov 2026 against 2 s ± 0.5: met", "79.9 on 16 Nov 2026 against 80 ± 0: missed", "not measured",
                                             "1 on 16 Nov 2026, no target"]
    assert Case(metrics[2]).value(metrics_on_target).how == "no quality metric has both a target and a measurement"


def test_defects_are_counted_by_severity_and_issues_are_none() -> None:
    case = Case(made(Issue, title="a", type="defect", severity="low"), made(Issue, title="b", type="defect", severity="critical"), made(Issue, title="c"),
                made(Issue, title="d", type="defect", status="closed"))
    found = case.value(open_defects)
    assert found.number == 2
    assert found.how == "2 of 3 defects still open: 1 critical, 1 low"
    assert [p.label for p in found.parts] == ["b", "a"]
    assert Case(made(Issue)).value(open_defects).how == "no defect is recorded"


def test_a_defect_raised_after_its_task_was_done_has_escaped() -> None:
    task = made(Task, id=5, status="done", done_on=PAST)
    found = Case(task, *(made(Issue, title="x", type="defect", task_id=5, raised_on=PAST + timedelta(days=n)) for n in (-2, 0, 3, 4)),
                 made(Issue, type="defect", raised_on=TODAY)).value(escaped_defects)
    assert found.number == 50
    assert found.how == "2 of 4 defects raised after their task was done; 1 without a task or a day left out"
    assert Case(made(Issue, type="defect")).value(escaped_defects).how == "no defect names the task it was found in"


CHECKS = (made(Check, title="Pages", planned=PAST), made(Check, title="Logo", planned=TODAY + timedelta(days=14)), made(Check, planned=FUTURE),
          made(Check, title="Forms", activity="test", result="failed", cost=Decimal(300), cost_class="internal failure", rework_hours=6.5),
          made(Check, result="passed", cost=Decimal(500)), made(Check, title="Texts", result="passed with findings", rework_hours=1.0),
          made(Check, result="cancelled"))


def test_checks_are_due_fail_cost_and_bring_rework() -> None:
    case = Case(*CHECKS)
    assert case.number(checks_due) == 2
    assert case.value(checks_due).how == "2 quality checks due by 2 Dec 2026, 1 of them overdue"
    assert case.value(checks_due).parts[0].said == "review planned for 8 Nov 2026, overdue"
    assert case.value(checks_failed).how == "1 of 3 quality checks held"
    assert [p.said for p in case.value(checks_failed).parts] == ["test failed", "review passed with findings"]
    assert case.number(cost_of_quality) == 800
    assert case.value(cost_of_quality).how == "the cost of 2 quality checks, 300 of it for failures"
    assert [(p.label, p.said) for p in case.value(cost_of_quality).parts][:3] == [("prevention", "0"), ("appraisal", "500"), ("internal failure", "300")]
    assert case.number(rework) == Decimal("7.5")


def test_quality_says_what_it_lacks() -> None:
    assert Case(CHECKS[0]).value(checks_failed).how == "no quality check has been held"
    assert Case(CHECKS[0]).value(cost_of_quality).how == "no quality check has a cost"
    assert Case().value(rework).how == "there is no quality check"


CHANGES = (made(ChangeRequest, title="Wait", written=(TODAY - timedelta(days=30), TODAY), decide_by=PAST, cost_effect=Decimal(7), days_effect=2),
           made(ChangeRequest, title="Soon", status="evaluated", decide_by=FUTURE),
           made(ChangeRequest, title="Yes", status="approved", cost_effect=Decimal(100), days_effect=5),
           made(ChangeRequest, title="Done", status="implemented", cost_effect=Decimal(-30), days_effect=-1),
           made(ChangeRequest, status="rejected", cost_effect=Decimal(9)))


def test_changes_wait_and_add_up() -> None:
    case = Case(*CHANGES)
    assert case.number(changes_open) == 2
    assert case.value(changes_open).how == "2 of 5 change requests undecided, 1 past the day to decide"
    assert case.number(change_age) == 30
    assert case.value(change_age).how == "Wait, written down on 19 Oct 2026, the longest waiting of 2"
    assert [p.said for p in case.value(change_age).parts] == ["30 days, 10 days past the day to decide", "no day, to be decided by 18 Dec 2026"]
    assert case.number(change_cost) == 70
    assert case.value(change_cost).how == "the sum of 2 approved changes; 7 more is undecided"
    assert case.number(change_days) == 4
    assert case.value(change_days).how == "the sum of 2 approved changes; 2 more days undecided"


def test_no_change_is_no_effect() -> None:
    assert Case().value(changes_open).how == "there is no change request"
    assert Case(CHANGES[0]).value(change_cost).how == "no approved change has an effect in money"
    assert Case(CHANGES[2]).value(change_age).how == "there is no undecided change"


PEOPLE = (made(Stakeholder, name="Legal", power=5, interest=2, current="neutral", desired="supportive"),
          made(Stakeholder, name="Dealers", power=4, interest=5, current="supportive", desired="leading"),
          made(Stakeholder, name="Union", power=2, interest=4, current="resistant", desired="supportive"),
          made(Stakeholder, name="Press", power=1, interest=1, current="supportive", desired="neutral"), made(Stakeholder, name="New", power=5))


def test_who_is_less_engaged_than_wanted_is_a_gap_the_powerful_first() -> None:
    found = Case(*PEOPLE).value(engagement_gap)
    assert found.number == 3
    assert found.how == "3 of 4 stakeholders less engaged than wanted; 1 not judged left out"
    assert [(p.label, p.said) for p in found.parts] == [
        ("Legal", "neutral → supportive, 1 step, power 5 of 5"), ("Dealers", "supportive → leading, 1 step, power 4 of 5"),
        ("Union", "resistant → supportive, 2 steps, power 2 of 5")]
    assert "nobody has said" in Case(PEOPLE[4]).value(engagement_gap).how


def test_support_is_shown_by_quadrant() -> None:
    found = Case(*PEOPLE).value(support)
    assert found.number == 50
    assert [(p.label.strip(), p.said) for p in found.parts] == [
        ("manage closely (high power, high interest)", "1 of 1 for it"), ("Dealers", "supportive"),
        ("keep satisfied (high power, low interest)", "0 of 1 for it"), ("Legal", "neutral"),
        ("keep informed (low power, high interest)", "0 of 1 for it"), ("Union", "resistant"),
        ("monitor (low power, low interest)", "1 of 1 for it"), ("Press", "supportive")]


def test_a_communication_past_its_day_is_overdue() -> None:
    note = made(Communication, title="Note", audience="Dealers", next_due=PAST)
    found = Case(note, made(Communication, next_due=TODAY), made(Communication)).value(communications_overdue)
    assert found.number == 1
    assert found.how == "1 of 2 planned communications past the day it was due"
    assert found.parts[0].said == "10 days overdue, to Dealers"
    assert Case().value(communications_overdue).how == "there is no communication planned"
