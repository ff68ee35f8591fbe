"""Somebody who was talked about before, by name."""
import pytest

from assistant.calling import Past
from assistant.planner.heard.following import Context
from assistant.planner.heard.plan import Asked
from assistant.planner.reworded.him_or_her import by_name
from tests.assistant.planner.asking import NAMES, TODAY, planned

BEN = Past("Ben is on holiday from 14 Dec, what has to be handed over?", "", ())
MIA = Past("give the load test to Mia", "", ())
OWNER = Past("who owns the load test?", "APOLLO-T-10 Load test the portal: owner Ben Okafor.\n\ncreated by Ana Ruiz", ())


def said(text: str, *past: Past) -> str:
    return by_name(text, Asked(NAMES, TODAY, past, "Paula Adler"), Context(past, NAMES["project"]))


@pytest.mark.parametrize(("text", "name"), [
    ("give the risks he owns to Ana", "give the risks Ben Okafor owns to Ana"), ("ask him for a plan", "ask Ben Okafor for a plan"),
    ("anything else open with his name on it?", "anything else open with Ben Okafor's name on it?"), ("what else does he have?", "what else does Ben Okafor have?"),
])
def test_he_is_who_was_talked_about_and_not_who_got_something(text: str, name: str) -> None:
    assert said(text, BEN, MIA) == name


def test_he_is_whom_the_answer_named_first() -> None:
    assert said("ask him for a plan", OWNER) == "ask Ben Okafor for a plan"


@pytest.mark.parametrize("text", ["Dev is sick, give his tasks to Ana", "ask Ben what he has", "show the risks of Apollo"])
def test_who_is_named_in_the_same_message_is_left_to_it(text: str) -> None:
    assert said(text, BEN) == text


def test_nobody_who_was_talked_about_is_nobody() -> None:
    assert said("ask him for a plan") == "ask him for a plan"


def test_whose_records_go_to_somebody_is_an_order() -> None:
    plan = planned("and the risks he owns go to Ana", BEN, MIA)
    assert [(c["where"]["owner"], c["values"]) for _, c in plan.calls] == [("Ben Okafor", {"owner": "Ana"})]


def test_he_is_who_has_it_now() -> None:
    assert said("is he overloaded then?", Past("yes", "APOLLO-T-7 owner: Jonas Keller → Dev Patel", ())) == "is Dev Patel overloaded then?"
