"""A desk on the sample company, laid for whoever asks."""
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from assistant.settings import Settings
from records import credentials
from records.database import Database
from records.reading import Reader
from tools.desk import Desk

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
LayDesk = Callable[[str], Desk]


@pytest.fixture
def desk_of(settings: Settings) -> Iterator[LayDesk]:
    with Database(settings.url).reading() as session:
        def lay(handle: str) -> Desk:
            asker = credentials.asker(session, f"{handle}@northlight.example")
            return Desk(asker, Reader(session, asker), NOW)
        yield lay
