"""The face as it is served: over Socket Mode or by HTTP, with every token passed in, until it is told to stop."""
import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
import logging

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from assistant.assistant import Assistant
from assistant.jobs.incoming import Incoming
from assistant.messages import Sign, silent
from assistant.office import Office
from bots.slack.app import Face, slack_app
from bots.slack.by_http import PATH, reached_at
from bots.slack.refusals import reason

SLACK = "https://slack.com/api/"
LONGEST_WAIT = 60.0
REFUSED = ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type", "missing_scope", "no_permission")
REFUSAL = "Slack is not connected: it refused the tokens (%s). Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN anew and start again."
log = logging.getLogger(__name__)


@dataclass(frozen=True, repr=False)
class Keys:
    """What connects to a workspace: the bot's token, the app's token for Socket Mode, the signing secret, and the address of Slack's API.
    With a `port`, Slack's requests come by HTTP there, and no app's token is needed."""
    bot: str
    app: str
    signing_secret: str = ""
    url: str = SLACK
    host: str = "127.0.0.1"
    port: int | None = None


@dataclass(frozen=True)
class Behind:
    """What is behind a face beside the assistant: the doors for forms and files, where what is taken is stored, how the jobs are brought to an end, and the
    address that people reach the page under."""
    office: Office | None = None
    incoming: Incoming | None = None
    stop: Callable[[], Awaitable[None]] | None = None
    page: str = ""


ALONE = Behind()


async def serve(assistant: Assistant, keys: Keys, say: Sign = silent, behind: Behind = ALONE) -> None:
    """Answer in Slack until cancelled; `say` tells when it is connected. Wrong tokens are told in the log and leave the other faces in peace."""
    async with ClientSession(timeout=ClientTimeout(total=30), trust_env=True) as session:
        opening = client(keys.app, keys.url, session) if keys.port is None else None
        if (face := await _reached(assistant, keys, session, behind, opening)) is None:
            await asyncio.Event().wait()
            return
        try:
            async with _receiving(face, keys, opening, say):
                await asyncio.Event().wait()
        finally:
            await _ended(face, behind)


@asynccontextmanager
async def _receiving(face: Face, keys: Keys, opening: AsyncWebClient | None, say: Sign) -> AsyncIterator[None]:
    """Take what Slack brings while this is open: by Socket Mode, or by HTTP where there is no client to open that with."""
    if opening is None:
        async with reached_at(face.bolt, keys.host, keys.port or 0) as port:
            say(f"Slack is connected: its requests are taken at http://{keys.host}:{port}{PATH}.")
            yield
        return
    socket = AsyncSocketModeHandler(face.bolt, keys.app, web_client=opening)
    try:
        await socket.connect_async()  # type: ignore[no-untyped-call]  # bolt gives no type
        say("Slack is connected: write to the bot, or mention it.")
        yield
    finally:
        await socket.close_async()  # type: ignore[no-untyped-call]  # bolt gives no type


async def work(assistant: Assistant, keys: Keys, say: Sign = silent, behind: Behind = ALONE) -> None:
    """Answer what others took, until cancelled; nothing is taken here."""
    async with ClientSession(timeout=ClientTimeout(total=30), trust_env=True) as session:
        if (face := await _reached(assistant, keys, session, behind)) is None:
            await asyncio.Event().wait()
            return
        say("Slack is connected: what was asked there is answered here.")
        try:
            await asyncio.Event().wait()
        finally:
            await _ended(face, behind)


async def _ended(face: Face, behind: Behind) -> None:
    """Come to an end while Slack can still be spoken to."""
    if behind.stop:
        await behind.stop()
    await face.running.close()


def client(token: str, url: str, session: ClientSession) -> AsyncWebClient:
    """A client of one token that waits out Slack's limits and hiccups."""
    handlers = [AsyncConnectionErrorRetryHandler(), AsyncRateLimitErrorRetryHandler(max_retry_count=3), AsyncServerErrorRetryHandler()]
    return AsyncWebClient(token, base_url=url if url.endswith("/") else f"{url}/", session=session, timeout=30, retry_handlers=handlers)


async def _reached(assistant: Assistant, keys: Keys, session: ClientSession, behind: Behind, opening: AsyncWebClient | None = None) -> Face | None:
    """The app, as soon as Slack can be reached; None when it refuses the tokens. `opening` is a client that receives."""
    wait = 1.0
    while True:
        try:
            face = await slack_app(assistant, client(keys.bot, keys.url, session), keys.signing_secret, behind.office, behind.incoming, behind.page)
            if opening:
                await opening.apps_connections_open(app_token=keys.app)
        except SlackApiError as failed:
            if reason(failed) in REFUSED:
                log.error(REFUSAL, reason(failed))  # noqa: TRY400 - what to do about it is all that counts
                return None
            why = reason(failed)
        except (ClientError, TimeoutError) as failed:
            why = str(failed) or type(failed).__name__
        else:
            return face
        log.warning("Slack cannot be reached (%s); trying again in %.0f seconds", why, wait)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)
