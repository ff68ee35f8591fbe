"""The same on PostgreSQL."""
import pytest
import sqlalchemy as sa

from tests.records.conftest import Office
from tests.records.test_reading import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow


def test_a_reading_session_cannot_write(office: Office) -> None:  # type: ignore[no-redef]  # in place of the one for SQLite
    """It refuses in other words than SQLite."""
    with office.database.reading() as session, pytest.raises(sa.exc.InternalError, match="read-only"):
        session.execute(sa.text("delete from task"))
