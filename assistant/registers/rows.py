"""A row as data: plain values by the names of its fields, days as YYYY-MM-DD, amounts as text that loses no cent, other records by their keys."""
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from records.errors import BadInput
from records.kinds import BY_TABLE
from records.kinds.base import FieldOf, Record, fields
from records.query import Query, Where
from records.reading import Reader

UNTOLD = ("id", "key", "version", "archived")           # what is no field of its own, or told beside the others
Ids = dict[str, dict[int, tuple[str, str]]]             # by table and id: key and name


@dataclass(frozen=True)
class Row:
    """One record. `values` holds its fields by name, without those that the asker may not read; a field that names another record holds its key."""
    kind: str
    key: str
    title: str
    version: int
    values: Mapping[str, Any]


def named(f: FieldOf) -> str:
    """What a field is called in data: it holds the key of what it refers to, and no id."""
    return f.name.removesuffix("_id") if f.refers else f.name


def is_text(f: FieldOf) -> bool:
    """Whether a field holds a text of its own, not the key of a record nor one of some choices."""
    return getattr(f.type, "__origin__", f.type) is str and not f.refers


def told(reader: Reader, kind: type[Record]) -> tuple[FieldOf, ...]:
    """The fields of a kind that this asker may read."""
    return tuple(f for f in fields(kind) if f.name in reader.columns(kind) and f.name not in UNTOLD)


def field(reader: Reader, kind: type[Record], said: str) -> FieldOf:
    """The field of this name; raises `BadInput` naming those there are. The key counts too, though it is told apart."""
    own = (*told(reader, kind), *(f for f in fields(kind) if f.name == "key"))
    found = next((f for f in own if said in (named(f), f.name)), None)
    if found is None:
        raise BadInput(f"A {kind.kind.one} has no “{said[:60]}”; it has {', '.join(map(named, own))}.")
    return found


class Rows:
    """Makes data of rows; the records that they name are looked up together."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: Ids = defaultdict(dict)

    def made(self, kind: type[Record], found: Sequence[Record], chosen: Sequence[FieldOf] = ()) -> tuple[Row, ...]:
        """Rows of a kind, with all of their fields or with those that are chosen."""
        asked = tuple(chosen) or told(self._reader, kind)
        self._look((f.refers, getattr(row, f.name)) for f in asked if f.refers for row in found)
        title, name = kind.kind.title, str(kind.__tablename__)
        return tuple(Row(name, row.key, str(getattr(row, title)), row.version, {named(f): self._value(f, getattr(row, f.name)) for f in asked})
                     for row in found)

    def values(self, kind: type[Record], edits: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The values of edits as the log keeps them, in JSON with ids."""
        known = {f.name: f for f in told(self._reader, kind)}
        self._look((known[n].refers, v) for edit in edits for n, v in edit.items() if n in known and known[n].refers)
        return [{named(known[n]): self._value(known[n], v) if known[n].refers else _exact(known[n], v) for n, v in edit.items() if n in known}
                for edit in edits]

    @property
    def names(self) -> dict[str, str]:
        """What the records that were named are called, by their keys."""
        return dict(sorted(each for known in self._known.values() for each in known.values()))

    def _value(self, f: FieldOf, value: Any) -> Any:
        if value is None or not f.refers:
            return _plain(value)
        return self._known[f.refers].get(value, (None, ""))[0]

    def _look(self, wanted: Iterable[tuple[str | None, Any]]) -> None:
        ids: dict[str, set[int]] = defaultdict(set)
        for to, id_ in wanted:
            if to and isinstance(id_, int) and id_ not in self._known[to]:
                ids[to].add(id_)
        for to, some in ids.items():
            kind = BY_TABLE[to]
            for row in self._reader.find(Query(kind, (Where("id", "in", sorted(some)),), ("id", "key", kind.kind.title), limit=None)):
                self._known[to][row.id or 0] = (row.key, str(getattr(row, kind.kind.title)))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value


def _exact(f: FieldOf, value: Any) -> Any:
    """A value of the log: amounts with their two places, as they are told of a row."""
    return f"{Decimal(str(value)):.2f}" if f.is_money and value is not None else value
