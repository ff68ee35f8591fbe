"""Commands that do what a card's buttons do: confirm, discard, undo. They need no model."""
import asyncio
from typing import TYPE_CHECKING

from bots.cli.connecting import Connected, connected
from bots.cli.options import As, Id, IdOrChange, Json, Only, Thread
from bots.cli.showing import show
from records.errors import BadInput, NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from assistant.messages import Answer, Click, Exchange


def confirm(id_: Id = "", who: As = "", thread: Thread = "", only: Only = "", *, json: Json = False) -> int:
    """Apply what was shown last, or earlier by its ID, exactly as it was shown; of a plan all of it, or only some."""
    here = connected(who)
    return show(asyncio.run(_clicked(here, "confirm", id_.strip(), thread, only.replace(",", " ").split())), as_json=json)


def discard(id_: Id = "", who: As = "", thread: Thread = "", *, json: Json = False) -> int:
    """Drop what was shown; nothing changes."""
    return _click("discard", id_, who, thread, as_json=json)


def undo(id_: IdOrChange = "", who: As = "", thread: Thread = "", *, json: Json = False) -> int:
    """Take back a change that was applied, whole."""
    return _click("undo", id_, who, thread, as_json=json)


def _click(click: "Click", said: str, who: str, thread: str, *, as_json: bool) -> int:
    here = connected(who)
    return show(asyncio.run(_clicked(here, click, said.strip(), thread)), as_json=as_json)


async def _clicked(here: Connected, click: "Click", said: str, thread: str, only: "Sequence[str]" = ()) -> "Answer":
    if not said:
        exchanges = await (here.assistant.open(here.who, "thread", thread) if thread else here.assistant.open(here.who, "latest", ""))
        said = _latest_change(exchanges) if click == "undo" else _latest_proposal(exchanges)
    return await here.assistant.confirm(here.who, said, click, only)


def _latest_proposal(exchanges: "Sequence[Exchange]") -> str:
    """What waits for a yes in a conversation: what was last proposed, unless it was applied; then it is said which change was the last."""
    from assistant import bootstrap
    from assistant.settings import read

    done: dict[str, tuple[int, datetime]] = {}
    for exchange in reversed(exchanges):
        for block in exchange.answer.blocks:
            if block.type == "receipt":
                done.setdefault(block.proposal, (block.position, exchange.at))
        if exchange.answer.proposal and exchange.answer.proposal.id not in done:
            if exchange is not exchanges[-1]:
                raise BadInput(f"Something else was said since. What waits is {_shown(exchange.answer)}: say pmo confirm {exchange.answer.proposal.id}.")
            return exchange.answer.proposal.id
        if exchange.answer.proposal:
            break
    if not done:
        raise NotFound("Nothing waits for a yes in this conversation.")
    position, at = max(done.values())
    at = at.astimezone(bootstrap.entering(read()).clock().tzinfo)
    raise NotFound(f"Nothing waits for a yes in this conversation; its last change was #{position}, on {at:%a %-d %b %Y at %H:%M}.")


def _shown(answer: "Answer") -> str:
    """The title of a preview, in quotation marks."""
    return next((f"“{block.title}”" for block in answer.blocks if block.type == "preview"), "a preview")


def _latest_change(exchanges: "Sequence[Exchange]") -> str:
    """What was last applied in a conversation."""
    for exchange in reversed(exchanges):
        for block in reversed(exchange.answer.blocks):
            if block.type == "receipt":
                return str(block.position)
    raise NotFound("Nothing was changed in this conversation, so there is nothing to undo.")
