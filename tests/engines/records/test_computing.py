"""The same on PostgreSQL."""
from collections.abc import Iterator

import pytest

from records import sample
from records.database import Database
from tests.engines.server import Server
from tests.records.conftest import NOW
from tests.records.test_computing import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")  # type: ignore[no-redef]  # in place of the one for SQLite
def company(postgres: Server) -> Iterator[Database]:
    url = postgres.shaped()
    database = Database(url)
    with database.writing() as tx:
        sample.fill(tx, NOW)
    yield database
    database.engine.dispose()
    postgres.drop(url)
