"""The colour that a manager declares is that of the project which they lead."""
import pytest

from assistant.planner.heard.following import Context
from assistant.planner.heard.plan import Asked
from assistant.planner.reworded.my_rating import my_rating
from tests.assistant.planner.asking import NAMES, TODAY


def reworded(said: str, *own: str) -> str:
    asked = Asked(NAMES, TODAY, (), "Ana Ruiz", {}, own)
    return my_rating(said, asked, Context((), asked.projects))


@pytest.mark.parametrize(("said", "order"), [
    ("OK then set my rating to red, I don't want to look silly.", "OK then declare Apollo red, reason: I don't want to look silly"),
    ("change our colour to yellow", "declare Apollo amber"),
    ("set the rag of Dione to green", "declare Dione green")])
def test_it_is_declared(said: str, order: str) -> None:
    assert reworded(said, "APOLLO") == order


@pytest.mark.parametrize("said", ["set my rating to red", "set my rate to 80"])
def test_of_several_projects_none_is_taken(said: str) -> None:
    assert reworded(said, "APOLLO", "DIONE") == said
