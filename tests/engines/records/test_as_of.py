"""The same on PostgreSQL."""
from random import Random

import pytest

from tests.records.conftest import ADMIN, DORA, Office
from tests.records.test_as_of import *  # noqa: F403 - all of its tests
from tests.records.test_as_of import assert_the_past_is_what_was_seen

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("seed", "steps"), [(1, 8), (2, 20)])  # type: ignore[no-redef]  # in place of the one for SQLite
def test_a_reader_of_a_moment_answers_as_a_reader_did_then(office: Office, seed: int, steps: int) -> None:
    """Two histories are enough here."""
    assert_the_past_is_what_was_seen(office, Random(seed), steps, (ADMIN, DORA))       # noqa: S311 - the same history every time
