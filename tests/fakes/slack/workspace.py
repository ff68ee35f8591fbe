"""The state of one workspace: people, conversations, messages, and a wait for the next change."""
import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
import itertools
from typing import TypeVar

from tests.fakes.slack.contract import Json, Kind, SlackError, Token

T = TypeVar("T")
APP, TEAM, BOT, BOT_ID = "A0ASSIST", "T0OFFICE", "U0BOT", "B0BOT"
START = 1_795_000_000           # where its clock stands; each message is a second later
BOT_SCOPES = frozenset({
    "app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:history",
    "groups:read", "im:history", "im:write", "mpim:read", "users:read", "users:read.email"})      # those of slack-manifest.json


@dataclass
class Person:
    """A user of the workspace, a guest in it, or somebody of another one."""
    id: str
    name: str
    email: str = ""
    title: str = ""
    team: str = TEAM
    is_bot: bool = False
    is_guest: bool = False
    is_confirmed: bool = True
    deleted: bool = False
    tz: str = "Etc/UTC"
    locale: str = "en-US"

    def as_json(self) -> Json:
        """As `users.info` tells of them."""
        profile = {"real_name": self.name, "display_name": self.name, "email": self.email, "team": self.team}
        return {"id": self.id, "team_id": self.team, "name": self.name.split()[0].lower(), "real_name": self.name, "deleted": self.deleted,
                "tz": self.tz, "locale": self.locale, "tz_offset": 0, "profile": profile, "is_bot": self.is_bot, "is_restricted": self.is_guest,
                "is_ultra_restricted": False, "is_email_confirmed": self.is_confirmed, "updated": 0}


@dataclass
class Message:
    """A message; `audience` is set when only one person sees it."""
    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    bot_id: str | None = None
    audience: str | None = None
    subtype: str | None = None
    files: list[Json] = field(default_factory=list)
    edits: int = 0
    is_open: bool = False           # it still grows
    is_grown: bool = False          # it grew, so that its text is no mere summary of its blocks
    chunks: list[Json] = field(default_factory=list)        # what a growing message shows beside its text: steps, a plan
    is_stopped: bool = False        # by the person it grew for
    metadata: Json | None = None

    def as_json(self) -> Json:
        """As events and answers carry it."""
        optional = {"thread_ts": self.thread_ts, "bot_id": self.bot_id, "app_id": APP if self.bot_id else None, "subtype": self.subtype,
                    "blocks": self.blocks, "files": self.files}
        return {"type": "message", "user": self.user, "ts": self.ts, "text": self.text, "team": TEAM, **{k: v for k, v in optional.items() if v}}

    @property
    def everything(self) -> str:
        """All the words that a reader can see in it."""
        return "\n".join([self.text, *_words(self.blocks)])


def _words(node: object) -> Iterable[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, str) and name in ("text", "title", "alt_text", "caption", "label"):
                yield value
            else:
                yield from _words(value)
    elif isinstance(node, list):
        for item in node:
            yield from _words(item)


@dataclass
class Channel:
    """A channel or a direct message."""
    id: str
    name: str
    members: set[str]
    is_im: bool = False
    is_shared: bool = False          # with another company
    is_private: bool = False
    messages: list[Message] = field(default_factory=list)

    def find(self, ts: str) -> Message | None:
        return next((message for message in self.messages if message.ts == ts), None)


@dataclass
class Trigger:
    """The right to open a form, once."""
    user: str
    is_spent: bool = False


class Workspace:
    """Its ids and times are never given twice, also not in another workspace, as Slack gives none twice."""
    _ids = itertools.count(1)

    def __init__(self) -> None:
        self.views: dict[str, Json] = {}
        self.owners: dict[str, str] = {}
        self.modals: dict[str, str] = {}                    # the form that each person has open
        self.homes: dict[str, Json] = {}
        self.prompts: dict[str, list[Json]] = {}
        self.sessions: dict[tuple[str, str], Json] = {}
        self.triggers: dict[str, Trigger] = {}
        self.files: dict[str, Json] = {}
        self.origin = ""
        self.people: dict[str, Person] = {BOT: Person(BOT, "Project Assistant", is_bot=True)}
        self.channels: dict[str, Channel] = {}
        self.tokens: dict[str, Token] = {}
        self.statuses: dict[tuple[str, str], str] = {}
        self._changed = asyncio.Condition()
        self.add_token("xoxb-test", "bot", BOT_SCOPES)
        self.add_token("xapp-test", "app", frozenset({"connections:write"}))

    def add_token(self, value: str, kind: Kind, scopes: frozenset[str]) -> None:
        self.tokens[value] = Token(value, kind, scopes)

    def add_channel(self, id_: str, name: str, members: Iterable[str], *, is_shared: bool = False, is_private: bool = False) -> Channel:
        return self.channels.setdefault(id_, Channel(id_, name, set(members), is_shared=is_shared, is_private=is_private))

    def trigger(self, user: str) -> str:
        """A fresh `trigger_id` for what this person does."""
        made = self.next_id("trigger")
        self.triggers[made] = Trigger(user)
        return made

    def direct(self, user: str) -> Channel:
        """The direct message between a user and the app."""
        return self.channels.setdefault(f"D{user[1:]}", Channel(f"D{user[1:]}", "", {user, BOT}, is_im=True))

    def next_id(self, prefix: str) -> str:
        return f"{prefix}{next(self._ids):06d}"

    def next_ts(self) -> str:
        number = next(self._ids)
        return f"{START + number}.{number:06d}"

    def channel(self, id_: str) -> Channel:
        """A conversation that the bot is in, or what Slack answers instead."""
        channel = self.channels.get(id_)
        if channel is None:
            raise SlackError("channel_not_found")
        if BOT not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def visible(self, channel: Channel, user: str) -> list[Message]:
        """What a user sees of a conversation."""
        return [m for m in channel.messages if m.audience in (None, user)] if user in channel.members else []

    async def changed(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def until(self, look: Callable[[], T], seconds: float = 5) -> T:
        """The first truthy value of `look()`, looking again after every change."""
        async def wait() -> T:
            async with self._changed:
                while not (found := look()):
                    await self._changed.wait()
                return found
        return await asyncio.wait_for(wait(), seconds)
