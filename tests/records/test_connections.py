"""The connections of a server: how many are warm, and what each keeps for itself."""
from pathlib import Path
from typing import cast

import sqlalchemy as sa

from records.database import Database

MOST = 1024 * 5                        # kilobytes that the pages of one connection may take


def test_the_connection_that_was_given_back_last_is_taken_first(tmp_path: Path) -> None:
    engine = Database(f"sqlite:///{tmp_path / 'pmo.db'}").engine
    with engine.connect() as first, engine.connect() as second:
        latest = second.connection.dbapi_connection
        assert latest is not first.connection.dbapi_connection
        first.close()
        second.close()
    for _ in range(3):
        with engine.connect() as again:
            assert again.connection.dbapi_connection is latest


def test_a_connection_keeps_few_pages_for_itself(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'pmo.db'}").engine.connect() as connection:
        kilobytes = -cast("int", connection.execute(sa.text("PRAGMA cache_size")).scalar())
        assert 0 < kilobytes <= MOST


def test_a_database_in_memory_has_its_one_connection() -> None:
    with Database("sqlite://").engine.connect() as connection:
        assert connection.execute(sa.text("SELECT 1")).scalar() == 1
