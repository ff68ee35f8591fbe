"""What people are told unasked, in their direct messages: each thing with its buttons, answered in the same message; forms for what must be said with it."""
import asyncio
from collections.abc import Mapping
from dataclasses import asdict
import json
import logging
import re
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError

from assistant.jobs.incoming import Taken
from assistant.messages import Answer
from assistant.notices import Message, Notices, Pressed
from bots.slack import asks, modals
from bots.slack.asks import Pushed
from bots.slack.hearing import Place
from bots.slack.home import Home
from bots.slack.locking import Locks
from bots.slack.modals import Context
from bots.slack.pieces import bullets, cut, escaped, length, line, rich, run, small
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import MOST_BLOCKS, MOST_TEXT, Post, post, posts
from bots.slack.running import FAILED
from bots.slack.workspace import Workspace
from records.errors import NotFound, Sorry
from reports.blocks import Table, Text

FORM, TELLS = "tell_form", "pmo_notice"
ABSENT = ("users_not_found", "user_not_found", "user_disabled", "cannot_dm_bot", "channel_not_found")
SEPARATE = 2                                    # things in a message, from which on a receipt stands below it, so that its Undo replaces no other
MOST_LINE = 250
LEFT = "These do not fit here; they stand with their buttons on my Home tab."
log = logging.getLogger(__name__)


