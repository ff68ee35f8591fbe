"""What leaves the house, on PostgreSQL by its office."""
from tests.records.exporting.conftest import out as out  # noqa: PLC0414 - a fixture
