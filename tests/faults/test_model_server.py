"""Whatever a model server does, nothing is written, no tool runs from an answer that was cut, and a person is answered in time, in plain words."""
import asyncio
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
import socket
from threading import Event

import pytest

from assistant.assistant import Assistant
from assistant.calling import Caller, Planned, Turn
from assistant.messages import Answer, Question
from records.breakdown.drafting import Draft, nobody
from reports.formats.markdown import markdown
from tests.conftest import copied, settings_in
from tests.fakes.faulty import STREAM, Fault, Faulty, cut, drips, end_of, every, hangs, resets, sends, served, status, streamed
from tests.fakes.patient import patient
from tools.base import Result, Tool

ANA = "ana@northlight.example"
SECONDS = 1.5
CALL = streamed(tool="create_record", kind="task", values={"title": "Delete the whole archive", "project": "Apollo"})
SPOKEN = streamed("Apollo needs a decision about its pilot. Talk to the sponsor.")
GARBAGE = SPOKEN.replace(b"data: {", b"data: {{", 3).replace(b"data: {{", b"data: {", 2)
HUGE = streamed(tool="create_record", raw='{"kind": "task", "values": {"title": "' + "x" * 20_000 + '"}}')
WRONG = streamed(tool="create_record", raw='{"kind": "task", "values": {"title": "Del')


class Lab:
    """One assistant over one faulty server, for all tests of the module; it keeps which tools ran."""

    def __init__(self, server: Faulty, assistant: Assistant, ran: list[str]) -> None:
        self.server, self._assistant, self.ran, self._n = server, assistant, ran, 0

    def asks(self, *faults: Fault, text: str = "how is Apollo doing?", say: Callable[[object], None] = lambda _: None) -> Answer:
        self.server.does(*faults)
        self.ran.clear()
        self._n += 1
        return asyncio.run(self._assistant.answer(Question(f"q{self._n}", ANA, f"t{self._n}", text), say=say))


@pytest.fixture(scope="module")
def lab(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    home = copied(sample_home, tmp_path_factory.mktemp("faults") / "pmo")
    faulty, ran, call = Faulty(), list[str](), Caller.call

    def noted(caller: Caller, tool: Tool, said: Mapping[str, object], turn: Turn, draft: Draft = nobody) -> Result | Planned:
        ran.append(tool.name)
        return call(caller, tool, said, turn, draft)

    with served(faulty) as url, pytest.MonkeyPatch.context() as patched:
        patched.setattr(Caller, "call", noted)
        yield Lab(faulty, patient(settings_in(home), url, SECONDS), ran)


def shown(answer: Answer) -> str:
    return markdown(answer.blocks).replace("\\", "")


@pytest.mark.parametrize("fault", [
    status(429), status(429, {"Retry-After": "30"}), status(429, {"Retry-After": "0"}), status(500), status(503), status(529), status(401), status(400), resets,
    sends(b"<html>no json"), sends(b'{"choices": []}'), cut(CALL, 400), sends(GARBAGE, STREAM), sends(WRONG, STREAM), sends(HUGE, STREAM),
    sends(streamed(tool="drop_tables", really="yes"), STREAM), sends(streamed(tool="create_record", raw="[1]"), STREAM),
    sends(streamed(tool="create_record", raw='{"kind": "task"}', finish="length"), STREAM), sends(b"", STREAM), sends(streamed(""), STREAM),
], ids=range(20))
def test_the_planner_answers_and_says_so_in_one_plain_sentence(lab: Lab, fault: Fault) -> None:
    answer = lab.asks(fault)
    first, *_ = shown(answer).split("\n")
    assert first.startswith("The language model ")
    assert "(reference " in first
    assert first.endswith(", so I answered without it.")
    assert "Apollo is off track" in shown(answer)
    assert (lab.ran, answer.proposal) == (["status_report"], None)


@pytest.mark.parametrize("fault", [hangs, drips(SPOKEN, 0.05)])
def test_a_server_that_is_silent_or_drips_is_left_within_the_time_of_a_turn(lab: Lab, fault: Fault) -> None:
    came_to_its_end: list[bool] = []

    def noted(to: socket.socket, over: Event) -> None:
        fault(to, over)
        came_to_its_end.append(True)

    answer = lab.asks(noted)
    assert not came_to_its_end                                         # a minute of silence, or two of single letters
    assert shown(answer).startswith(("The language model took too long (reference", "Apollo"))


@pytest.mark.parametrize("said", [CALL, SPOKEN])
def test_no_tool_runs_from_an_answer_cut_at_any_of_its_bytes(lab: Lab, said: bytes) -> None:
    for at in every(said, stride=173):
        answer = lab.asks(cut(said, at), text="hello")
        is_whole = at >= end_of(said)
        assert ("create_record" in lab.ran, answer.proposal is not None) == (is_whole and said is CALL,) * 2, f"cut after {at} bytes"


def test_a_server_that_asks_for_patience_is_asked_again(lab: Lab) -> None:
    answer = lab.asks(status(429, {"Retry-After": "0"}), status(503), sends(SPOKEN, STREAM))
    assert shown(answer) == "Apollo needs a decision about its pilot. Talk to the sponsor."
    assert len(lab.server.asked) == 3


def test_a_server_that_asks_for_more_than_the_time_there_is_is_asked_once(lab: Lab) -> None:
    lab.asks(status(429, {"Retry-After": "30"}))
    assert len(lab.server.asked) == 1


def test_a_malformed_call_is_sent_back_once_and_may_be_mended(lab: Lab) -> None:
    unknown, right = streamed(tool="show_projet", key="Apollo"), streamed(tool="show_record", record="APOLLO")
    lab.asks(sends(unknown, STREAM), sends(right, STREAM), sends(SPOKEN, STREAM))
    sent_back = lab.server.asked[1]["messages"][-1]
    assert sent_back["role"] == "tool"
    assert "There is no tool “show_projet”" in sent_back["content"]
    assert lab.ran == ["show_record"]


def test_a_server_that_failed_twice_is_left_alone(lab: Lab, tmp_path: Path, sample_home: Path) -> None:
    home = copied(sample_home, tmp_path / "pmo")
    lab.server.does(status(401))
    with served(lab.server) as url:
        assistant = patient(settings_in(home), url, SECONDS, failures=2)
        told = [shown(asyncio.run(assistant.answer(Question(f"b{n}", ANA, f"b{n}", "hello")))).partition("\n")[0] for n in range(3)]
    assert len(lab.server.asked) == 2
    assert told[0].startswith("The language model refuses our key (reference ")
    assert told[2] == "The language model does not answer at the moment, so I answered without it."


def test_nothing_that_a_server_says_in_an_error_reaches_a_person_or_the_log(lab: Lab, caplog: pytest.LogCaptureFixture) -> None:
    answer = lab.asks(status(500, said="Traceback: key-canary at /srv/model.py line 3"))
    assert "canary" not in shown(answer) + caplog.text
    assert "OpenAIAPIError 500" in caplog.text or "InternalServerError 500" in caplog.text