class Telling:
    def __init__(self, here: Workspace, notices: Notices) -> None:
        self._here, self._notices, self._locks, self._home = here, notices, Locks(), Home(here)
        here.running.on("tell", self._done, self._told, queue="clicks")

    async def put(self, message: Message) -> str:
        """Put a message before its receiver, once: one that stands there already, of a worker that died over it, is found by its mark. In the night of
        where they are, as their profile says, it is put off."""
        user = await self._user(message.email)
        channel = str((await self._here.client.conversations_open(users=user))["channel"]["id"])
        ts = await self._standing(channel, message.key) if message.is_again else ""
        if not ts and await asyncio.to_thread(self._notices.put_off, message.key, (await self._here.people.member(user)).zone):
            return ""
        if not ts:
            _, ts = await self._here.poster.tell(user, [_post(message, user)], {"event_type": TELLS, "event_payload": {"key": message.key}})
        return f"{channel}:{ts}"

    async def pressed(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """A button: what asks something first opens its form, the rest is taken at once."""
        pushed = asks.read(body)
        if asks.opens_form(body):
            await ack()
            await self._open(body, pushed)
            return
        await self._take(pushed, str(body["actions"][0].get("action_ts", "")))
        await ack()

    async def submitted(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """A form that came back: complaints stand in it, the rest is done."""
        view, user = body["view"], body["user"]["id"]
        about = modals.context(view)
        kept = json.loads(about.stamp)
        pushed = Pushed(user, about.proposal, kept["act"], kept["version"], about.channel, about.ts, modals.filled(view))
        try:
            who = await self._here.people.email(user)
            done = await asyncio.to_thread(self._notices.press, who, pushed.id, pushed.act, pushed.said, pushed.version, f"slack:{view['id']}")
        except Sorry as sorry:
            await ack(response_action="errors", errors=modals.wrong({_at_fault(pushed.said): str(sorry)}))
            return
        except Exception:
            reference = token_hex(3)
            log.exception("Slack: notice %s failed", reference)
            await ack(response_action="errors", errors=modals.wrong({_at_fault(pushed.said): FAILED.format(reference=reference)}))
            return
        self._here.running.start(lambda: self._shown(pushed, done), lambda said: self._whisper(pushed, said))
        await ack()

    async def _open(self, body: Mapping[str, Any], pushed: Pushed) -> None:
        try:
            who = await self._here.people.email(pushed.user)
            press, version = await asyncio.to_thread(self._notices.form, who, pushed.id, pushed.act)
        except Sorry as sorry:
            await self._whisper(pushed, str(sorry))
            return
        about = Context(kind="task", proposal=pushed.id, stamp=json.dumps({"act": pushed.act, "version": version}), channel=pushed.channel, ts=pushed.ts)
        shown = modals.view(FORM, press.title or press.label, press.submit, [modals.question(f) for f in press.fields], about)
        await self._here.client.views_open(trigger_id=body["trigger_id"], view=shown)

    async def _take(self, pushed: Pushed, when: str) -> None:
        await self._here.running.take("tell", f"slack:{self._here.team}:tell:{pushed.channel}:{pushed.ts}:{pushed.user}:{pushed.id}:{pushed.act}:{when}",
                                      asdict(pushed))

    async def _done(self, taken: Taken) -> None:
        pushed = Pushed(**taken.body)
        who = await self._here.people.email(pushed.user)
        async with self._locks.of(f"{pushed.channel}:{pushed.ts}"):
            done = await asyncio.to_thread(self._notices.press, who, pushed.id, pushed.act, pushed.said, pushed.version, taken.key)
            await self._shown(pushed, done)

    async def _shown(self, pushed: Pushed, done: Pressed) -> None:
        """The message as it stands now; a receipt in it where it told one thing only, else below it."""
        here, place = self._here, Place(self._here.team, pushed.channel, pushed.ts)
        if not pushed.ts:
            said = done.answer or Answer("", (Text(done.error),))
            await here.poster.tell(pushed.user, posts(said, pushed.user))
            await self._home.shown(pushed.user)
            return
        if done.error:
            await self._whisper(pushed, done.error)
        if done.answer and done.message and len(done.message.items) < SEPARATE and not done.message.items[0].presses:
            await here.poster.replace(place, pushed.ts, post(done.answer, pushed.user))
            return
        if done.message:
            await here.poster.replace(place, pushed.ts, _post(done.message, pushed.user))
        if done.answer:
            await here.poster.post(place, posts(done.answer, pushed.user))

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._whisper(Pushed(**taken.body), sentence)

    async def _whisper(self, pushed: Pushed, sentence: str) -> None:
        """Said below the message, in the person's own conversation."""
        if not pushed.ts:
            await self._here.poster.tell(pushed.user, [plain(sentence)])
            return
        await self._here.poster.post(Place(self._here.team, pushed.channel, pushed.ts), posts(Answer("", (Text(sentence),)), pushed.user))

    async def _user(self, email: str) -> str:
        """The Slack user of an address whom this face would answer; raises `NotFound` for who is not there, or must not be told anything."""
        try:
            user = str((await self._here.client.users_lookupByEmail(email=email))["user"]["id"])
            known = await self._here.people.email(user)
        except SlackApiError as failed:
            if reason(failed) not in ABSENT:
                raise
            raise NotFound(f"{email} is not in Slack.") from None
        except Sorry as sorry:
            raise NotFound(str(sorry)) from None
        if known.lower() != email.lower():
            raise NotFound(f"{email} is somebody else in Slack.")
        return user

    async def _standing(self, channel: str, key: str) -> str:
        """Where a message stands already, by the bot's own mark."""
        found = await self._here.client.conversations_history(channel=channel, include_all_metadata=True, limit=100)
        for message in found["messages"]:
            mark = message.get("metadata") or {}
            if message.get("user") == self._here.bot and mark.get("event_type") == TELLS and (mark.get("event_payload") or {}).get("key") == key:
                return str(message["ts"])
        return ""


def register(bolt: AsyncApp, here: Workspace) -> None:
    """Take what people answer; call it before the listeners that take all else."""
    notices = here.office.notices if here.office else None
    if notices is None:
        return
    telling = Telling(here, notices)
    notices.by("slack", telling.put)
    bolt.action(re.compile(f"^{asks.ACT}"))(telling.pressed)
    bolt.view(FORM)(telling.submitted)


def _at_fault(said: Mapping[str, str]) -> str:
    """The question that a complaint stands below: the first that was left empty, else the first."""
    return next((name for name, text in said.items() if not text.strip()), next(iter(said)))


def _post(message: Message, user: str) -> Post:
    """All of a message as one of Slack's. What does not fit is named, and stands whole on the Home tab."""
    made = [rich(line(run(message.headline, bold=True)))] if len(message.items) > 1 else []
    left = list[str]()
    for number, item in enumerate(message.items):
        blocks = list(asks.shown(item, number, user))
        if left or len(made) + len(blocks) > MOST_BLOCKS or length(made) + length(blocks) > MOST_TEXT:
            left += [item.headline] if item.headline else [row[0] for block in item.blocks if isinstance(block, Table) for row in block.rows]
        else:
            made += blocks
    rest = [rich(bullets([run(cut(said, MOST_LINE))] for said in left if said)), small(LEFT)] if any(left) else []
    return Post(escaped(cut(message.headline, MOST_LINE)), [*made, *rest])
