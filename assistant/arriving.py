"""Signing in by the company's own provider: who comes back from there with a proven address has the role of their groups, and a session."""
import asyncio
from collections.abc import Mapping
from typing import Protocol

from assistant.appointing import Appointing
from assistant.entering import Entering
from records.errors import Refused


class Proven(Protocol):
    """Who signed in there."""
    @property
    def email(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def groups(self) -> tuple[str, ...]: ...


class Provider(Protocol):
    """Where people sign in. `keepsake` is a secret that the browser holds from the one step to the other. Both raise `Unproven`."""
    name: str

    async def begin(self, keepsake: str) -> str: ...

    async def finish(self, said: Mapping[str, str], keepsake: str) -> Proven: ...


class Arriving:
    def __init__(self, provider: Provider, appointing: Appointing, entering: Entering) -> None:
        self.name, self.begin, self._finish = provider.name, provider.begin, provider.finish
        self._appointing, self._entering = appointing, entering

    async def finish(self, said: Mapping[str, str], keepsake: str) -> str:
        """The secret of a new session for who came back. Raises `Unproven`, and `Refused` for whom the office does not know."""
        proven = await self._finish(said, keepsake)
        return await asyncio.to_thread(self._let_in, proven)

    def _let_in(self, proven: Proven) -> str:
        self._appointing.appoint(proven.email, proven.name, proven.groups)
        try:
            return self._entering.open(proven.email, f"by {self.name}")
        except Refused as refused:                                  # whoever has several addresses sees which one it was
            raise Refused(f"{refused} {self.name[:1].upper()}{self.name[1:]} says that it is {proven.email}.") from None
