"""What goes on from a list without naming its kind is read of that list, and never of the whole office."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import SHOWN_AGAIN
from tests.assistant.planner.asking import planned

COSTS = Past("cost entries of last month by supplier", "| supplier | count |", (
    Call("find_records", {"kind": "cost entry", "where": {"on": "last month"}, "group": "supplier"}),))
RISKS = Past("open risks of Apollo", "| risk |", (Call("find_records", {"kind": "risk", "where": {"project": "APOLLO"}}),), ("APOLLO-R-1", "APOLLO-R-3"))
DECIDED = Past("what did Elena decide?", "| change request |", (
    Call("find_records", {"kind": "decision", "where": {"status": "decided", "decider": "Elena"}}),
    Call("find_records", {"kind": "change request", "where": {"status": "approved", "decided on": "this quarter"}})), ("APOLLO-CR-1",))
NONE = Past("any with no estimate?", "There are no such risks.", (Call("find_records", {"kind": "risk", "where": {"owner": "Ben"}}),))
WAITING = Past("what needs a decision from me?", "| request | title |", (Call("my_work", {}),), ("APOLLO-CR-2", "APOLLO-DE-1", "CORVUS-CR-1", "APOLLO-MS-2"))
DONE = Past("", "✓ Done", (), ("APOLLO-DE-1",))
ONE = Past("what does Elena decide on Corvus?", "| change request |", (Call("find_records", {"kind": "change request", "where": {"project": "CORVUS"}}),),
           ("CORVUS-CR-1",))
BOTH = Past("compare Borealis and Corvus", "| | Borealis | Corvus |", (Call("rank_portfolio", {"project": "BOREALIS", "other": "CORVUS"}),))
SLIPPED = Past("what slipped?", "Slipped: APOLLO-MS-2 Gate 2.\n\n| when | what |\n| Mon | APOLLO-T-5 |", (Call("what_changed", {}),), ("APOLLO-T-5", "APOLLO-MS-2"))


def said(text: str, *past: Past) -> list[dict[str, Any]]:
    return [dict(args) for _, args in planned(text, *past).calls]


@pytest.mark.parametrize("text", ["which have no supplier?", "any without a supplier?", "which of them have no supplier", "are there any without supplier?",
                                  "how many of those have no supplier?", "and which ones lack a supplier?"])
def test_a_condition_alone_is_one_on_the_list_that_was_shown(text: str) -> None:
    assert said(text, COSTS)[0]["where"] == {"on": "last month", "supplier": "empty"}


@pytest.mark.parametrize("text", ["total?", "the total?", "and the total", "sum?", "what is the total of that?", "in total?", "grand total please"])
def test_a_total_alone_is_that_of_the_list_that_was_shown(text: str) -> None:
    assert said(text, COSTS) == [{"kind": "cost entry", "where": {"on": "last month"}, "group": "total amount"}]


def test_a_reason_that_is_lacking_is_that_of_the_decision() -> None:
    assert [args["where"].get("rationale") for args in said("any without a reason?", DECIDED)] == ["empty", "empty"]


def test_what_led_to_nothing_is_no_list_to_go_on_from() -> None:
    assert said("any without an owner?", RISKS, NONE)[0]["where"]["project"] == "APOLLO"


@pytest.mark.parametrize("text", ["what happens if I do nothing", "and if I don't decide?", "what if we wait too long?", "and what happens if she does not",
                                  "what if nobody decides?", "what happens without a decision?", "what is the price of waiting?"])
def test_what_happens_without_a_decision_is_told_of_what_waits(text: str) -> None:
    assert said(text, WAITING) == [{"kind": "change request", "where": {"key": "APOLLO-CR-2, CORVUS-CR-1"}, "sort": "without it"},
                                   {"record": "APOLLO-DE-1", "field": "without it"}]


@pytest.mark.parametrize("text", ["when's the latest she can decide", "by when must she decide?", "how long can Elena wait with it?", "until when can he decide?",
                                  "what is the latest I can decide?"])
def test_by_when_it_is_to_be_decided_is_told_of_what_waits(text: str) -> None:
    assert said(text, ONE) == [{"record": "CORVUS-CR-1", "field": "decide by"}]


@pytest.mark.parametrize("text", ["anything left?", "what is left?", "any left for me?", "is that all?", "is there anything still open?", "what's left to decide?"])
def test_what_is_left_is_the_last_list_as_it_is_now(text: str) -> None:
    plan = planned(text, WAITING, DONE)
    assert [name for name, _ in plan.calls] == ["my_work"]
    assert SHOWN_AGAIN.format(words="what needs a decision from me") in plan.says


@pytest.mark.parametrize("text", ["give me all that as a list with owners", "as a list please", "can I have that in a table?", "show them as a table",
                                  "put that in one list"])
def test_a_list_of_what_was_shown_is_of_that_alone(text: str) -> None:
    assert said(text, RISKS) == [{"kind": "risk", "where": {"project": "APOLLO"}}]
    assert said(text, SLIPPED)[0]["where"] == {"key": "APOLLO-MS-2"}


@pytest.mark.parametrize("text", ["which needs me more", "which one needs more attention?", "which deserves more of my time", "which of the two is later?"])
def test_which_of_two_that_were_compared_is_told_of_those_two(text: str) -> None:
    assert said(text, BOTH) == [{"kind": "project", "where": {"key": "BOREALIS, CORVUS"}, "sort": "-finish delay"}]


@pytest.mark.parametrize("text", ["show me all decisions of Elena this quarter with reasons", "Elena's decisions this quarter and why",
                                  "list Elena's decisions this quarter with their rationale", "decisions of Elena this quarter with grounds"])
def test_decisions_with_their_reasons_are_those_that_were_taken(text: str) -> None:
    assert all(args["where"]["decided on"] == "this quarter" and args["where"]["decider"].startswith("Elena") for args in said(text))
    assert {args["kind"] for args in said(text)} >= {"decision", "change request"}


@pytest.mark.parametrize(("text", "where"), [("any blocked?", {"status": "blocked"}), ("which are overdue?", {"due": "before today"}),
                                             ("any of mine?", {"owner": "me"}), ("some without an owner?", {"owner": "nobody"})])
def test_a_state_alone_is_asked_of_the_list(text: str, where: dict[str, str]) -> None:
    tasks = Past("tasks of Apollo", "| task |", (Call("find_records", {"kind": "task", "where": {"project": "APOLLO"}}),), ("APOLLO-T-5", "APOLLO-T-6"))
    assert {"project": "APOLLO", **where}.items() <= said(text, tasks)[0]["where"].items()


@pytest.mark.parametrize(("text", "group"), [("total value?", "total amount"), ("total cost?", "total amount"), ("and the sum of the amounts", "total amount")])
def test_a_total_of_something_is_that_of_the_list(text: str, group: str) -> None:
    assert said(text, COSTS)[0]["group"] == group


@pytest.mark.parametrize("text", ["which one has more risks?", "which has the most risks?", "which of them has fewer risks?", "which of the two has more open risks?"])
def test_which_of_two_projects_has_more_of_a_kind_is_counted_of_those_two(text: str) -> None:
    assert said(text, BOTH) == [{"kind": "risk", "where": {"project": "BOREALIS, CORVUS"}, "group": "project"}]


def test_which_of_what_waits_is_the_dearest_is_told_of_what_waits() -> None:
    assert said("which of them is most expensive?", WAITING)[0]["sort"] == "-cost effect"
