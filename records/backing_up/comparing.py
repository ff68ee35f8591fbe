"""Whether the records are what the log says of them: nothing altered beside it, nothing unknown to it, nothing gone."""
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import islice
import json
from typing import Any

import sqlalchemy as sa

from records import log
from records.database import Reading
from records.errors import Conflict
from records.kinds import BY_TABLE
from records.kinds.base import Record, table
from records.validating import defaults_as_json

Row = Mapping[str, Any]
Said = dict[str, dict[int, dict[str, Any]]]         # by table and id: what the log last said of each field
MOST = 5                                            # differences that are named
AT_ONCE = 2000
UNSAID = {"archived": False, "source": ""}


def differences(session: Reading) -> list[str]:
    """The first differences between the rows and the log, a line each; none when they agree."""
    body = sa.inspect(log.Change).local_table.c
    said = as_logged(session.execute(sa.select(body.body).order_by(body.position).execution_options(yield_per=AT_ONCE)).scalars())
    return list(islice(compared(said, _rows(session)), MOST))


def refuse_different(found: Iterable[str], what: str) -> None:
    """Raise `Conflict` when records and log differ."""
    if lines := list(found):
        raise Conflict(f"The rows of {what} are not what the log says: {' '.join(lines)} They were altered outside this program.")


def as_logged(bodies: Iterable[str]) -> Said:
    """What the lines of the log come to, the oldest first."""
    said: Said = {}
    for body in bodies:
        for e in json.loads(body):
            said.setdefault(e["kind"], {}).setdefault(e["id"], {}).update(e["after"], key=e["key"], version=e["version"])
    return said


def compared(said: Said, rows: Iterable[tuple[str, Row]]) -> Iterator[str]:
    """A line for each row that is not as it was logged, then for each record that has no row. Empties `said`."""
    for name, row in rows:
        logged = said.get(name, {}).pop(row["id"], None)
        if logged is None:
            yield f"{row['key']} ({BY_TABLE[name].kind.one}) is in no line of the log."
        elif wrong := _wrong(BY_TABLE[name], row, logged):
            yield f"{logged['key']}: its {wrong} is not as it was logged."
    for name, missing in said.items():
        for logged in missing.values():
            yield f"{logged['key']} ({BY_TABLE[name].kind.one if name in BY_TABLE else name}) is gone."


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
