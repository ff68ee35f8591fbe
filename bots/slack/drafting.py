"""A draft of a report in its owner's direct messages: buttons to word it, send it or drop it, and the form that words it; its figures stay locked."""
import asyncio
from collections.abc import Mapping
import logging
from secrets import token_hex
from typing import Any

from slack_bolt.async_app import AsyncAck

from assistant.forms import Field, Option
from assistant.jobs.incoming import Taken
from assistant.messages import Answer
from assistant.reporting.drafts import COLOURS, Declared, Drafted, Edits, Undeclared
from bots.slack import modals
from bots.slack.modals import Context
from bots.slack.opening import Opening
from bots.slack.pieces import Json, button, buttons
from bots.slack.posting import plain
from bots.slack.rendering import posts
from bots.slack.running import FAILED
from bots.slack.workspace import Workspace
from records.errors import Sorry

DRAFT_FORM, WORD = "draft_form", "draft:word"
LATER, NOW = Option("later", "Keep it as a draft"), Option("now", "Send it now")
HINT = "Word it as you want. Each figure must stay one of the report."
log = logging.getLogger(__name__)


def waiting(key: str, user: str) -> Json:
    """The buttons below a draft; to send or drop it is asked as if it had been typed, and shown before it is done."""
    return buttons(f"{user}:draft:{key}", button(WORD, "Edit…", key, says=f"Edit the sentences of {key}"),
                   button("ask:0", "Send", f"send {key}", says=f"Send {key}", primary=True),
                   button("ask:1", "Discard", f"discard {key}", says=f"Discard {key}"))


def form(draft: Drafted, about: Context) -> Json:
    """The form that words a draft; one of several projects has no colour to declare."""
    text, own = " ".join(draft.sentences), draft.declared
    asked = [Field("text", "Sentences", "text", required=True, hint=HINT, initial=Option(text, text)),
             Field("note", "Your own line above it", "line", initial=Option(draft.note, draft.note) if draft.note else None, most=300)]
    if own:
        asked += [Field("colour", "Declared colour", "choice", options=tuple(Option(c, c) for c in COLOURS), initial=Option(own.colour, own.colour)),
                  Field("reason", "Reason for the colour", "line", initial=Option(own.reason, own.reason) if own.reason else None, most=300),
                  Field("until", "Declared until", "date", initial=Option(own.until, own.until) if own.until else None)]
    asked.append(Field("then", "Then", "choice", options=(LATER, NOW), initial=LATER))
    return modals.view(DRAFT_FORM, f"Draft {draft.key}", "Save", [modals.question(f) for f in asked], about)


class Drafting:
    def __init__(self, here: Workspace, opening: Opening) -> None:
        self._here, self._opening = here, opening
        here.running.on("draft", self._receipted, self._told, queue="clicks")

    async def button(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Open the form of a draft for its owner, or say why not."""
        await ack()
        key = str(body["actions"][0]["value"])
        await self._opening.guarded(body, lambda who: form(self._here.doors.reports.drafts.opened(who, key), Context(kind="draft", proposal=key)))

    async def submitted(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """Apply the form; that its receipt is said is stored before this returns."""
        view, user = body["view"], body["user"]["id"]
        key, said, id_ = modals.context(view).proposal, modals.filled(view), f"slack:{self._here.team}:draft:{view['id']}"
        try:
            who = await self._here.people.email(user)
            await self._edited(who, key, said, id_)
        except Sorry as sorry:
            await ack(response_action="errors", errors=modals.wrong({"reason" if isinstance(sorry, Undeclared) else "text": str(sorry)}))
            return
        except Exception:
            reference = token_hex(3)
            log.exception("Slack: draft %s failed", reference)
            await ack(response_action="errors", errors=modals.wrong({"text": FAILED.format(reference=reference)}))
            return
        await self._here.running.take("draft", id_, {"user": user, "who": who, "key": key, "said": said})
        await ack()

    async def _edited(self, who: str, key: str, said: Mapping[str, str], id_: str) -> Answer:
        declared = Declared(said["colour"], said.get("reason", ""), said.get("until", "")) if said.get("colour") else None
        edits = Edits(said.get("text", ""), said.get("note", ""), declared, said.get("then") == NOW.value)
        return await asyncio.to_thread(self._here.doors.reports.drafts.edited, who, key, edits, id_)

    async def _receipted(self, taken: Taken) -> None:
        """The receipt: sent again under its id, the form says again what came of it."""
        body = taken.body
        answer = await self._edited(body["who"], body["key"], body["said"], taken.key)
        await self._here.poster.tell(body["user"], posts(answer, body["user"]))

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._here.poster.tell(taken.body["user"], [plain(sentence)])
