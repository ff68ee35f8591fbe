"""What a professional tests: what is missing is said, never counted as nothing."""
from datetime import timedelta
from decimal import Decimal

import pytest

from records.figures import FIGURES
from records.figures.base import Figure, Value, display, rounded
from records.figures.benefits import benefit_due, benefit_expected, benefit_forecast, benefit_realised, drift, realisation
from records.figures.budget import budget_left, overrun
from records.figures.business_case import bcr, npv, npv_approved, payback, roi
from records.figures.earned_value import ac, bac, cpi, eac, ev, pv, spi, tcpi
from records.figures.internal_rate import irr
from records.figures.milestones import milestone_slip
from records.figures.progress import planned_progress, progress
from records.figures.risks import risk_exposure, top_risk
from records.figures.strategy import attainment, coverage, strategic_fit
from records.figures.work import blocked, open_effort, overdue, overdue_share
from records.figures.workload import due_effort, load, workload
from records.kinds import Absence, Benefit, BudgetLine, CashFlow, CostEntry, Milestone, Objective, Person, Project, Risk, Task
from records.kinds.base import split
from tests.records.building import FUTURE, LATER, PAST, TODAY, Case, earned, flows, made

BUDGET = made(BudgetLine, amount=Decimal(100))


KNOWN_OF_NOTHING = {"overdue", "blocked", "ac", "committed", "open_effort", "confidence"}


@pytest.mark.parametrize("figure", [f for f in FIGURES if f.of is Project and f.name not in KNOWN_OF_NOTHING])
def test_a_project_with_nothing_in_it_has_no_such_figure(figure: Figure) -> None:
    found = Case(made(Project)).value(figure)
    assert found.number is None
    assert len(found.how) > 10


def test_each_name_of_a_figure_means_one_figure_of_its_kind() -> None:
    names = [(f.of, name.lower()) for f in FIGURES for name in {f.name.replace("_", " "), f.title.lower(), *(a.lower() for a in split(f.also))}]
    assert len(names) == len(set(names)), [n for n in names if names.count(n) > 1]
    assert len({f.name for f in FIGURES}) == len(FIGURES)


@pytest.mark.parametrize(("figure", "why"), [(cpi, "no cost is booked yet"), (eac, "work is done but no cost is booked")])
def test_without_a_booked_cost_there_is_no_cost_index_and_no_forecast(figure: Figure, why: str) -> None:
    assert earned("100", "50", "40", "0").value(figure) == Value(None, why)


def test_before_work_and_cost_the_forecast_is_the_budget() -> None:
    assert earned("100", "50", "0", "0").number(eac) == 100
    assert "atypical" in earned("100", "50", "0", "30").value(eac).how
    assert earned("100", "50", "0", "30").number(eac) == 130


def test_a_refund_alone_makes_no_index() -> None:
    assert earned("100", "50", "40", "-5").value(cpi).number is None


def test_a_budget_spent_to_the_cent_has_no_tcpi_and_an_overspent_one_a_negative() -> None:
    assert earned("100", "50", "40", "100").value(tcpi).number is None
    over = earned("100", "50", "40", "120").value(tcpi)
    assert over.number == -3
    assert "cannot be kept" in over.how


def test_nothing_planned_by_now_makes_no_schedule_index() -> None:
    assert "nothing was planned" in earned("100", "0", "0", "5").value(spi).how


def test_an_overspent_budget_is_an_overrun_even_without_any_task() -> None:
    case = Case(BUDGET, made(CostEntry, type="actual", amount=Decimal(130)))
    assert case.value(eac).number is None
    assert case.number(overrun) == 30
    assert case.number(budget_left) == -30
    assert "before any forecast" in case.value(overrun).how
    assert Case(BUDGET, made(CostEntry, type="actual", amount=Decimal(30))).value(overrun).number is None


def test_no_cost_entry_is_said_to_be_none() -> None:
    assert Case().value(ac) == Value(Decimal(0), "no cost is booked")


