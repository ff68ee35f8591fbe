"""What a person filled in and sent: applied at once, for a form is its own preview; complaints stand below the questions they are about."""
import asyncio
from collections.abc import Mapping
import logging
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from assistant.messages import Answer
from bots.slack import modals
from bots.slack.hearing import Place
from bots.slack.modals import Context
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import post, posts
from bots.slack.running import FAILED
from bots.slack.workspace import Workspace
from records.errors import Sorry

MADE = "{name} made a {kind} of this message."
ABSENT = ("not_in_channel", "channel_not_found", "is_archived", "restricted_action", "thread_not_found")
log = logging.getLogger(__name__)


class Submitting:
    def __init__(self, here: Workspace) -> None:
        self._here = here

    async def record(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Apply a record's form, and say so where it belongs."""
        view, user = body["view"], body["user"]["id"]
        about, said = modals.context(view), modals.filled(view)
        try:
            who = await self._here.people.email(user)
            done = await asyncio.to_thread(self._here.doors.forms.submit, who, about.kind, said,
                                           f"slack:{self._here.team}:form:{view['id']}", about.proposal, about.stamp)
        except Sorry as sorry:
            await ack(response_action="errors", errors=modals.wrong({next(iter(said)): str(sorry)}))
            return
        except Exception:
            reference = token_hex(3)
            log.exception("Slack: form %s failed", reference)
            await ack(response_action="errors", errors=modals.wrong({next(iter(said)): FAILED.format(reference=reference)}))
            return
        if done.wrong:
            await ack(response_action="errors", errors=modals.wrong(done.wrong))
        elif answer := done.answer:
            self._here.running.start(lambda: self._told(user, about, answer), lambda sorry: self._direct(user, sorry))
            await ack()

    async def _told(self, user: str, about: Context, answer: Answer) -> None:
        here, place = self._here, Place(self._here.team, about.channel, about.thread)
        if about.ts:
            await here.poster.replace(place, about.ts, post(answer, user))
            return
        await here.poster.tell(user, posts(answer, user))
        if about.channel:
            await self._noted(place, user, about.kind)

    async def _noted(self, place: Place, user: str, kind: str) -> None:
        """Say in a conversation that something was made of its message; nothing of the record. Where the bot is not, nobody is told."""
        try:
            await self._here.poster.post(place, [plain(MADE.format(name=await self._here.people.name(user), kind=kind))])
        except SlackApiError as failed:
            if reason(failed) not in ABSENT:
                raise

    async def _direct(self, user: str, sentence: str) -> None:
        await self._here.poster.tell(user, [plain(sentence)])
