"""The same on PostgreSQL."""
import pytest

from tests.attacks.test_deciding import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow
