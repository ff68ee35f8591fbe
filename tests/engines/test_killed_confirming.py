"""A confirm that is killed on PostgreSQL, at every third step: afterwards the change is whole or not there, and a second yes makes it so once."""
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from assistant.settings import Settings
from records import log
from records.database import Database
from tests.conftest import settings_in
from tests.engines.kept import remember, restore
from tests.engines.server import Server
from tests.faults.test_killed import BEN, MOST, confirm, killed_at, offered

LEFT = "SELECT count(*) FROM task WHERE key IN ('APOLLO-T-5', 'APOLLO-T-6', 'APOLLO-T-7') AND owner_id = (SELECT id FROM person WHERE email = :ben)"


@pytest.fixture
def own(postgres: Server, settings: Settings, tmp_path: Path) -> Iterator[Settings]:
    """A sample company for this test alone, which can be put back to what it is when it was last remembered."""
    restore(settings.database_url)
    url = postgres.create(settings.database_url)
    yield settings_in(tmp_path / "own", sample=True, database_url=url)
    postgres.drop(url)


def state(database: Database) -> tuple[int, int, str]:
    """How many of the three tasks Ben still owns, how many changes there are, and what became of the proposal."""
    with database.reading() as session:
        assert log.verify(session) is None
        return (session.execute(sa.text(LEFT), {"ben": BEN}).scalar_one(), log.head(session),
                session.execute(sa.text("SELECT state FROM pending")).scalar_one())


@pytest.mark.slow
def test_a_confirm_killed_on_its_way_is_whole_or_not_there(own: Settings) -> None:
    proposal, database = offered(own), Database(own.url)
    remember(own.url)
    before = state(database)
    whole = (0, before[1] + 1, "applied")
    for step in range(1, MOST, 3):
        restore(own.url)
        was_killed = killed_at(step, partial(confirm, own, proposal))
        assert state(database) in (before, whole), f"half a change after step {step}"
        confirm(own, proposal)
        assert state(database) == whole, f"not applied once after step {step}"
        if not was_killed:
            break
    database.engine.dispose()
    assert step > 20, "the confirm had fewer steps than it can have"
