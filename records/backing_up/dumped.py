"""What a PostgreSQL dump holds, read out of it without a server: tables as pg_restore writes them, line by line."""
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
import json
from pathlib import Path
import re
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from records import log
from records.backing_up.checking import Counted, refuse_broken
from records.backing_up.comparing import MOST, as_logged, compared, refuse_different
from records.database import Database
from records.errors import BadInput
from records.kinds import BY_TABLE, KINDS, Project
from records.kinds.base import Cents, table

HEAD = re.compile(rb'COPY (?:\w+|"[^"]*")\.(\w+|"[^"]*") \((.*)\) FROM stdin;\n')
END = b"\\.\n"
# What stands between the data: settings, and where each series of numbers goes on. A crafted dump can hold anything there, and psql would run it.
BETWEEN = re.compile(rb"(?:--.*|SET \w+ = [\w']+;|SELECT pg_catalog\.(?:set_config\('search_path', '', false\)|setval\('[\w.\"]+', \d+, (?:true|false)\));"
                     rb"|\\(?:un)?restrict \w+)?\n")
ESCAPED = re.compile(rb"\\(.)", re.S)
LETTERS = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
BATCH = 1000
TYPES: Sequence[tuple[type, Callable[[str], Any]]] = (
    (Cents, lambda text: Decimal(text).scaleb(-2)), (sa.Boolean, lambda text: text == "t"), (sa.Integer, int), (sa.Float, float),
    (sa.DateTime, datetime.fromisoformat), (sa.Date, date.fromisoformat))
Values = dict[str, str | None]


def checked(lines: Iterator[bytes], what: str) -> tuple[Counted, str]:
    """See that the log inside is whole and the records agree with it; returns what there is, and the name of its latest migration."""
    counted: Counter[str] = Counter()
    version, latest = "", None
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'log.db'}")
        change: Any = sa.inspect(log.Change).local_table
        touch: Any = sa.inspect(log.Touch).local_table
        SQLModel.metadata.create_all(database.engine, [change, touch])
        waiting: list[dict[str, Any]] = []
        emptied: list[dict[str, Any]] = []          # what says which lines were emptied, when somebody was forgotten
        kept = Path(folder) / "rows"                # they come before the log, and are too many to hold
        with kept.open("w", encoding="utf-8") as file:
            for name, values in rows(lines):
                counted[name] += 1
                if name == "alembic_version":
                    version = str(values["version_num"])
                if name in BY_TABLE:
                    file.write(json.dumps([name, values]) + "\n")
                if name == change.name:
                    waiting.append(_change(values))
                    latest = max(latest or waiting[-1]["at"], waiting[-1]["at"])
                if name == touch.name and values["kind"] == log.FORGOTTEN:
                    emptied.append({c.name: _typed(c.type, values[c.name]) for c in touch.c})
                if len(waiting) >= BATCH:
                    _keep(database, change, waiting)
        _keep(database, change, waiting)
        _keep(database, touch, emptied)
        with database.reading() as session:
            refuse_broken(log.verify(session), what)
            bodies = session.execute(sa.select(change.c.body).order_by(change.c.position).execution_options(yield_per=log.AT_ONCE)).scalars()
            with as_logged(bodies) as said:
                refuse_different(islice(compared(said, _records(kept)), MOST), what)
        database.engine.dispose()
    records = sum(counted[str(k.__tablename__)] for k in KINDS)
    return Counted(counted[str(Project.__tablename__)], records, counted[change.name], latest), version


def _records(kept: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records that were kept on the way, with their types."""
    with kept.open(encoding="utf-8") as file:
        for line in file:
            name, values = json.loads(line)
            columns = {c.name: c.type for c in table(BY_TABLE[name]).c if c.computed is None}
            yield name, {n: _typed(columns[n], v) for n, v in values.items() if n in columns}


def _typed(type_: sa.types.TypeEngine[Any], text: str | None) -> Any:
    """A value of a dump in the type of its column."""
    return text if text is None else next((made(text) for of, made in TYPES if isinstance(type_, of)), text)


def rows(lines: Iterator[bytes]) -> Iterator[tuple[str, Values]]:
    """Each row of each table, with the table's name."""
    for line in lines:
        if (head := HEAD.fullmatch(line)) is None:
            if not BETWEEN.fullmatch(line):
                raise BadInput("That dump runs something beside its data, so it is not restored. Take a backup made with: pmo backup FILE")
            continue
        name, columns = _plain(head[1]), [_plain(c) for c in head[2].split(b", ")]
        for row in lines:
            if row == END:
                break
            yield name, dict(zip(columns, _values(row), strict=True))


def _plain(name: bytes) -> str:
    return name.decode().strip('"')


def _values(row: bytes) -> Sequence[str | None]:
    return [None if v == rb"\N" else ESCAPED.sub(lambda m: LETTERS.get(m[1], m[1]), v).decode() for v in row.rstrip(b"\n").split(b"\t")]


def _change(values: Values) -> dict[str, Any]:
    """A line of the log with its types; a moment without a zone is UTC."""
    at = datetime.fromisoformat(str(values["at"]))
    undoes = values["undoes"]
    return {**values, "position": int(str(values["position"])), "asker_id": int(str(values["asker_id"])),
            "undoes": None if undoes is None else int(undoes), "at": at if at.tzinfo else at.replace(tzinfo=UTC)}


def _keep(database: Database, change: sa.Table, waiting: list[dict[str, Any]]) -> None:
    if waiting:
        with database.writing() as tx:
            tx.execute(sa.insert(change), waiting)
        waiting.clear()
