"""An answer that a process died over: what stands in Slack of it already is found by the marks of its messages, and only the rest is said."""
from collections.abc import Mapping
import logging
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.hearing import Place

EVENT = "pmo_answer"
log = logging.getLogger(__name__)


def mark(key: str, part: int, layout: str) -> dict[str, Any]:
    """What a message carries unseen: the question it answers, and which part of which layout of the answer it is."""
    return {"event_type": EVENT, "event_payload": {"key": key, "part": part, "layout": layout}}


async def standing(client: AsyncWebClient, place: Place, bot: str, key: str) -> tuple[str, frozenset[int]]:
    """The layout and the parts of an answer that stand in the thread already; only the bot's own marks count, for anybody can forge one."""
    parts, layout, cursor = set[int](), "", ""
    try:
        while True:
            found = await client.conversations_replies(channel=place.channel, ts=place.thread, include_all_metadata=True, limit=200, cursor=cursor)
            for message in found["messages"]:
                said = _marked(message, bot)
                if said.get("key") == key:
                    parts.add(int(said["part"]))
                    layout = str(said["layout"])
            cursor = (found.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return layout, frozenset(parts)
    except (SlackClientError, ClientError, TimeoutError) as failed:
        log.warning("what stands in a thread already cannot be read, so an answer may come twice: %s", failed)
        return "", frozenset()


async def ended(client: AsyncWebClient, place: Place, ts: str) -> None:
    """End a message that was left growing; one that ended meanwhile, or is gone, stays so."""
    try:
        await client.chat_stopStream(channel=place.channel, ts=ts)
    except (SlackClientError, ClientError, TimeoutError) as failed:
        log.info("a growing message had ended: %s", failed)


def _marked(message: Mapping[str, Any], bot: str) -> Mapping[str, Any]:
    found = message.get("metadata") or {}
    ours = message.get("user") == bot and found.get("event_type") == EVENT
    payload: Mapping[str, Any] = found.get("event_payload") or {} if ours else {}
    return payload
