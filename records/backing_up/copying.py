"""A SQLite database as a copy of its file: made while others write, checked before it gets its name, and never half of one."""
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
import os
from pathlib import Path
import shutil
import sqlite3
from uuid import uuid4

from records.agenda import JOBS_TABLES
from records.backing_up.checking import Counted, checked, is_sqlite, refuse_foreign
from records.backing_up.shape import refuse_strange
from records.database import Database
from records.errors import BadInput, Conflict
from records.migrating import upgrade

ONLY_OURS = 0o600
SIDES = ("-wal", "-shm", "-journal")
IN_USE = "Something has the records open, most likely `pmo serve`. Stop it first, then try again."


def back_up(database: Database, to: Path) -> Counted:
    """Copy a database that may be written to meanwhile; the copy is checked, then takes its name."""
    with unfinished(to) as copy:
        _copied(database, copy)
        found = _opened(copy, "these records")
        named(copy, to)
    return found


def keep_as_it_is(database: Database, to: Path) -> Path:
    """Copy a database that another version made, whose records this one may not know to check: whether it is sound is checked."""
    with unfinished(to) as copy:
        _copied(database, copy)
        refuse_foreign(copy, "these records")
        named(copy, to)
    return to


def _copied(database: Database, copy: Path) -> None:
    # VACUUM INTO writes into an empty file that is there, so that it never is readable to others.
    with closing(database.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA query_only=0")
        cursor.execute("VACUUM INTO ?", (str(copy),))
    without_jobs(copy)


def restore(database: Database, source: Path, now: datetime) -> tuple[Counted, Path | None]:
    """Put a copy in the place of a database, brought to the newest shape; what was there is set aside. Returns where."""
    there = file_of(database)
    with unfinished(there) as copy:
        shutil.copyfile(source, copy)
        refuse_foreign(copy, source.name)
        without_jobs(copy)
        refuse_strange(copy, source.name)
        with _database(copy) as made:
            upgrade(made)
        found = _opened(copy, source.name)
        aside = set_aside(database, now, keep=True)
        named(copy, there)
    return found, aside


def set_aside(database: Database, now: datetime, *, keep: bool = False) -> Path | None:
    """Give the database's file a dated name beside it; with `keep`, only a second name. Raises `Conflict` while it is in use."""
    there = file_of(database)
    if not there.exists():
        return None
    database.engine.dispose()
    _close(there)
    aside = free_name(there, now)
    try:
        os.link(there, aside)
    except OSError:                                 # a file system without second names
        shutil.copy2(there, aside)
    for end in SIDES:
        # They are gone unless the database is damaged; left behind, they would be played into the next one.
        if (side := there.with_name(there.name + end)).exists():
            side.rename(aside.with_name(aside.name + end))
    if not keep:
        there.unlink()
    _synced(there.parent)
    return aside


def without_jobs(file: Path) -> None:
    """Take out of a copy what waited to be done: it is of its moment, and would be done again."""
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        there = {str(name) for name, in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} & set(JOBS_TABLES)
        for name in sorted(there):
            opened.execute(f"DROP TABLE {name}")
        if there:
            opened.execute("VACUUM")


def file_of(database: Database) -> Path:
    name = database.engine.url.database
    if not name or name == ":memory:":
        raise BadInput("These records live in memory only; they cannot be backed up or restored.")
    return Path(name)


def _opened(copy: Path, name: str) -> Counted:
    refuse_foreign(copy, name)
    with _database(copy) as made:
        found = checked(made, name)
    _close(copy)
    return found


@contextmanager
def _database(file: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{file}")
    try:
        yield made
    finally:
        made.engine.dispose()


@contextmanager
def unfinished(to: Path) -> Iterator[Path]:
    """An empty file beside `to` that only we may read; gone when the work on it fails."""
    part = to.with_name(f".{to.name[:100]}.{uuid4().hex[:8]}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, ONLY_OURS))
    try:
        yield part
    finally:
        for left in (part, *(part.with_name(part.name + end) for end in SIDES)):
            left.unlink(missing_ok=True)


def named(part: Path, to: Path) -> None:
    """Give a finished file its name; whatever had that name is replaced in the same moment, and stays so through a power cut."""
    _synced(part)
    part.replace(to)
    _synced(to.parent)


def _synced(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _close(file: Path) -> None:
    """Bring a database's side files home. This works only while nobody else has it open, which is how we find out."""
    if not is_sqlite(file):
        return                                      # SQLite would throw away what lies beside it
    try:
        with closing(sqlite3.connect(file, timeout=1)) as opened:
            opened.execute("PRAGMA journal_mode=DELETE").fetchall()
    except sqlite3.OperationalError:
        raise Conflict(IN_USE) from None
    except sqlite3.DatabaseError:
        return                                      # damaged further in: it is set aside as it is


def free_name(there: Path, now: datetime) -> Path:
    """A dated name that nothing has."""
    stem = f"{there.stem}-{now:%Y-%m-%d-%H%M}"
    names = (there.with_name(f"{stem}{'' if n == 1 else f'-{n}'}{there.suffix}") for n in range(1, 1000))
    return next(name for name in names if not name.exists())
