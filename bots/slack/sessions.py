"""An agent's session in a thread: it has a title and, while an answer is made, Slack's Stop button. What is stopped is told so, and nothing of it is said."""
import asyncio
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
import logging
from typing import Any, TypeVar

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError

from bots.slack.hearing import Heard, Place
from bots.slack.pieces import cut, literal
from bots.slack.streaming import Budget
from bots.slack.workspace import Workspace

LONGEST_TITLE = 200
STOPPED = "Stopped, as you wished. Nothing was changed."
T = TypeVar("T")
log = logging.getLogger(__name__)


async def unsaid(_: str) -> None:
    """Nobody waits for words about a session, a tab or prompts; the log has them."""


class Stopped(Exception):
    """Whoever asked wants no answer any more."""


class Sessions:
    """Those of one workspace that are at work; a call of Slack's that fails costs no answer."""

    def __init__(self, here: Workspace, budget: Budget | None = None) -> None:
        self._here, self._budget = here, budget or Budget()
        self._working: dict[tuple[str, str], tuple[str, asyncio.Future[Any]]] = {}

    @asynccontextmanager
    async def at_work(self, message: Heard, title: str) -> AsyncIterator[None]:
        """A session that is at work while this is open, and ends as it began, whatever happens; no answer waits for Slack to take note of it."""
        begun = asyncio.create_task(self._set(message.place, "processing", title=cut(literal(title), LONGEST_TITLE))) if self._budget.take() else None
        try:
            yield
        finally:
            if begun is not None:
                self._here.running.start(lambda: self._ended(begun, message.place), unsaid)

    async def _ended(self, begun: asyncio.Task[bool], place: Place) -> None:
        if await begun:
            await self._set(place, "active")

    async def until_stopped(self, message: Heard, work: Awaitable[T]) -> T:
        """Wait for some work of a thread; raises `Stopped` when whoever asked presses Stop."""
        key, doing = (message.place.channel, message.place.thread), asyncio.ensure_future(work)
        self._working[key] = message.user, doing
        try:
            return await asyncio.shield(doing)
        except asyncio.CancelledError:
            if doing.cancelled() and self._working.get(key, ("", None))[1] is not doing:
                raise Stopped from None
            doing.cancel()
            raise
        finally:
            if self._working.get(key, ("", None))[1] is doing:
                del self._working[key]

    async def stop(self, body: Mapping[str, Any]) -> None:
        """Somebody pressed Stop; only whoever asked can."""
        event = body["event"]
        key = (event["channel"], event.get("thread_ts") or "")
        user, doing = self._working.get(key, ("", None))
        if doing is not None and user == event.get("user"):
            del self._working[key]
            doing.cancel()
        elif doing is None:
            await self._set(Place(self._here.team, *key), "active")           # one that another process left behind

    async def _set(self, place: Place, status: str, **more: str) -> bool:
        try:
            await self._here.client.agents_sessions_setStatus(channel_id=place.channel, thread_ts=place.thread, status=status, **more)
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.info("no session: %s", failed)
            return False
        return True
