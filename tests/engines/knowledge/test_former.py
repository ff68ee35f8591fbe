"""The same on PostgreSQL."""
import pytest

from tests.knowledge.test_former import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
