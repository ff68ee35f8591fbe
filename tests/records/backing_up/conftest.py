"""The small office as a file, and what tests look at in a copy of it."""
from contextlib import closing
from pathlib import Path
import sqlite3

import pytest

from records.database import Database
from records.proposals import Create
from tests.records.conftest import ANA, Office


@pytest.fixture
def home(office: Office) -> Path:
    """The folder that the office's database lies in."""
    return Path(str(office.database.engine.url.database)).parent


def add(office: Office, title: str) -> int:
    return office.do(ANA, Create("task", {"title": title, "project_id": 1}))


def titles(file: Path) -> list[str]:
    """The tasks a database holds, read without this program."""
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in opened.execute("SELECT title FROM task ORDER BY id")]


def tamper(file: Path, position: int) -> None:
    """Alter a line of the log, as somebody with the file could."""
    with closing(sqlite3.connect(file)) as opened, opened:
        guards = opened.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'change'").fetchall()
        for trigger, _ in guards:
            opened.execute(f"DROP TRIGGER {trigger}")
        opened.execute("UPDATE change SET body = replace(body, 'Apollo', 'Gemini'), asker_id = 9 WHERE position = ?", (position,))
        for _, again in guards:
            opened.execute(again)


def database_in(file: Path) -> Database:
    return Database(f"sqlite:///{file}")
