"""Small portfolios to try the measuring on."""
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.large import Grounds
from benchmarks.portfolio import Size
from tests.conftest import NOW


@contextmanager
def of_tasks(tasks: int, folder: Path) -> Iterator[Grounds]:
    """Hand out portfolios of so many tasks on SQLite."""
    folder.mkdir()
    yield Grounds(folder, NOW, Size.of(tasks), None, quick=True)
