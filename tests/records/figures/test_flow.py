"""Flow by the days of tasks and issues, scope against the baseline, and how quickly money is spent."""
from datetime import timedelta
from decimal import Decimal

from records.figures.budget import burn, runway
from records.figures.flow import cycle_time, lead_time, throughput, time_to_resolve, wip
from records.figures.scope import scope_added, scope_growth, scope_removed
from records.kinds import BudgetLine, CostEntry, Issue, Sprint, Task
from tests.records.building import PAST, TODAY, Case, Made, made
from tests.records.figures.test_earned_value import OLD, baseline


def took(days: int, ago: int = 0) -> Made:
    done = TODAY - timedelta(days=ago)
    return made(Task, status="done", began_on=done - timedelta(days=days), done_on=done)


def test_cycle_time_is_the_median_and_promises_rest_on_the_85th_percentile() -> None:
    found = Case(*(took(n) for n in range(1, 21)), made(Task, status="done", done_on=TODAY), made(Task, began_on=PAST)).value(cycle_time)
    assert found.number == Decimal("10.5")
    assert found.how == "the median of 20 tasks; 85 of 100 take at most 17 days; 1 done without the day they began left out"
    assert [(p.label, p.said) for p in found.parts] == [("median", "10.5 days"), ("85th percentile", "17 days"), ("mean", "10.5 days"), ("longest", "20 days")]
    assert Case(made(Task, status="done")).value(cycle_time).how == "no done task has the day it began"


def test_lead_time_runs_from_the_first_line_in_the_log() -> None:
    tasks = [made(Task, status="done", done_on=TODAY, written=(TODAY - timedelta(days=n), TODAY)) for n in (4, 6, 20)]
    imported = made(Task, status="done", done_on=PAST, written=(TODAY, TODAY))
    found = Case(*tasks, imported, made(Task, written=(PAST, PAST))).value(lead_time)
    assert found.number == 6
    assert found.how == "the median of 3 tasks; 85 of 100 take at most 20 days; 1 done before the log knew them left out"
    assert Case(imported).value(lead_time).how == "no task is done that the log knew before"


def test_issues_take_from_their_raising_to_their_resolution() -> None:
    issues = [made(Issue, raised_on=TODAY - timedelta(days=n), resolved_on=TODAY) for n in (4, 7)]
    assert Case(*issues, made(Issue, raised_on=PAST)).number(time_to_resolve) == Decimal("5.5")
    assert "no issue is resolved" in Case(made(Issue, raised_on=PAST)).value(time_to_resolve).how


def test_throughput_is_what_is_done_in_a_week() -> None:
    found = Case(*(took(1, ago) for ago in (0, 1, 6, 7, 20, 55, 56)), made(Task, status="done")).value(throughput)
    assert found.number == Decimal("0.75")
    assert found.how == "a week: 6 tasks done in the last 8 weeks"
    assert [p.said for p in found.parts] == ["0.5", "0", "3 tasks", "1 task", "1 task", "no task", "no task", "no task", "no task", "1 task"]
    assert Case(took(1, 300)).number(throughput) == 0
    assert Case(made(Task)).value(throughput).number is None


def test_work_in_progress_has_its_ages_and_its_limit() -> None:
    case = Case(made(Task, title="A", status="in progress", began_on=PAST), made(Task, title="B", status="blocked", began_on=TODAY - timedelta(days=2)),
                made(Task, status="in review"), made(Task), made(Sprint, title="Sprint 6", status="active", wip_limit=3))
    found = case.value(wip)
    assert found.number == 3
    assert found.how == "3 tasks in progress, in review or blocked; 1 without the day they began"
    assert [(p.label, p.said) for p in found.parts] == [("limit of Sprint 6", "3"), ("median age", "6 days"), ("85th percentile of the ages", "10 days"),
                                                        ("A", "in progress for 10 days"), ("B", "blocked for 2 days")]
    assert Case(made(Task)).number(wip) == 0
    assert Case().value(wip).how == "there is no task"


