"""What is costly to make is made once: a folder of files for all workers of a run, and the statements of SQLite for all databases of a worker."""
from collections.abc import Callable, Iterator
from contextlib import contextmanager
import fcntl
import os
from pathlib import Path
import shutil
from typing import Any

import pytest
import sqlalchemy as sa

from records import engines

STATEMENTS = 5000


def folder(temporary: pytest.TempPathFactory, name: str, fill: Callable[[Path], None]) -> Path:
    """The folder of this name, filled by whichever worker wants it first, while the others wait. Not to be written to afterwards."""
    top = temporary.getbasetemp()
    top = top.parent if "PYTEST_XDIST_WORKER" in os.environ else top
    made, making = top / name, top / f"{name}-making"
    with (top / f"{name}-lock").open("w") as lock:
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
        engine: Any = real(url)
        if engine.dialect.name == "sqlite":
            engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engines, "made", made)
        yield
