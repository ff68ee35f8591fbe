"""Whether Slack is connected as it has to be: the tokens, what the bot may do there, and whether events come. For `pmo slack check`."""
from collections.abc import AsyncIterator, Mapping
from importlib.resources import files
import json
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.by_http import PATH
from bots.slack.refusals import reason
from bots.slack.serving import Keys
from records.errors import BadInput

MANIFEST: Mapping[str, Any] = json.loads(files("bots.slack").joinpath("slack-manifest.json").read_text("utf-8"))
SCOPES_OF = {
    "app_mentions:read": "answer where it is mentioned", "assistant:write": "show prompts to begin with", "channels:read": "see who reads in a channel",
    "channels:history": "see in a channel what it said already, after it was stopped by force", "groups:history": "see the same in a private channel",
    "chat:write": "answer", "commands": "/pmo and the shortcuts", "files:read": "take in what is attached", "files:write": "hand out reports",
    "groups:read": "see who reads in a private channel", "im:history": "answer direct messages", "im:write": "write to somebody directly",
    "mpim:read": "see who reads in a group's direct messages", "users:read": "know who asks", "users:read.email": "know them by their e-mail address",
}
OPTIONAL = set(MANIFEST["oauth_config"]["scopes"]["bot_optional"])
PATIENCE = 10.0
AGAIN = "put slack-manifest.json into the app's settings (App Manifest), then reinstall the app"
Check = tuple[bool, str, str]


def manifest_text(url: str = "") -> str:
    """The manifest as JSON: for Socket Mode, or for requests to an address; raises `BadInput` for one that Slack would not take."""
    if not url:
        return json.dumps(MANIFEST, indent=2, ensure_ascii=False) + "\n"
    if not url.startswith("https://"):
        raise BadInput("Slack sends its requests to https addresses only: https://pmo.example.com")
    made, where = json.loads(json.dumps(MANIFEST)), f"{url.rstrip('/')}{PATH}"
    made["settings"] |= {"socket_mode_enabled": False, "event_subscriptions": {"request_url": where, **made["settings"]["event_subscriptions"]},
                         "interactivity": {"is_enabled": True, "request_url": where, "message_menu_options_url": where}}
    for command in made["features"]["slash_commands"]:
        command["url"] = where
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


async def checked(keys: Keys) -> AsyncIterator[Check]:
    """What is well and what is not, a line each; nothing is sent to anybody."""
    async with ClientSession(timeout=ClientTimeout(total=PATIENCE), trust_env=True) as session:
        bot, app = (AsyncWebClient(token, base_url=f"{keys.url.rstrip('/')}/", session=session, retry_handlers=[]) for token in (keys.bot, keys.app))
        yield await _bot(bot)
        async for line in _scopes(bot):
            yield line
        yield _by_http(keys) if keys.port is not None else await _events(app, session)


async def _bot(bot: AsyncWebClient) -> Check:
    try:
        me = await bot.auth_test()
    except (SlackClientError, ClientError, TimeoutError) as failed:
        return False, "bot token", f"{_why(failed)}; SLACK_BOT_TOKEN is the “Bot User OAuth Token” (xoxb-…) of the installed app"
    if not me.get("bot_id"):
        return False, "bot token", "that is no bot's; SLACK_BOT_TOKEN begins with xoxb-"
    return True, "bot token", f"{me.get('user')} in the workspace {me.get('team')}"


async def _scopes(bot: AsyncWebClient) -> AsyncIterator[Check]:
    try:
        given = (await bot.auth_test()).headers.get("x-oauth-scopes", "")
    except (SlackClientError, ClientError, TimeoutError):
        return
    have = {scope.strip() for scope in given.split(",") if scope.strip()}
    missing = [scope for scope in SCOPES_OF if scope not in have and scope not in OPTIONAL]
    for scope in missing:
        yield False, "permission", f"{scope} is missing, so it cannot {SCOPES_OF[scope]}: {AGAIN}"
    for scope in OPTIONAL - have:
        yield True, "optional permission", f"{scope} is not given, so it cannot {SCOPES_OF[scope]}"
    if not missing:
        more = sorted(have - SCOPES_OF.keys())
        yield True, "permissions", f"all {len(SCOPES_OF) - len(OPTIONAL)} are there" + (f"; not needed: {', '.join(more)}" if more else "")


async def _events(app: AsyncWebClient, session: ClientSession) -> Check:
    """Open a connection as events come by it, and wait for Slack's hello."""
    try:
        url = (await app.apps_connections_open(app_token=str(app.token)))["url"]
        async with session.ws_connect(url) as socket:
            said = await socket.receive_json(timeout=PATIENCE)
    except (SlackClientError, ClientError, TimeoutError, TypeError, ValueError) as failed:
        return False, "events", f"{_why(failed)}; SLACK_APP_TOKEN is an app-level token (xapp-…) with connections:write, and Socket Mode is on"
    if said.get("type") != "hello":
        return False, "events", f"Slack said {said.get('type')} instead of hello; is Socket Mode on?"
    return True, "events", f"they come by Socket Mode; {said.get('num_connections', 1)} connected now, this check among them"


def _by_http(keys: Keys) -> Check:
    """What only Slack can try: it asks the address when it is put into the app's settings."""
    where = f"http://{keys.host}:{keys.port}/slack/events"
    if not keys.signing_secret:
        return False, "events", f"SLACK_SIGNING_SECRET is missing, so nothing at {where} is believed"
    return True, "events", f"taken by HTTP at {where}; as Slack reaches it, that is the app's Request URL of events, interactivity and /pmo"


def _why(failed: Exception) -> str:
    if isinstance(failed, SlackApiError):
        return f"Slack refused it ({reason(failed)})"
    return f"Slack cannot be reached ({str(failed) or type(failed).__name__})"
