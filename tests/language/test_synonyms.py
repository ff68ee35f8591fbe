"""An office says things its own way: its words stand for ours, but not inside what is quoted."""
import pytest

from language.synonyms import in_house_words

WORDS = {"parked": "on hold", "shipped": "done", "parked for good": "cancelled"}


@pytest.mark.parametrize(("said", "meant"), [
    ("which projects are parked?", "which projects are on hold?"),
    ("Parked projects", "on hold projects"),
    ("mark T-12 shipped", "mark T-12 done"),
    ("is it parked for good", "is it cancelled"),
    ("add a task 'Move the parked cars' to Apollo", "add a task 'Move the parked cars' to Apollo"),
    ("create a task “shipped goods”", "create a task “shipped goods”"),
    ("the unparked lot", "the unparked lot"),
    ("we call on hold parked", "we call on hold parked"),
    ("Ana's parked tasks", "Ana's on hold tasks"),
])
def test_own_words_are_read_as_ours(said: str, meant: str) -> None:
    assert in_house_words(said, WORDS) == meant


def test_without_own_words_nothing_changes() -> None:
    assert in_house_words("parked", {}) == "parked"
