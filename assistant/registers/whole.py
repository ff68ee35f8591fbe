"""One record as its own page shows it: every field with what a person reads, and the records that name it."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.registers.rows import Rows, named, told
from records.computing import Book
from records.figures import FIGURES
from records.kinds import KINDS, Project
from records.kinds.base import FieldOf, Record, fields
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Fact
from reports.telling import fact
from tools.desk.wording import shown

MOST_LINKED = 20


@dataclass(frozen=True)
class ToldField:
    """One field: its `value` as data, how a person reads it (`display`, "" for nothing), and the `key` of the record that it names."""
    name: str
    label: str
    value: Any
    display: str
    key: str | None


@dataclass(frozen=True)
class Linked:
    """A record that names this one; `more` tells it in a few words."""
    key: str
    title: str
    more: str


@dataclass(frozen=True)
class Links:
    """The records of one kind that name this one by a field: how many they are, and the first of them."""
    kind: str
    title: str
    count: int
    rows: tuple[Linked, ...]


@dataclass(frozen=True)
class Whole:
    """A record, whole. `changeable`: whether the asker may change it; `figures` are those that can be
    computed of it; a project's stand in its report."""
    kind: str
    called: str
    key: str
    title: str
    version: int
    changeable: bool
    fields: tuple[ToldField, ...]
    figures: tuple[Fact, ...]
    links: tuple[Links, ...]


def whole(reader: Reader, kind: type[Record], row: Record, today: date, *, changeable: bool) -> Whole:
    """What the page of a record shows of it, as this reader may see it."""
    data = Rows(reader).made(kind, (row,))[0]
    own = tuple(_told(reader, f, getattr(row, f.name), data.values[named(f)]) for f in told(reader, kind))
    return Whole(data.kind, kind.kind.one, data.key, data.title, data.version, changeable, own, tuple(_figures(reader, kind, row, today)),
                 tuple(_links(reader, kind, row)))


def _told(reader: Reader, f: FieldOf, kept: object, value: Any) -> ToldField:
    return ToldField(named(f), f.label, value, shown(reader, f, kept), (value or None) if f.refers or f.holds_key else None)


def _figures(reader: Reader, kind: type[Record], row: Record, today: date) -> Iterator[Fact]:
    book = Book(reader, (row,), today)
    yield from (fact(book, row, f) for f in FIGURES if f.of is kind and kind is not Project and book.value(row, f).number is not None)


def _links(reader: Reader, kind: type[Record], row: Record) -> Iterator[Links]:
    for other in KINDS:
        by = [f for f in told(reader, other) if f.refers == kind.__tablename__ or f.holds_key]
        for f in by:
            condition = Where(f.name, "is", row.key if f.holds_key else row.id)
            count = reader.count(Query(other, (condition,), limit=None))
            if count:
                title = other.kind.many if len(by) == 1 or f.name == other.kind.within else f"{other.kind.many} ({f.label})"
                found = reader.find(Query(other, (condition,), sort=_latest(other), limit=MOST_LINKED))
                yield Links(str(other.__tablename__), title[:1].upper() + title[1:], count, tuple(_linked(reader, other, each, f) for each in found))


def _latest(kind: type[Record]) -> str:
    """What is on top: the latest by the date that is meant when no other is named."""
    return f"-{kind.kind.when}" if kind.kind.when else "-id"


def _linked(reader: Reader, kind: type[Record], row: Record, by: FieldOf) -> Linked:
    names = [name for name in kind.kind.columns if name not in (by.name, kind.kind.title) and name in reader.columns(kind)]
    said = (shown(reader, f, getattr(row, f.name)) for name in names for f in fields(kind) if f.name == name)
    return Linked(row.key, str(getattr(row, kind.kind.title)), ", ".join(filter(None, said)))
