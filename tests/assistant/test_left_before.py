"""“What did you leave out?” is answered with what was said to be left out, and is no question for absences."""
import pytest

from assistant.assistant import Assistant
from assistant.messages import Question

MINUTES = """Minutes steering committee Apollo, 17 November
Present: Elena, Ana, Victor
1. Status: Apollo is three weeks behind. Ana will send a recovery plan by Friday.
2. Decision: the pilot runs with eight customers instead of ten (Elena)."""


@pytest.mark.parametrize("said", ["what did you leave out?", "did you leave anything out?", "which lines did you skip?", "what was left out and why?"])
async def test_what_was_left_out_is_told_again(assistant: Assistant, said: str) -> None:
    for n, text in enumerate((MINUTES, said)):
        answer = await assistant.answer(Question(f"{n} {text}", "paula@northlight.example", "t", text))
    assert "Apollo is three weeks behind" in str(answer.blocks)


async def test_where_nothing_was_left_out_that_is_said(assistant: Assistant) -> None:
    for n, text in enumerate(("how is Apollo doing?", "what did you leave out?")):
        answer = await assistant.answer(Question(f"{n} {text}", "paula@northlight.example", "t", text))
    assert "As far as I know, nothing" in str(answer.blocks[0])
