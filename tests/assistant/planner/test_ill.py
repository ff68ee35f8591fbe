"""Somebody who is ill, in whatever words, and nobody who is not."""
import pytest

from assistant.planner.reworded.ill import is_ill
from tests.assistant.planner.asking import PEOPLE, planned


@pytest.mark.parametrize(("text", "said"), [
    ("Mia has the flu, out until Thursday", "Mia is sick until Thursday"), ("Ben called in sick until Friday", "Ben is sick until Friday"),
    ("Jonas Keller is down with covid and out until 27 November", "Jonas Keller is sick until 27 November"),
    ("I have a bad cold, back on Monday", "I am sick, back on Monday"), ("Sofia has a fever", "Sofia is sick"), ("Dev is ill, out this week", "Dev is sick this week")])
def test_an_illness_is_said_as_everybody_else_says_it(text: str, said: str) -> None:
    assert is_ill(text, PEOPLE) == said


@pytest.mark.parametrize("text", ["the portal has a bug", "Apollo has a bug", "Mia has a virus scanner to choose", "does Mia have the flu?", "Ben has a risk", "Mia is sick until Thursday"])
def test_anything_else_stays(text: str) -> None:
    assert is_ill(text, PEOPLE) == text


def test_days_away_that_nothing_tells_of_are_not_written() -> None:
    assert not planned("Jonas trains the crews from 14 December").calls
    assert planned("Mia has the flu, out until Thursday").calls[0][1]["values"]["type"] == "sick"
