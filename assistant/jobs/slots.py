"""The name of a worker: a number that one living process holds. It is free again the moment that process dies, so who finds it free knows it is dead."""
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from glob import escape
from pathlib import Path
import sqlite3
from typing import Protocol

from records.database import Database
from records.errors import Conflict

MOST = 64
KEY = 0x504D4F57                    # of the locks of workers among PostgreSQL's advisory locks


LIVING = (f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = {KEY} AND granted "  # noqa: S608 - our own number
          "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")


class Held(Protocol):
    """What holds a number until it is closed."""

    def close(self) -> None: ...


class Slots:
    """The numbers of one database: locks of PostgreSQL, or of small files beside a SQLite database. The system lets go of both with their process."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self) -> tuple[int, Held]:
        """The lowest number nobody holds, and what holds it until it is closed; raises `Conflict` when all are taken."""
        for number in range(1, MOST + 1):
            if held := self._held(number):
                return number, held
        raise Conflict(f"There are {MOST} workers already; stop one of them first.")

    @contextmanager
    def while_free(self, number: int) -> Iterator[bool]:
        """Whether nobody holds a number; as long as this is open, nobody can take it."""
        held = self._held(number)
        try:
            yield held is not None
        finally:
            if held:
                held.close()

    def living(self) -> int:
        """How many numbers are held: how many workers live."""
        if not self._database.is_sqlite:
            with self._database.engine.connect() as connection:
                return int(connection.exec_driver_sql(LIVING).scalar_one())
        file = Path(self._database.engine.url.database or "")
        numbers = [int(f.name.rpartition("-")[2]) for f in file.parent.glob(f"{escape(file.name)}-worker-*") if f.name.rpartition("-")[2].isdigit()]
        return sum(not self._is_free(number) for number in numbers)

    def _is_free(self, number: int) -> bool:
        with self.while_free(number) as is_free:
            return is_free

    def _held(self, number: int) -> Held | None:
        """What holds this number, None when another one does."""
        return self._file(number) if self._database.is_sqlite else self._lock(number)

    def _file(self, number: int) -> sqlite3.Connection | None:
        held = sqlite3.connect(f"{self._database.engine.url.database}-worker-{number}", timeout=0, isolation_level=None, check_same_thread=False)
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            held.close()
            return None
        return held

    def _lock(self, number: int) -> ExitStack | None:
        with ExitStack() as held:
            connection = held.enter_context(self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
            if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({KEY}, {number})").scalar():
                return None
            connection.detach()         # the end of it is the end of the lock, and it takes no place in the pool
            held.callback(connection.exec_driver_sql, f"SELECT pg_advisory_unlock({KEY}, {number})")
            return held.pop_all()
        return None
