"""What is costly to make is made once: a folder of files for all workers of a run, what a worker needs again and again."""
from collections.abc import Callable, Hashable, Iterator
from contextlib import closing, contextmanager, nullcontext
import fcntl
from functools import cache
import json
import os
from pathlib import Path
import shutil
import sqlite3
from typing import Any, TypeVar, get_args

from alembic import command
from alembic.config import Config
from fastapi._compat import v2
from pydantic import BaseModel, ConfigDict, TypeAdapter
import pytest
import sqlalchemy as sa

from assistant import bootstrap
from assistant.settings import Settings
from knowledge import formats, intake
from knowledge.vectors import Embedder
from records import bounded, engines, migrating

STATEMENTS = 5000
T = TypeVar("T")
MADE_BY = """SELECT sql FROM sqlite_master WHERE sql <> '' AND name NOT LIKE 'sqlite_%' AND name NOT IN (SELECT value FROM json_each(?))
ORDER BY type <> 'table', rowid"""


def top(temporary: pytest.TempPathFactory) -> Path:
    """The folder that all workers of a run have in common."""
    own = temporary.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def folder(temporary: pytest.TempPathFactory, name: str, fill: Callable[[Path], None]) -> Path:
    """The folder of this name, filled by whichever worker wants it first, while the others wait. Not to be written to afterwards."""
    here = top(temporary)
    made, making = here / name, here / f"{name}-making"
    with (here / f"{name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(making, ignore_errors=True)            # half of one, left by a worker that was stopped
            making.mkdir()
            fill(making)
            making.rename(made)
    return made


@contextmanager
def statements() -> Iterator[None]:
    """Let every SQLite database of this process use what SQLAlchemy put together for the others, as the questions to one database do."""
    real, first = engines.made, engines.made("sqlite://")
    first.connect().close()
    first._compiled_cache = sa.util.LRUCache(STATEMENTS)

    def made(url: str) -> sa.Engine:
        engine = real(url)
        if engine.dialect.name == "sqlite":
            engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engines, "made", made)
        yield


@contextmanager
def shapes(*classes: type) -> Iterator[None]:
    """Let pydantic work out once what these look like, and not for every route of every application."""
    with pytest.MonkeyPatch.context() as patched:
        for each in classes:
            patched.setattr(each, "__pydantic_core_schema__", TypeAdapter(each).core_schema, raising=False)
        yield


@contextmanager
def fields() -> Iterator[None]:
    """Let FastAPI work out once how a field of a route is read, and not for each application that has it: that is half of making one."""
    known = dict[object, TypeAdapter[Any]]()

    def made(annotated: Any, config: ConfigDict | None = None) -> TypeAdapter[Any]:
        said, *more = get_args(annotated)
        key = said, repr(more), repr(config)
        if not isinstance(said, Hashable):                      # what cannot be told apart is made anew
            return TypeAdapter(annotated, config=config)
        if key not in known:
            known[key] = TypeAdapter(annotated, config=config)
        return known[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(v2, "TypeAdapter", made)
        yield


@contextmanager
def schemas(*models: type[BaseModel]) -> Iterator[None]:
    """Let the schema of a tool be written once, and not for every assistant."""
    with pytest.MonkeyPatch.context() as patched:
        for each in models:
            patched.setattr(each, "model_json_schema", cache(each.model_json_schema))
        yield


@contextmanager
def embedder() -> Iterator[None]:
    """Let the built-in embedder be checked and opened once, and not for every assistant that is asked about documents: each takes 50 MB."""
    real, kept = bootstrap._embedder, list[Embedder]()

    def made(settings: Settings) -> Embedder:
        if not settings.embed or settings.embed_base_url:
            return real(settings)
        if not kept:
            kept.append(real(settings))
        return kept[0]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bootstrap, "_embedder", made)
        yield


def by_last(work: Callable[..., T]) -> Callable[..., T]:
    """The same function, which does its work once for each last argument; whatever the others are makes no difference."""
    known = dict[object, T]()

    def made(*said: Any) -> T:
        if said[-1] not in known:
            known[said[-1]] = work(*said)
        return known[said[-1]]

    return made


@contextmanager
def readers() -> Iterator[None]:
    """Let each file be read by a bounded child that is forked, as where many are read, and not in a process that begins anew: that takes thirty times as
    long. That both are bounded alike is tested in records."""
    with bounded.Readers() as kept, pytest.MonkeyPatch.context() as patched:
        patched.setattr(bounded, "run", kept.run)
        patched.setattr(intake, "Readers", lambda: nullcontext(kept))
        for reading in (formats.read, formats.Format.read):
            patched.setattr(reading, "__defaults__", (kept.run,))
        yield


@contextmanager
def migrations(bare_file: Path) -> Iterator[None]:
    """Bring a new SQLite database to the newest shape by the statements that made this one, instead of by every step since the first."""
    real, made = command.upgrade, list(_made(bare_file))

    def upgrade(config: Config, to: str) -> None:
        connection: sa.Connection = config.attributes["connection"]
        if to != migrating.NEWEST or connection.dialect.name != "sqlite" or sa.inspect(connection).get_table_names():
            real(config, to)
            return
        for said in made:
            connection.exec_driver_sql(said)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(command, "upgrade", upgrade)
        yield


def _made(file: Path) -> Iterator[str]:
    """The statements that make a database like this one; the full-text tables make their own shadows."""
    with closing(sqlite3.connect(file)) as opened:
        shadows = json.dumps([name for _, name, is_what, *_ in opened.execute("PRAGMA table_list") if is_what == "shadow"])
        yield from (said for said, in opened.execute(MADE_BY, [shadows]))
        yield from (f"INSERT INTO alembic_version VALUES ({said!r})" for said, in opened.execute("SELECT version_num FROM alembic_version"))  # noqa: S608
