"""The desk of the tools, on PostgreSQL by its settings."""
from tests.tools.conftest import desk_of as desk_of  # noqa: PLC0414 - a fixture
