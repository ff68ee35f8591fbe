"""The bolt app of the house: it takes messages and clicks, hands them on, and acknowledges. No work is done in a listener."""
from collections.abc import Mapping
from dataclasses import dataclass
import logging
import re
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from assistant.assistant import Assistant
from assistant.jobs.incoming import Incoming
from assistant.office import Office
from bots.slack.delivering import Deliveries
from bots.slack.identity import People
from bots.slack.listening import register
from bots.slack.posting import Poster
from bots.slack.receiving import Receiver
from bots.slack.running import Running
from bots.slack.workspace import Workspace

ANY = re.compile("")
quiet = logging.getLogger(f"{__name__}.bolt")
quiet.setLevel(logging.ERROR)       # bolt warns of choices that are meant, such as a client without a token of its own


@dataclass(frozen=True)
class Face:
    """The app and what runs behind it; close `running` before the client."""
    bolt: AsyncApp
    running: Running


async def slack_app(assistant: Assistant, client: AsyncWebClient, signing_secret: str = "", office: Office | None = None,
                    incoming: Incoming | None = None, page: str = "") -> Face:
    """An app for the workspace that the client's token belongs to. Without a signing secret it takes nothing by HTTP; with `incoming`, what it took
    outlives it. `page` is where sources open.

    Everything is passed to bolt, because what is not it reads from the environment."""
    me = await client.auth_test()
    running = Running(incoming)
    workspace = Workspace(assistant, client, Poster(client), People(client, me["team_id"]), running, me["team_id"], me["user_id"],
                          url=me.get("url") or "", office=office, page=page)
    here = AuthorizeResult.from_auth_test_response(auth_test_response=me, bot_token=client.token)

    async def authorize() -> AuthorizeResult:
        return here

    bare = AsyncWebClient(base_url=client.base_url, session=client.session, timeout=client.timeout)
    bolt = AsyncApp(name="pmo", logger=quiet, client=bare, authorize=authorize, signing_secret=signing_secret or token_hex(32),
                    verification_token=token_hex(32), process_before_response=True)
    _listen(bolt, Receiver(workspace), workspace)
    if office and office.sending:
        office.sending.ways["Slack"] = Deliveries(workspace)
    return Face(bolt, running)


def _listen(bolt: AsyncApp, receiver: Receiver, workspace: Workspace) -> None:
    register(bolt, receiver, workspace)

    @bolt.event("app_mention")
    @bolt.event("message")
    async def message(body: Mapping[str, Any]) -> None:
        await receiver.receive(body)

    @bolt.action(ANY)
    async def stray(ack: AsyncAck) -> None:
        await ack()

    @bolt.event(ANY)
    async def unasked() -> None:
        """Whatever else is subscribed to is acknowledged, or Slack would send it four times."""
