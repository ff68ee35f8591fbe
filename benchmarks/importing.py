"""How quickly a CSV of tasks comes in through the door `load` and its yes, where the time goes, what memory it takes, and its undo."""
import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
import csv
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import StringIO
import math
from multiprocessing import get_context
from pathlib import Path
from random import Random
import sqlite3
from time import perf_counter
from typing import Any

from assistant import bootstrap, loading
from assistant.loading import File
from assistant.messages import Answer
from benchmarks import wording
from benchmarks.large import Large
from benchmarks.measuring import Measure, seconds
from records import changing, planning, sample
from records.proposals import Create, Proposal

LEAST = 5000
MOST_MB = 1024
ADMIN = "paula.adams@office.example"
HEADERS = ("ID", "Task", "Project", "Assignee", "Status", "Priority", "Start", "Due", "Estimate (h)", "% complete", "Description")
STAGES = ("reading", "matching", "planning", "applying")


@dataclass
class Took:
    """Seconds of each part, and the megabytes at the highest; what the child process hands back."""
    load: float = 0
    confirm: float = 0
    again: float = 0
    undo: float = 0
    memory: float = 0
    stages: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))


def tasks(large: Large, count: int) -> Iterator[Measure]:
    """A file of so many tasks in a hundredth as many projects, into a company that has only its first admin."""
    took = in_a_process(large, count)
    total = took.load + took.confirm
    yield Measure(f"rows imported of a CSV of {count:,} tasks, preview and yes, {large.engine}", count / total, "/s",
                  least=LEAST if large.is_sqlite and not large.quick else -math.inf)
    yield Measure("the same rows read and inserted in plain Python and SQL", count / _plain(large, csv_of(large, count)), "/s")
    yield Measure("of that: the yes alone, in rows", count / took.confirm, "/s")
    for stage in STAGES:
        yield Measure(f"of that: {stage}{' (for the preview, and again at the yes)' if stage == 'planning' else ''}", took.stages[stage], "s")
    yield Measure("of that: all else (the waiting proposal, the answers, the commit)", total - sum(took.stages[s] for s in STAGES), "s")
    yield Measure(f"memory at the highest, {large.engine}", took.memory, "MB", most=large.limit(MOST_MB))
    yield Measure(f"the same file again, nothing new, {large.engine}", took.again, "s")
    yield Measure(f"undo of the whole import, {large.engine}", took.undo, "s")


def in_a_process(large: Large, count: int) -> Took:
    """Import the file, the same once more, and undo it, in a process of its own, so that its memory can be told."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(taken, replace(large), csv_of(large, count)).result()


def taken(large: Large, content: bytes) -> Took:
    """Import the file by the two doors a person uses, then once more, then undo it."""
    took, who, name = Took(), founded(large), "tasks.csv"
    door = bootstrap.hands(large.settings)
    _watch(took)

    def ask(work: Callable[[], Any]) -> tuple[Answer, float]:
        start = perf_counter()
        answer: Answer = asyncio.run(work())
        if answer.error:
            raise RuntimeError(answer.error)
        return answer, perf_counter() - start

    offered, took.load = ask(lambda: door.load(who, File(name, content), "import"))
    if offered.proposal is None:
        raise RuntimeError("nothing was offered")
    number = offered.proposal.id
    del offered
    took.confirm = ask(lambda: door.confirm(who, number))[1]
    took.memory, stages = peak(), dict(took.stages)
    took.again = ask(lambda: door.load(who, File(name, content), "again"))[1]
    took.undo = ask(lambda: door.confirm(who, number, "undo"))[1]
    took.stages = stages
    return took


def peak() -> float:
    """The most memory this process ever held, in MB."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1024


def csv_of(large: Large, count: int) -> bytes:
    """A believable file, the same every time."""
    chance, said = Random(3), StringIO()  # noqa: S311 - believable, not secret
    out = csv.writer(said)
    out.writerow(HEADERS)
    projects = max(count // 100, 1)
    for number in range(count):
        start, at = large.now.date() + timedelta(days=chance.randrange(-200, 300)), number % projects
        who = f"{chance.choice(wording.FIRST)}.{chance.choice(wording.LAST)}@office.example".lower()
        status, share = chance.choice((("Done", 100), ("In Progress", 50), ("To Do", 0)))
        out.writerow((f"EX-{number + 1}", f"{chance.choice(wording.VERBS)} the {chance.choice(wording.THINGS)} of {chance.choice(wording.PARTS)}",
                      f"{wording.PLACES[at % 20]} {wording.MATTERS[at // 20 % 10]} {at + 1}", who, status, chance.choice(("Low", "Medium", "High")),
                      start.isoformat(), (start + timedelta(days=chance.randrange(1, 30))).isoformat(), chance.choice((4, 8, 16)), share,
                      chance.choice(wording.REMARKS)))
    return said.getvalue().encode()


def founded(large: Large) -> str:
    """Make the first admin."""
    with large.database.writing() as tx:
        wish = Create("person", {"name": "Paula Adams", "email": ADMIN, "role": "PMO admin"})
        changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), large.now.date()), large.now)
    return ADMIN


def _watch(took: Took) -> None:
    """Have the rooms say how long they work; only in a process of one's own."""
    watched = ((loading, "read"), (loading, "matched"), (planning, "plan"), (changing, "apply"))
    for stage, (module, name) in zip(STAGES, watched, strict=True):
        setattr(module, name, _timed(getattr(module, name), took, stage))


def _timed(work: Callable[..., Any], took: Took, stage: str) -> Callable[..., Any]:
    def timed(*said: Any, **more: Any) -> Any:
        start = perf_counter()
        try:
            return work(*said, **more)
        finally:
            took.stages[stage] += perf_counter() - start
    return timed


def _plain(large: Large, content: bytes) -> float:
    """The least: read the cells and insert them into a table of as many columns and one key."""
    def work() -> None:
        rows = [(*row, *[None] * 30) for row in csv.reader(StringIO(content.decode()))]
        with sqlite3.connect(large.folder / "plain.db") as connection:
            connection.execute(f"CREATE TABLE task (id TEXT PRIMARY KEY, {', '.join(f'c{n}' for n in range(40))})")
            connection.executemany(f"INSERT INTO task VALUES ({', '.join('?' * 41)})", rows)  # noqa: S608 - marks for values
    return seconds(work)
