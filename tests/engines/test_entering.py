"""The same on PostgreSQL."""
import pytest

from tests.assistant.test_entering import *  # noqa: F403 - all of its tests
from tests.engines.conftest import office as office  # noqa: PLC0414 - in the place of SQLite's

pytestmark = pytest.mark.slow
