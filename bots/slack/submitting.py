"""What a person filled in and sent: applied at once, for a form is its own preview; complaints stand below the questions they are about."""
import asyncio
from collections.abc import Mapping
from dataclasses import asdict
import logging
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from assistant.forms import Submitted
from assistant.jobs.incoming import Taken
from assistant.messages import Answer
from bots.slack import modals
from bots.slack.hearing import Place
from bots.slack.modals import Context
from bots.slack.passing_on import told_back
from bots.slack.placing import placed
from bots.slack.posting import plain
from bots.slack.refusals import reason
from bots.slack.rendering import posts
from bots.slack.running import FAILED
from bots.slack.workspace import Workspace
from records.errors import Sorry

MADE = "{name} made a {kind} of this message."
ABSENT = ("not_in_channel", "channel_not_found", "is_archived", "restricted_action", "thread_not_found")
log = logging.getLogger(__name__)


class Submitting:
    def __init__(self, here: Workspace) -> None:
        self._here = here
        here.running.on("form", self._receipted, self._untold, queue="clicks")

    async def record(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Apply a record's form; that it is said where it belongs is stored before this returns."""
        view, user = body["view"], body["user"]["id"]
        about, said = modals.context(view), modals.filled(view)
        id_, first = f"slack:{self._here.team}:form:{view['id']}", next(iter(said), "")
        try:
            who = await self._here.people.email(user)
            done = await self._submitted(who, about, said, id_)
        except Sorry as sorry:
            await ack(response_action="errors", errors=modals.wrong({first: str(sorry)}))
            return
        except Exception:
            reference = token_hex(3)
            log.exception("Slack: form %s failed", reference)
            await ack(response_action="errors", errors=modals.wrong({first: FAILED.format(reference=reference)}))
            return
        if done.wrong:
            await ack(response_action="errors", errors=modals.wrong(done.wrong))
            return
        await self._here.running.take("form", id_, {"user": user, "who": who, "about": asdict(about), "said": said})
        await ack()

    async def _submitted(self, who: str, about: Context, said: Mapping[str, str], id_: str) -> Submitted:
        return await asyncio.to_thread(self._here.doors.forms.submit, who, about.kind, said, id_, about.proposal, about.stamp)

    async def _receipted(self, taken: Taken) -> None:
        """The receipt of a form: sent again under its id, it says again what came of it."""
        about = Context(**taken.body["about"])
        done = await self._submitted(taken.body["who"], about, taken.body["said"], taken.key)
        if done.answer:
            await self._told(taken.body["user"], taken.body["who"], about, done.answer)

    async def _told(self, user: str, who: str, about: Context, answer: Answer) -> None:
        here, place = self._here, Place(self._here.team, about.channel, about.thread)
        if about.ts:
            await placed(here, place, about.ts, user, who, answer)
            await told_back(here, user, answer)
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

    async def _untold(self, taken: Taken, sentence: str) -> None:
        await self._here.poster.tell(taken.body["user"], [plain(sentence)])
