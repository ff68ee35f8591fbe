"""What people are called among colleagues, in full; never a guess between two."""
import pytest

from assistant.planner.reworded.called import fully_named, two_called
from tests.assistant.planner.asking import NAMES, planned

PEOPLE = NAMES["person"]


@pytest.mark.parametrize(("said", "full"), {
    "tasks of BO": "tasks of Ben Okafor", "give T-3 to Vic": "give T-3 to Victor Lang", "what is Benny working on": "what is Ben Okafor working on",
    "anas overdue tasks": "Ana Ruiz’s overdue tasks", "what's Bens load": "what's Ben Okafor’s load", "ask sofie": "ask Sofia Rossi",
}.items())
def test_a_short_name_is_put_into_the_full_one(said: str, full: str) -> None:
    assert fully_named(said, PEOPLE) == full


@pytest.mark.parametrize("said", ["the IT budget", "set up the pm tool", "a bill for carl", "'BO' is quoted", "test it", "mark T-3 done", "Car park closed"])
def test_what_is_no_name_stays(said: str) -> None:
    assert fully_named(said, PEOPLE) == said


def test_two_who_are_called_so_are_asked_about() -> None:
    two = {"Alexander Voss": "P-1", "Alexandra Thiel": "P-2"}
    assert two_called("give it to Alex", two) == ("Alex", ("Alexander Voss", "Alexandra Thiel"))
    plan = planned("give T-12 to Alex", names={**NAMES, "person": two})
    assert (plan.calls, plan.choices) == ((), ("give T-12 to Alexander Voss", "give T-12 to Alexandra Thiel"))


def test_an_address_is_passed_on_whole() -> None:
    assert planned("assign T-12 to ben@northlight.example").calls[0][1]["values"] == {"owner": "ben@northlight.example"}


@pytest.mark.parametrize(("said", "meant"), [
    ("assign T-13 to sophia", "assign T-13 to Sofia Rossi"), ("give T-2 to Viktor", "give T-2 to Victor Lang"), ("give T-2 to Norah", "give T-2 to Nora Keller"),
    ("give T-2 to Mark", "give T-2 to Mark"), ("give T-2 to Sofia", "give T-2 to Sofia")])
def test_another_spelling_of_the_same_first_name_is_understood(said: str, meant: str) -> None:
    assert fully_named(said, PEOPLE) == meant
