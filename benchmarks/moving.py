"""A company that goes out as one JSON file, comes into an empty one and goes out again: equal bytes, and how long each way takes."""
import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
import json
from multiprocessing import get_context

from assistant import bootstrap
from assistant.loading import File
from assistant.messages import Answer
from benchmarks.importing import MOST_MB, founded, peak
from benchmarks.large import Large
from benchmarks.measuring import Measure, seconds
from records import exporting, sample

NAME = "everything.json"
MB = 1_000_000


@dataclass
class Moved:
    """What came out again, the seconds of each way, and the megabytes at the highest."""
    content: bytes = b""
    preview: float = 0
    yes: float = 0
    memory: float = 0


def company(large: Large, empty: Large) -> Iterator[Measure]:
    """Export the portfolio, import it into the empty company through the door and its yes, export it again."""
    content = b""

    def out() -> None:
        nonlocal content
        content = exported(large)

    there = seconds(out)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        moved = pool.submit(taken, replace(empty), content).result()
    if moved.content != content:
        raise RuntimeError("what came out again is not what went in")
    size, plain = len(content) / MB, seconds(lambda: json.dumps(json.loads(content)))
    yield Measure(f"a company as JSON of {size:,.0f} MB, written, {large.engine}", there, "s")
    yield Measure("read into an empty company: the preview", moved.preview, "s")
    yield Measure("read into an empty company: the yes", moved.yes, "s")
    yield Measure("written again: bytes that differ", 0, "", most=0)
    yield Measure("the same file read and written in plain Python", plain, "s")
    yield Measure("memory at the highest", moved.memory, "MB", most=large.limit(MOST_MB))


def exported(large: Large) -> bytes:
    """Everything, as one file."""
    with large.database.reading() as session:
        keeper = exporting.Keeper(session, sample.OFFICE)
        return b"".join(exporting.write(keeper, exporting.Wanted("json"), large.now).content)


def taken(empty: Large, content: bytes) -> Moved:
    """Import the file in a process of its own, and export what it became."""
    who, door, moved = founded(empty), bootstrap.hands(empty.settings), Moved()
    answer: Answer | None = None

    def ask(work: Callable[[], Answer]) -> None:
        nonlocal answer
        answer = work()
        if answer.error:
            raise RuntimeError(answer.error)

    moved.preview = seconds(lambda: ask(lambda: asyncio.run(door.load(who, File(NAME, content), "move"))))
    number = answer.proposal.id if answer and answer.proposal else ""
    moved.yes = seconds(lambda: ask(lambda: asyncio.run(door.confirm(who, number))))
    moved.memory = peak()
    moved.content = exported(empty)
    return moved
