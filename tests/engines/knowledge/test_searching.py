"""The same on PostgreSQL."""
from collections.abc import Iterator

import pytest

from knowledge.searching import Search, searching
from records import credentials
from records.database import Database
from tests.knowledge.test_searching import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")  # type: ignore[no-redef]  # in place of the one for SQLite
def handbook(sample_url: str) -> Iterator[Search]:
    """Nobody writes here, so one is enough for all."""
    with Database(sample_url).reading() as session:
        yield searching(session, credentials.asker(session, "ben@northlight.example"))
