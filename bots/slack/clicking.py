"""Buttons: only who asked can decide, every click gets an answer, and the answer stands where the button was."""
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
import json
import re
from typing import Any, cast

from assistant.jobs.incoming import Taken
from assistant.messages import Answer, Click, Question
from bots.slack.hearing import Heard, Place
from bots.slack.locking import Locks
from bots.slack.passing_on import offer, told_back
from bots.slack.pieces import Json, unescaped
from bots.slack.placing import placed
from bots.slack.receiving import Receiver
from bots.slack.rendering import TICK, Post, chosen, post, refused
from bots.slack.workspace import Workspace
from records.errors import Refused

ACTIONS = ("confirm", "discard", "undo")
HAND = "hand:"                      # how the buttons begin that say what to do with a file; their value is the file
OURS = re.compile(rf"^(?:{'|'.join(ACTIONS)}|ask:\d+|{HAND}[a-z ]+)$")
NOT_YOURS = "Only {asker}, who asked for this, can decide it. Nothing was changed."
NOT_YOUR_QUESTION = "These buttons are for {asker}, who asked. Mention me with your own question, and I will answer you."
NOTHING_TICKED = "Nothing is ticked, so there is nothing to confirm. Tick what you want, or discard it all."
TRY_AGAIN = "try again"         # what the assistant says of a failure of its own, after which the same click makes sense


@dataclass(frozen=True)
class Clicked:
    """One click on a button of ours: who clicked, on what, who it was meant for, and what of a plan was ticked (None: it has no boxes)."""
    place: Place
    ts: str
    user: str
    asker: str
    action: str
    value: str
    blocks: list[Json]
    text: str
    ticked: Sequence[str] | None = None
    is_all: bool = True


class Clicks:
    def __init__(self, here: Workspace, receiver: Receiver) -> None:
        self._here, self._receiver, self._locks = here, receiver, Locks()
        here.running.on("click", self._done, self._told, queue="clicks")

    async def receive(self, body: Mapping[str, Any]) -> None:
        """Take a click; it is stored when this returns."""
        click = _read(body, self._here.team)
        key = f"{click.place.channel}:{click.ts}:{click.user}:{click.action}:{body['actions'][0].get('action_ts', '')}"
        await self._here.running.take("click", f"slack:{self._here.team}:click:{key}", asdict(click))

    async def _done(self, taken: Taken) -> None:
        click = _clicked(taken)
        is_question = click.action not in ACTIONS
        if click.user != click.asker:
            asker = await self._here.people.name(click.asker)
            await self._whispered(click, (NOT_YOUR_QUESTION if is_question else NOT_YOURS).format(asker=asker))
        elif click.action == "confirm" and click.ticked is not None and not click.ticked:
            await self._whispered(click, NOTHING_TICKED)
        else:
            async with self._locks.of(f"{click.place.channel}:{click.ts}"):
                await (self._asked(click) if is_question else self._decided(click))

    async def _decided(self, click: Clicked) -> None:
        try:
            who = await self._here.people.email(click.user)
        except Refused as sorry:
            await self._here.poster.replace(click.place, click.ts, refused(click.blocks, click.text, str(sorry), again=True))
            return
        only = () if click.is_all or click.action != "confirm" else tuple(click.ticked or ())
        answer = await self._here.assistant.confirm(who, click.value, cast("Click", click.action), only)
        shown = await self._with_manager(click, who, answer, _shown(click, answer))
        await placed(self._here, click.place, click.ts, click.user, who, answer, shown, click.blocks, unescaped(click.text))
        await told_back(self._here, click.user, answer)

    async def _with_manager(self, click: Clicked, who: str, answer: Answer, shown: Post) -> Post:
        """What is shown, with the choice to ask the project manager where the change is not the asker's to make any more."""
        question = Question("", who, click.place.key, "")
        more = await offer(self._here, question, answer) if click.action == "confirm" else None
        return replace(shown, blocks=[*shown.blocks, *post(Answer("", (more,)), click.user).blocks]) if more else shown

    async def _asked(self, click: Clicked) -> None:
        """Ask what the button says, as if it had been typed; the same button asks once."""
        hands = click.action.startswith(HAND)
        said, files = (click.action.removeprefix(HAND), json.loads(click.value)) if hands else (click.value, ())
        await self._here.poster.replace(click.place, click.ts, chosen(click.blocks, said))
        await self._receiver.ask(Heard(
            f"slack:{click.place.team}:{click.place.channel}:{click.ts}:{click.action}", click.place, click.user, said,
            is_direct=click.place.channel.startswith("D"), is_reply=True, files=files))

    async def _whispered(self, click: Clicked, sentence: str) -> None:
        await self._here.poster.whisper(click.place, click.user, sentence, in_thread=True)

    async def _told(self, taken: Taken, sentence: str) -> None:
        await self._whispered(_clicked(taken), sentence)


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
    blocks = message.get("blocks") or []
    boxes = [e for b in blocks if b.get("type") == "actions" for e in b["elements"] if str(e.get("action_id")).startswith(TICK)]
    state = ((body.get("state") or {}).get("values") or {}).values()
    ticked = [str(o["value"]) for block in state for name, given in block.items() if name.startswith(TICK) for o in given.get("selected_options") or ()]
    return Clicked(place, ts, body["user"]["id"], asker, action["action_id"], action.get("value", ""), blocks, message.get("text", ""),
                   ticked if boxes else None, not boxes or len(ticked) == sum(len(e["options"]) for e in boxes))


def _clicked(taken: Taken) -> Clicked:
    return Clicked(**{**taken.body, "place": Place(**taken.body["place"])})
