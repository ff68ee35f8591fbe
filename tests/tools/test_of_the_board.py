"""What executives are told in a sentence: the worst project, money over or under budget, money without an objective, spending so far, promises, savings."""
from typing import Any

import pytest

from records.figures.earned_value import ac, bac, eac, pv
from records.figures.schedule.expected import expected_finish
from records.figures.schedule.lateness import finish_delay
from records.kinds import Project
from records.proposals import Create
from reports.blocks import Table, Text
from reports.portfolio import visible
from tests.tools.conftest import LayDesk
from tools import TOOLS
from tools.base import Result
from tools.desk import Desk

BY_NAME = {t.name: t for t in TOOLS}


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("elena")


def told(desk: Desk, tool: str, **said: Any) -> str:
    found = BY_NAME[tool].call(desk, said)
    assert isinstance(found, Result)
    return " ".join(b.text for b in found.blocks if isinstance(b, Text))


def test_the_worst_project_is_named_with_both_verdicts_and_who_is_worse_by_one_of_them(desk: Desk) -> None:
    said = told(desk, "portfolio_summary", focus="worst")
    assert said.startswith("Apollo does worst, both verdicts counted alike: it is off track in delivery and doubtful in value.")
    assert "By value alone worse: Dione (no longer worth it" in said


def test_how_far_all_are_over_or_under_budget_is_told_and_not_left_to_be_subtracted(desk: Desk) -> None:
    live = [p for p in visible(desk.reader) if p.phase != "closed"]
    book = desk.book(*live)
    over = sum((book.value(p, eac).number or 0) - (book.value(p, bac).number or 0) for p in live)
    assert f"are forecast to end {abs(over):,.0f} EUR {'over' if over > 0 else 'below'} the budget" in told(desk, "portfolio_summary", focus="money")


def test_the_share_of_the_budget_that_works_for_no_objective_is_told(desk: Desk) -> None:
    assert "Of the budget of 3,720,000 EUR, 1,400,000 (38 %) works for no objective; 1,000,000 EUR more in what is no longer worth it (Dione)." in told(
        desk, "portfolio_summary", focus="strategy")


def test_spending_is_told_against_what_was_planned_by_now_with_what_is_left(desk: Desk) -> None:
    project = desk.named(Project, "Corvus")
    spent, planned, budget = (desk.book(project).value(project, f).number or 0 for f in (ac, pv, bac))
    assert (f"Corvus has spent {spent:,.0f} EUR, {planned - spent:,.0f} less than the {planned:,.0f} planned for by now; "
            f"{budget - spent:,.0f} of the budget is left.") in told(desk, "status_report", project="Corvus", focus="cost")


def test_each_benefit_is_told_with_what_came_what_was_promised_and_what_is_expected(desk: Desk) -> None:
    assert ("“Less energy bought” (ELARA-BN-1): 158,000 EUR has come of 520,000 promised; 450,000 is expected now, 70,000 short of the promise."
            ) in told(desk, "status_report", project="Elara", focus="value")


def test_what_must_be_saved_is_saved_where_least_is_lost(desk: Desk) -> None:
    said = told(desk, "select_portfolio", wish="which project would you cut if we had to save 300k")
    assert said.startswith("To save 300,000 EUR, the least is lost by stopping Fortuna: that saves ")
    assert "even gains 210,530 of NPV ahead" in said
    assert "all open projects together still need" in told(desk, "select_portfolio", wish="what should we stop to save 90 million")


def test_a_finish_is_as_late_as_the_status_tells_it(desk: Desk) -> None:
    project = desk.named(Project, "Apollo")
    book = desk.book(project)
    late, day = book.value(project, finish_delay), book.value(project, expected_finish)
    assert project.finish is not None
    assert late.number == (day.number or 0) - project.finish.toordinal()
    assert "Apollo 31 days later, Corvus 6 days later" in told(desk, "find_records", kind="project", where={"finish delay": "above 0"})


def test_a_business_case_that_is_not_there_is_said_not_to_be(desk: Desk) -> None:
    assert "There are no such business cases" in told(desk, "find_records", kind="business case", where={"project": "Fortuna"})


def test_why_nothing_moves_is_told(desk: Desk) -> None:
    said = told(desk, "what_if", supposing="what if Order the hand scanners slips by a week")
    assert said.startswith("That is as it is now: no figure")
    assert "no task is linked to wait for “Order the hand scanners”" in said
    assert ": , as of" not in said


def test_what_was_measured_may_be_a_benefit_by_its_title(desk_of: LayDesk) -> None:
    made = BY_NAME["create_record"].call(desk_of("victor"), {"kind": "measurement", "values": {
        "metric": "less energy bought", "value": "171000", "on": "15 Nov"}})
    assert not isinstance(made, Result)
    (wish,) = made.wishes
    assert isinstance(wish, Create)
    assert "benefit_id" in wish.values
    assert "metric_id" not in wish.values


def test_the_table_of_objectives_holds_their_budgets(desk: Desk) -> None:
    found = BY_NAME["portfolio_summary"].call(desk, {"focus": "strategy"})
    assert isinstance(found, Result)
    (table,) = (b for b in found.blocks if isinstance(b, Table))
    assert dict(zip(table.columns, table.rows[1], strict=True))["budget of open ones"] == "1,180,000 EUR"
