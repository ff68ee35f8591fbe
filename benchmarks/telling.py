"""`python -m benchmarks.telling`: whether anything that people are told unasked is lost, or comes twice, when the process that tells it is killed again and
again. The real jobs and the real Slack face, against the fake Slack of the tests; tasks are given all the while.

    python -m benchmarks.telling [--quick]
"""
import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
import os
from pathlib import Path
import random
import signal
import sys
from tempfile import TemporaryDirectory
from time import sleep, time

from sqlmodel import select

from assistant import bootstrap
from assistant.jobs.jobs import CLICKS, TALK, Jobs
from assistant.notices import Notices, ticking
from assistant.settings import Settings
from benchmarks.measuring import Measure, table
from bots.slack import Behind, Keys, work
from records import changing, planning, sample
from records.database import Database
from records.kinds import Person, Project
from records.notices import Notice
from records.proposals import Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from tests.fakes.assistant import StandIn
from tests.fakes.slack import Actor, FakeSlack

MORNING = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
PATIENCE = 300


async def killed(home: Path, *, quick: bool) -> AsyncIterator[Measure]:
    """A process that looks what is due and tells it, killed by force at random moments while tasks are given."""
    kills, dice, began = 3 if quick else 20, random.Random(1), time()  # noqa: S311 - no secret
    database, given = _office(home), set[str]()
    async with FakeSlack() as slack:
        ben = slack.person("U0BEN", "Ben Okafor", "ben@northlight.example")
        giving = asyncio.create_task(_give(database, given))
        for _ in range(kills):
            async with _running(slack, home, began):
                await asyncio.sleep(dice.uniform(0.5, 4.0))
        giving.cancel()
        await asyncio.wait([giving])
        async with _running(slack, home, began):
            end = time() + PATIENCE
            while _untold(database, given) and time() < end:  # noqa: ASYNC110 - the other process says nothing
                await asyncio.sleep(0.5)
            await asyncio.sleep(5)
        standing = _standing(slack, ben)
    told = _messages(database)
    yield Measure(f"tasks given over {kills} kills", len(given), "tasks")
    yield Measure("of these never told", sum(not standing[told.get(key, "")] for key in given), "tasks", most=0)
    yield Measure("told twice", sum(standing[told.get(key, "")] > 1 for key in given), "tasks", most=0)
    yield Measure("messages they came in", len(set(told.values())), "messages")


async def _process(url: str, home: str, began: str) -> None:
    """What is killed: it looks every second and waits for nothing."""
    settings = Settings(_env_file=None, home=Path(home))  # type: ignore[call-arg]  # pydantic's own
    database, clock = bootstrap.database(settings), lambda: MORNING + timedelta(seconds=time() - float(began))
    ticking.GATHERED = timedelta(0)
    jobs = Jobs(database, clock)
    notices = Notices(database, clock, lambda tx, name, key: jobs.enqueue(tx, "notice", name, key), ("slack",))
    jobs.on("notice", notices.deliver)
    jobs.every("notices", lambda now: now + timedelta(seconds=1), notices.tick)
    await asyncio.to_thread(jobs.start, asyncio.get_running_loop(), (TALK, CLICKS))
    office = replace(bootstrap.office(settings), notices=notices)
    behind = Behind(office, None, lambda: asyncio.to_thread(jobs.stop))
    await work(StandIn(), Keys("xoxb-test", "xapp-test", url=url), lambda _: print(f"{os.getpid()} works", flush=True), behind)


def _office(home: Path) -> Database:
    """The sample company, with a project for what is given, a Ben whom one may tell anything at any hour, and as much of it as there is."""
    settings = Settings(_env_file=None, home=home, now=MORNING)  # type: ignore[call-arg]  # pydantic's own
    upkeep = bootstrap.upkeep(settings)
    upkeep.start()
    upkeep.sample()
    database = bootstrap.database(settings)
    _do(database, Create("project", {"name": "Load", "phase": "in delivery"}), Create("threshold", {"name": "asks a week", "value": 100_000}),
        Create("preference", {"name": "quiet hours", "value": "none", "person_id": _ben(database)}))
    Notices(database, lambda: MORNING).tick()
    return database


async def _give(database: Database, given: set[str]) -> None:
    """Give Ben a task ten times a second."""
    with database.reading() as session:
        home = Reader(session, sample.OFFICE).get(Project, "LOAD").id
    ben = _ben(database)
    while True:
        await asyncio.sleep(0.1)
        given.add(await asyncio.to_thread(_do, database, Create("task", {"title": "Carry a box", "project_id": home, "owner_id": ben})))


def _do(database: Database, *wishes: Create) -> str:
    with database.writing() as tx:
        changes = planning.plan(tx, sample.OFFICE, Proposal(wishes), MORNING.date())
        return str(changing.apply(tx, sample.OFFICE, changes, MORNING).edits[0]["key"])


def _ben(database: Database) -> int:
    with database.reading() as session:
        return int(Reader(session, sample.OFFICE).find(Query(Person, (Where("email", "is", "ben@northlight.example"),)))[0].id or 0)


def _messages(database: Database) -> dict[str, str]:
    """The message that each task was told in."""
    with database.reading() as session:
        return {n.about: n.message for n in session.exec(select(Notice).where(Notice.sort == "task", Notice.state == "told"))}


def _untold(database: Database, given: set[str]) -> bool:
    return bool(given - _messages(database).keys())


def _standing(slack: FakeSlack, ben: Actor) -> Counter[str]:
    """How often each message stands in Ben's conversation, by its mark."""
    return Counter(str(m.metadata["event_payload"]["key"]) for m in slack.workspace.channels[ben.dm.id].messages if m.bot_id and m.metadata)


@asynccontextmanager
async def _running(slack: FakeSlack, home: Path, began: float) -> AsyncIterator[None]:
    """A process that works, and is killed by force when it is not needed any more."""
    command = ["-m", "benchmarks.telling", "process", slack.api_url, str(home), str(began)]
    with (home / "process.log").open("ab") as said:
        running = await asyncio.create_subprocess_exec(sys.executable, *command, env=dict(os.environ), stdout=said, stderr=said)
        try:
            await asyncio.to_thread(_begun, home / "process.log", running.pid)
            yield
        finally:
            running.send_signal(signal.SIGKILL)
            await running.wait()


def _begun(said: Path, process: int) -> None:
    """Wait until the process of this number says that it works."""
    while f"{process} works" not in said.read_text():
        sleep(0.05)


async def measured(*, quick: bool) -> list[Measure]:
    with TemporaryDirectory(prefix="pmo-telling-") as folder:
        return [measure async for measure in killed(Path(folder), quick=quick)]


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["process"]:
        asyncio.run(_process(*arguments[1:]))
        return 0
    found = asyncio.run(measured(quick="--quick" in arguments))
    print(table(found))
    return 0 if all(m.holds for m in found) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
