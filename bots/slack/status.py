"""The line that says what is being done, from the first moment until the answer stands. Without it a turn goes on all the same."""
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
import logging

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from assistant.messages import Sign
from bots.slack.hearing import Place
from bots.slack.pieces import cut, literal

PATIENCE = 2.0
LONGEST = 50            # of a loading message
log = logging.getLogger(__name__)


@asynccontextmanager
async def status(client: AsyncWebClient, place: Place) -> AsyncIterator[Sign]:
    """A sign that shows its latest words in the thread; it may be called from any thread of the machine."""
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[str | None]()
    showing = asyncio.create_task(_shown(client, place, lines))
    lines.put_nowait("Thinking")
    try:
        yield lambda said: void(loop.call_soon_threadsafe(lines.put_nowait, said))
    finally:
        lines.put_nowait(None)
        await asyncio.wait([showing], timeout=PATIENCE)       # a late one would stand beside the answer
        showing.cancel()


async def _shown(client: AsyncWebClient, place: Place, lines: "asyncio.Queue[str | None]") -> None:
    while (said := await lines.get()) is not None:
        if not lines.empty():
            continue
        try:
            await client.assistant_threads_setStatus(
                channel_id=place.channel, thread_ts=place.thread,
                status=f"is {said[:1].lower()}{said[1:]}…", loading_messages=[cut(f"{literal(said)}…", LONGEST)])
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.info("no status line: %s", failed)
            return


def void(_: object) -> None:
    """Take a value and give none."""
