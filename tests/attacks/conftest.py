"""The small office of the records' tests, to be attacked."""
from tests.records.conftest import office as office  # noqa: PLC0414
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - fixtures
