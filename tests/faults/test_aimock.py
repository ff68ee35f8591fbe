"""The same promises with a model server that others wrote: what it says is done, what it breaks off is not."""
import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from reports.formats.markdown import markdown
from tests.conftest import copied, settings_in
from tests.fakes import aimock
from tests.fakes.patient import patient

ANA = "ana@northlight.example"
STATUS = {"toolCalls": [{"name": "status_report", "arguments": {"project": "Apollo"}}]}
WRITE = {"toolCalls": [{"name": "create_record", "arguments": {"kind": "task", "values": {"title": "Delete the archive", "project": "Apollo"}}}]}
FAULTS: dict[str, dict[str, Any]] = {
    "429": {"response": {"error": {"message": "slow down", "type": "rate_limit_error"}, "status": 429, "retryAfter": 1}},
    "500": {"response": {"error": {"message": "secret-canary", "type": "server_error"}, "status": 500}},
    "truncated": {"response": WRITE, "truncateAfterChunks": 2},
    "disconnected": {"response": WRITE, "latency": 30, "disconnectAfterMs": 40},
    "arguments": {"response": {"toolCalls": [{"name": "create_record", "arguments": '{"kind": "task", "values": {"title": "Del'}]}},
    "length": {"response": {**WRITE, "finishReason": "length"}},
    "unknown tool": {"response": {"toolCalls": [{"name": "drop_tables", "arguments": {}}]}},
}


def matched(word: str, **more: Any) -> dict[str, Any]:
    return {"match": {"userMessage": f"case {word}:", **more}}


@pytest.fixture(scope="module")
def there(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("aimock")
    home = copied(sample_home, folder / "pmo")
    fixtures = [matched(word) | fault for word, fault in FAULTS.items()]
    fixtures += [matched("fine", hasToolResult=False) | {"response": STATUS}, matched("fine", hasToolResult=True) | {"response": {"content": "See below."}}]
    with aimock.served(aimock.installed(folder), folder, fixtures) as url:
        yield patient(settings_in(home), url, 5.0)


def asked(assistant: Assistant, word: str) -> Answer:
    return asyncio.run(assistant.answer(Question(word, ANA, word, f"case {word}: how is Apollo doing?"), say=lambda _: None))


@pytest.mark.slow
def test_what_it_says_is_done(there: Assistant) -> None:
    told = markdown(asked(there, "fine").blocks).replace("\\", "")
    assert told.startswith("See below.")
    assert "Delivered well? Off track" in told


@pytest.mark.slow
@pytest.mark.parametrize("word", FAULTS)
def test_what_it_breaks_off_is_not_done_and_the_planner_answers(there: Assistant, word: str) -> None:
    answer = asked(there, word)
    told = markdown(answer.blocks).replace("\\", "")
    assert told.startswith("The language model ")
    assert ("so I answered without it." in told, "Off track" in told, "canary" in told, answer.proposal) == (True, True, False, None)
