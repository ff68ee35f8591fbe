"""The door to records as data: what kinds there are, lists in pages, and one record with its past."""
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from assistant import reads
from assistant.cursors import packed, unpacked
from assistant.registers.filters import conditions
from assistant.registers.rows import Row, Rows, field, named, told
from assistant.registers.whole import Whole, whole
from records import credentials
from records.access import may_write, settable, writable
from records.asker import Asker
from records.database import Database, Reading
from records.errors import NotFound, Refused
from records.kinds import BY_TABLE, KINDS, kind_said
from records.kinds.base import FieldOf, Record, fields, table
from records.query import Query, Where
from records.reading import Event, Reader
from tools.desk import Desk
from tools.desk.wording import event_lines

MOST_EVENTS = 1000                      # changes of one record that are looked through for a page of its past


@dataclass(frozen=True)
class Wanted:
    """A list: of which kind, on which conditions, sorted by which field (“-due”: the latest first), with which fields (none: all), from which cursor on.
    `as_of`: as it was at the end of a past day."""
    kind: str
    where: tuple[str, ...] = ()
    sort: str = ""
    fields: tuple[str, ...] = ()
    limit: int = 50
    cursor: str = ""
    count: bool = False
    as_of: str = ""


@dataclass(frozen=True)
class Listed:
    """A page of records, what those are called that they name, the cursor of the next page ("" at the end), and how many there are, where that was asked."""
    records: tuple[Row, ...]
    names: Mapping[str, str]
    next: str
    total: int | None = None


@dataclass(frozen=True)
class PastChange:
    """One change of a record: `changes` tells each field before and after, `says` the same in words."""
    position: int
    at: datetime
    by: str
    created: bool
    changes: Mapping[str, Mapping[str, Any]]
    says: tuple[str, ...]


@dataclass(frozen=True)
class Past:
    """The changes of a record, the latest first, and the cursor of the next page."""
    changes: tuple[PastChange, ...]
    next: str


@dataclass(frozen=True)
class FieldSays:
    """A field of a kind, as this asker may use it: `holds` text, number, amount, date, flag, choice (of `choices`) or the key of a record (of `refers`)."""
    name: str
    label: str
    holds: str
    required: bool
    settable: bool
    choices: tuple[str, ...] = ()
    refers: str = ""
    unit: str = ""


@dataclass(frozen=True)
class KindSays:
    """A kind of record: what it is called, whose rights it has (`within`), which roles write it, whether the asker's may, and its fields."""
    kind: str
    one: str
    many: str
    within: str
    writers: tuple[str, ...]
    may_write: bool
    fields: tuple[FieldSays, ...]


