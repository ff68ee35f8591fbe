"""What executives, finance and the value office ask: suppliers by cost, how sure something is, what is left or to come, what a board will ask."""
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked, Plan
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planned_once, planner

BY_SUPPLIER = ("top suppliers", "which supplier gets the most money", "who do we pay most", "vendors ranked by cost", "biggest vendors on Apollo",
               "whom did we pay the most?", "who gets most of our money?", "suppliers by spend this year", "what are our top 3 suppliers in 2026")
SURE: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("best and worst case for the finish of Corvus", {"figure": "range of the finish", "project": "CORVUS"}),
    ("what is the range of the go-live of Apollo", {"figure": "range of the finish", "project": "APOLLO"}),
    ("how certain is the date of Apollo", {"figure": "range of the finish", "project": "APOLLO"}),
    ("how certain is it that Apollo is finished by 1 April 2027", {"figure": "range of the finish", "days": "1 April 2027"}),
    ("how sure are we about the forecast cost of Apollo", {"figure": "range of the cost", "project": "APOLLO"}),
    ("what is the spread of the cost of Zephyr", {"figure": "range of the cost", "project": "ZEPHYR"}),
    ("give me a confidence interval for the cost of Apollo", {"figure": "range of the cost", "project": "APOLLO"}),
    ("how sure are we of the NPV of Apollo", {"figure": "switching value", "project": "APOLLO"}),
)
LEFT: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("contingency left on Apollo", {"figure": "reserve_left", "project": "APOLLO"}),
    ("how much contingency is left on Apollo?", {"figure": "reserve_left", "project": "APOLLO"}),
    ("what money is still to come on Corvus", {"figure": "costs_to_come", "project": "CORVUS"}),
    ("what is the budget for this year on Apollo", {"figure": "budget_this_year", "project": "APOLLO"}),
    ("budget of Apollo for 2026", {"figure": "budget_this_year", "project": "APOLLO"}),
)
IN_ALL = (("reserve left", "total reserve left"), ("total budget this year", "total budget this year"), ("what is our budget for 2026?", "total budget this year"),
          ("what have we not spent yet", "total budget left"), ("unspent budget", "total budget left"), ("what costs are still to come?", "total costs to come"),
          ("how much of the budget is unspent", "total budget left"))
BENEFITS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("what was promised versus what came", {}), ("vs promised for Sofia's benefits", {"owner": "Sofia"}),
    ("promised vs realised benefits of Jonas", {"owner": "Jonas"}), ("promised against realised on Dione", {"project": "DIONE"}),
    ("what came compared to what was promised on Elara?", {"project": "ELARA"}), ("which benefits support OBJ-4", {"objective": "OBJ-4"}),
)
BOARD = ("what are the three things the board will ask?", "which questions will the steering committee ask?", "what are the likely questions for the board meeting?")
NOTES = ("draft me a short note to the board about Apollo", "write a two-line memo about Apollo", "give me a few sentences on Apollo for the board")


def only(plan: Plan) -> Mapping[str, Any]:
    (call,) = plan.calls
    return call[1]


@pytest.mark.parametrize("text", BY_SUPPLIER)
def test_who_is_paid_most_is_told_by_what_is_booked_for_each_supplier(text: str) -> None:
    said = only(planned_once(text))
    assert (said["kind"], said["where"]["type"], said["group"]) == ("cost entry", "actual", "total amount by supplier")


def test_whom_we_owe_most_is_told_by_what_is_ordered() -> None:
    assert only(planned_once("which company do we owe most?"))["where"]["type"] == "commitment"


def test_which_supplier_is_no_question_of_money_where_nothing_is_ranked() -> None:
    assert "total amount" not in str(planned_once("which supplier is late?").calls)


@pytest.mark.parametrize(("text", "said"), SURE)
def test_how_sure_something_is_is_told_by_the_figure_that_says_whose_spread_it_is(text: str, said: Mapping[str, str]) -> None:
    assert said.items() <= only(planned_once(text)).items()


def test_best_and_worst_case_of_a_project_are_of_its_finish_and_its_cost() -> None:
    assert [args["figure"] for _, args in planned_once("best and worst case for Corvus").calls] == ["range of the finish", "range of the cost"]


