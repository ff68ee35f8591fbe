"""Work that goes on after its event was acknowledged. It always ends in words: an answer, or one sentence with a reference that the log knows too.

What is `take`n is stored before it returns, where there is a place to store it: a process that dies leaves it to the next one.
"""
import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
import logging
from secrets import token_hex
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from assistant.jobs.incoming import Incoming, Taken
from bots.slack.refusals import reason
from records.errors import Sorry

PATIENCE = 5.0
REMEMBERED = 10_000
PASSING = ("ratelimited", "rate_limited", "service_unavailable", "internal_error", "fatal_error", "request_timeout", "team_added_to_org")
FAILED = "Something went wrong on my side. Please try again; the reference for the PMO is {reference}."
STOPPED = "I was stopped while I worked on this. Please ask me again in a moment."
Tell = Callable[[str], Awaitable[None]]
Work = Callable[[Taken], Awaitable[None]]
Answering = Callable[[Taken, str], Awaitable[None]]
log = logging.getLogger(__name__)


class Once:
    """Remembers the latest names it was shown."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._most = most

    def is_new(self, name: str) -> bool:
        if name in self._seen:
            return False
        self._seen[name] = None
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return True


class Running:
    """What is done for Slack in this process; with `incoming`, what is taken outlives it."""

    def __init__(self, incoming: Incoming | None = None) -> None:
        self._incoming, self._once = incoming, Once()
        self._tasks: dict[asyncio.Task[None], Tell] = {}
        self._kinds: dict[str, tuple[Work, Answering]] = {}

    def on(self, kind: str, work: Work, tell: Answering, queue: str = "talk") -> None:
        """Say what is done with one kind of what is taken; `tell` says a sentence to whoever waits for it."""
        self._kinds[kind] = work, tell
        if self._incoming:
            self._incoming.on(kind, lambda taken: self._worked(kind, taken), queue)

    def take(self, kind: str, key: str, body: Mapping[str, Any]) -> Awaitable[None]:
        """Have something done, once for its key; awaited, it is stored. Not stored, it raises, and is not to be acknowledged."""
        if self._incoming:
            return asyncio.ensure_future(self._incoming.put(kind, key, body))
        done = asyncio.get_running_loop().create_future()
        done.set_result(None)
        if self._once.is_new(key):
            work, tell = self._kinds[kind]
            taken = Taken(key, body)
            self.start(lambda: work(taken), lambda said: tell(taken, said))
        return done

    async def remember(self, taken: Taken, **said: str) -> None:
        """Leave something to know for whoever has to take this up again."""
        if self._incoming:
            await self._incoming.remember(taken.key, {**taken.note, **said})

    def start(self, work: Callable[[], Awaitable[None]], tell: Tell) -> None:
        """Run this some time soon in this process; `tell` says a sentence to whoever waits for it."""
        task = asyncio.create_task(self._run(work, tell))
        self._tasks[task] = tell
        task.add_done_callback(lambda done: self._tasks.pop(done, None))

    async def idle(self) -> None:
        """Wait until nothing runs."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self, patience: float = PATIENCE) -> None:
        """Let what runs come to its end; who still waits then is told that it stopped."""
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=patience)
        for task, tell in list(self._tasks.items()):
            task.cancel()
            await _tried(tell, STOPPED)

    async def _run(self, work: Callable[[], Awaitable[None]], tell: Tell) -> None:
        try:
            await work()
        except Exception as wrong:  # noqa: BLE001 - an edge: it is logged and said
            await _told(wrong, tell)

    async def _worked(self, kind: str, taken: Taken) -> None:
        """A Slack that is away for a while is waited for: what raises is tried again later."""
        work, tell = self._kinds[kind]
        try:
            await work(taken)
        except Exception as wrong:
            if _passes(wrong):
                raise
            await _told(wrong, lambda said: tell(taken, said))


async def _told(wrong: Exception, tell: Tell) -> None:
    if isinstance(wrong, Sorry):
        await _tried(tell, str(wrong))
        return
    reference = token_hex(3)
    log.error("Slack: %s failed", reference, exc_info=wrong)
    await _tried(tell, FAILED.format(reference=reference))


def _passes(wrong: Exception) -> bool:
    """Whether the same may well succeed later."""
    if isinstance(wrong, SlackApiError):
        return reason(wrong) in PASSING or reason(wrong).startswith("status 5")
    return isinstance(wrong, ClientError | TimeoutError)


async def _tried(tell: Tell, sentence: str) -> None:
    try:
        await tell(sentence)
    except Exception:
        log.exception("Slack: not even that it failed could be said")
