"""The fixtures of other rooms once more, on PostgreSQL: what is tested there on SQLite runs here as it stands."""
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
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
    def fill(url: str) -> None:
        database = Database(url)
        with database.writing() as tx:
            for wish in WORLD:
                changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
        database.engine.dispose()

    url = postgres.filled("office", fill)
    remember(url)
    return url


@pytest.fixture(scope="session")
def office_database(office_url: str) -> Iterator[Database]:
    """One for all tests, since each would put its statements together anew."""
    database = Database(office_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def office(office_database: Database, office_url: str) -> Office:
    restore(office_url)
    return Office(office_database)


@pytest.fixture(scope="session")
def sample_url(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample company with its handbook; put back as it was before each test."""
    def fill(url: str) -> None:
        upkeep = bootstrap.upkeep(settings_in(tmp_path_factory.mktemp("sample"), database_url=url))
        upkeep.start()
        upkeep.sample()
        for _ in upkeep.handbook():
            pass
        upkeep._database.engine.dispose()

    url = postgres.filled("sample", fill)
    remember(url)
    return url


@pytest.fixture
def settings(sample_url: str, tmp_path: Path) -> Settings:
    restore(sample_url)
    return settings_in(tmp_path / "pmo", sample=True, database_url=sample_url)


@pytest.fixture(scope="session")
def one_assistant(sample_url: str, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """One for all tests, likewise."""
    return bootstrap.assistant(settings_in(tmp_path_factory.mktemp("assistant"), sample=True, database_url=sample_url))


@pytest.fixture
def assistant(one_assistant: Assistant, settings: Settings) -> Assistant:     # noqa: ARG001 - which puts the records back
    return one_assistant


@pytest.fixture(scope="session")
def shelf_url(postgres: Server) -> str:
    url = postgres.shaped()
    remember(url)
    return url


@pytest.fixture(scope="session")
def shelf_database(shelf_url: str) -> Iterator[Database]:
    database = Database(shelf_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def shelf(shelf_database: Database, shelf_url: str, tmp_path: Path) -> Shelf:
    restore(shelf_url)
    made = Shelf(tmp_path, shelf_database)
    made.change(Create("person", {"name": "Ben", "email": BEN}))
    return made
