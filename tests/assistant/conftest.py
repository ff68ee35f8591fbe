"""The sample company with a scripted model, listened to while it answers."""
import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from assistant import bootstrap
from assistant.messages import Answer, Question
from reports.blocks import Block
from tests.conftest import copied, settings_in
from tests.fakes.model import Model, says, served

ANA = "ana@northlight.example"


@dataclass
class Heard:
    """The answer, the pieces that left before it, the signs that were shown, and what the model was asked."""
    answer: Answer
    pieces: list[Block]
    signs: list[str]
    asked: list[dict[str, Any]]


Ask = Callable[..., Heard]


@pytest.fixture(scope="module")
def heard(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks a model that says what a script tells it; without a thread, in one of its own."""
    home, model, number = copied(sample_home, tmp_path_factory.mktemp("heard") / "pmo"), Model([says("")]), count()
    with served(model) as url:
        assistant = bootstrap.assistant(settings_in(home, sample=True, llm_base_url=url, llm_model="scripted", llm_timeout=5.0))

        def ask(script: Sequence[dict[str, Any] | int | bytes], text: str = "how is Apollo doing?", who: str = ANA, thread: str = "") -> Heard:
            model.script, model.asked = list(script), []
            pieces, signs, at = list[Block](), list[str](), next(number)
            answer = asyncio.run(assistant.answer(Question(f"q{at}", who, thread or f"t{at}", text), signs.append, pieces.append))
            return Heard(answer, pieces, signs, model.asked)

        yield ask
