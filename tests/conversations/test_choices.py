"""What is offered instead works: each choice, asked as it stands, gets an answer."""
import asyncio

import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from reports.blocks import Choices
from reports.formats.markdown import markdown

ANA, BEN, ELENA = (f"{n}@northlight.example" for n in ("ana", "ben", "elena"))


def said(assistant: Assistant, who: str, text: str, thread: str) -> Answer:
    return asyncio.run(assistant.answer(Question(f"{thread}-{text}", who, thread, text)))


def offered(answer: Answer) -> list[str]:
    return [option for b in answer.blocks if isinstance(b, Choices) for option in b.options]


@pytest.mark.parametrize(("who", "text"), [
    (BEN, "what is the capital of France?"), (ANA, "sing me a song"), (ELENA, "hello"), (BEN, "how many days of holiday do I have?"), (ANA, "qwertz"), (ELENA, "what can you do?"),
    (ANA, "who is Keller?"), (BEN, "where is the canteen?"),
])
def test_each_choice_leads_on(assistant: Assistant, who: str, text: str) -> None:
    options = offered(said(assistant, who, text, "first"))
    assert options
    for n, option in enumerate(options):
        answer = said(assistant, who, option, f"thread-{n}")
        assert answer.error is None, f"{option}: {markdown(answer.blocks)}"
        assert "cannot answer" not in markdown(answer.blocks), option
