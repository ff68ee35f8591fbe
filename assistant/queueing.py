"""One turn at a time in each thread: who comes second waits, and hears what the first was told."""
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Queues:
    """A lock for each thread that somebody speaks in, forgotten when nobody does."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._there: dict[str, int] = {}

    @asynccontextmanager
    async def turn(self, thread: str) -> AsyncIterator[None]:
        """Wait until the thread is free."""
        lock = self._locks.setdefault(thread, asyncio.Lock())
        self._there[thread] = self._there.get(thread, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._there[thread] -= 1
            if not self._there[thread]:
                del self._there[thread], self._locks[thread]
