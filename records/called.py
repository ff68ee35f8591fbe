"""What the records of a change are called, beside their keys: a person says yes to “APOLLO-T-12 Order list”, never to a number alone."""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from records.access import permitted, readable
from records.asker import Asker
from records.database import Reading
from records.kinds import BY_TABLE
from records.kinds.base import table
from records.proposals import Edit, FieldChange

Called = Mapping[tuple[str, int | None], str]          # table name and id of a record -> its title
UNTITLED: Called = {}
LONGEST = 80                                           # letters of a title that stand beside a key
AT_ONCE = 5000                                         # ids in one statement


def called(session: Reading, asker: Asker, edits: Sequence[Edit]) -> Called:
    """The titles of the records that are changed, as far as the asker may see them: those that are names of their own and stay as they are."""
    found: dict[tuple[str, int | None], str] = {}
    for name in {e.kind for e in edits if e.before}:
        kind = BY_TABLE[name]
        if any(f.name == kind.kind.title and not f.choices for f in readable(kind, asker)):
            own, keys = table(kind).c, {e.id: e.key for e in edits if e.kind == name and e.before and kind.kind.title not in e.after}
            ids = list(keys)
            for start in range(0, len(ids), AT_ONCE):
                some = own.id.in_(ids[start:start + AT_ONCE])
                for id_, said in session.execute(sa.select(own.id, own[kind.kind.title]).where(some, permitted(kind, asker))):
                    if said and said.lower() != keys[id_].lower():
                        found[name, id_] = _short(said)
    return found


def numbered(edits: Sequence[Edit]) -> Iterator[tuple[Edit, int]]:
    """Each edit with its number among the new records of its kind, which have no key yet to tell them apart; 0 for one that needs none."""
    many, so_far = Counter(e.kind for e in edits if not e.key), Counter[str]()
    for e in edits:
        so_far[e.kind] += not e.key
        yield e, so_far[e.kind] if not e.key and many[e.kind] > 1 else 0


def apart(lines: Iterable[FieldChange], title: str, number: int) -> Iterator[FieldChange]:
    """The fields of one record, with its number where it has one, and its title beside the first of them."""
    for place, line in enumerate(lines):
        yield replace(line, record=f"{line.record} {number}" if number else line.record, called="" if place else title) if number or title else line


def _short(said: str) -> str:
    words = " ".join(said.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST - 1].rstrip()}…"