def test_littles_law_holds_for_a_steady_flow() -> None:
    """2.5 a day for four days each: ten under way."""
    done = [took(4, ago) for ago in range(56) for _ in range(5 if ago % 2 else 0)]
    going = [made(Task, status="in progress", began_on=TODAY - timedelta(days=n)) for n in range(4) for _ in range(5 if n % 2 else 0)]
    case = Case(*done, *going)
    assert case.number(throughput) / 7 * case.number(cycle_time) == case.number(wip) == 10


AGREED = baseline(1, OLD, {"T-1": (None, PAST, 8), "T-2": (None, PAST, 8), "T-3": (None, PAST, 8), "T-4": (None, PAST, 8)})
SINCE = (made(Task, key="T-1", id=1, title="Build"), made(Task, key="T-2", id=2, title="Test", status="cancelled"),
         made(Task, key="T-4", id=4, title="Hand over"),
         made(Task, key="T-5", id=5, title="Build the left half", parent_id=1), made(Task, key="T-6", id=6, title="Its first door", parent_id=5),
         made(Task, key="T-7", id=7, title="An app"), made(Task, key="T-8", id=8, title="Its icon", parent_id=7),
         made(Task, key="T-9", id=9, title="Never mind", status="cancelled"))


def test_what_was_added_is_told_apart_from_what_only_divides_agreed_work() -> None:
    found = Case(AGREED, *SINCE).value(scope_added)
    assert found.number == 2
    assert found.how == "2 tasks added since baseline 1 of 10 Aug 2026; 2 more only divide work that was agreed"
    assert [(p.label, p.said) for p in found.parts] == [("An app", "added"), ("Its icon", "added"), ("Build the left half", "divides agreed work"),
                                                        ("Its first door", "divides agreed work")]


def test_what_was_removed_is_cancelled_or_gone_and_growth_is_the_balance() -> None:
    case = Case(AGREED, *SINCE)
    assert case.number(scope_removed) == 2
    assert [(p.label, p.said) for p in case.value(scope_removed).parts] == [("Test", "cancelled"), ("T-3", "gone")]
    assert case.number(scope_growth) == 0
    assert Case(AGREED, *SINCE[:1], SINCE[2], SINCE[5]).number(scope_growth) == -25
    assert Case(*SINCE).value(scope_growth).how == "there is no baseline to compare with"


def cost(amount: int, ago: int, type_: str = "actual") -> Made:
    return made(CostEntry, type=type_, amount=Decimal(amount), on=TODAY - timedelta(days=ago))


def test_burn_is_what_a_week_costs_and_the_budget_lasts_so_many_weeks() -> None:
    case = Case(made(BudgetLine, amount=Decimal(40_000)), cost(4_000, 200), cost(8_000, 83), cost(4_000, 0), cost(99, 3, "commitment"), cost(500, -3))
    assert case.number(burn) == 1000
    assert case.value(burn).how == "a week: 12,000 spent in the 12 weeks since 27 Aug 2026"
    assert case.number(runway) == 24                       # 24,000 left: the bill of a later day is not spent yet


def test_a_young_project_burns_since_its_first_cost() -> None:
    assert Case(cost(4_000, 27), cost(2_000, 3)).number(burn) == 1500
    assert Case(cost(4_000, 2)).number(burn) == 4000


def test_without_spending_the_budget_lasts_for_a_time_nobody_knows() -> None:
    budget = made(BudgetLine, amount=Decimal(100))
    assert Case(budget).value(burn).how == "no cost is booked"
    assert Case(budget, cost(50, 200)).value(runway).how == "nothing was spent in the last 12 weeks"
    spent = Case(budget, cost(150, 3)).value(runway)
    assert spent.number == 0
    assert spent.how.endswith("the budget is spent")
