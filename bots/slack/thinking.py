"""What people think of an answer: two buttons below it, and a word about what was wrong from whoever has one."""
import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck

from assistant.feedback import Verdict
from assistant.forms import Field
from bots.slack import modals
from bots.slack.modals import OPEN, REPORT, Context
from bots.slack.pieces import Json, button, buttons
from bots.slack.rendering import MOST_BLOCKS, Post
from bots.slack.workspace import Workspace
from records.errors import Sorry

RATE, GOOD, BAD = "rate", "good", "bad"
FEEDBACK_FORM, WORDS = "feedback_form", "words"
THANKS = "Thank you. The PMO reads it."


def rated(made: Sequence[Post], question: str, project: str | None = None) -> Sequence[Post]:
    """The messages of an answer with the two buttons below the last one; below a report also the one for its picture and file."""
    *before, last = made
    file = [buttons("file", button(f"{OPEN}{REPORT}", "Picture and file", project or REPORT))] if project is not None else []
    return [*before, replace(last, blocks=[*last.blocks, *file, _buttons(question)])] if last.blocks and len(last.blocks) <= MOST_BLOCKS else made


class Thinking:
    def __init__(self, here: Workspace) -> None:
        self._here = here

    async def rated(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Keep what somebody thinks; who is not content is asked for a word about it."""
        verdict, _, question = body["actions"][0]["value"].partition(":")
        try:
            await self._kept(body, question, verdict)
        except Sorry:
            await ack()
            return
        await ack()
        if verdict == BAD:
            asked = modals.question(Field(WORDS, "What was wrong?", "text", hint="leave it empty if you have no time"))
            await self._here.client.views_open(trigger_id=body["trigger_id"],
                                               view=modals.view(FEEDBACK_FORM, "Not helpful", "Send", [asked], Context(thread=question)))
        else:
            await self._thanked(body)

    async def worded(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Keep the word about it."""
        if said := modals.filled(body["view"]).get(WORDS):
            await self._kept(body, modals.context(body["view"]).thread, BAD, said)
        await ack()

    async def _kept(self, body: Mapping[str, Any], question: str, verdict: str, said: str = "") -> None:
        who, feedback = await self._here.people.email(body["user"]["id"]), self._here.doors.feedback
        kept: Verdict = "bad" if verdict == BAD else "good"
        await asyncio.to_thread(feedback.give, who, question, kept, said)

    async def _thanked(self, body: Mapping[str, Any]) -> None:
        thread = (body.get("message") or {}).get("thread_ts")
        await self._here.client.chat_postEphemeral(channel=body["channel"]["id"], user=body["user"]["id"], text=THANKS, thread_ts=thread)


def _buttons(question: str) -> Json:
    def one(label: str, says: str, verdict: str) -> Json:
        return {"text": {"type": "plain_text", "text": label}, "accessibility_label": says, "value": f"{verdict}:{question}"}
    return {"type": "context_actions", "elements": [{
        "type": "feedback_buttons", "action_id": RATE, "positive_button": one("Helpful", "This answer was helpful", GOOD),
        "negative_button": one("Not helpful", "This answer was not helpful", BAD)}]}
