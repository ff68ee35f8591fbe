"""How long it is until something, what a move does to the end, and why something is on a list."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned, planned_once

UNTIL = (("how many days until gate 2 of Apollo", "when is gate 2 of Apollo?"), ("how many days until Apollo is finished", "when is Apollo finished?"),
         ("how far away is the pilot of Apollo?", "when is the pilot of Apollo?"), ("how many days to the end of Corvus?", "when is Corvus finished?"))
MOVED = Past("move T-12 by one week", "", (Call("change_records", {"kind": "task", "where": {"key": "APOLLO-T-12"}, "values": {"due": "+1 week"}}),),
             ("APOLLO-T-12",), "pending")
DONE = Past("move T-12 by one week", "", MOVED.calls, ("APOLLO-T-12",), "applied")
RANKED = Past("rank the projects by NPV", "", (Call("rank_portfolio", {"by": "NPV"}),), ("ZEPHYR", "CORVUS"))
LISTED = Past("which projects are over budget?", "", (Call("find_records", {"kind": "project", "where": {"overrun": "above 0"}}),), ("APOLLO",))


@pytest.mark.parametrize(("text", "plainly"), UNTIL)
def test_how_many_days_it_is_until_something_is_when_that_is(text: str, plainly: str) -> None:
    assert planned_once(text).calls == planned_once(plainly).calls != ()


def test_in_how_many_days_a_day_is_is_counted() -> None:
    assert planned_once("how many days until 1 December").says == "Tue 1 Dec 2026: in 13 days."


def test_a_gate_of_no_project_is_asked_about_with_the_projects_to_choose() -> None:
    plan = planned_once("when is gate 2")
    assert (plan.says, plan.choices[0]) == ("Which project?", "when is gate 2 of Apollo?")


@pytest.mark.parametrize(("text", "supposed"), [
    ("does moving T-12 delay the end?", "what if T-12 slips by one week?"), ("would delaying APOLLO-T-12 by six weeks push the go-live?",
                                                                            "what if APOLLO-T-12 slips by six weeks?"),
    ("what does a delay of T-12 by 3 days mean for the finish?", "what if T-12 slips by 3 days?"),
    ("does pushing T-12 to 20 January affect the end date?", "what if T-12 moves to 20 January?")])
def test_what_a_move_does_to_the_end_is_supposed_and_never_proposed(text: str, supposed: str) -> None:
    ((tool, args),) = planned_once(text).calls
    assert (tool, args["supposing"]) == ("what_if", supposed)


def test_a_length_that_was_not_said_is_said_to_be_supposed() -> None:
    assert "I suppose one week" in planned_once("does moving T-12 delay the end?").says


@pytest.mark.parametrize("text", ["what would that do to the go-live?", "does that delay the end?", "what does that mean for the finish?"])
def test_what_an_order_that_waits_would_do_is_supposed(text: str) -> None:
    ((tool, args),) = planned(text, MOVED).calls
    assert (tool, args["supposing"]) == ("what_if", "what if we move T-12 by one week?")


@pytest.mark.parametrize("text", ["what did that do to the go-live?", "did that move the end?"])
def test_what_a_change_did_is_told_by_the_finish_before_and_now(text: str) -> None:
    plan = planned(text, DONE)
    assert [args.get("as_of", "") for _, args in plan.calls] == ["yesterday", ""]
    assert {args["figure"] for _, args in plan.calls} == {"expected_finish"}
    assert "whatever else was changed today" in plan.says


def test_why_a_project_is_in_a_ranking_is_its_place_in_the_same_one() -> None:
    assert planned("why is Corvus on that list?", RANKED).calls == (("rank_portfolio", {"by": "NPV", "project": "CORVUS"}),)


def test_why_a_project_is_on_a_list_is_the_condition_with_what_it_comes_to() -> None:
    plan = planned("why is Apollo on that list?", LISTED)
    assert plan.calls == (("find_records", {"kind": "project", "where": {"key": "APOLLO"}, "sort": "overrun"}),)
    assert plan.says == "That list holds projects by forecast overrun above 0."


def test_and_the_next_one_is_asked_the_same() -> None:
    why = Past("why is Apollo on that list?", "", (Call("find_records", {"kind": "project", "where": {"key": "APOLLO"}, "sort": "overrun"}),), ("APOLLO",))
    assert planned("and Zephyr?", LISTED, why).calls == (("find_records", {"kind": "project", "where": {"key": "ZEPHYR"}, "sort": "overrun"}),)
