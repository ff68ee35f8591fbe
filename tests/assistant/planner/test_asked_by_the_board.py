"""What executives and the value office ask in few words: before a meeting, what is red, what is worst, what is spent, what will be reached, what there is."""
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned, planned_once

PORTFOLIO: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("board in 5 min. what do I need to know?", {}), ("steerco at 10, brief me", {}), ("what do I need to know before the board?", {}),
    ("worst project?", {"focus": "worst"}), ("which project is the worst and why?", {"focus": "worst"}),
    ("are we spending on the right things?", {"focus": "strategy"}), ("is our money going to the right things?", {"focus": "strategy"}),
)
LISTED: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("what's red?", {"colour": "red"}), ("anything red right now?", {"colour": "red"}), ("what is off track?", {"delivery": "off track"}),
    ("which projects will finish late", {"finish delay": "above 0"}), ("which projects slipped?", {"milestone slip": "above 0"}),
    ("which ones don't support any strategic objective", {"objective": "nothing"}),
    ("which projects are not linked to any objective", {"objective": "nothing"}),
)
OF_ONE: tuple[tuple[str, str, str], ...] = (
    ("have we spent more than planned on Corvus so far?", "CORVUS", "cost"),
    ("have we spent less than planned on Apollo", "APOLLO", "cost"),
    ("are we going to reach the 520k on Elara?", "ELARA", "value"),
    ("will we hit the 1.9 million on Dione", "DIONE", "value"),
    ("how are we doing on the energy savings from Elara, planned vs got", "ELARA", "value"),
)
CASES = ("Fortuna - does it have a business case?", "does Fortuna have a business case?", "has Fortuna got a business case yet?",
         "business case for Fortuna, when was it last checked", "when was the business case of Fortuna last reviewed")


@pytest.mark.parametrize(("text", "said"), PORTFOLIO)
def test_the_portfolio_is_told_as_it_is_asked_for(text: str, said: Mapping[str, Any]) -> None:
    assert planned_once(text).calls == (("portfolio_summary", said),)


@pytest.mark.parametrize(("text", "where"), LISTED)
def test_the_projects_that_are_so_are_listed(text: str, where: Mapping[str, Any]) -> None:
    (call,) = planned_once(text).calls
    assert (call[0], call[1]["kind"], call[1]["where"]) == ("find_records", "project", where)


@pytest.mark.parametrize(("text", "project", "focus"), OF_ONE)
def test_spending_against_plan_and_a_promise_against_what_came_are_told_of_the_project(text: str, project: str, focus: str) -> None:
    assert planned_once(text).calls == (("status_report", {"project": project, "focus": focus}),)


def test_a_promise_is_that_of_the_project_talked_of() -> None:
    past = Past("how are the energy savings from Elara?", "", (Call("status_report", {"project": "ELARA"}),), ("ELARA",))
    assert planned("so are we going to reach the 520k?", past).calls == (("status_report", {"project": "ELARA", "focus": "value"}),)
    assert planned("can I trust these numbers?", past).calls == (("status_report", {"project": "ELARA", "focus": "data"}),)


@pytest.mark.parametrize("text", CASES)
def test_whether_a_project_has_a_record_is_answered_by_the_list_and_makes_nothing(text: str) -> None:
    assert planned_once(text).calls == (("find_records", {"kind": "business case", "where": {"project": "FORTUNA"}}),)


def test_what_slipped_in_a_sprint_is_what_is_later_than_planned_and_it_is_said_to_be() -> None:
    plan = planned_once("what slipped in borealis this sprint")
    assert [(said["kind"], said["where"]) for _, said in plan.calls] == [
        (kind, {"project": "BOREALIS", "slip": "above 0"}) for kind in ("milestone", "task")]
    assert plan.says.startswith("I cannot tell in which sprint something slipped")


@pytest.mark.parametrize("text", ["which project would you cut if we had to save 300k", "what should we stop to save 500k", "where can we save 200k?"])
def test_money_that_must_be_saved_is_a_choice_among_projects(text: str) -> None:
    assert planned_once(text).calls == (("select_portfolio", {"wish": text}),)


@pytest.mark.parametrize(("text", "tool"), [("what do I need before gate 2?", "search_governance"), ("what should I do today?", "my_work"),
                                            ("what's new", "what_changed"), ("what will Apollo cost in the end?", "explain_figure")])
def test_other_questions_stay_what_they_are(text: str, tool: str) -> None:
    assert planned_once(text).calls[0][0] == tool


@pytest.mark.parametrize("said", ["which projects would you drop if we had only 1.5 million", "which projects would you stop with 900k",
                                  "which projects should we drop if we only have 1.5 million", "which projects must we cancel if there is half a million only"])
def test_what_to_drop_with_so_much_money_is_a_choice_under_it_and_no_ranking(said: str) -> None:
    assert planned(said).calls == (("select_portfolio", {"wish": said}),)
