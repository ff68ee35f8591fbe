"""Summaries of generated projects have nothing wrong with them, and what would be wrong is seen."""
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
import shutil

import pytest

from benchmarks import summaries
from benchmarks.summaries import MOST, Generated, books, faults
from records.computing import Book
from records.database import Database
from records.kinds import Project

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
PROJECTS = 14                              # two of each phase


@pytest.fixture(scope="module")
def generated(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{shutil.copy(bare_file, tmp_path_factory.mktemp('generated') / 'pmo.db')}")
    Generated(NOW.date(), seed=3).fill(database, PROJECTS)
    yield database
    database.engine.dispose()


@pytest.mark.slow
def test_no_summary_of_a_generated_project_is_at_fault(generated: Database) -> None:
    found = [(project.key, wrong) for book, project in books(generated, NOW) for wrong in faults(book, project)]
    assert not found


@pytest.mark.parametrize(("said", "wrong"), [
    (["All is well."], "nothing to hold on to: All is well."), (["It is 5.", "It is 5."], "a sentence twice"),
    (["It is 1. That is 2."], "no sentence: It is 1. That is 2."),
    ([f"It is {n}." for n in range(MOST + 1)], "5 sentences"), ([], "0 sentences"), (["It is None on 5."], "no sentence: It is None on 5.")])
def test_what_is_wrong_is_seen(generated: Database, monkeypatch: pytest.MonkeyPatch, said: list[str], wrong: str) -> None:
    def told(_: Book, __: Project) -> list[str]:
        return said
    monkeypatch.setattr(summaries, "sentences", told)
    book, project = next(books(generated, NOW))
    assert list(faults(book, project)) == [wrong]
