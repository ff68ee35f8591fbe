"""`python -m benchmarks.schedules`: thousands of schedules due at one moment, worked by three processes that are killed by force at random: none lost, none
delivered twice to a reader who can be told apart by key. What is delivered is an answer that costs nothing: the durability is measured, not the reports.

    python -m benchmarks.schedules [--quick]
"""
import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
import random
import sqlite3
import subprocess
import sys
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from assistant.jobs.jobs import Jobs
from assistant.messages import Answer, Question
from assistant.reporting.reporting import Reporting
from assistant.schedules.letters import Letter
from assistant.schedules.sending import Sending
from assistant.schedules.watching import Watching
from benchmarks.measuring import Measure, table
from records import changing, planning
from records.database import Database
from records.migrating import upgrade
from records.proposals import Create, Proposal
from records.sample import OFFICE
from reports.blocks import Text

WORKERS, PATIENCE, AT_ONCE = 3, 1800.0, 500
MADE = datetime(2026, 11, 18, 7, 0, tzinfo=UTC)
DUE = datetime(2026, 11, 18, 8, 0, 1, tzinfo=UTC)


class Box:
    """A way that notes each delivery in a file of its own; what stands there already is found by its key, as Slack's mark or a Message-ID is."""

    def __init__(self, file: str) -> None:
        self._box = sqlite3.connect(file, timeout=60, isolation_level=None, check_same_thread=False)
        self._box.execute("CREATE TABLE IF NOT EXISTS delivered (key TEXT, again INTEGER)")

    async def readers(self, to: str) -> Sequence[str]:
        return (to,)

    async def deliver(self, letter: Letter) -> str:
        if letter.is_again and self._box.execute("SELECT 1 FROM delivered WHERE key = ?", (letter.key,)).fetchone():
            return "stands there"
        self._box.execute("INSERT INTO delivered VALUES (?, ?)", (letter.key, int(letter.is_again)))
        return "delivered"


class Answers:
    """An assistant that answers at once."""

    async def answer(self, question: Question) -> Answer:
        return Answer(question.thread, (Text(question.text),))


def fill(database: Database, many: int) -> None:
    """One person with many schedules, all due at eight."""
    upgrade(database)
    with database.writing() as tx:
        known = Create("person", {"name": "Ana Ruiz", "email": "ana@northlight.example", "role": "project manager"})
        made = changing.apply(tx, OFFICE, planning.plan(tx, OFFICE, Proposal((known,)), MADE.date()), MADE)
    owner = made.edits[0]["id"]
    for first in range(0, many, AT_ONCE):
        usual = {"what": "question", "often": "every day at 8:00", "by": "e-mail", "owner_id": owner}
        wishes = tuple(Create("schedule", {**usual, "question": f"what is number {n}?"}) for n in range(first, min(many, first + AT_ONCE)))
        with database.writing() as tx:
            changing.apply(tx, OFFICE, planning.plan(tx, OFFICE, Proposal(wishes), MADE.date()), MADE)


def work(url: str, box: str) -> None:
    """One worker; its clock begins just after the moment."""
    database, begun = Database(url), monotonic()

    def clock() -> datetime:
        return DUE + timedelta(seconds=monotonic() - begun)
    jobs = Jobs(database, clock)
    sending = Sending(database, Answers(), Reporting(database, clock), clock)
    sending.ways["e-mail"] = Box(box)
    for name, (run, lost) in sending.works.items():
        jobs.on(name, run, lost=lost)
    jobs.beat(Watching(database, jobs, lambda: "UTC").look)

    async def forever() -> None:
        await asyncio.to_thread(jobs.start, asyncio.get_running_loop())
        await asyncio.Event().wait()
    asyncio.run(forever())


def measured(folder: Path, *, many: int, kills: int) -> list[Measure]:
    """Start the workers, kill one every few seconds and start another in its place, until all is delivered."""
    url, box, dice = f"sqlite:///{folder / 'pmo.db'}", str(folder / "box.db"), random.Random(1)  # noqa: S311 - no secret
    fill(Database(url), many)
    Box(box)

    def worker() -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-m", "benchmarks.schedules", "work", url, box], stderr=subprocess.DEVNULL)
    start, running, killed = monotonic(), [worker() for _ in range(WORKERS)], 0
    while _delivered(box)[0] < many and monotonic() - start < PATIENCE:
        sleep(dice.uniform(1.0, 3.0))
        if killed < kills:
            at = dice.randrange(WORKERS)
            running[at].kill()
            running[at].wait()
            running[at], killed = worker(), killed + 1
    took = monotonic() - start
    sleep(15 if killed else 1)                              # whatever would come twice comes now
    for each in running:
        each.kill()
        each.wait()
    found, twice = _delivered(box)
    return [Measure(f"{many:,} schedules due at once, {WORKERS} workers, {killed} killed by force", took, "s"),
            Measure("lost", many - found, "schedules", most=0), Measure("delivered twice", twice, "schedules", most=0)]


def _delivered(box: str) -> tuple[int, int]:
    """How many keys were delivered, and how many more than once."""
    with sqlite3.connect(box, timeout=60) as there:
        found = there.execute("SELECT count(*) FROM delivered GROUP BY key").fetchall()
    return len(found), sum(n > 1 for n, in found)


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["work"]:
        work(*arguments[1:])
        return 0
    with TemporaryDirectory(prefix="pmo-schedules-") as folder:
        quick = "--quick" in arguments
        found = measured(Path(folder), many=200 if quick else 10_000, kills=3 if quick else 60)
    print(table(found))
    return 0 if all(m.holds for m in found) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
