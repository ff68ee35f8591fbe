"""“Only the Apollo one”, “not the privacy notice, that one to 1 December”: what waits with some of it taken out or altered, to be shown again."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.amending.rows import Row, rows
from assistant.amending.said import Amended, amended
from assistant.amending.which import Hear
from records.errors import BadInput
from records.kinds import Person
from records.kinds.base import Record, fields
from records.proposals import Change, Create, FieldChange, Proposal, Wish
from records.query import Query, Where
from tools.desk import Desk

NONE_LEFT = "None of what waits is left then. Say which of them you want, or discard it."
FEW = 4
NOT_DONE = "Nothing is done yet."
AROUND = ("optimistic", "pessimistic")          # estimates beside the one that is told anew


@dataclass(frozen=True)
class Amendment:
    """What is left, what is said of it, and the words by field where one row alone was altered."""
    wish: Proposal
    says: str
    words: Mapping[str, str]
    is_altered: bool = False
    is_less: bool = False


def amendment(text: str, wish: Proposal, shown: Sequence[FieldChange], desk: Desk, hear: Hear, *, alone: bool) -> Amendment | None:
    """A wish as a message amends it; None for a message that is read otherwise. Raises `BadInput` where nothing is left, or a value cannot be read."""
    if wish.imports or not all(isinstance(w, Create | Change) for w in wish.wishes):
        return None
    each = rows(wish, shown, desk)
    if (said := amended(text, each, shown, hear, _me(desk), alone=alone)) is None:
        return None
    if not said.left:
        raise BadInput(NONE_LEFT)
    typed = {(row.place, row.key): _typed(row, said.new.get((row.place, row.key), {}), said.empty, desk) for row in each}
    new = replace(wish, wishes=_left(wish.wishes, typed, each, said.left), note="")
    words = next(iter(said.new.values())) if len(each) == 1 and said.new else {}
    return Amendment(new, " ".join((*_told(each, said), NOT_DONE)), words, bool(said.new or said.empty), bool(said.empty) or len(said.left) < len(each))


def _me(desk: Desk) -> str:
    """The key of whoever asks."""
    return next((row.key for row in desk.reader.find(Query(Person, (Where("id", "is", desk.asker.person),), limit=1))), "")


def _typed(row: Row, said: Mapping[str, str], empty: frozenset[str], desk: Desk) -> dict[str, object]:
    """What a row gets, as the records hold it."""
    of = row.of or _as_record(row)
    new = desk.values(row.kind, said, of) if said else {}
    gone = {f.name: None if f.type is not str else "" for f in fields(row.kind) if f.label in empty and row.holds.get(f.name)}
    around = {name: None for name in AROUND if "hours" in new and row.holds.get(name) is not None}
    return {**gone, **around, **new}


def _as_record(row: Row) -> Record:
    """The record as it would be made, from which a move counts."""
    made: type[Any] = row.kind
    record: Record = made(**row.holds)
    return record


def _left(wishes: Sequence[Wish], typed: Mapping[tuple[int, str], Mapping[str, object]], each: Sequence[Row], left: Sequence[Row]) -> tuple[Wish, ...]:
    gone = {(row.place, row.key) for row in each if row not in left}
    out = _with_below({w.new for at, w in enumerate(wishes) if isinstance(w, Create) and w.new and (at, "") in gone}, wishes)
    found = list[Wish]()
    for place, wish in enumerate(wishes):
        if isinstance(wish, Change):
            found += _parted(wish, [(key, typed.get((place, key), {})) for key in wish.keys if (place, key) not in gone])
        elif isinstance(wish, Create) and (place, "") not in gone and wish.new not in out and not (_refers(wish) & out and _is_link(wish, out)):
            values = {name: value for name, value in {**wish.values, **typed.get((place, ""), {})}.items()
                      if value is not None and not (isinstance(value, int) and value in out)}
            found.append(replace(wish, values=values))
    return tuple(found)


def _parted(wish: Change, keys: Sequence[tuple[str, Mapping[str, object]]]) -> Iterator[Change]:
    """The change of each record, those that get the same in one."""
    for values in [v for n, (_, v) in enumerate(keys) if v not in [o for _, o in keys[:n]]]:
        yield replace(wish, keys=tuple(key for key, new in keys if new == values), values={**wish.values, **values})


def _refers(wish: Create) -> set[int]:
    return {value for value in wish.values.values() if isinstance(value, int) and value < 0}


def _is_link(wish: Create, out: set[int]) -> bool:
    """Whether it only joins others, or stands under what is left out."""
    return not any(wish.values.get(name) for name in ("title", "name", "text")) or wish.values.get("parent_id") in out


def _with_below(out: set[int], wishes: Sequence[Wish]) -> set[int]:
    """What is left out with all that stands below it."""
    while more := {w.new for w in wishes if isinstance(w, Create) and w.new and w.new not in out and w.values.get("parent_id") in out}:
        out = out | more
    return out


def _told(each: Sequence[Row], said: Amended) -> Iterator[str]:
    gone = [row for row in each if row not in said.left and not row.is_above]
    if gone and len(said.left) <= len(gone):
        yield f"Left of it: {_names([row for row in said.left if not row.is_above])}."
    elif gone:
        yield f"Left out: {_names(gone)}."
    for at, values in said.new.items():
        row = next(r for r in each if (r.place, r.key) == at)
        if row in said.left:
            yield f"{row.called}: {', '.join(f'{label} {words}' for label, words in values.items())}."
    if said.empty:
        yield f"Without {' and '.join(sorted(said.empty))}."


def _names(some: Sequence[Row]) -> str:
    more = f" and {len(some) - FEW} more" if len(some) > FEW else ""
    return f"{', '.join(row.called for row in some[:FEW])}{more}"
