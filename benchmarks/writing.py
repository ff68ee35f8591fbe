"""How many audited changes of a single record are applied in a second, each planned, logged and committed on its own."""
from collections.abc import Iterator

from benchmarks.measuring import Bench, Measure, seconds
from records import changing, log, sample
from records.database import Database
from records.kinds import Task
from records.proposals import Change, Proposal
from records.query import Query
from records.reading import Reader


def applies(bench: Bench) -> Iterator[Measure]:
    database, now, times = Database(bench.settings.url), bench.settings.clock()(), bench.often(1000)
    with database.reading() as session:
        tasks = [task.key for task in Reader(session, sample.OFFICE).find(Query(Task, limit=100))]

    def work() -> None:
        for turn in range(times):
            wish = Change("task", (tasks[turn % len(tasks)],), {"title": f"Measured {turn}"})
            with database.writing() as tx:
                changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), now.date()), now)
    yield Measure("audited changes of one record, applied", times / seconds(work), "/s", least=500)
    with database.reading() as session:
        if (broken := log.verify(session)) is not None:
            raise RuntimeError(f"the log is broken at change #{broken}")
