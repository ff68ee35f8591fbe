"""The same on PostgreSQL."""
import pytest
import sqlalchemy as sa

from records import log
from tests.records.conftest import Office
from tests.records.test_changing import *  # noqa: F403 - all of its tests

pytestmark = pytest.mark.slow


def test_a_touched_log_names_its_first_broken_line(office: Office) -> None:  # type: ignore[no-redef]  # in place of the one for SQLite
    """Here a trigger is dropped from its table."""
    with office.database.writing() as tx:
        assert log.verify(tx) is None
        tx.execute(sa.text("drop trigger change_no_update on change"))
        tx.execute(sa.text("update change set body = replace(body, 'Apollo', 'Gemini') where position = 7"))
        assert log.verify(tx) == 7
        tx.rollback()
