"""What a list is wanted with stands in it as columns; several figures of several projects are one table, which is put in another order and made shorter."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

NAMED = Past("Compare NPV, ROI and payback of Apollo, Corvus and Borealis.", "| project | NPV |", (Call("find_records", {
    "kind": "project", "where": {"key": "APOLLO, CORVUS, BOREALIS"}, "show": "NPV, ROI, payback"}),), ("APOLLO", "CORVUS", "BOREALIS"))
WORTHY = Past("projects with NPV above 0", "| project | NPV |", (Call("find_records", {"kind": "project", "where": {"NPV": "above 0"}}),),
              ("APOLLO", "CORVUS", "BOREALIS"))
TASKS = Past("open tasks", "| task | owner |", (Call("find_records", {"kind": "task", "where": {"status": "not done"}}),), ("APOLLO-T-5", "CORVUS-T-4"))
BENEFITS = Past("benefits", "| benefit | owner |", (Call("find_records", {"kind": "benefit"}),), ("APOLLO-BN-1", "CORVUS-BN-1"))
NO_BENEFITS = Past("who is behind on measuring benefits?", "There are no such benefits.", (
    Call("find_records", {"kind": "benefit", "where": {"review": "before today"}}),))
TWO = Past("sort that by payback, without Borealis", "| project |", (Call("find_records", {"kind": "project"}),), ("CORVUS", "APOLLO"))


def said(text: str, *past: Past) -> dict[str, Any]:
    (call,) = planned(text, *past).calls
    return dict(call[1])


@pytest.mark.parametrize(("text", "shown"), [
    ("tasks of Apollo with owner and due date", "owner, due"), ("tasks of Apollo with owner, hours and what they wait for", "owner, hours, blocked by"),
    ("list my projects with finish date and traffic light", "finish, colour"), ("show all projects with their budget and CPI", "budget, CPI"),
    ("show me all pending change requests with cost and delay", "cost effect, days effect"), ("list the risks of Apollo with owner and response", ("owner, "
                                                                                                                                                  "response")),
    ("open risks of Apollo with their response and review date, worst first", "response, review"), ("people with their role", "role")])
def test_what_a_list_is_wanted_with_stands_in_it(text: str, shown: str) -> None:
    plan = planned(text)
    assert plan.calls[0][1]["show"] == shown
    assert not plan.says


@pytest.mark.parametrize("text", ["risks with owner Ben", "tasks with high priority", "tasks without owner", "tasks with status blocked", ("projects with CPI "
                                                                                                                                          "below 0.9")])
def test_what_narrows_a_list_is_no_column(text: str) -> None:
    assert "show" not in said(text)


@pytest.mark.parametrize(("text", "keys", "shown"), [
    ("Compare NPV, ROI and payback of Apollo, Corvus and Borealis.", "APOLLO, CORVUS, BOREALIS", "NPV, ROI, payback"),
    ("how do Apollo and Corvus compare on NPV and payback?", "APOLLO, CORVUS", "NPV, payback"),
    ("what are the CPI and SPI of Apollo and Corvus", "APOLLO, CORVUS", "CPI, SPI"),
    ("show the finish delay and EAC of Apollo, Dione and Zephyr please", "APOLLO, DIONE, ZEPHYR", "finish delay, EAC")])
def test_several_figures_of_several_projects_are_one_table(text: str, keys: str, shown: str) -> None:
    assert (said(text)["where"], said(text)["show"]) == ({"key": keys}, shown)


@pytest.mark.parametrize(("text", "where"), [("what are NPV, ROI and payback for each project?", {}), ("NPV and ROI of all projects", {}),
                                             ("show me the CPI and SPI for all open projects", {"phase": "not closed, cancelled"})])
def test_several_figures_of_all_projects_are_one_table(text: str, where: dict[str, str]) -> None:
    assert (said(text).get("where", {}), said(text)["kind"]) == (where, "project")
    assert ", " in said(text)["show"]


def test_three_projects_are_compared_by_their_verdicts_and_main_figures() -> None:
    assert said("compare Apollo, Corvus and Borealis")["show"].startswith("colour, value, ")


@pytest.mark.parametrize("text", ["Sort that by payback, and leave out Borealis.", "sort by payback, without Borealis", "by payback without Borealis",
                                  "leave Borealis out and sort it by payback"])
def test_a_table_is_sorted_and_made_shorter_in_one_breath(text: str) -> None:
    assert said(text, NAMED) == {"kind": "project", "where": {"key": "APOLLO, CORVUS"}, "show": "NPV, ROI, payback", "sort": "payback"}


@pytest.mark.parametrize("text", ["leave out Borealis", "without Borealis", "take Borealis out", "drop Borealis please"])
def test_a_project_is_left_out_of_a_list_that_a_condition_made(text: str) -> None:
    assert said(text, WORTHY)["where"] == {"NPV": "above 0", "key": "not BOREALIS"}


@pytest.mark.parametrize(("text", "sort"), [("now by NPV", "-NPV"), ("highest ROI first", "-ROI"), ("sort by payback", "payback"), (("rank them by "
                                                                                                                                    "CPI"), "-CPI")])
def test_a_list_of_projects_is_put_in_another_order(text: str, sort: str) -> None:
    assert said(text, WORTHY) == {"kind": "project", "where": {"NPV": "above 0"}, "sort": sort}


def test_a_list_gets_another_column() -> None:
    assert said("add the CPI", NAMED)["show"] == "NPV, ROI, payback, CPI"
    assert said("with their progress", TASKS)["show"] == "progress"


@pytest.mark.parametrize(("text", "group"), [("And show me the same picture per strategic objective.", "objective"), ("same by owner", "owner"), (("per "
                                                                                                                                                  "status "
                                                                                                                                                  "please"), "status"),
                                             ("now split by project", "project")])
def test_a_list_is_counted_for_each(text: str, group: str) -> None:
    assert said(text, BENEFITS) == {"kind": "benefit", "group": group}


def test_what_held_nothing_holds_nothing_in_parts_either() -> None:
    assert said("and show me the same picture per objective", NO_BENEFITS)["where"] == {"review": "before today"}


@pytest.mark.parametrize("text", ["Which of the two would you keep if we could only afford one, and why?", "which of them should we keep?", ("which of the "
                                                                                                                                            "two is better?"),
                                  "which one of them would you stop?"])
def test_which_of_two_is_both_beside_each_other(text: str) -> None:
    assert said(text, TWO) == {"project": "CORVUS", "other": "APOLLO"}


@pytest.mark.parametrize("text", ["where is Fortuna weaker than Zephyr?", "why is Fortuna worse than Zephyr?", "is Fortuna better than Zephyr?"])
def test_one_against_another_is_both_beside_each_other(text: str) -> None:
    assert said(text) == {"project": "FORTUNA", "other": "ZEPHYR"}
