"""Courtesy before and behind a wish is no condition and no part of a title."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "plain"), [
    ("If it is not too much trouble, I should like to see the quality checks of Elara", "I should like to see the quality checks of Elara"),
    ("could you list the open risks of Apollo if possible?", "could you list the open risks of Apollo?"),
    ("add a task to Apollo: call the landlord, if you don't mind", "add a task to Apollo: call the landlord"),
    ("If you have a minute, log a risk on Apollo: supplier late", "log a risk on Apollo: supplier late")])
def test_it_changes_nothing(said: str, plain: str) -> None:
    assert planned(said).calls == planned(plain).calls != ()


def test_a_condition_is_still_one() -> None:
    assert "condition" in planned("if it is raining in Rome, close T-12").says
