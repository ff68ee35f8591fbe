"""A question whether something would help changes nothing, and a day that finds no field is told."""
import pytest

from assistant.planner.heard.wording import YOURS_TO_JUDGE
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "choice"), [
    ("would it help to move APOLLO-T-10 to 18 December?", "move APOLLO-T-10 to 18 December"), ("shouldn't we give APOLLO-T-10 to Dev?", "give APOLLO-T-10 to Dev"),
    ("should we close APOLLO-R-4?", "close APOLLO-R-4"), ("do you think we should cancel APOLLO-T-13?", "cancel APOLLO-T-13")])
def test_whether_a_change_would_help_is_asked_and_offered_as_a_choice(said: str, choice: str) -> None:
    plan = planned(said)
    assert (plan.calls, plan.says, plan.choices) == ((), YOURS_TO_JUDGE, (choice,))


def test_a_day_that_is_in_no_field_is_told() -> None:
    assert "1 December" in planned("Carla takes over Dione from Sofia on 1 December").says


@pytest.mark.parametrize("said", ["T-9 is done since Monday", "mark T-9 done today", "move T-9 to Friday", "I finished T-9 on Monday"])
def test_a_day_that_is_used_is_not_told_as_left_out(said: str) -> None:
    assert "Left out" not in planned(said).says
