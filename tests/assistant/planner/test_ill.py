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


@pytest.mark.parametrize(("said", "start", "end"), [
    ("I was ill on Monday and Tuesday, please enter that.", "2026-11-16", "2026-11-17"), ("I was sick last Thursday and Friday", "2026-11-12", "2026-11-13"),
    ("I was on leave on Monday", "2026-11-16", "2026-11-16"), ("I called in sick on Monday", "2026-11-16", "2026-11-16"),
    ("Mia has been sick since Thursday", "2026-11-12", "2026-11-18"), ("I was off on Friday", "2026-11-13", "2026-11-13"),
    ("I am ill on Monday", "2026-11-23", "2026-11-23"), ("Ben called in sick until Friday", "2026-11-18", "2026-11-20"),
    ("put my holiday in from the 18th to the 2nd of January", "2026-12-18", "2027-01-02"),
    ("please enter my vacation from the 28th to 3 January", "2026-12-28", "2027-01-03"),
    ("I am on leave from the 14th to 18 December", "2026-12-14", "2026-12-18")])
def test_what_is_told_as_over_is_over_and_a_bare_number_is_of_the_month_before(said: str, start: str, end: str) -> None:
    ((_, args),) = planned(said).calls
    assert (args["kind"], args["values"]["start"], args["values"]["end"]) == ("absence", start, end)
