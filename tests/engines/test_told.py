"""What people are told unasked, once more on PostgreSQL: told once, answered, and kept. What is tested there on SQLite runs here as it stands."""
from collections.abc import Iterator

import pytest

from records.database import Database
from tests.assistant.notices.conftest import World
from tests.assistant.notices.test_durable import test_workers_that_look_at_once_send_one_message
from tests.assistant.notices.test_tasks import test_accepting_is_a_change_in_ones_own_name_that_the_record_shows
from tests.engines.kept import restore

__all__ = ("test_accepting_is_a_change_in_ones_own_name_that_the_record_shows", "test_workers_that_look_at_once_send_one_message")
pytestmark = pytest.mark.slow


@pytest.fixture
def quiet(sample_url: str) -> Iterator[World]:
    restore(sample_url)
    made = World(Database(sample_url))
    made.settle()
    yield made
    made.database.engine.dispose()
