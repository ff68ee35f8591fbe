"""What faces take in: stored together with its job before it is acknowledged, so nothing that was acknowledged is lost, and nothing is taken twice."""
import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
import json
from typing import Any, Protocol

from records import inbox
from records.database import Database, Writing

Body = Mapping[str, Any]
MOST = 200                          # that are stored in one transaction


@dataclass(frozen=True)
class Taken:
    """Something that came in and is worked on now. `resumed`: a worker began it before and did not come to the end; `note` is what it left to know."""
    key: str
    body: Body
    resumed: bool = False
    note: Body = field(default_factory=dict)


Work = Callable[[Taken], Awaitable[None]]


class Jobs(Protocol):
    """What is needed of `assistant.jobs.jobs`, which takes a moment to load."""

    def on(self, name: str, work: Callable[..., Any], *, queue: str) -> None: ...

    def enqueue(self, tx: Writing, name: str, key: str, *ids: str) -> None: ...


class Incoming:
    """One face's; `name` tells its jobs from those of others."""

    def __init__(self, name: str, database: Database, jobs: Jobs, clock: Callable[[], datetime]) -> None:
        self._name, self._database, self._jobs, self._clock = name, database, jobs, clock
        self._works: dict[str, Work] = {}
        self._coming: list[tuple[str, str, str, asyncio.Future[None]]] = []
        self._storing: asyncio.Task[None] | None = None

    def on(self, kind: str, work: Work, queue: str) -> None:
        """Say what is done with one kind of what comes in."""
        self._works[kind] = work
        self._jobs.on(f"{self._name}.{kind}", lambda key: self._worked(kind, key), queue=queue)

    async def put(self, kind: str, key: str, body: Body) -> None:
        """Return when it is stored and its job with it; the same key again changes nothing. What comes at the same time goes into one transaction."""
        stored = asyncio.get_running_loop().create_future()
        self._coming.append((kind, key, json.dumps(dict(body)), stored))
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store())
        await stored

    async def remember(self, key: str, note: Body) -> None:
        """Leave something to know for whoever has to take this up again."""
        await asyncio.to_thread(self._noted, key, json.dumps(dict(note)))

    async def _store(self) -> None:
        while self._coming:
            now, self._coming = self._coming[:MOST], self._coming[MOST:]
            wrong: Exception | None = None
            try:
                await asyncio.to_thread(self._kept, [(kind, key, body) for kind, key, body, _ in now])
            except Exception as failed:  # noqa: BLE001 - whoever waits gets it
                wrong = failed
            for *_, stored in now:
                if stored.done():
                    continue
                if wrong:
                    stored.set_exception(wrong)
                else:
                    stored.set_result(None)

    def _kept(self, found: Sequence[tuple[str, str, str]]) -> None:
        now = self._clock()
        with self._database.writing() as tx:
            for kind, key, body in found:
                if inbox.store(tx, key, body, now):
                    self._jobs.enqueue(tx, f"{self._name}.{kind}", key, key)

    def _noted(self, key: str, note: str) -> None:
        with self._database.writing() as tx:
            inbox.note(tx, key, note)

    async def _worked(self, kind: str, key: str) -> None:
        if (taken := await asyncio.to_thread(self._begun, key)) is not None:
            await self._works[kind](taken)
            await asyncio.to_thread(self._ended, key)

    def _begun(self, key: str) -> Taken | None:
        with self._database.writing() as tx:
            row = inbox.begin(tx, key)
            return Taken(key, json.loads(row.body), row.state == "begun", json.loads(row.note or "{}")) if row else None

    def _ended(self, key: str) -> None:
        with self._database.writing() as tx:
            inbox.done(tx, key)
