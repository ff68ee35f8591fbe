"""The Home tab in three blocks: what is mine today, what waits for me, my projects. It is drawn anew whenever somebody comes to it."""
import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.at_a_glance import Glance
from assistant.messages import Answer
from assistant.notices import Item
from bots.slack.asks import shown
from bots.slack.modals import OPEN, REPORT
from bots.slack.pieces import Json, bullets, button, buttons, cut, line, rich, run, small
from bots.slack.rendering import posts
from bots.slack.sessions import unsaid
from bots.slack.speaking import TONES
from bots.slack.workspace import Workspace
from records.errors import Sorry
from reports.blocks import Block, Card, Table

NAMED = "Project Assistant of {office}"
MOST_BLOCKS, MOST_ASKED = 95, 20
READ_ONLY = "Records are read only at the moment: I answer as ever, and nothing can be changed."
NOTHING = {"mine": "Nothing is due and nothing is under way.", "waiting": "Nothing waits for you.", "projects": "You work on no project."}


class Home:
    def __init__(self, here: Workspace) -> None:
        self._here = here

    async def opened(self, body: Mapping[str, Any]) -> None:
        """Somebody came to the Home tab; it is drawn behind the acknowledgement, for a large portfolio takes its time."""
        self._here.running.start(lambda: self.shown(body["event"]["user"]), unsaid)

    async def shown(self, user: str) -> None:
        """Draw it for a person; who is not admitted is told why there."""
        try:
            who = await self._here.people.email(user)
            glance = await asyncio.to_thread(self._here.doors.glances.of, who, "slack")
            notices = self._here.doors.notices
            asked = await asyncio.to_thread(notices.waiting, who) if notices else ()
        except Sorry as sorry:
            blocks = [rich(line(run(str(sorry))))]
        else:
            office = await asyncio.to_thread(self._here.doors.called)
            blocks = [*([small(NAMED.format(office=office))] if office else []), *_blocks(glance, asked, user)][:MOST_BLOCKS]
        await self._here.client.views_publish(user_id=user, view={"type": "home", "blocks": blocks})


def _blocks(glance: Glance, asked: Sequence[Item], user: str) -> Iterator[Json]:
    made = (button(f"{OPEN}{word}", label, word) for word, label in (("task", "New task"), ("risk", "New risk"), ("change", "Change request"),
                                                                     (REPORT, "Report")))
    yield small(READ_ONLY) if glance.read_only else buttons("new", *made)
    yield _head("Mine today")
    yield from _said(glance.mine, user) or [small(NOTHING["mine"])]
    yield _head("Waiting for me")
    known = {key for item in asked[:MOST_ASKED] for block in item.blocks for key in getattr(block, "keys", ())}
    others = tuple(b for b in glance.waiting if not (isinstance(b, Table) and set(b.keys) <= known))       # what is asked with buttons is not listed again
    waiting = [*(made for n, item in enumerate(asked[:MOST_ASKED]) for made in shown(item, n, user)), *_said(others, user),
               *([rich(bullets([run(cut(said, 300))] for said in glance.proposals))] if glance.proposals else [])]
    yield from waiting or [small(NOTHING["waiting"])]
    if glance.office:
        yield _head("The office")
        yield from _said(tuple(b for b in glance.office if not isinstance(b, Card)), user)
    else:
        yield _head("My projects")
    cards = glance.projects or tuple(b for b in glance.office if isinstance(b, Card))
    yield from [rich(bullets([run(f"{TONES[c.tone]}  " if TONES[c.tone] else ""), run(c.title)] for c in cards))] if cards else [small(NOTHING["projects"])]


def _said(blocks: tuple[Block, ...], user: str) -> list[Json]:
    return [made for each in posts(Answer("", blocks), user) for made in each.blocks] if blocks else []


def _head(text: str) -> Json:
    return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}
