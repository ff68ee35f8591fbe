"""Where the figures of a large portfolio are taken: a fresh copy of the same one for each, on SQLite and on PostgreSQL."""
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
import math
from pathlib import Path
import shutil
import sqlite3
from typing import Any

import psycopg
import sqlalchemy as sa

from assistant.settings import Settings
from benchmarks.measuring import Measure
from benchmarks.portfolio import Size, fill
from records.database import Database
from records.migrating import upgrade
from tests.engines.server import Server, running

# As sure of its disk as anybody's, unlike the server of the tests.
SURE = ("max_connections=60", "shared_buffers=128MB", "log_min_messages=fatal")


@dataclass(frozen=True)
class Large:
    """A portfolio of this size on one engine, to read and write at will; `folder` is for files beside it."""
    engine: str
    url: str
    size: Size
    now: datetime
    folder: Path
    quick: bool = False

    @cached_property
    def database(self) -> Database:
        return Database(self.url)

    @property
    def is_sqlite(self) -> bool:
        return self.engine == "SQLite"

    @property
    def settings(self) -> Settings:
        return Settings(_env_file=None, home=self.folder, database_url=self.url, now=self.now)  # type: ignore[call-arg]

    def often(self, times: int) -> int:
        return max(2, times // 20) if self.quick else times

    def limit(self, figure: float) -> float:
        """What a figure may be at most; a quick run judges nothing, nor does the issue on PostgreSQL."""
        return figure if self.is_sqlite and not self.quick else math.inf

    @contextmanager
    def plain(self) -> Iterator[Any]:
        """A connection of the engine's own driver, with nothing of ours around it."""
        at = sa.make_url(self.url)
        connection: Any = sqlite3.connect(str(at.database), timeout=30, isolation_level=None) if self.is_sqlite else psycopg.connect(
            at.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True)
        try:
            yield connection
        finally:
            connection.close()


Measuring = Callable[[Large], Iterator[Measure]]


class Grounds:
    """Hands out portfolios; each engine's is made once and copied."""

    def __init__(self, folder: Path, now: datetime, size: Size, server: Server | None, *, quick: bool) -> None:
        self._folder, self._now, self._size, self._server, self._quick = folder, now, size, server, quick
        self._made = 0
        self._first: dict[str, str] = {}

    def sqlite(self) -> Large:
        first = self._first.get("SQLite") or self._filled("SQLite", f"sqlite:///{shutil.copy(self._bare, self._folder / 'first.db')}")
        folder = self._new_folder()
        shutil.copy(str(sa.make_url(first).database), folder / "pmo.db")
        return self._large("SQLite", f"sqlite:///{folder / 'pmo.db'}", folder)

    def postgres(self) -> Large:
        assert self._server is not None  # noqa: S101 - the caller started one
        first = self._first.get("PostgreSQL") or self._filled("PostgreSQL", self._server.shaped())
        return self._large("PostgreSQL", self._server.create(first), self._new_folder())

    def empty(self, engine: str) -> Large:
        """A migrated database with nothing in it."""
        folder = self._new_folder()
        url = f"sqlite:///{folder / 'pmo.db'}"
        if engine == "SQLite":
            shutil.copy(self._bare, folder / "pmo.db")
        else:
            url = self._server.shaped() if self._server else ""
        return self._large(engine, url, folder)

    @cached_property
    def _bare(self) -> Path:
        """A file that is migrated once."""
        file = self._folder / "bare.db"
        made = Database(f"sqlite:///{file}")
        upgrade(made)
        made.engine.dispose()
        return file

    def _filled(self, engine: str, url: str) -> str:
        database = Database(url)
        fill(database, self._size, self._now)
        database.engine.dispose()
        self._first[engine] = url
        return url

    def _new_folder(self) -> Path:
        self._made += 1
        folder = self._folder / str(self._made)
        folder.mkdir()
        return folder

    def _large(self, engine: str, url: str, folder: Path) -> Large:
        return Large(engine, url, self._size, self._now, folder, self._quick)


@contextmanager
def grounds(folder: Path, now: datetime, size: Size, *, quick: bool) -> Iterator[Grounds]:
    """Portfolios of this size on both engines, with a server of their own."""
    with running(SURE) as server:
        yield Grounds(folder, now, size, server, quick=quick)
