"""What faces take in: stored together with its job before it is acknowledged, so nothing that was acknowledged is lost, and nothing is taken twice."""
import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
import json
from typing import Any, Protocol

from records import inbox
from records.database import Database

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

    def enqueue(self, tx: inbox.Storing, name: str, key: str, *ids: str) -> None: ...


class Incoming:
    """One face's; `name` tells its jobs from those of others."""

    def __init__(self, name: str, database: Database, jobs: Jobs, clock: Callable[[], datetime]) -> None:
        self._name, self._inbox, self._jobs, self._clock = name, inbox.Inbox(database), jobs, clock
        self._writer = ThreadPoolExecutor(1, f"pmo-{name}-inbox")           # its own: the others may all be busy with answers
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
        await asyncio.to_thread(self._inbox.note, key, json.dumps(dict(note)))

    async def _store(self) -> None:
        while self._coming:
            now, self._coming = self._coming[:MOST], self._coming[MOST:]
            wrong: Exception | None = None
            try:
                await asyncio.get_running_loop().run_in_executor(self._writer, self._kept, [(kind, key, body) for kind, key, body, _ in now])
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
        with self._inbox.storing() as tx:
            new = inbox.store(tx, [(key, body) for _, key, body in found], now)
            for kind, key in dict.fromkeys((kind, key) for kind, key, _ in found if key in new):
                self._jobs.enqueue(tx, f"{self._name}.{kind}", key, key)

    async def _worked(self, kind: str, key: str) -> None:
        if (begun := await asyncio.to_thread(self._inbox.begin, key)) is not None:
            await self._works[kind](Taken(key, json.loads(begun.body), begun.state == "begun", json.loads(begun.note or "{}")))
            await asyncio.to_thread(self._inbox.done, key)
