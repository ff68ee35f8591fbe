"""What a list was to be put by or to leave out, and is not, is told."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "left"), [
    ("Order the open projects by what they still bring from here on", "“by what they still bring from here on”"),
    ("rank the risks by how much they would cost us", "“by how much they would cost us”"),
    ("how is the portfolio without Zephyr?", "“without Zephyr”")])
def test_what_is_not_done_with_a_list_is_told(said: str, left: str) -> None:
    assert left in planned(said).says


@pytest.mark.parametrize("said", ["rank the projects by value for money", "sort the tasks by due date", "rank the projects without Fortuna", "tasks by owner",
                                  "risks sorted by score", "order the hand scanners by Friday"])
def test_what_is_done_needs_no_word(said: str) -> None:
    assert "left out" not in planned(said).says
