"""Work that goes on after its event was acknowledged. It always ends in words: an answer, or one sentence with a reference that the log knows too."""
import asyncio
from collections.abc import Awaitable, Callable
import logging
from secrets import token_hex

from records.errors import Sorry

PATIENCE = 5.0
FAILED = "Something went wrong on my side. Please try again; the reference for the PMO is {reference}."
STOPPED = "I was stopped while I worked on this. Please ask me again in a moment."
Tell = Callable[[str], Awaitable[None]]
log = logging.getLogger(__name__)


class Running:
    """The seam for durable jobs: whoever wants work to survive the process starts it here."""

    def __init__(self) -> None:
        self._tasks: dict[asyncio.Task[None], Tell] = {}

    def start(self, work: Callable[[], Awaitable[None]], tell: Tell) -> None:
        """Run this some time soon; `tell` says a sentence to whoever waits for it."""
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
        except Sorry as sorry:
            await _tried(tell, str(sorry))
        except Exception:
            reference = token_hex(3)
            log.exception("Slack: %s failed", reference)
            await _tried(tell, FAILED.format(reference=reference))


async def _tried(tell: Tell, sentence: str) -> None:
    try:
        await tell(sentence)
    except Exception:
        log.exception("Slack: not even this could be said: %s", sentence)