def test_progress_says_what_it_weighs_by_and_what_it_left_out() -> None:
    cancelled = made(Task, hours=9, status="cancelled")
    timed = Case(made(Task, hours=30, status="done"), made(Task, hours=10, progress=50), made(Task, points=5), cancelled)
    assert timed.number(progress) == Decimal("87.5")
    assert timed.value(progress).how == "35 h done of 40 h in 2 tasks; 1 task without an estimate left out"
    pointed = Case(made(Task, points=5, status="done"), made(Task, points=3))
    assert pointed.value(progress).how == "5 points done of 8 points in 2 tasks"
    bare = Case(made(Task, status="done"), made(Task, progress=50), made(Task), made(Task))
    assert bare.value(progress).how == "1.5 tasks done of 4 tasks; none has an estimate, so they count alike"


def test_a_done_task_is_done_whatever_its_percent_says() -> None:
    assert Case(made(Task, hours=8, status="done", progress=20)).number(progress) == 100


def test_work_under_way_is_planned_evenly_by_calendar_days() -> None:
    case = Case(made(Task, hours=8, start=TODAY - timedelta(days=4), due=TODAY + timedelta(days=5)))
    assert case.number(planned_progress) == 50


def test_a_moved_due_date_does_not_move_the_plan() -> None:
    assert Case(made(Task, hours=8, start=PAST, due=LATER, baseline_due=PAST)).number(planned_progress) == 100


def test_undated_work_is_not_planned_yet_and_mostly_undated_work_has_no_plan() -> None:
    some = Case(made(Task, hours=30, due=PAST), made(Task, hours=10))
    assert some.number(planned_progress) == 75
    assert "10 h without a due date" in some.value(planned_progress).how
    assert Case(made(Task, hours=10, due=PAST), made(Task, hours=30)).value(planned_progress).how == "only 10 h of 40 h have a due date"
    assert Case(made(Task, hours=10)).value(planned_progress).how == "nothing of 10 h has a due date"


def test_planned_value_names_why_it_is_missing() -> None:
    assert Case(made(Task, hours=8, due=PAST)).value(pv) == Value(None, "there is no budget line")
    assert Case(BUDGET).value(ev) == Value(None, "there is no task")


def test_a_task_due_today_is_not_overdue() -> None:
    ended = (made(Task, due=PAST, status="done"), made(Task, due=PAST, status="cancelled"))
    case = Case(made(Task, due=TODAY), made(Task, due=PAST), made(Task), *ended)
    assert case.value(overdue) == Value(Decimal(1), "1 of 3 open tasks past the due date", ("T-1",))
    assert case.number(overdue_share) == 25
    assert case.value(overdue_share).how == "1 of 4 tasks overdue"


def test_a_count_over_nothing_says_that_there_is_nothing() -> None:
    assert Case().value(overdue).how == Case().value(blocked).how == "there is no open task"


def test_hours_left_are_the_estimate_less_what_is_done() -> None:
    case = Case(made(Task, hours=10, progress=75), made(Task, hours=8, status="done"), made(Task))
    assert case.number(open_effort) == Decimal("2.5")
    assert "1 without an estimate left out" in case.value(open_effort).how
    assert Case(made(Task)).value(open_effort).number is None


def test_an_open_milestone_past_its_date_slips_day_by_day() -> None:
    late = made(Milestone, title="Gate", planned=PAST, forecast=PAST)
    assert Case(late).number(milestone_slip) == 10
    assert Case(late, made(Milestone, title="End", planned=FUTURE, forecast=LATER)).value(milestone_slip).keys == ("MS-1",)
    assert Case(made(Milestone, title="Gate", planned=PAST, actual=TODAY)).value(milestone_slip).number is None
    assert Case(made(Milestone, title="Gate", planned=LATER, forecast=FUTURE)).number(milestone_slip) == 0


def test_risks_without_a_cost_are_left_out_and_said() -> None:
    case = Case(made(Risk, probability=5, cost_impact=Decimal(100)), made(Risk), made(Risk, type="opportunity", cost_impact=Decimal(900)))
    assert case.number(risk_exposure) == 90
    assert case.value(risk_exposure).how == "probability × cost of 1 open risk; 1 without a cost left out"
    assert Case(made(Risk)).value(risk_exposure).how == "no open risk has a cost"
    assert Case(made(Risk, type="opportunity")).value(top_risk).how == "there is no open risk"


