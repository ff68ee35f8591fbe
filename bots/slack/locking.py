"""One at a time for each name, and nothing kept of a name that nobody waits for."""
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Locks:
    def __init__(self) -> None:
        self._held: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, name: str) -> AsyncIterator[None]:
        """Wait for whoever holds this name."""
        lock, waiting = self._held.get(name, (asyncio.Lock(), 0))
        self._held[name] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._held[name]
            self._held[name] = (lock, waiting - 1)
            if waiting == 1:
                del self._held[name]
