"""What came of a click or a form, where its preview stood: whole where everybody who reads there may see it, else in brief, and the rest to whoever did it."""
from collections.abc import Sequence
from dataclasses import replace

from assistant.messages import Answer
from bots.slack.audience import is_for_all
from bots.slack.hearing import Heard, Place
from bots.slack.pieces import Json
from bots.slack.rendering import Post, brief, post, posts
from bots.slack.workspace import Workspace
from reports.blocks import Preview, Receipt

OF_RECORDS = ("there", "taken back", "there again", "nothing")          # what a receipt says of whole records


async def placed(here: Workspace, place: Place, ts: str, user: str, who: str, answer: Answer, shown: Post | None = None,  # noqa: PLR0913, PLR0917 - a place and what goes there
                 before: Sequence[Json] = (), text: str = "") -> None:
    """Put an answer where a message stands; `before` and `text` are what the message showed until now."""
    there = Heard("", place, user, "", is_direct=place.channel.startswith("D"))
    told = [b for b in answer.blocks if isinstance(b, Receipt | Preview)]
    if not told or all(_says_no_more(b, text) for b in told) or await is_for_all(here, who, there):
        await here.poster.replace(place, ts, shown or post(answer, user))
        return
    await here.poster.replace(place, ts, brief(before, answer, user))
    await here.poster.tell(user, posts(replace(answer, sources=()), user))


def _says_no_more(block: Receipt | Preview, text: str) -> bool:
    """Whether every value of a change stood in the message already."""
    lines = block.lines if isinstance(block, Receipt) else [f": {c.before} → {c.after}" for c in block.changes]
    values = (value.strip() for line in lines for value in line.partition(": ")[2].split(" → "))
    return bool(text) and all(not value or value in OF_RECORDS or value in text for value in values)
