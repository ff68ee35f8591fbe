"""A file's preview that waited, matched once more with the records there are now: what another file made meanwhile is found, not made twice."""
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from records.asker import Asker
from records.database import Reading
from records.importing.base import UNSOURCED, Read, Row, To
from records.importing.matching import matched
from records.kinds import BY_TABLE, Project
from records.kinds import Mapping as Remembered
from records.kinds.base import fields
from records.proposals import Change, Create, Forget, Proposal, Undo, Wish, is_new

GUESSED = {"name", "phase"}             # all that a project has which only its tasks speak of


def afresh(session: Reading, asker: Asker, proposal: Proposal, today: date) -> Proposal:
    """The proposal as its file would come to now. A whole company that is read back stays as it is: its keys tell."""
    matters = [w for w in proposal.wishes if not _is_aside(w)]
    if any(isinstance(w, Create) and w.key for w in matters):
        return proposal
    made = {w.new: w for w in matters if isinstance(w, Create) and w.new}
    rows = tuple(_row(w, made) for w in matters)
    found = matched(session, asker, Read(rows), today, over=True)         # what waits was shown, and what it would change is shown again
    bound = {(w.kind, w.keys): w.source for w in matters if isinstance(w, Change)}
    wishes = (replace(w, source=w.source or bound.get((w.kind, w.keys), "")) if isinstance(w, Change) else w for w in found.wishes)
    return replace(proposal, wishes=(*wishes, *filter(_is_aside, proposal.wishes)))


def _is_aside(wish: Wish) -> bool:
    """Whether a wish is no row of the file: how its columns are read is remembered beside it."""
    return isinstance(wish, Undo | Forget) or wish.kind == Remembered.__tablename__


def _row(wish: Wish, made: Mapping[int, Create]) -> Row:
    """The row that a wish was made of, pointing at the others as rows do."""
    assert not isinstance(wish, Undo | Forget)  # noqa: S101 - those were left aside
    values = {name: _said(value, wish.kind, name, made) for name, value in wish.values.items()}
    if isinstance(wish, Change):
        return Row(wish.kind, f"key:{wish.keys[0]}", values, wish.keys[0])
    if wish.kind == Project.__tablename__ and not wish.source and values.keys() <= GUESSED:
        values.pop("phase", None)
    title = str(wish.values.get(BY_TABLE[wish.kind].kind.title, ""))
    return Row(wish.kind, _source(wish), values, f"{BY_TABLE[wish.kind].kind.one} “{title[:80]}”")


def _said(value: Any, kind: str, name: str, made: Mapping[int, Create]) -> object:
    """A value; one that stands for a record the proposal makes says which."""
    if not (is_new(value) or (isinstance(value, int) and value < 0)) or name not in _referring(kind):
        return value
    other = made.get(int(value))
    return To(other.kind, _source(other)) if other is not None else value


def _source(wish: Create) -> str:
    return wish.source or f"{UNSOURCED}{wish.new}"


@cache
def _referring(kind: str) -> frozenset[str]:
    return frozenset(f.name for f in fields(BY_TABLE[kind]) if f.refers or f.holds_key)
