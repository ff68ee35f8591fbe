"""The same on PostgreSQL."""
import pytest

from tests.records.test_soundness import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
