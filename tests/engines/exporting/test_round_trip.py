"""The same on PostgreSQL; what an empty SQLite reads of it gives the same bytes again."""
import pytest

from tests.records.exporting.test_round_trip import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
