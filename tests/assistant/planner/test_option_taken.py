"""An option that is taken decides the decision that has it."""
from collections.abc import Mapping

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned, planned_once

OPEN = {"options": "Nimbora", "status": "open"}
TAKEN: tuple[tuple[str, Mapping[str, str], str], ...] = (
    ("go with Nimbora, reason: load test needs it by december", OPEN, "load test needs it by december"),
    ("go with Nimbora because it is cheapest", OPEN, "it is cheapest"),
    ("we go with Nimbora, it is certified", OPEN, "it is certified"),
    ("ok, we take Nimbora since the load test needs it", OPEN, "the load test needs it"),
    ("We go with Nimbora. The reason is that load test needs it.", OPEN, "load test needs it"),
    ("Let's go with Nimbora. Reason: it is cheapest", OPEN, "it is cheapest"),
    ("We go with Nimbora. It's because they are cheap.", OPEN, "they are cheap"),
    ("Nimbora it is", OPEN, ""),
    ("we opted for Nimbora because of the price", OPEN, "the price"),
    ("we go with Nimbora for the cloud hosting", {"key": "cloud hosting"}, ""),
    ("host the portal with Nimbora, decided, because the load test needs it in December", {"key": "host the portal"}, "the load test needs it in December"),
    ("host at Nimbora, that's decided, the load test needs it", {"key": "host"}, "the load test needs it"),
)


@pytest.mark.parametrize(("text", "where", "why"), TAKEN)
def test_it_is_written_into_the_decision_with_its_reason(text: str, where: Mapping[str, str], why: str) -> None:
    (call,) = planned_once(text).calls
    assert call == ("change_records", {"kind": "decision", "where": where, "values": {"decision": "Nimbora", "status": "decided", **({"rationale": why} if why else {})}})


def test_the_decision_that_was_shown_last_is_meant() -> None:
    past = Past("show the hosting", "", (Call("show_record", {"record": "APOLLO-DE-1"}),), ("APOLLO-DE-1",))
    (call,) = planned("go with our own data centre - cheaper", past).calls
    assert (call[1]["where"], call[1]["values"]) == (
        {"key": "APOLLO-DE-1"}, {"decision": "own data centre", "status": "decided", "rationale": "cheaper"})


@pytest.mark.parametrize("text", ["go live on Friday", "take me to Apollo", "pick up the parcel tomorrow", "take a note: buy milk", "go on",
                                  "choose the best set of projects for 3 million", "shall we go with Nimbora?", "going with Ben to Vienna on Friday"])
def test_other_ways_to_go_take_no_option(text: str) -> None:
    assert not any(said.get("kind") == "decision" for _, said in planned_once(text).calls)


@pytest.mark.parametrize(("text", "why"), [
    ("mark the invoice total bug as resolved - dodgy rounding, fixed in 1.4.2", "dodgy rounding, fixed in 1.4.2"),
    ("mark APOLLO-I-2 as resolved, it was the rounding", "it was the rounding"),
    ("APOLLO-I-2 is resolved, dodgy rounding", "dodgy rounding"),
])
def test_how_an_issue_was_resolved_is_kept(text: str, why: str) -> None:
    (call,) = planned_once(text).calls
    assert call[1]["values"] == {"status": "resolved", "resolution": why}


def test_the_day_on_which_it_was_taken_is_no_part_of_what_it_is_for() -> None:
    ((_, args),) = planned("We chose Nimbora for hosting yesterday because it was the cheapest.").calls
    assert args["values"] == {"decision": "Nimbora", "status": "decided", "rationale": "it was the cheapest", "decided on": "yesterday"}
    assert args["where"] == {"key": "hosting"}
