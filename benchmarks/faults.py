"""`python -m benchmarks.faults`: every fault of a model server over real HTTP, and two recorded streams cut at each of their bytes.

Ends with 1 when a tool ran from an answer that was cut, a turn took longer than it may, or a person was not answered in plain words.
"""
import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
import sys
from tempfile import TemporaryDirectory
import time

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.calling import Caller, Planned, Turn
from assistant.messages import Answer, Question
from assistant.settings import Settings
from benchmarks.measuring import Measure, table
from reports.formats.markdown import markdown
from tests.fakes.faulty import STREAM, Fault, Faulty, cut, drips, end_of, every, hangs, resets, sends, served, status, streamed
from tests.fakes.patient import patient
from tools.base import Result, Tool

ANA = "ana@northlight.example"
SECONDS = 3.0
CALL = streamed(tool="create_record", kind="task", values={"title": "Delete the whole archive", "project": "Apollo"})
SPOKEN = streamed("Apollo needs a decision about its pilot. Talk to the sponsor.")
FAULTS: Mapping[str, Fault] = {
    "429": status(429), "429, retry after 30 s": status(429, {"Retry-After": "30"}), "429, retry at once": status(429, {"Retry-After": "0"}),
    "500": status(500), "503": status(503), "529": status(529), "401": status(401), "connection reset": resets, "hang": hangs,
    "slow drip": drips(SPOKEN, 0.1), "garbage line": sends(SPOKEN.replace(b"data: {", b"data: {{", 3), STREAM), "not JSON": sends(b"<html>"),
    "no choices": sends(b'{"choices": []}'), "wrong JSON": sends(streamed(tool="create_record", raw='{"kind": "task", "values": {"title": "Del'), STREAM),
    "unknown tool": sends(streamed(tool="drop_tables", really="yes"), STREAM),
    "huge arguments": sends(streamed(tool="create_record", raw='{"kind": "task", "values": {"title": "' + "x" * 50_000 + '"}}'), STREAM),
    "cut by its length": sends(streamed(tool="create_record", raw='{"kind": "task"}', finish="length"), STREAM), "empty": sends(b"", STREAM),
}


@dataclass
class Lab:
    """One assistant over one faulty server; it keeps which tools ran and how long turns took."""
    server: Faulty
    assistant: Assistant
    ran: list[str] = field(default_factory=list)
    longest: float = 0.0
    number: int = 0

    def asks(self, fault: Fault, text: str = "how is Apollo doing?") -> Answer:
        self.server.does(fault)
        self.ran.clear()
        self.number += 1
        began = time.monotonic()
        answer = asyncio.run(self.assistant.answer(Question(f"q{self.number}", ANA, f"t{self.number}", text), say=lambda _: None))
        self.longest = max(self.longest, time.monotonic() - began)
        return answer


def main(arguments: Sequence[str]) -> int:
    stride = int(arguments[0]) if arguments else 1
    with TemporaryDirectory(prefix="pmo-bench-") as made:
        faulty = Faulty()
        with served(faulty) as url:
            lab = Lab(faulty, patient(sample(Path(made)), url, SECONDS))
            _watch(lab.ran)
            lab.asks(sends(SPOKEN, STREAM))                         # the first turn loads what later ones find loaded
            lab.longest = 0.0
            measures = [*_faults(lab), *_cuts(lab, stride), _refused(lab)]
    print(table(measures))
    return int(not all(m.holds for m in measures))


def sample(folder: Path) -> Settings:
    """A fresh sample company at the fixed moment."""
    from benchmarks.__main__ import NOW  # noqa: PLC0415 - it imports much that is not needed here

    settings = Settings(_env_file=None, home=folder / "pmo", now=NOW)  # type: ignore[call-arg]
    upkeep = bootstrap.upkeep(settings)
    upkeep.start()
    upkeep.sample()
    for _ in upkeep.handbook():
        pass
    return settings


def _watch(ran: list[str]) -> None:
    """Keep the names of the tools that run from now on."""
    call = Caller.call

    def noted(caller: Caller, tool: Tool, said: Mapping[str, object], turn: Turn) -> Result | Planned:
        ran.append(tool.name)
        return call(caller, tool, said, turn)

    Caller.call = noted  # type: ignore[method-assign, assignment]  # this process only measures


def _faults(lab: Lab) -> list[Measure]:
    plain, wrong = 0, 0
    for name, fault in FAULTS.items():
        answer = lab.asks(fault)
        text = markdown(answer.blocks)
        is_plain = "so I answered without it." in text and "Apollo is off track" in text.replace("\\", "")
        plain += is_plain
        wrong += answer.proposal is not None or lab.ran != ["status_report"]
        if not is_plain:
            print(f"{name}: {text[:200]}", file=sys.stderr)
    return [Measure("faults answered by the planner, which says so in one plain sentence", plain, f"of {len(FAULTS)}", least=len(FAULTS)),
            Measure("of these with a proposal, or a tool that the planner did not call", wrong, "", most=0),
            Measure(f"longest turn, of {SECONDS:g} s that it may take", lab.longest, "s", most=SECONDS + 0.5)]


def _cuts(lab: Lab, stride: int) -> list[Measure]:
    points = ran = unanswered = 0
    for said in (CALL, SPOKEN):
        for at in every(said, stride):
            answer = lab.asks(cut(said, at), "hello")
            points += 1
            ran += at < end_of(said) and ("create_record" in lab.ran or answer.proposal is not None)
            unanswered += not answer.blocks
    return [Measure("cut points of two recorded streams, each of their bytes" if stride == 1 else f"cut points, every {stride}th byte", points, ""),
            Measure("tools that ran from an answer that was cut", ran, "", most=0), Measure("cut points without an answer", unanswered, "", most=0),
            Measure("longest turn among all", lab.longest, "s", most=SECONDS + 0.5)]


def _refused(lab: Lab) -> Measure:
    """A port that nobody listens at."""
    assistant = patient(Settings(_env_file=None, database_url=str(lab.assistant._database.engine.url)), "http://127.0.0.1:9/v1", SECONDS)  # type: ignore[call-arg]  # noqa: SLF001 - the same records
    answer = asyncio.run(assistant.answer(Question("r", ANA, "r", "how is Apollo doing?"), say=lambda _: None))
    return Measure("refused connection: answered by the planner", int("cannot be reached" in markdown(answer.blocks)), "", least=1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
