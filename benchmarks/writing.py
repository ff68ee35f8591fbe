"""How many audited changes of a single record are applied in a second by eight at once, and how quickly the log is verified."""
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
import math
from threading import Lock
from time import perf_counter

from benchmarks.large import Large
from benchmarks.measuring import Measure, seconds, spread_of
from benchmarks.portfolio import person
from records import changing, log, planning
from records.asker import Asker, Role
from records.kinds import Task
from records.proposals import Change, ChangeSet, Proposal
from records.query import Query
from records.reading import Reader

AT_ONCE = 8
LEAST = {"SQLite": 500, "PostgreSQL": 250}
MOST_MS = 100
LINES_PER_SECOND = 40_000


def applies(large: Large) -> Iterator[Measure]:
    """Each planned before, then logged and committed on its own."""
    asker, times = person(large.database, Role.admin), large.often(2000)
    sets = _planned(large, asker, times)

    def one(changes: ChangeSet) -> None:
        with large.database.writing() as tx:
            changing.apply(tx, asker, changes, large.now)

    one(sets.pop())
    rate, took = _by_many(one, sets)
    yield Measure(f"audited changes of one record, applied by {AT_ONCE} at once, {large.engine}", rate, "/s",
                  least=-math.inf if large.quick else LEAST[large.engine])
    yield Measure(f"one of them, waiting included, {large.engine}: p50", spread_of(took).p50, "ms")
    yield Measure(f"one of them, waiting included, {large.engine}: p99", spread_of(took).p99, "ms", most=large.limit(MOST_MS))
    plain = _plain(large, sets)
    yield Measure("the same rows in plain SQL: an update, a line and a commit", plain, "/s")
    yield Measure("ratio of the two", plain / rate, "×")
    with large.database.reading() as session:
        if (broken := log.verify(session)) is not None:
            raise RuntimeError(f"the log is broken at change #{broken}")


def verifies(large: Large) -> Iterator[Measure]:
    """The hash chain over every line of the log."""
    with large.database.reading() as session:
        lines = log.head(session)
        took = min(seconds(lambda: log.verify(session)) for _ in range(3))
    with large.plain() as connection:
        def plain() -> None:
            for body, *_ in connection.execute("SELECT body, hash FROM change ORDER BY position").fetchall():
                sha256(body.encode())
        yield Measure(f"lines of the log verified, of {lines:,}, {large.engine}", lines / took, "/s", least=-math.inf if large.quick else LINES_PER_SECOND)
        yield Measure("the same lines read and hashed in plain SQL", lines / seconds(plain), "/s")


def whole(large: Large) -> Iterator[Measure]:
    """How long it takes to verify the whole log."""
    with large.database.reading() as session:
        yield Measure("the whole log verified", min(seconds(lambda: log.verify(session)) for _ in range(3)) * 1000, "ms")


def _planned(large: Large, asker: Asker, times: int) -> list[ChangeSet]:
    """So many changes of as many tasks, and one to warm up."""
    with large.database.reading() as session:
        tasks = Reader(session, asker).find(Query(Task, limit=times + 1))
        wishes = (Change("task", (task.key,), {"title": f"{task.title}, once more"}) for task in tasks)
        return [planning.plan(session, asker, Proposal((wish,)), large.now.date()) for wish in wishes]


def _by_many(work: Callable[[ChangeSet], None], sets: list[ChangeSet]) -> tuple[float, list[float]]:
    """How many a second, and how long each took."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        start = perf_counter()
        took = list(pool.map(lambda each: seconds(lambda: work(each)), sets))
        return len(sets) / (perf_counter() - start), took


def _plain(large: Large, sets: list[ChangeSet]) -> float:
    """The least that keeps the same: one writer at a time, the row and a line of a log."""
    mark, begin, writer = ("?", "BEGIN IMMEDIATE", Lock()) if large.is_sqlite else ("%s", "BEGIN", Lock())
    update = f"UPDATE task SET title = {mark}, version = version + 1 WHERE id = {mark}"  # noqa: S608 - a mark for a value
    line = f"INSERT INTO plain_line VALUES ({mark}, {mark})"  # noqa: S608
    with large.plain() as connection:
        connection.execute("CREATE TABLE plain_line (position INTEGER PRIMARY KEY, body TEXT)")

        def work() -> None:
            for position, changes in enumerate(sets):
                edit = changes.edits[0]
                with writer:
                    connection.execute(begin)
                    connection.execute(update, (f"{edit.before['title']}, again", edit.id))
                    connection.execute(line, (position, sha256(str(edit).encode()).hexdigest()))
                    connection.execute("COMMIT")
        return len(sets) / seconds(work)
