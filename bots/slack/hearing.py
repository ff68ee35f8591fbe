"""What was said to the bot in Slack: only when it is addressed, never by a bot, an edit or a join; and the words as a person reads them."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
import html
import re
from typing import Any

SPOKEN = (None, "file_share", "thread_broadcast")       # the subtypes of a message that somebody wrote just now
OF_FILE = ("id", "name", "size", "url_private_download")       # what is remembered of a file that came with it
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
TOKEN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True)
class Place:
    """A thread of a conversation; each message that is no reply opens one."""
    team: str
    channel: str
    thread: str

    @property
    def key(self) -> str:
        return f"slack:{self.team}:{self.channel}:{self.thread}"


@dataclass(frozen=True)
class Heard:
    """One message to the bot. `id` is the same however often and by whatever event Slack delivers it."""
    id: str
    place: Place
    user: str
    text: str
    is_direct: bool
    is_reply: bool = False
    is_outside: bool = False         # in a channel that is shared with another company
    files: Sequence[Mapping[str, Any]] = ()


def heard(body: Mapping[str, Any], team: str, bot: str) -> Heard | None:
    """The message in an event, or None when it is not one for this bot."""
    event = body["event"]
    if not _is_for(event, bot):
        return None
    place = Place(team, event["channel"], event.get("thread_ts") or event["ts"])
    return Heard(
        f"slack:{team}:{event['channel']}:{event['ts']}", place, event["user"], event.get("text") or "",
        is_direct=event["type"] == "message", is_reply=bool(event.get("thread_ts")),
        is_outside=bool(body.get("is_ext_shared_channel")), files=[{name: each.get(name) for name in OF_FILE} for each in event.get("files") or ()],
    )


def mentioned(text: str, bot: str) -> tuple[str, ...]:
    """The users a text names, but for the bot."""
    return tuple(dict.fromkeys(user for user in MENTION.findall(text) if user != bot))


def words(text: str, bot: str, names: Mapping[str, str]) -> str:
    """The text as a person reads it: people by name, links by label, the address to the bot left out, entities as characters."""
    named = MENTION.sub(lambda found: "" if found[1] == bot else names.get(found[1], "somebody"), text)
    return html.unescape(TOKEN.sub(_label, named)).strip().lstrip(",:;").strip()


def _is_for(event: Mapping[str, Any], bot: str) -> bool:
    if event.get("subtype") not in SPOKEN or event.get("bot_id") or event.get("edited") or event.get("user") in (None, bot):
        return False
    if event["type"] == "app_mention":
        return event.get("channel_type") != "im"         # in a direct message the message itself comes too
    return event["type"] == "message" and event.get("channel_type") == "im"


def _label(token: re.Match[str]) -> str:
    """What Slack shows in place of a link, a channel, a group, a date or a call to all."""
    what, _, label = token[1].partition("|")
    if label:
        return f"#{label}" if what.startswith("#") else label
    return f"@{what[1:].partition('^')[0]}" if what.startswith("!") else what.removeprefix("mailto:")
