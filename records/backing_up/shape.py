"""What a SQLite file that is put back may hold: all tables, indexes, triggers and views of our own migrations, and nothing that runs beside."""
from contextlib import closing
from functools import cache
from pathlib import Path
import sqlite3
from tempfile import TemporaryDirectory

from records.database import Database
from records.errors import BadInput, Sorry
from records.migrating import upgrade
from records.versions import TOO_NEW, chain

Part = tuple[str, str, str]                         # its type, its name, and what it does when it does something
ALL = "SELECT type, name, CASE WHEN type IN ('trigger', 'view') THEN sql ELSE '' END FROM sqlite_master"
RUNS = ("trigger", "view")


def refuse_strange(file: Path, name: str) -> None:
    """Raise `BadInput` for a file that has more, less or other parts than the migrations up to its own version made. Nothing of it is run before."""
    with closing(sqlite3.connect(file)) as opened:
        found = opened.execute("SELECT version_num FROM alembic_version").fetchone()
        parts = _parts(opened)
    version = str(found[0]) if found else ""
    if version not in chain():
        raise Sorry(TOO_NEW)
    ours = _ours(version)
    if strange := sorted(parts - ours):
        type_, called, _ = strange[0]
        raise BadInput(f"{name} holds a {type_} “{called}” that Project Assistant did not make, so it is not restored. "
                       "It could run by itself and alter records. Take a backup made with: pmo backup FILE")
    if missing := sorted(ours - parts):
        type_, called, _ = missing[0]
        raise BadInput(f"{name} lacks the {type_} “{called}” that Project Assistant makes, so it is not restored. Take a backup made with: pmo backup FILE")


@cache
def _ours(version: str) -> frozenset[Part]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "new.db"
        made = Database(f"sqlite:///{file}")
        upgrade(made, version)
        made.engine.dispose()
        with closing(sqlite3.connect(file)) as opened:
            return _parts(opened)


def _parts(opened: sqlite3.Connection) -> frozenset[Part]:
    """What SQLite keeps for itself is left out: it cannot run."""
    return frozenset((type_, called, sql or "") for type_, called, sql in opened.execute(ALL) if type_ in RUNS or not called.startswith("sqlite_"))
