"""The one door to dbos: work that outlives the process that was told of it, in the records' own database.

    jobs.on("tell", tell)                              # at start, before `start`: what is done under this name; an async function runs in the loop
    with database.writing() as tx:
        ...                                            # a record, a question
        jobs.enqueue(tx, "tell", "T-12/41", "T-12")    # in the same transaction: both or neither. Same name and key: once.
    jobs.enqueue(tx, "tell", key, *ids, at=monday)     # not before a moment
    jobs.every("watch", after, watch)                  # again and again; `after(now)` is the next moment. Once, however many workers there are, and once on
                                                       # waking when all slept
    raise Later(tomorrow)                              # inside the work: not now, and that counts as no failure

What is passed are ids, as text: the records are the truth, and are read anew when the work begins. Work is done at least once: a worker may die between
an effect and its note, so each effect has a key of its own. What raises is tried again, after longer and longer; what failed for good is `failed()`.
A worker's jobs are taken up by another one soon after it died.
"""
import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
import logging
from secrets import token_hex
import sys
import threading
import time
from typing import Any

from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions

from assistant.jobs.later import Later
from assistant.jobs.slots import Held, Slots
from records import agenda, inbox
from records.database import Database, Writing
from records.errors import Conflict

__all__ = ["CLICKS", "REST", "TALK", "Failure", "Jobs", "Later"]

Work = Callable[..., Any]           # takes the ids; may be async
NAME = "pmo"
TRIES, FIRST_WAIT, LONGER = 5, 5.0, 5     # 5 s, 25 s, 2 min, 10 min
TALK, CLICKS, REST = "talk", "clicks", "rest"      # the queues: answers, what waits for none of them, and what nobody waits for
AT_ONCE = {TALK: 16, CLICKS: 8, REST: 8}
POLL = {TALK: 0.1, CLICKS: 0.2, REST: 0.5}
STRANGE = 300.0                     # seconds at most until a job that nobody here does is looked at again
BEAT, LOOK = 1.0, 10.0              # seconds between two looks at what is due, and at who died
PATIENCE = 5.0
SHORT_TURN = 0.0005                 # seconds: Python's own 5 ms keep SQLite's one writer waiting for a thread that holds it and waits among sixteen answers
KEPT = timedelta(days=14)           # how long it is known what was done; as long as a key counts
DEATHS = 10                         # of workers over one job, before it is held to be what kills them
EVERY = "every:"
log = logging.getLogger(__name__)


class Failed(Exception):
    """What is kept of a failure: its type and its reference in the log, never what it said."""


@dataclass(frozen=True)
class Failure:
    """A job that was given up. `why` is the type of what went wrong and its reference in the log."""
    id: str
    name: str
    key: str
    ids: tuple[str, ...]
    queue: str
    at: datetime
    why: str


@dataclass(frozen=True)
class _Kind:
    work: Work
    tries: int
    queue: str
    lost: Work | None


@dataclass(frozen=True)
class _Repeated:
    work: Work
    after: Callable[[datetime], datetime | None]


def _now() -> datetime:
    return datetime.now(UTC)