def test_a_dis_benefit_counts_against_the_benefits_however_it_is_signed() -> None:
    for sign in (1, -1):
        case = Case(made(Benefit, expected=Decimal(100)), made(Benefit, type="dis-benefit", expected=Decimal(30 * sign)))
        assert case.number(benefit_expected) == 70


def test_benefits_nobody_looked_at_again_have_no_forecast_and_no_drift() -> None:
    case = Case(made(Benefit, expected=Decimal(100)))
    assert case.value(drift).how == case.value(benefit_forecast).how == "no benefit has been forecast anew"


def test_a_forecast_takes_the_rest_as_promised_and_an_ended_benefit_as_it_came() -> None:
    case = Case(made(Benefit, expected=Decimal(100), forecast=Decimal(60)), made(Benefit, expected=Decimal(50)),
                made(Benefit, expected=Decimal(40), realised=Decimal(5), status="missed"))
    assert case.number(benefit_forecast) == 115
    assert case.value(benefit_forecast).how == "3 benefits as now expected, 1 of them as promised"


def test_realisation_compares_like_with_like() -> None:
    dated = made(Benefit, expected=Decimal(100), realised=Decimal(40), start=TODAY - timedelta(days=49), end=TODAY + timedelta(days=50))
    case = Case(dated, made(Benefit, expected=Decimal(900), realised=Decimal(300)))
    assert case.number(benefit_due) == 50
    assert case.number(realisation) == 80
    assert case.number(benefit_realised) == 340
    assert "1 without dates left out" in case.value(benefit_due).how


def test_before_realisation_starts_nothing_is_due() -> None:
    case = Case(made(Benefit, expected=Decimal(100), start=FUTURE, end=LATER))
    assert case.number(benefit_due) == 0
    assert case.value(realisation).how == "nothing was due yet"


def test_the_business_case_takes_forecasts_where_there_are_some_and_says_so() -> None:
    case = Case(made(Project, discount_rate=0), made(CashFlow, year=2026, amount=Decimal(-100), forecast=Decimal(-150)),
                made(CashFlow, year=2027, amount=Decimal(200)))
    assert case.number(npv) == 50
    assert case.number(npv_approved) == 100
    assert "1 of them anew" in case.value(npv).how
    assert "as approved, none forecast anew" in flows(8, "-1", "2").value(npv).how


@pytest.mark.parametrize(("amounts", "why"), [(("-100", "230", "-132"), "change sign 2 times"), (("100", "100"), "never turn")])
def test_no_or_several_internal_rates_are_said(amounts: tuple[str, ...], why: str) -> None:
    assert why in flows(8, *amounts).value(irr).how


def test_what_never_pays_back_says_so() -> None:
    assert flows(8, "-100", "20").value(payback).how == "it never pays back, not discounted"
    assert flows(8, "100", "20").value(payback).how == "there is nothing to pay back"
    assert flows(8, "100").value(roi).how == flows(8, "100").value(bcr).how == "the business case has no cost"


def test_an_objective_says_which_value_it_lacks() -> None:
    assert Case(made(Objective, target=5)).value(attainment).how == "it has no baseline and no current value"
    assert Case(made(Objective, baseline=5, current=5, target=5)).value(attainment).how == "its target is its baseline"
    cost = Case(made(Objective, baseline=40, current=38.5, target=34, unit="EUR"))
    assert cost.value(attainment).how == "baseline → now → target: 40 → 38.5 → 34 EUR"


def test_only_projects_under_way_cover_an_objective() -> None:
    case = Case(*(made(Project, phase=phase) for phase in ("in delivery", "closed", "candidate", "planning")))
    assert case.value(coverage) == Value(Decimal(2), "2 of 4 projects named for it under way", ("PRJ-0", "PRJ-3"))


def test_an_unscored_fit_is_not_a_bad_fit() -> None:
    assert Case(made(Project)).value(strategic_fit).number is None
    assert Case(made(Project, strategic_fit=0)).number(strategic_fit) == 0


