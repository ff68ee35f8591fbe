"""Who reads along where something was asked: the members of a conversation by their proven addresses, or why it is better answered alone."""
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
import logging

from aiohttp import ClientError
from slack_sdk.errors import SlackClientError

from bots.slack.hearing import Heard
from bots.slack.workspace import Workspace
from records.errors import Refused

MOST = 100
MANY = f"More than {MOST} people read here"
GUEST = "There is a guest in here"
UNKNOWN = "Not everybody in here is known to the office"
UNSEEN = "I cannot see who reads here"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Readers:
    """The addresses of all who read along; `why_alone` says why an answer had better not stand there, and is empty where it may."""
    emails: tuple[str, ...] = ()
    why_alone: str = ""


async def readers(here: Workspace, message: Heard) -> Readers:
    """Who reads a message's thread. In a direct message nobody does; other bots are no readers."""
    if message.is_direct or here.office is None:
        return Readers()
    try:
        users = await _members(here, message.place.channel)
    except (SlackClientError, ClientError, TimeoutError) as failed:
        log.warning("the members of a conversation cannot be seen: %s", failed)
        return Readers(why_alone=UNSEEN)
    if len(users) > MOST:
        return Readers(why_alone=MANY)
    members = await asyncio.gather(*(here.people.member(user) for user in users if user != here.bot))
    people = [m for m in members if not m.is_bot]
    if any(m.refusal for m in people):
        return Readers(why_alone=GUEST)
    return Readers(tuple(m.email for m in people))


async def is_for_all(here: Workspace, who: str, message: Heard) -> bool:
    """Whether everybody who reads in a message's thread may see whatever this person may."""
    found = await readers(here, message)
    if found.why_alone:
        return False
    if not found.emails:
        return True
    try:
        return not await asyncio.to_thread(lambda: here.doors.admitting.sees_more(who, found.emails))
    except Refused:
        return False


async def _members(here: Workspace, channel: str) -> Sequence[str]:
    users: list[str] = []
    cursor = ""
    while len(users) <= MOST:
        found = await here.client.conversations_members(channel=channel, limit=200, **({"cursor": cursor} if cursor else {}))
        users += found["members"]
        cursor = (found.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    return users