class Jobs:
    """The jobs of one database. Whoever enqueues needs no `start`; a process that works them does, and only one can be started in a process."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self._database, self._clock = database, clock
        self._kinds: dict[str, _Kind] = {}
        self._repeated: dict[str, _Repeated] = {}
        self._beats: list[Callable[[datetime], object]] = []
        self._slots = Slots(database)
        self._slot: tuple[int, Held] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._running: set[Future[Any]] = set()
        self._stopping = threading.Event()
        self._beating: threading.Thread | None = None
        self.every("jobs.sweep", lambda now: now + timedelta(days=1), self._sweep)

    def on(self, name: str, work: Work, *, tries: int = TRIES, queue: str = REST, lost: Work | None = None) -> None:
        """Say what is done under a name, and in which queue it waits. A process takes only from queues that it does something of.
        `lost` is done when it was given up."""
        self._kinds[name] = _Kind(work, tries, queue, lost)

    def every(self, name: str, after: Callable[[datetime], datetime | None], work: Work) -> None:
        """Do something again and again: its next moment is what `after` says of the last one. The work takes nothing."""
        self._repeated[name] = _Repeated(work, after)
        self.on(name, lambda _moment: work())

    def beat(self, look: Callable[[datetime], object]) -> None:
        """Have every worker look each second whether something is due; what is found must be enqueued, with a key."""
        self._beats.append(look)

    def enqueue(self, tx: Writing | inbox.Storing, name: str, key: str, *ids: str, at: datetime | None = None) -> None:
        """Have a job done once, if this transaction is committed. The same name and key again is nothing new."""
        queue = self._kinds[name].queue
        connection = tx.connection() if isinstance(tx, Writing) else tx
        self._client.enqueue_in_transaction(connection, self._options(queue, name, key, 1, at), queue, name, key, 1, 1, *ids)

    def prepare(self) -> None:
        """Make the tables of the jobs where they are missing, in a process that only enqueues."""
        sys.setswitchinterval(SHORT_TURN)
        if not agenda.has_jobs(self._database):
            self._launched("setup")
            self._ended()

    def start(self, loop: asyncio.AbstractEventLoop | None = None, also: Sequence[str] = ()) -> None:
        """Begin to work; `loop` runs what is async, `also` are queues of what is only said later. Not to be called in the loop.
        Raises `Conflict` when this process works already."""
        if self._slot:
            raise Conflict("This process works its jobs already.")
        self._loop, self._slot = loop, self._slots.take()
        sys.setswitchinterval(SHORT_TURN)
        self._stopping.clear()
        self._launched(f"worker-{self._slot[0]}", sorted({*also, *(kind.queue for kind in self._kinds.values())}))
        self._beating = threading.Thread(target=self._beat, name="pmo-jobs", daemon=True)
        self._beating.start()

    def stop(self, patience: float = PATIENCE) -> None:
        """Take nothing more up, let what runs come to its end for a while, and leave the rest to whoever works next. Not to be called in the loop."""
        if not self._slot:
            return
        self._stopping.set()
        end = time.monotonic() + patience
        while self._running and time.monotonic() < end:
            time.sleep(0.02)
        for future in tuple(self._running):
            future.cancel()
        while self._running and time.monotonic() < end + 1:
            time.sleep(0.02)
        if self._beating:
            self._beating.join(PATIENCE)
        self._ended()
        self._slot[1].close()
        self._slot = None

    def failed(self, limit: int = 100) -> tuple[Failure, ...]:
        """What was given up, the latest first."""
        if not agenda.has_jobs(self._database):
            return ()
        found = self._client.list_workflows(status=list(agenda.FAILED), limit=limit, sort_desc=True)
        return tuple(_failure(each) for each in found)

    def again(self, failure: Failure) -> None:
        """Try something that was given up once more from the beginning."""
        anew = f"{failure.key}+{token_hex(3)}"
        self._client.enqueue(self._options(failure.queue, failure.name, anew, 1, None), failure.queue, failure.name, anew, 1, 1, *failure.ids)
        self._client.delete_workflows([failure.id])

    def waiting(self, limit: int = 1000) -> int:
        """How many jobs are not done yet, up to a limit."""
        return len(self._client.list_workflows(status=list(agenda.WAITING), limit=limit, load_input=False, load_output=False))

    @cached_property
    def _client(self) -> DBOSClient:
        return DBOSClient(system_database_url=self._address, system_database_engine=self._beside, serializer=DBOSPortableJSONSerializer(),
                          application_name=NAME, lazy=True)

    @cached_property
    def _beside(self) -> Any:
        return self._database.beside()

    @property
    def _address(self) -> str:
        return self._database.engine.url.render_as_string(hide_password=False)

    def _launched(self, who: str, queues: Sequence[str] = ()) -> None:
        """dbos as it is wanted here: in our database, quiet, telling nobody anything."""
        logging.getLogger("dbos").addFilter(_is_news)
        DBOS(config={"name": NAME, "system_database_url": self._address, "system_database_engine": self._beside, "executor_id": who,
                     "application_version": "1", "log_level": "ERROR", "serializer": DBOSPortableJSONSerializer(), "use_listen_notify": False,
                     "sys_db_pool_size": 5, "max_executor_threads": 64,
                     "notification_listener_polling_interval_sec": 0.1})         # we send none; it is what its end waits for
        DBOS.workflow(name="job", max_recovery_attempts=DEATHS)(lambda *said: self._job(*said))  # noqa: PLW0108 - dbos marks what it is given
        DBOS.listen_queues(list(queues))
        if is_made := agenda.has_jobs(self._database):
            self._make(queues)          # before it looks for them: it looks again only after a second
        DBOS.launch()
        if not is_made:
            self._make(queues)

    def _ended(self) -> None:
        DBOS.destroy(destroy_registry=True)
        if self._beside:
            self._beside.dispose()

    def _make(self, queues: Sequence[str]) -> None:
        for queue in queues:
            self._client.register_queue(queue, worker_concurrency=AT_ONCE[queue], polling_interval_sec=POLL[queue])

    def _options(self, queue: str, name: str, key: str, turn: int, at: datetime | None) -> EnqueueOptions:
        said: EnqueueOptions = {"queue_name": queue, "workflow_name": "job", "workflow_id": f"{name}:{key}" + (f"~{turn}" if turn > 1 else ""),
                                "application_name": NAME}
        if at and (wait := (at - self._clock()).total_seconds()) > 0:
            said["delay_seconds"] = wait
        return said

    def _job(self, queue: str, name: str, key: str, turn: int, tried: int, *ids: str) -> None:
        """What dbos runs: one try of a job. `turn` counts how often it was put back, `tried` how often it failed."""
        def put_back(at: datetime, tried: int = tried) -> None:
            self._client.enqueue(self._options(queue, name, key, turn + 1, at), queue, name, key, turn + 1, tried, *ids)

        kind, now = self._kinds.get(name), self._clock()
        if kind is None:                # a worker that died gives its jobs back to all
            put_back(now + timedelta(seconds=min(2.0 ** turn, STRANGE)))
            return
        try:
            self._done(kind.work, ids)
        except Later as later:
            put_back(later.at)
        except (CancelledError, asyncio.CancelledError):
            put_back(now)
        except Exception as wrong:
            reference = token_hex(3)
            log.exception("job %s %s failed, try %d of %d: %s", name, key, tried, kind.tries, reference)
            if tried >= kind.tries:
                if kind.lost:
                    self._tried(self._done, kind.lost, ids)
                raise Failed(f"{type(wrong).__name__} ({reference})") from None
            put_back(now + timedelta(seconds=FIRST_WAIT * LONGER ** (tried - 1)), tried + 1)

    def _done(self, work: Work, ids: tuple[str, ...]) -> None:
        made = work(*ids)
        if not asyncio.iscoroutine(made):
            return
        if self._loop is None:
            asyncio.run(made)
            return
        future = asyncio.run_coroutine_threadsafe(made, self._loop)
        self._running.add(future)
        try:
            if self._stopping.is_set():
                future.cancel()
            future.result()
        finally:
            self._running.discard(future)

    def _beat(self) -> None:
        """Look at what is due, and now and then at who died, until it is time to stop."""
        self._tried(self._begin_repeating)
        looked = 0.0
        while not self._stopping.wait(BEAT):
            now = self._clock()
            self._tried(self._repeat, now)
            for look in self._beats:
                self._tried(look, now)
            if time.monotonic() - looked > LOOK:
                looked = time.monotonic()
                self._tried(self._take_over)

    def _tried(self, look: Callable[..., object], *args: object) -> None:
        try:
            look(*args)
        except Exception:
            log.exception("jobs: a look at what is due failed")

    def _begin_repeating(self) -> None:
        now = self._clock()
        with self._database.writing() as tx:
            known = agenda.all_of(tx, EVERY)
            for name, repeated in self._repeated.items():
                if f"{EVERY}{name}" not in known:
                    agenda.put(tx, f"{EVERY}{name}", "", _seconds(repeated.after(now)))

    def _repeat(self, now: datetime) -> None:
        with self._database.reading() as session:
            found = agenda.due(session, EVERY, int(now.timestamp()))
        for said, at in found:
            name = said.removeprefix(EVERY)
            repeated = self._repeated.get(name)
            if repeated is None:
                continue
            with self._database.writing() as tx:
                row = agenda.at(tx, said)
                if row and row.at == at:                    # else another worker was quicker
                    self.enqueue(tx, name, str(at), str(at))
                    agenda.put(tx, said, "", _seconds(repeated.after(now)))

    def _take_over(self) -> None:
        """Give the jobs of workers that died back to the queue."""
        found = self._client.list_workflows(status="PENDING", load_input=False, load_output=False)
        for who in {each.executor_id for each in found}:
            number = (who or "").removeprefix("worker-")
            if number.isdigit() and self._slot and int(number) != self._slot[0]:
                with self._slots.while_free(int(number)) as is_dead:
                    if is_dead:
                        DBOS._recover_pending_workflows([who or ""])  # noqa: SLF001 - its only name

    def _sweep(self) -> None:
        """Forget what was done long ago."""
        now = self._clock()
        before = (now - KEPT).isoformat()
        while found := self._client.list_workflows(status="SUCCESS", completed_before=before, limit=1000, load_input=False, load_output=False):
            self._client.delete_workflows([each.workflow_id for each in found])
        with self._database.writing() as tx:
            inbox.sweep(tx, now)


def _is_news(record: logging.LogRecord) -> bool:
    """A job that failed is told in the log of ours, once."""
    return not (record.exc_info and isinstance(record.exc_info[1], Failed))


def _seconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None


def _failure(found: Any) -> Failure:
    queue, name, key, _, _, *ids = (found.input or {"args": [REST, "?", "?", 1, 1]})["args"]
    return Failure(found.workflow_id, name, key, tuple(map(str, ids)), queue, datetime.fromtimestamp((found.updated_at or 0) / 1000, UTC),
                   str(found.error or "its workers died over it"))
