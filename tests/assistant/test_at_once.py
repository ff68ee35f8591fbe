"""Many turns at once, and one that does not end: nothing of one is ever said in another, and every one ends."""
import asyncio
from collections.abc import Iterator
from pathlib import Path
import threading
from typing import Any

import pytest

from assistant import bootstrap
from assistant.alone import Alone
from assistant.assistant import Assistant
from assistant.calling import Caller
from assistant.messages import Question
from assistant.outcome import TOO_LONG
from reports.blocks import Block, Fact, Text
from tests.assistant.conftest import ANA
from tests.conftest import copied, settings_in
from tests.fakes.model import Model, calls, says, served

CPI = {"Apollo": "0.85", "Corvus": "1.01", "Dione": "1.25", "Borealis": "1.23"}


class Obliging(Model):
    """Computes the CPI of the project that it is asked for, and says it."""

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Say what fits this request, whoever else is asking."""
        asked = next(m["content"] for m in reversed(request["messages"]) if m["role"] == "user")
        project = next(name for name in CPI if f"CPI of {name}" in asked)
        if request["messages"][-1]["role"] == "tool":
            return says(f"The CPI of {project} is [[{project.lower()}.cpi]].")
        return calls("explain_figure", figure="cpi", project=project)


@pytest.fixture(scope="module")
def here(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = copied(sample_home, tmp_path_factory.mktemp("at_once") / "pmo")
    with served(Obliging([])) as url:
        yield bootstrap.assistant(settings_in(home, sample=True, llm_base_url=url, llm_model="scripted", llm_timeout=60.0))


async def test_forty_threads_at_once_are_never_mixed_up(here: Assistant) -> None:
    async def asked(number: int) -> tuple[str, list[Block], tuple[Block, ...]]:
        project, pieces = list(CPI)[number % len(CPI)], list[Block]()
        answer = await here.answer(Question(f"n{number}", ANA, f"n{number}", f"what is the CPI of {project}?"), say=pieces.append)
        return project, pieces, answer.blocks

    for project, pieces, blocks in await asyncio.gather(*map(asked, range(40))):
        said = Text(f"The CPI of {project} is {CPI[project]}.")
        assert pieces == [said]
        assert blocks[0] == said
        assert {b.slot.partition(".")[0] for b in blocks if isinstance(b, Fact)} == {project.lower()}


async def test_turns_of_one_thread_wait_for_each_other(here: Assistant) -> None:
    await asyncio.gather(*(here.answer(Question(f"w{n}", ANA, "w", f"what is the CPI of {name}?")) for n, name in enumerate(CPI)))
    assert [e.question for e in await here.open(ANA, "thread", "w")] == [f"what is the CPI of {name}?" for name in CPI]


async def test_a_turn_that_does_not_end_is_stopped_in_time(hands: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    monkeypatch.setattr(Caller, "call", lambda *_: go.wait(20))
    answer = await Assistant(hands._caller, Alone(hands._caller, longest=0.3), hands._clock).answer(Question("s", ANA, "s", "how is Apollo doing?"))
    go.set()
    assert (answer.error, answer.blocks) == (TOO_LONG, (Text(TOO_LONG),))
