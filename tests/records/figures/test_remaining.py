"""What of the money is left or still to come, and how far forecasts lie apart."""
from datetime import date, timedelta
from decimal import Decimal

from language.dates import Period
from records.figures.ranges import cost_range, finish_range
from records.figures.remaining import budget_this_year, costs_to_come, reserve_left
from records.kinds import BudgetLine, CostEntry, Link, Milestone, Project, Task
from tests.records.building import FUTURE, LATER, PAST, TODAY, Case, Made, earned, made

WORK = made(BudgetLine, id=11, title="Work", category="labour", amount=Decimal(100_000))
BUFFER = made(BudgetLine, id=12, title="Buffer", category="other", amount=Decimal(20_000), type="contingency reserve")
APART = made(BudgetLine, id=13, title="Apart", category="other", amount=Decimal(10_000), type="management reserve")


def cost(title: str, amount: int, type_: str, line: int | None = None) -> Made:
    return made(CostEntry, title=title, amount=Decimal(amount), type=type_, on=PAST, budget_line_id=line)


def line(title: str, amount: int, year: int | None = None) -> Made:
    return made(BudgetLine, title=title, amount=Decimal(amount), year=year)


def test_what_is_left_of_the_reserves_is_what_nobody_spent_from_them_or_ordered() -> None:
    found = Case(WORK, BUFFER, APART, cost("Crane", 5_000, "actual", 12), cost("Rent", 3_000, "commitment", 12), cost("Wages", 9_000, "actual", 11)).value(
        reserve_left)
    assert found.number == 30_000 - 8_000
    assert [p.said for p in found.parts] == ["12,000 left of 20,000", "10,000 left of 10,000"]


def test_without_a_reserve_there_is_none_to_be_left() -> None:
    assert Case(WORK).value(reserve_left).how == "no budget line is a contingency or a management reserve"


def test_what_is_to_come_is_the_rest_of_the_forecast_with_what_is_ordered_named() -> None:
    found = earned("1000", "500", "400", "500").value(costs_to_come)
    assert found.number == 750                              # EAC 1,000 / 0.8 = 1,250, less the 500 spent
    assert [p.said.partition(",")[0] for p in found.parts] == ["7", "743"]


def test_without_a_forecast_what_is_ordered_is_what_is_known_to_come() -> None:
    found = Case(made(Project), cost("Rent", 3_000, "commitment")).value(costs_to_come)
    assert found.number == 3_000
    assert "no more is known" in found.how


def test_the_budget_of_a_year_is_its_own_lines_and_of_the_others_the_days_in_it() -> None:
    project = made(Project, start=date(2026, 12, 22), finish=date(2027, 1, 10))
    assert Case(project, line("Now", 1_000, 2026), line("Then", 5_000, 2027)).number(budget_this_year) == 1_000
    assert Case(project, line("Now", 1_000, 2026), line("Both", 2_000)).number(budget_this_year) == 1_000 + 2_000 / 2
    assert Case(made(Project), line("Both", 2_000)).value(budget_this_year).number is None


def test_the_range_of_the_cost_lies_between_its_lowest_and_its_highest_forecast() -> None:
    found = earned("1000", "500", "400", "500").value(cost_range)
    assert found.number is not None
    assert found.number > 0
    assert "the forecast that counts is 1,250" in found.how
    assert "how likely each is cannot be computed" in found.how


def test_the_range_of_the_finish_names_what_says_the_first_and_the_last_day() -> None:
    tasks = (made(Task, id=1, title="Dig", hours=40.0, start=TODAY, due=FUTURE), made(Task, id=2, title="Build", hours=40.0, start=FUTURE, due=LATER))
    stone = made(Milestone, title="Open", planned=LATER, forecast=LATER + timedelta(days=20))
    case = (made(Project, start=PAST, finish=LATER, phase="in delivery"), *tasks, stone, made(Link, predecessor_id=1, successor_id=2, type="FS", lag_days=0))
    found = Case(*case).value(finish_range)
    assert "by its milestones" in found.how
    day = f"{LATER:%-d %b %Y}"
    assert f"how likely {day} is cannot be computed" in Case(*case, over=Period(LATER, LATER)).value(finish_range).how
