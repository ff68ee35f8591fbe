"""The same on PostgreSQL."""
import pytest

from tests.records.test_entailing import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
