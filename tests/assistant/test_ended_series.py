"""A task that repeats is ended by its day or by what it reminds of; “stop” is no refusal then."""
import pytest

from assistant.assistant import Assistant
from assistant.messages import Question


@pytest.mark.parametrize("said", ["stop the monday one", "cancel the Monday reminder please", "please turn off my monday task",
                                  "stop reminding me about the risk register", "don't remind me of the risk register any more"])
async def test_a_series_is_ended_by_its_day_or_by_what_it_is_about(assistant: Assistant, said: str) -> None:
    for n, text in enumerate(("remind me every Monday to check the risk register", "yes", said)):
        answer = await assistant.answer(Question(f"{n} {text}", "ana@northlight.example", "t", text))
    assert answer.proposal is not None
    assert [(c.field, c.before, c.after) for c in answer.proposal.changes] == [("recurrence", "every Monday", "nothing")]


async def test_a_day_on_which_nothing_repeats_is_answered_with_what_does(assistant: Assistant) -> None:
    for n, text in enumerate(("remind me every Monday to check the risk register", "yes", "stop the tuesday one")):
        answer = await assistant.answer(Question(f"{n} {text}", "ana@northlight.example", "t", text))
    assert answer.proposal is None
    assert "Check the risk register" in str(answer.blocks)
