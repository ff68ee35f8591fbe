"""What a PostgreSQL dump holds, read out of it without a server: tables as pg_restore writes them, line by line."""
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
import re
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from records import log
from records.backing_up.checking import Counted, refuse_broken
from records.database import Database
from records.kinds import KINDS, Project

HEAD = re.compile(rb'COPY (?:\w+|"[^"]*")\.(\w+|"[^"]*") \((.*)\) FROM stdin;\n')
END = b"\\.\n"
ESCAPED = re.compile(rb"\\(.)", re.S)
LETTERS = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
BATCH = 1000
Values = dict[str, str | None]


def checked(lines: Iterator[bytes], what: str) -> tuple[Counted, str]:
    """See that the log inside is whole; returns what there is, and the name of its latest migration."""
    counted: Counter[str] = Counter()
    version, latest = "", None
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'log.db'}")
        change: Any = sa.inspect(log.Change).local_table
        SQLModel.metadata.create_all(database.engine, [change])
        waiting: list[dict[str, Any]] = []
        for name, values in rows(lines):
            counted[name] += 1
            if name == "alembic_version":
                version = str(values["version_num"])
            if name == change.name:
                waiting.append(_change(values))
                latest = max(latest or waiting[-1]["at"], waiting[-1]["at"])
            if len(waiting) >= BATCH:
                _keep(database, change, waiting)
        _keep(database, change, waiting)
        with database.reading() as session:
            broken = log.verify(session)
        database.engine.dispose()
    refuse_broken(broken, what)
    records = sum(counted[str(k.__tablename__)] for k in KINDS)
    return Counted(counted[str(Project.__tablename__)], records, counted[change.name], latest), version


def rows(lines: Iterator[bytes]) -> Iterator[tuple[str, Values]]:
    """Each row of each table, with the table's name."""
    for line in lines:
        if (head := HEAD.fullmatch(line)) is None:
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
