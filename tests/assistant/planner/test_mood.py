"""Orders, questions and refusals are told apart, for a question is never answered by writing."""
import pytest

from assistant.planner.heard.mood import is_question, is_refusal, is_removal
from assistant.planner.learned.weighing import is_order
from tests.assistant.planner.asking import heard


@pytest.mark.parametrize("text", [
    "create a task", "please mark T-12 done", "can you move T-12 to Friday?", "T-12 is done", "T-12 60 %", "Ben should call the bank", "I finished T-12",
    "remind me to call", "log a risk on Apollo: late", "we spent 40 EUR on tea", "there is a risk that it rains", "all of Ben's tasks should go to Ana",
    "have Ben fix it by Friday", "undo that", "that was wrong, undo it", "could we assign T-3 to Ben?", "todo: buy tea", "new task for Ben: buy tea",
    "let Ben check the plan", "don't forget to order tea"])
def test_an_order_is_heard(text: str) -> None:
    assert is_order(heard(text))


@pytest.mark.parametrize("text", [
    "is T-12 done?", "how is Apollo doing?", "what should I do today?", "can we skip the risk review?", "open risks of Apollo", "new tasks of Ben",
    "show T-12",
    "create a status report for Apollo", "write a summary of the portfolio", "tell me about Apollo", "should Ben update the plan?", "who should approve this?",
    "give me the tasks of Ben", "can you show me the risks?", "when will T-12 be done?", "Apollo", "can I close a project without a report?", "my tasks"])
def test_what_only_asks_is_no_order(text: str) -> None:
    assert not is_order(heard(text))


@pytest.mark.parametrize("text", ["don't create a task", "please do not move T-12", "never close T-12", "no need to update it"])
def test_a_refusal_is_heard(text: str) -> None:
    assert is_refusal(heard(text))


@pytest.mark.parametrize("text", ["delete T-12", "please remove Ben", "can you erase all risks", "kill the task", "get rid of T-12"])
def test_a_removal_is_heard(text: str) -> None:
    assert is_removal(heard(text))


def test_a_question_mark_makes_a_question() -> None:
    assert is_question(heard("T-12 done?"))
