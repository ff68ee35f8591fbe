"""“nudge Ben to update Apollo” is heard by code, and nothing else is taken for it."""
import pytest

from assistant.assistant import Assistant
from assistant.messages import Question
from assistant.nudging import SAID

ANA = "ana@northlight.example"


async def said(assistant: Assistant, text: str) -> str:
    answer = await assistant.answer(Question(f"n-{text}", ANA, "nudging", text))
    return " ".join(str(getattr(b, "text", b)) for b in answer.blocks)


async def test_who_is_nudged_will_be_asked_and_the_asker_is_told_so(assistant: Assistant) -> None:
    assert await said(assistant, "nudge Ben Okafor to update Apollo") == "Ben Okafor will be asked how their work on Apollo stands, in your name."
    assert "was asked about Apollo on Wed 18 Nov already" in await said(assistant, "please nudge Ben to update Apollo!")
    assert "picnic" in await said(assistant, "nudge Ben about the picnic")


@pytest.mark.parametrize("text", ["nudge", "nudge the launch to next week", "who nudged Ben?", "create a task to nudge Ben about Apollo"])
def test_what_is_no_nudge_is_left_to_others(text: str) -> None:
    assert SAID.fullmatch(text) is None
