"""What of a question no call has to do with is told; what only tells, and what the call is of in other words, is not."""
import pytest

from assistant.planner.heard.wording import NOT_TAKEN_IN
from tests.assistant.planner.asking import planned

NOTICE = NOT_TAKEN_IN.split(" “")[0]


@pytest.mark.parametrize(("text", "words"), [
    ("Do all projects over 300,000 have an approved business case?", "approved business case"),
    ("Is Corvus on track, and are the lamps stuck in customs?", "lamps"),
    ("How is Apollo doing for the dealers in Portugal?", "dealers"),
    ("Is Elara worth it for the drivers?", "drivers")])
def test_the_words_of_a_question_that_nothing_looks_up_are_told(text: str, words: str) -> None:
    plan = planned(text)
    assert plan.calls
    assert words in plan.says


@pytest.mark.parametrize("text", [
    "Elena just asked me how Apollo is doing and I have two minutes", "how is Apollo doing? The customer is calling at two", "list my projects with finish date and traffic light",
    "which projects cost more than 500k", "which of our investments pay back within three years?", "who is on holiday in December?", "tasks over 80h",
    "open issues on Apollo, I need them for a slide", "is Dione still worth the money we put in?"])
def test_what_only_tells_and_what_is_said_in_other_words_is_not(text: str) -> None:
    plan = planned(text)
    assert plan.calls
    assert NOTICE not in plan.says


def test_words_that_are_put_otherwise_are_taken_in() -> None:
    assert "took no notice" not in planned("Did anyone delete anything this month, and what was it?").says
