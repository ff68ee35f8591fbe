"""The first sentences of an answer in a message that grows while they are said. Where Slack takes no such message, the answer comes whole."""
import asyncio
from collections import deque
from collections.abc import Callable
import logging
import time
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.hearing import Place
from bots.slack.pieces import literal
from reports.blocks import Block, Text

EVERY = 1.0                 # seconds between two pieces, which go together until then
MOST, PERIOD = 15, 60.0     # messages that may be begun in so many seconds; Slack lets a workspace begin 20
LONGEST = 11_000            # letters of such a message
log = logging.getLogger(__name__)


class Budget:
    """How many growing messages this workspace may still begin."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._begun = clock, deque[float]()

    def take(self) -> bool:
        now = self._clock()
        while self._begun and now - self._begun[0] >= PERIOD:
            self._begun.popleft()
        if len(self._begun) >= MOST:
            return False
        self._begun.append(now)
        return True


class Stream:
    """One answer's. `say` may be called from any task of the loop; only the first run of texts is streamed, what comes behind a block is not."""

    def __init__(self, client: AsyncWebClient, place: Place, user: str, budget: Budget, every: float | None = None) -> None:
        self._client, self._place, self._user, self._budget = client, place, user, budget
        self._every = EVERY if every is None else every
        self._pieces, self._is_over = asyncio.Queue[str | None](), False
        self._ts, self._sent, self._failed = "", "", False
        self._sending: asyncio.Task[None] | None = None

    def say(self, block: Block) -> None:
        """Take the next block of the answer."""
        if not isinstance(block, Text):
            self._is_over = True
        elif not self._is_over:
            self._pieces.put_nowait(block.text)
            self._sending = self._sending or asyncio.create_task(self._send())

    async def end(self) -> str:
        """End the message; returns the text that stands in it, "" when there is none that a reader can rely on."""
        if self._sending is None:
            return ""
        self._pieces.put_nowait(None)
        await self._sending
        if self._ts:
            await self._tried(self._client.chat_stopStream, ts=self._ts)
        return "" if self._failed else self._sent

    async def _send(self) -> None:
        while (piece := await self._together()) is not None:
            if self._failed:
                continue
            if not self._ts:
                await self._begin(piece)
            else:
                await self._tried(self._client.chat_appendStream, ts=self._ts, markdown_text=literal(piece))
            self._sent += piece
            self._failed = self._failed or len(self._sent) > LONGEST

    async def _together(self) -> str | None:
        """All that was said since the last piece; None when nothing more comes."""
        first = await self._pieces.get()
        if first is None:
            return None
        if self._ts:
            await asyncio.sleep(self._every)
        while not self._pieces.empty():
            piece = self._pieces.get_nowait()
            if piece is None:
                self._pieces.put_nowait(None)
                break
            first += piece
        return first

    async def _begin(self, piece: str) -> None:
        if not self._budget.take():
            self._failed = True
            return
        made = await self._tried(self._client.chat_startStream, thread_ts=self._place.thread, recipient_team_id=self._place.team,
                                 recipient_user_id=self._user, markdown_text=literal(piece))
        self._ts = str(made["ts"]) if made else ""

    async def _tried(self, method: Callable[..., Any], **said: str) -> Any:
        try:
            return await method(channel=self._place.channel, **said)
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.info("no growing message: %s", failed)
            self._failed = True
            return None
