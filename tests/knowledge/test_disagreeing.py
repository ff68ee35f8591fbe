"""Two passages disagree when they say different things of the same, and only then."""
import pytest

from knowledge.disagreeing import disagree


@pytest.mark.parametrize(("one", "other"), [
    ("A change request is decided within 5 days.", "A change request is decided within 10 days."),
    ("A decision is taken within five working days.", "A decision is taken within ten working days."),
    ("Changes above 50,000 EUR go to the board.", "Changes above 60,000 EUR go to the board."),
    ("The risk review cannot be skipped by a project.", "The risk review can be skipped by a small project."),
])
def test_another_number_or_a_ban_is_a_disagreement(one: str, other: str) -> None:
    assert disagree(one, other)
    assert disagree(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("A change request is decided within 5 days.", "A change request is decided within 5 days by the sponsor."),
    ("A change request is decided within 5 days.", "The lessons of a project are kept for 10 years."),
    ("Lamps are red.", "Lamps are green."),
    ("A blocked task is cleared within five working days.", "A recovery plan is written within ten working days."),
    ("", "Lamps are green."),
])
def test_the_same_said_twice_and_other_things_are_none(one: str, other: str) -> None:
    assert not disagree(one, other)
