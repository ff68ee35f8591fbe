"""Whether the records are what the log says of them: nothing altered beside it, nothing unknown to it, nothing gone.

What the log comes to is kept in a file and not in memory: a log may be larger than that.
"""
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import groupby, islice
import json
import sqlite3
from typing import Any

import sqlalchemy as sa

from records import log
from records.database import Reading
from records.errors import Conflict
from records.kinds import BY_TABLE
from records.kinds.base import Record, table
from records.validating import defaults_as_json

Row = Mapping[str, Any]
Logged = dict[str, Any]                             # what the log last said of each field of a record
MOST = 5                                            # differences that are named
AT_ONCE = 2000
UNSAID = {"archived": False, "source": ""}


class Said:
    """What the lines of the log come to, by kind and id; gathered in batches, and each record is taken out as it is compared."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        self._waiting: dict[tuple[str, int], Logged] = {}
        file.execute("CREATE TABLE said (kind TEXT, id INTEGER, fields TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID")

    def hear(self, body: str) -> None:
        """Take in a line of the log; the oldest comes first."""
        for e in json.loads(body):
            self._waiting.setdefault((e["kind"], e["id"]), {}).update(e["after"], key=e["key"], version=e["version"])
            if len(self._waiting) >= AT_ONCE:
                self._keep()

    def take(self, kind: str, ids: Iterable[int]) -> dict[int, Logged]:
        """What was said of some records; it is asked for once."""
        self._keep()
        wanted = [(kind, id_) for id_ in ids]
        found = self._known(wanted)
        self._file.executemany("DELETE FROM said WHERE kind = ? AND id = ?", wanted)
        return {id_: fields for (_, id_), fields in found.items()}

    def left(self) -> Iterator[tuple[str, Logged]]:
        """What was said of records that nobody asked for."""
        self._keep()
        yield from ((kind, json.loads(fields)) for kind, fields in self._file.execute("SELECT kind, fields FROM said ORDER BY kind, id"))

    def _keep(self) -> None:
        known = self._known(self._waiting)
        rows = ((*at, json.dumps({**known.get(at, {}), **fields})) for at, fields in self._waiting.items())
        self._file.executemany("INSERT OR REPLACE INTO said VALUES (?, ?, ?)", rows)
        self._waiting.clear()

    def _known(self, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Logged]:
        one = "SELECT fields FROM said WHERE kind = ? AND id = ?"
        return {at: json.loads(row[0]) for at in wanted if (row := self._file.execute(one, at).fetchone()) is not None}


@contextmanager
def as_logged(bodies: Iterable[str]) -> Iterator[Said]:
    """What the lines of a log come to, the oldest first; gone when the block ends."""
    with closing(sqlite3.connect("", isolation_level=None)) as file:         # SQLite's own nameless file, on disk where it grows
        file.execute("BEGIN")
        said = Said(file)
        for body in bodies:
            said.hear(body)
        yield said


def differences(session: Reading) -> list[str]:
    """The first differences between the rows and the log, a line each; none when they agree."""
    of = sa.inspect(log.Change).local_table.c
    bodies = session.execute(sa.select(of.body).order_by(of.position).execution_options(yield_per=log.AT_ONCE)).scalars()
    with as_logged(bodies) as said:
        return list(islice(compared(said, _rows(session)), MOST))


def refuse_different(found: Iterable[str], what: str) -> None:
    """Raise `Conflict` when records and log differ."""
    if lines := list(found):
        raise Conflict(f"The rows of {what} are not what the log says: {' '.join(lines)} They were altered outside this program.")


def compared(said: Said, rows: Iterable[tuple[str, Row]]) -> Iterator[str]:
    """A line for each row that is not as it was logged, then for each record that has no row. Rows of a kind come together."""
    for name, some in groupby(rows, lambda row: row[0]):
        while batch := [row for _, row in islice(some, AT_ONCE)]:
            logged = said.take(name, (row["id"] for row in batch))
            yield from (line for row in batch if (line := _difference(BY_TABLE[name], row, logged.pop(row["id"], None))))
    yield from (f"{logged['key']} ({BY_TABLE[name].kind.one if name in BY_TABLE else name}) is gone." for name, logged in said.left())


def _difference(kind: type[Record], row: Row, logged: Logged | None) -> str:
    if logged is None:
        return f"{row['key']} ({kind.kind.one}) is in no line of the log."
    wrong = _wrong(kind, row, logged)
    return f"{logged['key']}: its {wrong} is not as it was logged." if wrong else ""


def _wrong(kind: type[Record], row: Row, logged: Row) -> str:
    """The first field that differs; a field that nobody ever set is as the kind has it."""
    usual = _usual(kind)
    return next((name for name, now in row.items() if (name in logged or name in usual) and not _same(now, logged.get(name, usual.get(name)))), "")


@cache
def _usual(kind: type[Record]) -> Row:
    return {**UNSAID, **defaults_as_json(kind)}


def _same(now: Any, was: Any) -> bool:
    if now == was or was is None or now is None:
        return bool(now == was)
    if isinstance(now, datetime):
        return bool(now == datetime.fromisoformat(str(was)))
    if isinstance(now, date):
        return bool(now.isoformat() == was)
    return isinstance(now, Decimal) and bool(now == Decimal(str(was)))


def _rows(session: Reading) -> Iterator[tuple[str, Row]]:
    """Every row of every kind, without what the database computes and what an older database has no column for."""
    there = sa.inspect(session.connection())
    for name in sorted(set(there.get_table_names()) & BY_TABLE.keys()):
        known = {c["name"] for c in there.get_columns(name)}
        columns = [c for c in table(BY_TABLE[name]).c if c.computed is None and c.name in known]
        names = [c.name for c in columns]
        for row in session.execute(sa.select(*columns).order_by(columns[names.index("id")]).execution_options(yield_per=AT_ONCE)):
            yield name, dict(zip(names, row, strict=True))
