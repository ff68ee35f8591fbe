"""The same on PostgreSQL."""
import pytest

from tests.tools.test_search_governance import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
