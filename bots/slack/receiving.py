"""Messages in: each is taken once, however often it is delivered, and acknowledged before the work begins."""
from collections.abc import Awaitable, Mapping
from dataclasses import asdict
from typing import Any

from assistant.jobs.incoming import Taken
from bots.slack.answering import Answering
from bots.slack.hearing import Heard, Place, heard
from bots.slack.workspace import Workspace


class Receiver:
    def __init__(self, here: Workspace) -> None:
        self._here, self.answering = here, Answering(here)
        here.running.on("message", self._answered, self._told)

    async def receive(self, body: Mapping[str, Any]) -> None:
        """Take an event; it is stored when this returns. However often and as whatever event a message comes, it is one."""
        if message := heard(body, self._here.team, self._here.bot):
            await self.ask(message)

    def ask(self, message: Heard) -> Awaitable[None]:
        """Answer a message, once; awaited, it is stored."""
        return self._here.running.take("message", message.id, asdict(message))

    async def _answered(self, taken: Taken) -> None:
        await self.answering.answered(taken, _read(taken.body))

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self.answering.refuse(_read(taken.body), sentence)


def _read(body: Mapping[str, Any]) -> Heard:
    return Heard(**{**body, "place": Place(**body["place"])})
