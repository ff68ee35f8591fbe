"""A book of the sample company's records, for whoever asks. Nothing is written, so one company serves all."""
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from records import credentials
from records.computing import Book
from records.database import Database
from records.kinds import Project
from records.query import Query
from records.reading import Reader
from tests.conftest import NOW, settings_in

BookOf = Callable[[str, str], tuple[Book, Project]]


@pytest.fixture(scope="package")
def book_of(sample_home: Path) -> Iterator[BookOf]:
    """`book_of("paula", "APOLLO")`: the project with its book, as she sees it."""
    with Database(settings_in(sample_home).url).reading() as session:
        def lay(handle: str, key: str) -> tuple[Book, Project]:
            reader = Reader(session, credentials.asker(session, f"{handle}@northlight.example"))
            projects = cast("list[Project]", reader.find(Query(Project, limit=None)))
            project = next(p for p in projects if p.key == key)
            return Book(reader, [project], NOW.date()), project
        yield lay
