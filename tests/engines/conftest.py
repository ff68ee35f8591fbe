"""The fixtures of other rooms once more, on PostgreSQL: what is tested there on SQLite runs here as it stands."""
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.settings import Settings
from records import changing, planning, sample
from records.database import Database
from records.proposals import Create, Proposal
from tests.conftest import settings_in
from tests.engines.kept import remember, restore
from tests.engines.server import Server
from tests.knowledge.conftest import BEN, Shelf
from tests.records.conftest import NOW, TODAY, WORLD, Office


@pytest.fixture(scope="session")
def office_url(postgres: Server) -> str:
    """The small office; put back as it was before each test."""
    url = postgres.shaped()
    database = Database(url)
    with database.writing() as tx:
        for wish in WORLD:
            changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
    database.engine.dispose()
    remember(url)
    return url


@pytest.fixture
def office(office_url: str) -> Iterator[Office]:
    restore(office_url)
    database = Database(office_url)
    yield Office(database)
    database.engine.dispose()


@pytest.fixture(scope="session")
def sample_url(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample company with its handbook; put back as it was before each test."""
    url = postgres.create()
    upkeep = bootstrap.upkeep(settings_in(tmp_path_factory.mktemp("sample"), database_url=url))
    upkeep.start()
    upkeep.sample()
    for _ in upkeep.handbook():
        pass
    remember(url)
    return url


@pytest.fixture
def settings(sample_url: str, tmp_path: Path) -> Settings:
    restore(sample_url)
    return settings_in(tmp_path / "pmo", sample=True, database_url=sample_url)


@pytest.fixture(scope="session")
def shelf_url(postgres: Server) -> str:
    url = postgres.shaped()
    remember(url)
    return url


class PostgresShelf(Shelf):
    def __init__(self, home: Path, url: str) -> None:
        self.database, self.folder = Database(url), home / "shelf"
        self.folder.mkdir()


@pytest.fixture
def shelf(shelf_url: str, tmp_path: Path) -> Iterator[Shelf]:
    restore(shelf_url)
    made = PostgresShelf(tmp_path, shelf_url)
    made.change(Create("person", {"name": "Ben", "email": BEN}))
    yield made
    made.database.engine.dispose()
