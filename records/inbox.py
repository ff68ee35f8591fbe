"""What came in from a face and is not done yet, stored before it is acknowledged.

When it is done its body is emptied; its key stays, so that nothing is taken twice. Whoever waits for an acknowledgement waits for no worker's turn: SQLite's
one writer is asked for again and again, every millisecond, and what follows a stored message is one statement that holds the writer for no longer than it runs.
"""
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cached_property
import sqlite3
from threading import Lock
import time
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, col

from records.database import Database, Stored, Writing
from records.errors import Conflict

LASTS = timedelta(days=14)          # longer than any face delivers something again
PATIENCE = 60.0                     # seconds: somebody may write something large
# Whoever else commits moves what was written into the file, and takes the time that this takes.
PRAGMAS = ("busy_timeout=1", "wal_autocheckpoint=0")
BUSY = "Too much is written just now. Try again in a moment."
State = Literal["new", "begun", "done"]
Storing = sa.Connection


class Arrived(Stored, table=True):
    """`body` is as JSON what came in, `note` what whoever works on it must know after a crash."""
    key: str = Field(primary_key=True)
    at: datetime = Field(index=True)
    body: str
    state: str = "new"
    note: str = ""


class Begun(NamedTuple):
    """What is worked on now, as it was before."""
    body: str
    state: str
    note: str


class Inbox:
    """The way in to one database; no records are read or written through it."""

    def __init__(self, database: Database) -> None:
        self._database, self._turn = database, Lock()

    @contextmanager
    def storing(self) -> Iterator[Storing]:
        """Open a transaction for what is acknowledged when it is committed; raises `Conflict` when somebody else writes for too long."""
        if not self._database.is_sqlite:
            with self._database.writing() as tx:
                yield tx.connection()
            return
        with self._beside.connect() as connection:
            self._patiently(lambda: connection.connection.cursor().execute("BEGIN IMMEDIATE"))
            yield connection
            connection.commit()

    def begin(self, key: str) -> Begun | None:
        """Mark as begun; returns it as it was before, None when it is done or unknown."""
        with self._database.reading() as session:
            found = session.execute(sa.select(_table.c.body, _table.c.state, _table.c.note).where(_table.c.key == key)).first()
        if found is None or found.state == "done":
            return None
        if found.state == "new":
            self._write(sa.update(Arrived).where(col(Arrived.key) == key, col(Arrived.state) == "new").values(state="begun"))
        return Begun(*found)

    def note(self, key: str, said: str) -> None:
        """Leave something to know for whoever has to take this up again."""
        self._write(sa.update(Arrived).where(col(Arrived.key) == key).values(note=said))

    def done(self, key: str) -> None:
        """Nothing is left to do; what came in is forgotten, its key is not."""
        self._write(sa.update(Arrived).where(col(Arrived.key) == key).values(state="done", body="", note=""))

    def _write(self, statement: sa.Update) -> None:
        if not self._database.is_sqlite:
            with self._database.writing() as tx:
                tx.execute(statement)
            return
        with self._turn, self._beside.connect() as connection:          # one of all who work here asks; to ask costs time
            self._patiently(lambda: connection.execute(statement))

    @cached_property
    def _beside(self) -> sa.Engine:
        """Connections on which nothing begins a transaction but "BEGIN": each statement beside one is committed as it ends."""
        made = self._database.beside()
        if made is None:
            raise LookupError("only SQLite has one writer to wait for")
        sa.event.listen(made, "connect", _opened)
        return made

    @staticmethod
    def _patiently(ask: Callable[[], object]) -> None:
        """Ask for the writer until it is free: SQLite's own patience sleeps up to a tenth of a second between two looks."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                ask()
            except (sqlite3.OperationalError, sa.exc.OperationalError) as failed:
                if not _is_busy(failed):
                    raise
                if time.monotonic() > end:
                    raise Conflict(BUSY) from None
            else:
                return


def store(tx: Storing, found: Sequence[tuple[str, str]], now: datetime) -> set[str]:
    """Take in what came, each its key and its body; returns the keys that were not there before."""
    new = {}
    for key, body in found:
        if key not in new and not tx.execute(_THERE, {"key": key}).first():
            new[key] = body
    if new:
        tx.execute(_TAKING, [{"key": key, "at": now, "body": body, "state": "new", "note": ""} for key, body in new.items()])
    return set(new)


def sweep(tx: Writing, now: datetime) -> None:
    """Forget the keys of what was done long ago."""
    tx.execute(sa.delete(Arrived).where(col(Arrived.state) == "done", col(Arrived.at) < now - LASTS))


def _opened(connection: Any, _: object) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _is_busy(failed: Exception) -> bool:
    return str(getattr(getattr(failed, "orig", failed), "sqlite_errorname", "")).startswith("SQLITE_BUSY")


_table = sa.inspect(Arrived).local_table
_THERE = sa.select(_table.c.key).where(_table.c.key == sa.bindparam("key"))
_TAKING = sa.insert(Arrived.__table__)  # type: ignore[attr-defined]
