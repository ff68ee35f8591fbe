"""The same on PostgreSQL."""
import pytest

from tests.records.test_many import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
