"""Sorts of changes that are meant by what they are of, whatever the record: days, amounts of money, what was taken back, what was changed more than once."""
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
import re

from records.kinds import KINDS, kind_said
from records.kinds.base import FieldOf, Record, fields
from records.reading import Event
from reports.telling import few
from tools.desk import Desk
from tools.desk.wording import event_at

DAYS, AMOUNTS, TAKEN_BACK = re.compile(r"^(?:(?P<kind>.+) )?dates$"), re.compile(r"^(?:(?P<kind>.+) )?amounts$"), re.compile(r"^taken back$")
AGAIN = re.compile(r"[, ]+more than once$")
NONE_GONE = ("No record was taken back or put away{when}: nothing is ever deleted here. What is done, closed or cancelled stays in the records, and the undo "
             "of a new record alone puts it away, which stands in the log.")
HAPPENED = re.compile(r"^(?:actual|baseline|last|began|raised)(?:_|$)")
MOST = 6
TIMES = ("never", "once", "twice")

Touched = dict[type[Record], frozenset[str]]


def touched(said: str) -> tuple[str, Touched] | None:
    """What is changed by its title, with the fields that count of each kind; None where the words name no such sort."""
    if TAKEN_BACK.match(said):
        return said, {kind: frozenset(("archived",)) for kind in KINDS}
    for form, of in ((DAYS, _is_planned), (AMOUNTS, lambda f: f.is_money)):
        if m := form.match(said):
            one = kind_said(m["kind"]) if m["kind"] else None
            if m["kind"] and one is None:
                return None
            found = {kind: names for kind in ((one,) if one else KINDS) if (names := frozenset(f.name for f in fields(kind) if of(f)))}
            return said, found
    return None


def _is_planned(of: FieldOf) -> bool:
    """Whether it is a day that somebody sets, and none that is written by itself when something happens."""
    return of.type is date and not of.says.day_of and of.says.set_by == "person" and not HAPPENED.match(of.name)


def is_taken_back(event: Event) -> bool:
    """Whether a change put a record away."""
    return event.after.get("archived") is True


def times(number: int) -> str:
    """How often in words: “twice”, “3 times”."""
    return TIMES[number] if number < len(TIMES) else f"{number} times"


def repeated(events: Sequence[Event]) -> list[Event]:
    """The changes of those records that have several of them, together: those with the most first, and of each the newest."""
    often = Counter((e.kind, e.id) for e in events)
    kept = [e for e in events if often[e.kind, e.id] > 1]
    first = {key: n for n, key in reversed(list(enumerate((e.kind, e.id) for e in kept)))}
    return sorted(kept, key=lambda e: (-often[e.kind, e.id], first[e.kind, e.id]))


def told_again(desk: Desk, events: Sequence[Event], what: str, where: str) -> str:
    """Which records were changed more than once in it, how often and by whom."""
    if not events:
        return f"None of the {what} on {where} was changed more than once."
    return f"Changed more than once, {what} on {where}: {'; '.join(_each(desk, events))}."


def _each(desk: Desk, events: Sequence[Event]) -> Iterator[str]:
    for kind, id_ in dict.fromkeys((e.kind, e.id) for e in events):
        own = [e for e in events if (e.kind, e.id) == (kind, id_)]
        who = ", ".join(dict.fromkeys(e.by for e in own))
        yield f"{own[0].key} {desk.reader.labels(kind).get(id_, '')} {times(len(own))}, by {who}"


def told_taken_back(desk: Desk, events: Sequence[Event], when: str) -> str:
    """Which records were put away, by whom and when; that none can be deleted."""
    if not events:
        return NONE_GONE.format(when=when)
    each = few([f"{e.key} {desk.reader.labels(e.kind).get(e.id, '')} by {e.by} on {event_at(e, desk.now.tzinfo)}" for e in events], MOST)
    return f"Taken back by an undo{when}: {each}. Nothing is ever deleted here."
