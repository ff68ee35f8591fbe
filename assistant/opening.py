"""What is kept, opened again: a conversation, a record, a section of a document, a proposal; always as the one who asks may see it."""
from typing import Literal

from assistant import keeping
from assistant.confirming import shown
from assistant.messages import Answer, Exchange
from records import threads
from records.database import Reading
from records.errors import NotFound
from tools import TOOLS
from tools.base import Result
from tools.desk import Desk
from tools.desk.standing import standing_on
from tools.desk.wording import quoted

MOST_TURNS = 100
What = Literal["thread", "record", "section", "latest", "proposal"]


def opened(session: Reading, desk: Desk, what: What, key: str) -> tuple[Exchange, ...]:
    if what == "latest":
        latest = threads.latest_thread(session, desk.asker)
        return _thread(session, desk, latest) if latest else ()
    if what == "thread":
        return _thread(session, desk, key)
    if what == "proposal":
        return (Exchange(key, "", shown(session, desk.asker, key, desk.now), desk.now),)
    return (_record(desk, key) if what == "record" else _section(desk, key),)


def _thread(session: Reading, desk: Desk, thread: str) -> tuple[Exchange, ...]:
    turns = threads.latest(session, thread, desk.asker, MOST_TURNS)
    if not turns:
        raise NotFound("There is no such conversation of yours.")
    return tuple(Exchange(t.id, t.question, keeping.read(t.answer), t.at) for t in turns)


def _record(desk: Desk, key: str) -> Exchange:
    show = next(t for t in TOOLS if t.name == "show_record")
    made = show.call(desk, {"record": key})
    blocks = made.blocks if isinstance(made, Result) else ()
    return Exchange(key, "", keeping.sourced("", blocks), desk.now)


def _section(desk: Desk, key: str) -> Exchange:
    hit = desk.search.section(key)
    passage = quoted(hit)
    return Exchange(key, "", Answer("", (passage, *standing_on(desk, hit)), (passage.source,)), desk.now)
