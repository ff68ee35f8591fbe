"""Gathered rows: what figures and rules need of many records, read in bulk, a kind with the columns that are wanted; once more with all when more are."""
from collections import defaultdict, namedtuple
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cache
import gc
from operator import attrgetter
from threading import Lock
from typing import cast

from records.kinds.base import R, Record, fields, table
from records.query import Query, Where
from records.reading import Reader

ByRecord = Mapping[int, Sequence[Record]]
Needed = Mapping[type[Record], frozenset[str]]
AT_ONCE = 5000                      # ids in one statement; SQLite takes 32,766
NONE: Sequence[Record] = ()


class Gathered:
    """The rows around some records of one kind, as one reader sees them. `everything` names the columns by kind that anything may ever ask for."""

    def __init__(self, reader: Reader, records: Sequence[Record], everything: Needed) -> None:
        self._reader, self._everything = reader, everything
        self._ids = [r.id for r in records]
        self._loaded: dict[tuple[type[Record], type[Record]], tuple[frozenset[str], ByRecord]] = {}
        self._whole: dict[type[Record], tuple[frozenset[str], list[Record]]] = {}
        self._days: dict[type[Record], Mapping[int, tuple[date, date]]] = {}
        self._beside: Gathered | None = None

    def beside(self, other: "Gathered") -> None:
        """Take from what another has read with the same reader, and read only the rest."""
        self._beside = other

    def rows(self, record: Record, of: type[Record], kind: type[Record], wanted: frozenset[str]) -> Sequence[Record]:
        """The rows of a kind that refer to a record, or the record itself; of a kind that refers to nobody's records, all there are."""
        found = self.around(of, kind, wanted)
        return found if isinstance(found, list) else found.get(record.id or 0, NONE)

    def around(self, of: type[Record], kind: type[Record], wanted: frozenset[str]) -> ByRecord | list[Record]:
        """The same of every record at once."""
        if not refers(kind, of):
            return self._all(kind, wanted)
        known = self._loaded.get((of, kind))
        if known is None or not wanted <= known[0]:
            columns = self._columns(kind, wanted if known is None else self._everything[kind], "id" if kind is of else _reference(kind, of))
            known = self._loaded[of, kind] = frozenset(columns) | wanted, self._referring(of, kind, columns)
        return known[1]

    def written(self, kind: type[Record]) -> Mapping[int, tuple[date, date]]:
        """By id on which day the records of a kind were written first and last."""
        if kind not in self._days:
            self._days[kind] = self._reader.touched(kind)
        return self._days[kind]

    def _all(self, kind: type[Record], wanted: frozenset[str]) -> list[Record]:
        known = self._whole.get(kind)
        if known is None or not wanted <= known[0]:
            columns = self._columns(kind, wanted if known is None else self._everything[kind])
            known = self._whole[kind] = frozenset(columns) | wanted, self._read(Query(kind, (), columns, sort="id", limit=None))
        return known[1]

    def _referring(self, of: type[Record], kind: type[Record], columns: tuple[str, ...]) -> ByRecord:
        to, grouped = "id" if kind is of else _reference(kind, of), defaultdict[int, list[Record]](list)
        there, rest = self._shared(kind, to, frozenset(columns))
        for row in there:
            grouped[getattr(row, to)].append(row)
        for start in range(0, len(self._ids), AT_ONCE):
            rows = self._read(Query(kind, (Where(to, "in", self._ids[start:start + AT_ONCE]), *rest), columns, sort="id", limit=None))
            for id_, row in zip(map(attrgetter(to), rows), rows, strict=True):
                grouped[id_].append(row)
        if there and rest:
            for each in grouped.values():
                each.sort(key=attrgetter("id"))
        return dict(grouped)

    def known(self, kind: type[Record], wanted: frozenset[str]) -> tuple[str, list[int | None], ByRecord] | None:
        """What was read of a kind with these columns: by which of its fields, of which records, and the rows; nothing where that could not be told apart."""
        for (of, each), (columns, rows) in self._loaded.items():
            home = _reference(kind, of)
            if each is kind and kind is not of and wanted <= columns and len(self._ids) <= AT_ONCE and kind.model_fields[home].is_required():
                return home, self._ids, rows
        return None

    def _shared(self, kind: type[Record], to: str, wanted: frozenset[str]) -> tuple[Sequence[Record], tuple[Where, ...]]:
        """The rows of ours that another has read already, and how to ask for the others: all those that are not its own."""
        found = self._beside.known(kind, wanted) if self._beside else None
        if found is None:
            return NONE, ()
        (home, ids, rows), own = found, set(self._ids)
        return [row for some in rows.values() for row in some if getattr(row, to) in own], (Where(home, "not in", ids),)

    def _read(self, query: Query[R]) -> list[R]:
        """Plain named rows: a field of them is read ten times as fast as one of the database's."""
        shape = namedtuple("shape", query.fields)  # type: ignore[misc]  # noqa: PYI024 - its fields are those that were asked for
        with UNCOLLECTED:
            return cast("list[R]", list(map(shape._make, self._reader.find(query))))

    def _columns(self, kind: type[Record], wanted: frozenset[str], *more: str) -> tuple[str, ...]:
        """Those of the wanted columns that this reader's asker may read, with the key and what else is always there."""
        return tuple(sorted({"id", "key", *more, *wanted} & set(self._reader.columns(kind))))


class _Uncollected:
    """While many rows are made the collector would look through all of them again and again, and find nothing: they are all kept.

    There is one collector for all threads, so the last of those who read at once lets it work again. Had each put back what it found, it could stay
    off for good: one finds it off, another lets it work, the first turns it off.
    """

    def __init__(self) -> None:
        self._guard, self._inside, self._was = Lock(), 0, True

    def __enter__(self) -> None:
        with self._guard:
            if not self._inside:
                self._was = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._inside -= 1
            if not self._inside and self._was:
                gc.enable()


UNCOLLECTED = _Uncollected()
MANY = 100                               # records from which on what is made of them is like reading their rows


def undisturbed(of: Sequence[Record]) -> AbstractContextManager[None]:
    """Without the collector while a report is made of many records: what it makes stays until it is told. For few it goes on, or it would hardly ever work
    in a server that is asked all day."""
    return UNCOLLECTED if len(of) >= MANY else nullcontext()


def refers(kind: type[Record], to: type[Record]) -> bool:
    return kind is to or bool(_reference(kind, to))


@cache
def _reference(kind: type[Record], to: type[Record]) -> str:
    """The first field of a kind that refers to another, or nothing."""
    return next((f.name for f in fields(kind) if f.refers == table(to).name), "")