def test_a_persons_load_counts_what_is_overdue_or_due_in_two_weeks() -> None:
    tasks = [made(Task, hours=30, due=PAST), made(Task, hours=40, progress=50, due=TODAY + timedelta(days=14)), made(Task, hours=99, due=FUTURE),
             made(Task, hours=7), made(Task, due=TODAY), made(Task, hours=50, due=PAST, status="done")]
    case = Case(made(Person, weekly_hours=20), *tasks)
    assert case.number(due_effort) == 50
    assert case.number(load) == 125
    assert case.value(load).how == ("50 h overdue or due within two weeks, of 40 h to work; 1 without an estimate counted as nothing; "
                                    "asked of days, as “in the next two weeks”, a part of what is due later would count as well")
    assert "1 without an estimate counted as nothing" in case.value(due_effort).how
    assert case.value(workload).how == ("5 open tasks: 30 h overdue, 20 h due within four weeks, 99 h due later, 7 h without a date; "
                                        "1 without an estimate counted as nothing")


def test_without_weekly_hours_there_is_no_load() -> None:
    assert Case(made(Person, weekly_hours=0), made(Task, hours=3, due=PAST)).value(load).how == "no weekly hours are set"


@pytest.mark.parametrize(("figure", "number", "shown"), [
    (bac, "1234567.5", "1,234,568 EUR"), (bac, "-0.4", "0 EUR"), (cpi, "0.885", "0.89"), (cpi, "-0.001", "0.00"), (progress, "45.5", "46 %"),
    (milestone_slip, "1", "1 day"), (milestone_slip, "12", "12 days"), (payback, "3.75", "3.8 years"), (open_effort, "1200", "1,200 h"),
    (overdue, "3", "3"), (top_risk, "20", "20")])
def test_a_value_is_shown_in_its_unit(figure: Figure, number: str, shown: str) -> None:
    assert display(figure, Value(Decimal(number), ""), "EUR") == shown


def test_a_value_that_is_none_shows_why() -> None:
    assert display(cpi, Value(None, "no cost is booked yet")) == "not computable: no cost is booked yet"
    assert rounded(Decimal("2.5")) == "3"
    assert bac.title == "budget"


def test_a_load_is_of_the_hours_that_are_there() -> None:
    """32 h a week in two weeks less three days away are 44.8 h; a task in points says that it is none in hours."""
    away = made(Absence, person_id=1, start=TODAY + timedelta(days=5), end=TODAY + timedelta(days=7))
    case = Case(made(Person, weekly_hours=32), away, made(Task, hours=28, due=TODAY), made(Task, points=3, due=TODAY))
    assert case.number(load) == Decimal("62.5")
    assert case.value(load).how == ("28 h overdue or due within two weeks, of 44.8 h to work (64 h less days off and absences); "
                                    "1 without an estimate in hours (1 in points) counted as nothing")
    gone = Case(made(Person, weekly_hours=32), made(Absence, person_id=1, start=TODAY, end=LATER), made(Task, hours=28, due=TODAY))
    assert gone.value(load).how == "there is no hour to work in the next two weeks; 28 h are overdue or due in them"


def test_a_bill_of_a_later_day_is_no_actual_cost_yet_and_a_credit_is_one() -> None:
    case = Case(made(CostEntry, type="actual", amount=Decimal(500)), made(CostEntry, type="actual", amount=Decimal(-40)),
                made(CostEntry, type="actual", amount=Decimal(70), on=FUTURE))
    assert case.value(ac) == Value(Decimal(460), "the sum of 2 booked costs; 1 of a later day left out", ("C-0", "C-1"))


def test_of_a_budget_of_nothing_no_value_is_earned() -> None:
    case = Case(made(BudgetLine, amount=Decimal(0)), made(CostEntry, type="actual", amount=Decimal(5)), made(Task, hours=8, progress=50, due=PAST))
    for figure in (pv, ev, cpi, spi, eac, tcpi):
        assert case.value(figure).how == "the budget is 0, and value is a share of the budget", figure.name
    assert case.number(overrun) == 5


def test_the_progress_says_how_much_work_under_way_nobody_said_anything_of() -> None:
    of = ("in progress", 0), ("in review", 0), ("in progress", 50), ("to do", 0)
    tasks = (made(Task, hours=8, status=status, progress=said) for status, said in of)
    assert Case(made(Project), *tasks).value(progress).how == "4 h done of 32 h in 4 tasks; 2 tasks under way without a stated progress count 0 %"
