"""Buttons: only who asked can decide, every click gets an answer, and the answer stands where the button was."""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from assistant.messages import Answer, Click
from bots.slack.hearing import Heard, Place
from bots.slack.locking import Locks
from bots.slack.pieces import Json
from bots.slack.receiving import Receiver
from bots.slack.rendering import Post, chosen, post, refused
from bots.slack.workspace import Workspace
from records.errors import Refused

ACTIONS = ("confirm", "discard", "undo")
NOT_YOURS = "Only {asker}, who asked for this, can decide it. Nothing was changed."
NOT_YOUR_QUESTION = "These buttons are for {asker}, who asked. Mention me with your own question, and I will answer you."
TRY_AGAIN = "try again"         # what the assistant says of a failure of its own, after which the same click makes sense


@dataclass(frozen=True)
class Clicked:
    """One click on a button of ours: who clicked, on what, and who it was meant for."""
    place: Place
    ts: str
    user: str
    asker: str
    action: str
    value: str
    blocks: list[Json]
    text: str


class Clicks:
    def __init__(self, here: Workspace, receiver: Receiver) -> None:
        self._here, self._receiver, self._locks = here, receiver, Locks()

    def receive(self, body: Mapping[str, Any]) -> None:
        """Take a click and return at once."""
        click = _read(body, self._here.team)
        self._here.running.start(lambda: self._done(click), lambda said: self._whispered(click, said))

    async def _done(self, click: Clicked) -> None:
        is_question = click.action not in ACTIONS
        if click.user != click.asker:
            asker = await self._here.people.name(click.asker)
            await self._whispered(click, (NOT_YOUR_QUESTION if is_question else NOT_YOURS).format(asker=asker))
            return
        async with self._locks.of(f"{click.place.channel}:{click.ts}"):
            await (self._asked(click) if is_question else self._decided(click))

    async def _decided(self, click: Clicked) -> None:
        try:
            who = await self._here.people.email(click.user)
        except Refused as sorry:
            shown = refused(click.blocks, click.text, str(sorry), again=True)
        else:
            shown = _shown(click, await self._here.assistant.confirm(who, click.value, cast("Click", click.action)))
        await self._here.poster.replace(click.place, click.ts, shown)

    async def _asked(self, click: Clicked) -> None:
        """Ask what the button says, as if it had been typed; the same button asks once."""
        await self._here.poster.replace(click.place, click.ts, chosen(click.blocks, click.value))
        self._receiver.ask(Heard(f"slack:{click.place.team}:{click.place.channel}:{click.ts}:{click.action}", click.place, click.user, click.value,
                                 is_direct=click.place.channel.startswith("D"), is_reply=True))

    async def _whispered(self, click: Clicked, sentence: str) -> None:
        await self._here.poster.whisper(click.place, click.user, sentence, in_thread=True)


def _shown(click: Clicked, answer: Answer) -> Post:
    """What stands where the button was: what came of it, or why nothing did."""
    if answer.error and not answer.proposal:
        return refused(click.blocks, click.text, answer.error, again=TRY_AGAIN in answer.error)
    return post(answer, click.user)


def _read(body: Mapping[str, Any], team: str) -> Clicked:
    action, message = body["actions"][0], body.get("message") or {}
    ts = body["container"]["message_ts"]
    place = Place(team, body["channel"]["id"], message.get("thread_ts") or ts)
    asker, _, _ = str(action["block_id"]).partition(":")
    return Clicked(place, ts, body["user"]["id"], asker, action["action_id"], action.get("value", ""),
                   message.get("blocks") or [], message.get("text", ""))
