"""Whether to stop or to go on, and what would be recommended."""
import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import STOP_OR_HOLD
from tests.assistant.planner.asking import planned, planned_once

STOP = ("should we stop dione?", "should we continue Dione?", "what would stopping Dione save us", "what do we lose if we cancel Dione",
        "is it worth going on with Dione?", "pull the plug on Dione?", "what if we stop Dione?", "what has Dione cost and what would stopping it save",
        "should I keep pouring money into Dione?", "what would it cost us to stop Dione now", "shall we kill Dione", "how much would we save if we stopped Dione",
        "would it be cheaper to finish Dione or to stop it", "what if Dione is cancelled?", "what would happen if Dione were put on hold?")
OTHERS = ("who may stop a project", "what would stop Dione from finishing", "which project should we stop", "should we end the sprint", "stop Dione for now",
          "what happens if I skip the risk review?", "should Ben stop working on Dione?")


@pytest.mark.parametrize("text", STOP)
def test_whether_to_go_on_is_told_by_what_is_spent_to_come_and_worth_from_today(text: str) -> None:
    assert planned_once(text).calls == (("status_report", {"project": "DIONE", "focus": "stop"}),)


@pytest.mark.parametrize("text", OTHERS)
def test_other_stops_are_no_such_question(text: str) -> None:
    assert not any(said.get("focus") == "stop" for _, said in planned_once(text).calls)


@pytest.mark.parametrize("text", ["what would you recommend", "what would it cost us to stop it now", "so what is your advice", "should we stop it?",
                                  "what would stopping save us", "what would you do in my place"])
def test_what_leans_on_the_project_talked_of_is_about_that(text: str) -> None:
    past = Past("why is Dione no longer worth it?", "", (Call("status_report", {"project": "DIONE", "focus": "value"}),), ("DIONE",))
    assert planned(text, past).calls == (("status_report", {"project": "DIONE", "focus": "stop"}),)


@pytest.mark.parametrize("text", ["and what would we lose?", "what would we save then?", "so what do we lose by that?", "how much would that free up?",
                                  "what would that cost us?"])
@pytest.mark.parametrize("call", [Call("status_report", {"project": "DIONE", "focus": "stop"}), Call("change_records", {
    "kind": "project", "where": {"key": "DIONE"}, "values": {"phase": "cancelled"}})])
def test_what_would_be_lost_is_told_of_the_project_whose_end_was_asked_about_or_proposed(text: str, call: Call) -> None:
    past = Past("…", "…", (call,), ("DIONE",), "pending" if "values" in call.said else "")
    assert planned(text, past).calls == (("status_report", {"project": "DIONE", "focus": "stop"}),)


def test_what_would_be_lost_after_anything_else_is_told_of_no_project() -> None:
    past = Past("how is Apollo doing?", "…", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO",))
    assert not any(said.get("focus") == "stop" for _, said in planned("and what would we lose?", past).calls)


@pytest.mark.parametrize("text", ["stop Dione", "please stop the project Dione", "stop APOLLO-T-14 now"])
def test_to_stop_what_is_named_is_no_order_to_do_nothing_and_how_is_asked(text: str) -> None:
    plan = planned_once(text)
    assert plan.says == STOP_OR_HOLD
    assert plan.choices[0].startswith("cancel ")


def test_of_a_record_what_it_says_for_and_against_itself_is_shown() -> None:
    past = Past("show APOLLO-CR-2", "", (Call("show_record", {"record": "APOLLO-CR-2"}),), ("APOLLO-CR-2",))
    plan = planned("what would you recommend?", past)
    assert plan.calls == (("show_record", {"record": "APOLLO-CR-2"}),)
    assert plan.says.startswith("I recommend nothing of my own")


def test_without_anything_talked_of_nothing_is_recommended() -> None:
    assert not planned_once("what would you recommend?").calls
