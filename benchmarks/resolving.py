"""What a tool was given, in one spelling: records by their keys, days as ISO dates, whatever words were used."""
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from records.errors import Sorry
from records.kinds import BY_TABLE, Person, kind_said
from records.kinds.base import FieldOf, Record, fields
from records.query import Query, Where
from tools.base import Holds, Slot, Tool
from tools.desk import Desk

WORD = {"before": "before", "after": "after", "at most": "at most", "at least": "at least", "not": "not", "not in": "not", "has": "has"}


def resolved(tool: Tool, said: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """The arguments of a call; what cannot be read stays as it was said."""
    slots = {s.name: s for s in tool.slots}
    kind = next((kind_said(str(said[s.name])) for s in tool.slots if s.holds is Holds.kind and said.get(s.name)), None)
    of = _changed(kind, [v for n, v in said.items() if n in slots and slots[n].holds is Holds.conditions], desk)
    read = {name: _slot(slots[name], value, kind, desk, of) for name, value in said.items() if name in slots}
    return {name: {**_unsaid(kind, desk), **value} if tool.makes and kind and slots[name].holds is Holds.values and isinstance(value, Mapping) else value
            for name, value in read.items()}


def _unsaid(kind: type[Record], desk: Desk) -> dict[str, str]:
    """What a new record has where nothing is said, as the desk takes it: the usual choices, and who books hours worked them."""
    mine, new = desk.named(Person, "me").key, kind.model_construct()
    usual = {f.label: str(getattr(new, f.name)) for f in fields(kind) if f.choices and getattr(new, f.name, None)}
    return usual | {f.label: mine for f in fields(kind) if f.says.asker and f.required}


def _changed(kind: type[Record] | None, where: list[Any], desk: Desk) -> Record | None:
    """The one record that a change is of, from whose own day a move counts."""
    key = where[0].get("key", "") if where and isinstance(where[0], Mapping) else ""
    try:
        return desk.named(kind, key) if kind and key and "," not in key else None
    except Sorry:
        return None


def _slot(slot: Slot, said: Any, kind: type[Record] | None, desk: Desk, of: Record | None = None) -> Any:
    try:
        if slot.holds is Holds.record:
            return desk.named_any(said)[1].key if slot.of is Record else desk.named(slot.of or Record, said).key
        if slot.holds is Holds.period:
            period = desk.period(said)
            return {"first": str(period.first), "last": str(period.last)}
        if slot.holds is Holds.conditions and kind:
            return {name: _condition(kind, name, words, desk) for name, words in said.items()}
        if slot.holds is Holds.values and kind:
            return {name: _value(kind, name, words, desk, of) for name, words in said.items()}
    except Sorry:
        return said
    return said


def _condition(kind: type[Record], name: str, words: str, desk: Desk) -> str:
    try:
        if name == "key":
            return ", ".join(desk.named(kind, part.strip()).key for part in words.split(","))
        where = desk.query(kind, {name: words}).where
        ends = {w.op: w.value for w in where}
        if set(ends) == {"at least", "at most"}:
            return f"{_plain(kind, where[0], ends['at least'], desk)}..{_plain(kind, where[0], ends['at most'], desk)}"
        return ", ".join(f"{WORD.get(w.op, '')} {_plain(kind, w, w.value, desk)}".strip() if w.op != "empty" else "empty" for w in where) or words
    except Sorry:
        return words


def _plain(kind: type[Record], where: Where, value: Any, desk: Desk) -> str:
    of = desk.field(kind, where.field)
    return ", ".join(_spelt(of, each, desk) for each in (value if isinstance(value, tuple) else (value,)))


def _value(kind: type[Record], name: str, words: str, desk: Desk, row: Record | None) -> str:
    """A value as the record would hold it; a move of several records' own days stays as it was said."""
    try:
        of = desk.field(kind, name)
        return _spelt(of, desk.values(kind, {name: words}, row).get(of.name), desk)
    except Sorry:
        return words


def _spelt(of: FieldOf, value: Any, desk: Desk) -> str:
    if of.refers and isinstance(value, int):
        return next((row.key for row in desk.reader.find(Query(BY_TABLE[of.refers], (Where("id", "is", value),), limit=1))), str(value))
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
