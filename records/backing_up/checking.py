"""What a copy must be before it counts as one: it opens, it is sound, its log is whole and its records are what that says."""
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
import sqlite3

import sqlalchemy as sa

from records import log
from records.backing_up.comparing import differences, refuse_different
from records.database import Database, Reading
from records.errors import BadInput, Conflict
from records.kinds import KINDS, Project
from records.kinds.base import table

SQLITE = b"SQLite format 3\x00"
OURS = {"project", "change", "alembic_version"}
NO_BACKUP = "{name} is no backup of Project Assistant. One is made with: pmo backup FILE"
DAMAGED = "{name} is damaged: it cannot be read as a whole."


@dataclass(frozen=True)
class Counted:
    """What a copy holds."""
    projects: int
    records: int
    changes: int
    latest: datetime | None = None

    def __str__(self) -> str:
        until = f", the latest of {self.latest:%-d %b %Y %H:%M} UTC" if self.latest else ""
        return f"{self.records:,} records, {self.projects:,} projects, {self.changes:,} changes{until}"


def refuse_broken(position: int | None, what: str) -> None:
    """Raise `Conflict` when the log of something was found broken at a position."""
    if position is not None:
        raise Conflict(f"The log of {what} is broken at change #{position}: it was altered outside this program.")


def checked(database: Database, what: str) -> Counted:
    """See that a database's log is whole and its records agree with it, and count what it holds."""
    with database.reading() as session:
        refuse_broken(log.verify(session), what)
        refuse_different(differences(session), what)
        return _counted(session)


def is_sqlite(file: Path) -> bool:
    """Whether a file begins as SQLite's do."""
    with file.open("rb") as opened:
        return opened.read(len(SQLITE)) == SQLITE


def refuse_foreign(file: Path, name: str) -> None:
    """Raise `BadInput` for what is no SQLite file of ours, or is damaged; `name` is what a person calls it."""
    if not is_sqlite(file):
        raise BadInput(NO_BACKUP.format(name=name))
    try:
        with closing(sqlite3.connect(file)) as opened:
            is_sound = opened.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            tables = {str(row[0]) for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError:
        raise BadInput(DAMAGED.format(name=name)) from None
    if not is_sound:
        raise BadInput(DAMAGED.format(name=name))
    if not tables >= OURS:
        raise BadInput(NO_BACKUP.format(name=name))


def _counted(session: Reading) -> Counted:
    """Kinds that an older database has no table for count as none."""
    known = set(sa.inspect(session.connection()).get_table_names())
    numbers = {k: session.execute(sa.select(sa.func.count()).select_from(table(k))).scalar_one() for k in KINDS if k.__tablename__ in known}
    latest = session.execute(sa.select(sa.func.max(sa.inspect(log.Change).local_table.c.at))).scalar()
    return Counted(numbers[Project], sum(numbers.values()), log.head(session), latest)
