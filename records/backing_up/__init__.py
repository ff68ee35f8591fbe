"""Backups: a whole copy of the records with their log, threads and documents; and what was there, set aside under a dated name.

Everything an installation cannot make anew lies in its one database: the text of documents does too. So a backup is a copy of that.
"""
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from records.backing_up import copying, dumping
from records.backing_up.checking import Counted as Counted
from records.database import Database
from records.errors import BadInput, Conflict
from records.versions import version

BEFORE = "before-upgrades"           # the folder of what was there before the shape of the records changed


@dataclass(frozen=True)
class Restored:
    """What came back, and where that is which was there before: a file's path, None when there was nothing."""
    counted: Counted
    aside: Path | None


def back_up(database: Database, to: Path, *, force: bool = False) -> Counted:
    """Write a backup that was opened and checked, or nothing. Raises `Conflict` when the file is there or the log is broken at a position."""
    if not to.parent.is_dir():
        raise BadInput(f"There is no folder {to.parent}.")
    if to.is_dir():
        raise BadInput(f"{to} is a folder; name a file.")
    if to.exists() and not force:
        raise Conflict(f"{to} is there already. Take another name, or add --force to replace it.")
    return copying.back_up(database, to) if database.is_sqlite else dumping.back_up(database, to)


def restore(database: Database, source: Path, now: datetime, home: Path) -> Restored:
    """Put a checked backup in the place of what is there, which is set aside. Raises `BadInput` for what is no backup, `Conflict` for a broken log."""
    if not source.is_file():
        raise BadInput(f"There is no file {source}.")
    if database.is_sqlite:
        return Restored(*copying.restore(database, source, now))
    return Restored(*dumping.restore(database, source, now, home))


def keep_as_it_is(database: Database, now: datetime, home: Path) -> Path:
    """Copy a database of an older version while others work, before its shape changes; returns where. That version can restore it."""
    folder = home / BEFORE
    folder.mkdir(parents=True, exist_ok=True)
    name = f"pmo-{version(database)}"
    if database.is_sqlite:
        return copying.keep_as_it_is(database, copying.free_name(folder / f"{name}.db", now))
    return dumping.keep_as_it_is(database, copying.free_name(folder / f"{name}.dump", now))


def set_aside(database: Database, now: datetime, home: Path) -> Path | None:
    """Leave the database's place empty; what was there gets a dated name. Returns where it is, None when there was nothing."""
    if database.is_sqlite:
        return copying.set_aside(database, now)
    aside = dumping.set_aside(database, now, home)
    if aside:
        dumping.empty(database)
    return aside
