"""A message over a preview that waits: what it amends, shown again; and that it was not read, where the same would be shown again without a word."""
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
import re

from assistant.amending.amending import Amendment, amendment
from assistant.calling import Call, Planned, Told, Turn, tool_named
from assistant.leaving_out import without_titled
from assistant.narrowing import LEFT, left_of, narrows, some_of
from assistant.noting import noted
from assistant.planner.heard.hearing import hear
from assistant.planner.heard.wording import WHICH_LEFT_OUT
from assistant.typed_yes import NOTHING_WAITS, asks_back
from records import changing, log, planning, threads
from records.database import Reading
from records.errors import Conflict, Sorry
from records.proposals import Change, ChangeSet, Create, Proposal
from records.reading import Reader
from tools.base import Holds
from tools.desk import Desk

UNREAD = "I could not read that as a change of what waits, so it is as it was; nothing is done yet."
AGAIN = re.compile(r"\b(?:again|once more|remind me|show|repeat|see|what (?:was|is|would)|which|waits|waiting|preview|where were we)\b", re.I)
ALTERS = re.compile(r"\b(?:make|set|change|correct|move|push|give|assign|hand|put|reassign|extend|is|are|should|must|goes|gets|takes?|instead|rather|"
                    r"till|until|mine|not|no|without)\b", re.I)            # “my hours this week” asks, and alters nothing that was done
RESTRICTS = re.compile(r"^\W*(?:(?:no|ok|okay|yes|but|and|please|well|actually|sorry|wait)\b[\s,]*)*(?:not|only|just|without|except|all but|but not)\s+"
                       r"(?!(?:yet|now|sure|show|tell|list|give me|asking|checking|curious|wondering|an?|kidding|so|really|quite|to)\b)", re.I)


def amends(session: Reading, text: str, thread: str, turn: Turn) -> Told | None:
    """Some of what waits, or what waits with another value, to be shown again; None when a message means something else. Raises `Conflict` where nothing
    waits of which there could be some."""
    waiting = next((p for p in threads.proposals(session, turn.asker, thread) if p.state == "pending"), None)
    if waiting is None and narrows(text) and not any(len(p.keys) > 1 or asks_back(p) for p in turn.past[-1:]):
        raise Conflict(NOTHING_WAITS)
    if waiting is None:
        return _on_done(session, text, thread, turn)
    today, wish = turn.now.date(), waiting.proposal
    calls = next((p.calls for p in reversed(turn.past) if p.state == "pending"), ())
    try:
        shown = planning.plan(session, turn.asker, wish, today).shown
    except Sorry:
        return None
    if some := some_of(text, wish, [c.record for c in shown]) or without_titled(text, wish, shown):
        return Told(LEFT, (), Planned(some, planning.plan(session, turn.asker, some, today)), left_of(calls, some), instead=waiting.id)
    if not turn.past or turn.past[-1].state != "pending":
        return None
    desk = Desk(turn.asker, Reader(session, turn.asker), turn.now)
    found = amendment(text, wish, shown, desk, lambda said: hear(said, turn.names, today), alone=len(calls) != 1)
    if found is None:
        return None
    changes = planning.plan(session, turn.asker, found.wish, today)
    return Told(found.says, (), Planned(noted(desk, found.wish, changes), changes), _calls(calls, found), instead=waiting.id)


def _on_done(session: Reading, text: str, thread: str, turn: Turn) -> Told | None:
    """What was done right before, with another value for some of its records: “the second is for Carla”, as a change of its own."""
    last = turn.past[-1] if turn.past else None
    done = next((p for p in threads.proposals(session, turn.asker, thread) if p.state == "applied" and p.position), None)
    if last is None or last.question or not last.keys or done is None or done.position is None or not ALTERS.search(text):
        return None
    changes = changing.applied(session, turn.asker, log.at(session, done.position))
    kinds = {e.key: e.kind for e in changes.edits if e.key in last.keys}
    if not kinds or set(kinds) != set(last.keys):
        return None
    desk, today = Desk(turn.asker, Reader(session, turn.asker), turn.now), turn.now.date()
    wish = Proposal(tuple(Change(kind, (key,), {}) for key, kind in kinds.items()))
    found = amendment(text, wish, changes.shown, desk, lambda said: hear(said, turn.names, today), alone=True)
    if found is None or not found.is_altered or found.is_less:
        return None
    wish = Proposal(tuple(w for w in found.wish.wishes if isinstance(w, Change) and w.values))
    changes = planning.plan(session, turn.asker, wish, today)
    return Told("", (), Planned(noted(desk, wish, changes), changes))


def _calls(calls: Sequence[Call], found: Amendment) -> tuple[Call, ...]:
    """The one call behind what waited, as one for what is left or with what one record gets now, so that it can be corrected further."""
    values = next((s.name for s in tool_named(calls[0].tool).slots if s.holds is Holds.values), "") if len(calls) == 1 else ""
    if found.words and values:
        return (replace(calls[0], said={**calls[0].said, values: {**calls[0].said.get(values, {}), **found.words}}),)
    return left_of(calls, found.wish) if not found.is_altered else ()


def unread(told: Told, text: str, turn: Turn, waiting: Callable[[], Sequence[tuple[Proposal, ChangeSet]]]) -> Told:
    """What a turn came to; over a preview that waits, that the message was not read where it would show the same once more, or where it told what was to
    be left of it and came to anything else."""
    last = turn.past[-1] if turn.past else None
    restricts = RESTRICTS.match(text) is not None and not text.rstrip().endswith("?")
    if last is None or last.state != "pending" or text.strip().lower() == last.question.strip().lower() or WHICH_LEFT_OUT in told.text:
        return told
    if not (told.planned or restricts):
        return told
    for wish, changes in waiting():
        is_same = told.planned is not None and _lines(changes) == _lines(told.planned.changes) and not AGAIN.search(text)
        is_some = told.planned is not None and _keys(told.planned.proposal) < _keys(wish)
        if is_same or (restricts and len(_keys(wish)) > 1 and not is_some):
            return Told(UNREAD, (), Planned(replace(wish, note=""), changes), last.calls, understood=False)
    return told


def waits(session: Reading, thread: str, turn: Turn) -> list[tuple[Proposal, ChangeSet]]:
    """The proposal that was shown last and waits, with what it would change by now."""
    found = next((p for p in threads.proposals(session, turn.asker, thread) if p.state == "pending" and p.id == turn.past[-1].proposal), None)
    with suppress(Sorry):
        return [(found.proposal, planning.plan(session, turn.asker, found.proposal, turn.now.date()))] if found else []
    return []


def _lines(changes: ChangeSet) -> frozenset[tuple[str, str, str, str]]:
    return frozenset((c.record, c.field, c.before, c.after) for c in changes.shown)


def _keys(wish: Proposal) -> frozenset[str]:
    """The records of a wish: those that it changes by key, and those that it makes by what they are called."""
    return frozenset(key for w in wish.wishes for key in (w.keys if isinstance(w, Change) else (str(w.values.get("title")),) if isinstance(w, Create) else ()))