def test_how_certain_a_day_is_asks_whose_it_is_and_is_of_the_project_talked_about() -> None:
    assert planned_once("how certain is 22 Feb?").says == "Which project?"
    past = Past("how is Apollo doing?", "Apollo is off track.", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO",))
    assert only(planned("how certain is 22 Feb?", past)) == {"figure": "range of the finish", "days": "22 Feb", "project": "APOLLO"}


def test_a_figure_without_a_range_is_said_to_have_none() -> None:
    plan = planned_once("range of the CPI of Apollo")
    assert not plan.calls
    assert "no range for the CPI" in plan.says


@pytest.mark.parametrize(("text", "said"), LEFT)
def test_what_is_left_or_to_come_of_the_money_of_a_project_is_a_figure(text: str, said: Mapping[str, str]) -> None:
    assert said.items() <= only(planned_once(text)).items()


@pytest.mark.parametrize(("text", "group"), IN_ALL)
def test_money_that_is_asked_for_without_a_project_is_that_of_all(text: str, group: str) -> None:
    assert (only(planned_once(text))["kind"], only(planned_once(text))["group"]) == ("project", group)


def test_what_is_still_to_come_on_a_project_is_money() -> None:
    assert only(planned_once("what's still to come on Apollo")) == {"figure": "costs_to_come", "project": "APOLLO"}


def test_the_budget_by_category_is_parted_by_the_lines_it_is_made_of() -> None:
    assert {"kind": "budget line", "group": "category"}.items() <= only(planned_once("budget by category")).items()


def test_a_day_that_a_sum_of_projects_takes_no_notice_of_is_said() -> None:
    assert "next March" in planned_once("total NPV of all projects next March").says


@pytest.mark.parametrize(("text", "where"), BENEFITS)
def test_what_was_promised_against_what_came_is_a_list_of_benefits(text: str, where: Mapping[str, str]) -> None:
    said = only(planned_once(text))
    assert (said["kind"], {n: v for n, v in said.get("where", {}).items() if n in where}) == ("benefit", dict(where))


def test_what_an_objective_brings_is_what_its_benefits_come_to() -> None:
    assert only(planned_once("what does objective OBJ-1 bring us")) == {"figure": "contribution", "record": "OBJ-1"}


@pytest.mark.parametrize("text", BOARD)
def test_what_a_board_will_ask_is_told_of_all_projects(text: str) -> None:
    assert planned_once(text).calls == (("portfolio_summary", {"focus": "questions"}),)


def test_what_a_critical_reader_will_ask_about_a_project_is_prepared_as_for_its_committee() -> None:
    assert planned_once("what would a critical board member ask about Apollo?").calls == (("status_report", {"project": "APOLLO", "focus": "committee"}),)


@pytest.mark.parametrize("text", NOTES)
def test_a_note_about_a_project_is_worded_from_its_report_and_nothing_is_written(text: str) -> None:
    assert planned_once(text).calls == (("status_report", {"project": "APOLLO", "focus": "note"}),)


def test_a_note_on_a_record_is_still_a_comment() -> None:
    assert planned_once("add a note to APOLLO-T-12: tests are green").calls[0][0] == "create_record"


def mine(text: str, *own: str) -> Plan:
    return planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", own=own), ALL)


@pytest.mark.parametrize("text", ["what is the CPI?", "CPI", "how much budget is left?", "reserve left", "days until go-live", "how certain is the go-live?"])
def test_who_has_one_project_is_answered_about_it_and_told_so(text: str) -> None:
    plan = mine(text, "APOLLO")
    assert only(plan)["project"] in ("APOLLO", "Apollo")
    assert "This is of Apollo" in plan.says


def test_who_has_several_projects_is_asked_which_of_them() -> None:
    plan = mine("days until go-live", "CORVUS", "FORTUNA")
    assert plan.choices == ("when is Corvus finished?", "when is Fortuna finished?")
    assert mine("what is the CPI?", "CORVUS", "FORTUNA").choices == ("what is the CPI on Corvus", "what is the CPI on Fortuna")


def test_what_is_of_all_projects_stays_so_for_who_has_one() -> None:
    assert only(mine("total budget", "APOLLO"))["group"] == "total budget"


def test_a_new_record_is_never_put_into_ones_own_project_unasked() -> None:
    assert "APOLLO" not in str(mine("add a task 'Book the venue'", "APOLLO").calls)
