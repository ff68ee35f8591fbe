"""A message that grows while an answer is made: its steps as one line that unfolds, then the first sentences. Where Slack takes none, it comes whole."""
import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
import logging
import time
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.hearing import Place
from bots.slack.pieces import Json, cut, grown, literal
from reports.blocks import Block, Text

EVERY = 1.0                 # seconds between two pieces, which go together until then
PATIENCE = 2.0              # seconds of work without a word, after which its steps are shown; what is quicker is one message
MOST, PERIOD = 15, 60.0     # messages that may be begun in so many seconds; Slack lets a workspace begin 20
LONGEST = 11_000            # letters of such a message
LONGEST_STEP = 200
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


@dataclass(frozen=True)
class Step:
    """What is being done for the answer."""
    said: str


Piece = str | Step
Begun = Callable[[str], Awaitable[None]]


async def unnoted(_: str) -> None:
    """For a message that nobody else has to end."""


class Stream:
    """One answer's. `say` may be called from any task of the loop; only the first run of texts is streamed, what comes behind a block is not."""

    def __init__(self, client: AsyncWebClient, place: Place, user: str, budget: Budget, begun: Begun = unnoted) -> None:
        self._client, self._place, self._user, self._budget, self._begun = client, place, user, budget, begun
        self._pieces, self._is_over = asyncio.Queue[Piece | None](), False
        self._ts, self._sent, self._failed = "", "", False
        self._steps: list[str] = []
        self._sending: asyncio.Task[None] | None = None

    def say(self, block: Block) -> None:
        """Take the next block of the answer."""
        if not isinstance(block, Text):
            self._is_over = True
        elif not self._is_over:
            self._take(block.text)

    def step(self, said: str) -> None:
        """Take what is being done now; it is shown when the work takes its time."""
        if not self._is_over:
            self._take(Step(said))

    async def end(self, sources: Sequence[Json] = ()) -> str:
        """End the message, with what the answer rests on as sources of its last step; returns the text that stands in it, "" when there is none that a reader
        can rely on."""
        if self._sending is None:
            return ""
        self._pieces.put_nowait(None)
        await self._sending
        if self._ts:
            await self._tried(self._client.chat_stopStream, ts=self._ts, **({"chunks": self._told(is_done=True, sources=sources)} if self._steps else {}))
        return "" if self._failed else self._sent

    def _take(self, piece: Piece) -> None:
        self._pieces.put_nowait(piece)
        self._sending = self._sending or asyncio.create_task(self._send())

    async def _send(self) -> None:
        while (pieces := await self._together()) is not None:
            text = "".join(p for p in pieces if isinstance(p, str))
            steps = [p.said for p in pieces if isinstance(p, Step)]
            self._steps += [s for s in steps if s not in self._steps[-1:]]
            if not self._failed:
                await self._grow(text, is_new=bool(steps))
                self._sent += text
            self._failed = self._failed or len(self._sent) > LONGEST

    async def _together(self) -> list[Piece] | None:
        """All that was said since the last time; None when nothing more comes. Steps alone wait for words a while."""
        first = await self._pieces.get()
        if first is None:
            return None
        if self._ts:
            await asyncio.sleep(EVERY)
        found, until = [first], time.monotonic() + (0.0 if self._ts else PATIENCE)
        while True:
            is_alone = not any(isinstance(p, str) for p in found)
            try:
                piece = await asyncio.wait_for(self._pieces.get(), until - time.monotonic()) if is_alone else self._pieces.get_nowait()
            except (TimeoutError, asyncio.QueueEmpty):
                return found
            if piece is None:
                self._pieces.put_nowait(None)
                return found if self._ts or not is_alone else None
            found.append(piece)

    async def _grow(self, text: str, *, is_new: bool) -> None:
        chunks = [*(self._told() if is_new or (self._steps and not self._ts) else []), *([{"type": "markdown_text", "text": grown(text)}] if text else [])]
        if self._ts:
            await self._tried(self._client.chat_appendStream, ts=self._ts, chunks=chunks)
            return
        if not self._budget.take():
            self._failed = True
            return
        shown = {"task_display_mode": "plan"} if self._steps else {}
        made = await self._tried(self._client.chat_startStream, thread_ts=self._place.thread, recipient_team_id=self._place.team,
                                 recipient_user_id=self._user, chunks=chunks, **shown)
        self._ts = str(made["ts"]) if made else ""
        if self._ts:
            await self._begun(self._ts)

    def _told(self, *, is_done: bool = False, sources: Sequence[Json] = ()) -> list[Json]:
        """The steps so far: one line, which unfolds into each."""
        done, last = self._steps[:-1], self._steps[-1]
        line = f"Looked into it in {len(self._steps)} step{'s' if len(self._steps) > 1 else ''}" if is_done else f"{last}…"
        states = [*((s, "complete") for s in done), (last, "complete" if is_done else "in_progress")]
        steps: list[Json] = [{"type": "task_update", "id": f"step-{n}", "title": cut(literal(s), LONGEST_STEP), "status": state}
                             for n, (s, state) in enumerate(states)]
        steps[-1] |= {"sources": list(sources)} if sources else {}
        return [{"type": "plan_update", "title": cut(literal(line), LONGEST_STEP)}, *steps]

    async def _tried(self, method: Callable[..., Any], **said: Any) -> Any:
        try:
            return await method(channel=self._place.channel, **said)
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.info("no growing message: %s", failed)
            self._failed = True
            return None