class Registers:
    """Reads, and writes only who read what is restricted; what the asker may not see is not there."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def kinds(self, who: str) -> tuple[KindSays, ...]:
        """Every kind of record, as the person with this address may use it."""
        with self._database.reading() as session:
            return tuple(_described(self._desk(session, who).reader, kind) for kind in KINDS)

    def kind(self, who: str, said: str) -> KindSays:
        """One of them; raises `NotFound`."""
        with self._database.reading() as session:
            return _described(self._desk(session, who).reader, kind_named(said))

    def list(self, who: str, wanted: Wanted) -> Listed:
        """A page of the records that fit; raises the family of errors. Pages neither repeat nor leave out what is there all the while."""
        kind = kind_named(wanted.kind)
        with self._database.reading() as session:
            desk = self._desk(session, who, wanted.as_of)
            reader, by = desk.reader, wanted.sort.removeprefix("-")
            order, chosen = field(reader, kind, by) if wanted.sort else None, tuple(field(reader, kind, name) for name in wanted.fields)
            where = conditions(reader, kind, wanted.where, self._clock().date())
            sort = wanted.sort.replace(by, order.name) if order else ""
            query = Query(kind, where, _columns(kind, chosen, order), sort, wanted.limit + 1)
            of = ("records", who, str(kind.__tablename__), wanted.where, wanted.sort, wanted.as_of)
            found = _behind(reader, query, order, unpacked(of, wanted.cursor, 2)) if wanted.cursor else reader.find(query)
            page, rows = found[:wanted.limit], Rows(reader)
            last = packed(of, (getattr(page[-1], order.name) if order else None, page[-1].id)) if len(found) > wanted.limit else ""
            total = reader.count(replace(query, fields=(), limit=None)) if wanted.count else None
            listed = Listed(rows.made(kind, page, chosen), rows.names, last, total)
        self._enter(desk, *(row.key for row in listed.records))
        return listed

    def one(self, who: str, key: str, as_of: str = "") -> Row:
        """The record with this key, now or at the end of a past day. Raises `NotFound`."""
        with self._database.reading() as session:
            desk = self._desk(session, who, as_of)
            kind, row = keyed(desk.reader, key)
            made = Rows(desk.reader).made(kind, (row,))[0]
        self._enter(desk, made.key)
        return made

    def past(self, who: str, key: str, limit: int, cursor: str = "") -> Past:
        """The changes of a record that its reader may see, the latest first. Raises `NotFound`."""
        of = ("past", who, key.upper())
        with self._database.reading() as session:
            desk = self._desk(session, who)
            kind, row = keyed(desk.reader, key)
            events = desk.reader.history(kind, row.id or 0, MOST_EVENTS)
            if cursor:
                before = unpacked(of, cursor, 1)[0]
                events = [e for e in events if isinstance(before, int) and e.position < before]
            page = events[:limit]
            past = Past(_told(desk.reader, kind, page), packed(of, (page[-1].position,)) if len(events) > limit else "")
        self._enter(desk, row.key)
        return past

    def whole(self, who: str, key: str) -> Whole:
        """The record with this key as its own page shows it. Raises `NotFound`."""
        with self._database.reading() as session:
            desk = self._desk(session, who)
            kind, row = keyed(desk.reader, key)
            made = whole(desk.reader, kind, row, desk.today, changeable=not self._database.is_read_only and may_change(session, desk.asker, kind, row))
        self._enter(desk, made.key)
        return made

    def _enter(self, desk: Desk, *keys: str) -> None:
        reads.enter(self._database, self._clock(), desk.asker.person, keys)

    def _desk(self, session: Reading, who: str, as_of: str = "") -> Desk:
        asker = credentials.asker(session, who)
        desk = Desk(asker, Reader(session, asker), self._clock())
        return desk.at(as_of) if as_of else desk


def kind_named(said: str) -> type[Record]:
    """The kind of this name, such as task or change request. Raises `NotFound`."""
    found = BY_TABLE.get(said) or kind_said(said)
    if found is None:
        raise NotFound(f"There is no kind of record “{said[:60]}”; there are {', '.join(BY_TABLE)}.")
    return found


def keyed(reader: Reader, key: str) -> tuple[type[Record], Record]:
    """The record with this very key, whatever its kind, and its kind. Raises `NotFound`."""
    said = key.strip().upper()
    code = said.rpartition("-")[0].rpartition("-")[2]
    for kind in (*(k for k in KINDS if k.kind.code == code and code), *(k for k in KINDS if not k.kind.code)):
        if found := reader.find(Query(kind, (Where("key", "is", said),), limit=1)):
            return kind, found[0]
    raise NotFound(f"There is no record “{key[:60]}”.")


def may_change(session: Reading, asker: Asker, kind: type[Record], row: Record) -> bool:
    """Whether somebody may change a record that they see, at least some of it."""
    with suppress(Refused):
        own = table(kind).select().where(table(kind).c.id == row.id, writable(kind, asker))
        return session.execute(own).first() is not None
    return False


def refuse_unless_changeable(session: Reading, asker: Asker, kind: type[Record], row: Record) -> None:
    """Raise `Refused` where somebody sees a record and may not change it."""
    if not may_change(session, asker, kind, row):
        raise Refused(f"You may see {row.key}, but not change it. Ask the project manager.")


def _columns(kind: type[Record], chosen: Sequence[FieldOf], order: FieldOf | None) -> tuple[str, ...]:
    if not chosen:
        return ()
    return tuple(dict.fromkeys(("id", "key", "version", kind.kind.title, *(f.name for f in chosen), *((order.name,) if order else ()))))


def _behind(reader: Reader, query: Query[Record], order: FieldOf | None, at: Sequence[object]) -> Sequence[Record]:
    """The rows behind a place: those equal to it with a later id, then what is sorted behind it, at last what has no value."""
    value, id_ = at
    if order is None or value is None:
        return reader.find(replace(query, where=(*query.where, *((Where(order.name, "is", None),) if order else ()), Where("id", "after", id_))))
    parts = ((Where(order.name, "is", value), Where("id", "after", id_)), *_sorted_behind(order, value, falls=query.sort.startswith("-")),
             (Where(order.name, "is", None),))
    found: list[Record] = []
    for more in parts:
        if query.limit is not None and len(found) < query.limit:
            found += reader.find(replace(query, where=(*query.where, *more), limit=query.limit - len(found)))
    return found


def _sorted_behind(order: FieldOf, value: object, *, falls: bool) -> Sequence[tuple[Where, ...]]:
    """What is sorted behind a value: a choice by its place among the choices, as lists go by it."""
    if not order.choices:
        return ((Where(order.name, "before" if falls else "after", value),),)
    if value not in order.choices:
        return ()                                          # a cursor that somebody made up
    at = order.choices.index(str(value))
    behind = order.choices[:at] if falls else order.choices[at + 1:]
    return ((Where(order.name, "in", tuple(behind)),),) if behind else ()


def _told(reader: Reader, kind: type[Record], events: Sequence[Event]) -> tuple[PastChange, ...]:
    rows = Rows(reader)
    sides = iter(rows.values(kind, [side for e in events for side in (e.before, e.after)]))
    return tuple(PastChange(e.position, e.at, e.by, e.created, _both(next(sides), next(sides)), tuple(event_lines(reader, e))) for e in events)


def _both(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {name: {"before": before.get(name), "after": after.get(name)} for name in dict.fromkeys((*before, *after))}


def _described(reader: Reader, kind: type[Record]) -> KindSays:
    may = {f.name for f in settable(kind, reader.asker)}
    own = tuple(FieldSays(named(f), f.label, _holds(f), f.required, f.name in may, f.choices, f.refers or "", f.says.unit) for f in told(reader, kind))
    home = next((f.refers for f in fields(kind) if f.name == kind.kind.within), None)
    return KindSays(str(kind.__tablename__), kind.kind.one, kind.kind.many, home or "", tuple(map(str, kind.kind.write)), may_write(kind, reader.asker), own)


def _holds(f: FieldOf) -> str:
    if f.refers:
        return "record"
    if f.choices:
        return "choice"
    return "amount" if f.is_money else {"date": "date", "int": "number", "float": "number", "bool": "flag"}.get(getattr(f.type, "__name__", ""), "text")


