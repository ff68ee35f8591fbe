"""The same on PostgreSQL."""
import pytest

from tests.tools.test_as_of import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
