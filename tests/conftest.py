"""What all tests share: the sample company at a fixed moment, made once and copied for each test; no network, no environment."""
from collections.abc import Iterator
from datetime import UTC, datetime
import gc
import os
from pathlib import Path
import shutil

from fastapi.dependencies import models as fastapi_models
from hypothesis import settings as examples
import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Answer
from assistant.settings import Settings, variable
from assistant.upkeep import Upkeep
from records import engines
from records.database import Database
from records.migrating import upgrade
from tests import made_once
from tests.engines.server import Server, shared
from tests.no_network import at_home
from tests.nothing_skipped import pytest_make_collect_report, pytest_runtest_makereport  # noqa: F401 - pytest finds hooks here by name
from tools import TOOLS

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)

examples.register_profile("the same each time", derandomize=True, deadline=None, database=None)      # found today is found tomorrow, on any machine
examples.load_profile("the same each time")


def settings_in(home: Path, **chosen: object) -> Settings:
    """Settings that no environment and no .env file has a say in, and that nothing is looked for in either: that takes a hundred times as long."""
    made: Settings = Settings.__pydantic_validator__.validate_python({"home": home, "now": NOW, **chosen}, self_instance=Settings.__new__(Settings))
    return made


# What stands on one of these takes long by itself, and is left out by `make test-fast` but for what is marked `quick`.
COSTLY = {"sample_home", "postgres", "browser"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs a copy of the whole company, PostgreSQL or a browser."""
    for item in items:
        if COSTLY & set(getattr(item, "fixturenames", ())) and not item.get_closest_marker("quick"):
            item.add_marker("slow")


gc.disable()                        # while tests are collected, nothing is garbage


def pytest_collection_finish() -> None:
    """Whatever is loaded by now stays; looking through it at each collection of garbage took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _apart() -> Iterator[None]:
    """Keep the tests from the machine's own settings, and from the network."""
    with (pytest.MonkeyPatch.context() as patched, at_home(), made_once.statements(), made_once.embedder(), made_once.readers(),
          made_once.fields(), made_once.shapes(Answer), made_once.schemas(*(t.args for t in TOOLS))):
        for pragmas in ("PRAGMAS", "BESIDE"):                   # a database that is thrown away needs no disk to be sure of
            patched.setattr(engines, pragmas, (*getattr(engines, pragmas), "synchronous=OFF"))
        for field in Settings.model_fields:
            patched.delenv(variable(field), raising=False)
        yield


@pytest.fixture(scope="module", autouse=True)
def _let_go(_apart: None) -> Iterator[None]:
    """Let go of what the tests of the file before made, and look no more through what is left, which stays; what FastAPI remembers of each function
    keeps the application that made it, and its databases, until the end of all tests."""
    gc.collect()
    gc.freeze()
    yield
    for remembering in vars(fastapi_models).values():
        if hasattr(remembering, "cache_clear"):
            remembering.cache_clear()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Iterator[Server]:
    """One real PostgreSQL, started by the first test of any worker that wants it."""
    with shared(made_once.top(tmp_path_factory), worker) as server:
        yield server


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of the process that runs some of the tests beside others, or all."""
    return os.environ.get("PYTEST_XDIST_WORKER", "test")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of each engine that nothing was made in yet."""
    if request.param == "sqlite":
        yield Database(f"sqlite:///{tmp_path / 'pmo.db'}")
        return
    server: Server = request.getfixturevalue("postgres")
    url = server.create()
    yield Database(url)
    server.drop(url)


@pytest.fixture(scope="session")
def bare_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file in its newest shape, with nothing in it. Not to be written to: copy it."""
    def fill(folder: Path) -> None:
        made = Database(f"sqlite:///{folder / 'pmo.db'}")
        upgrade(made)
        made.engine.dispose()
    return made_once.folder(tmp_path_factory, "bare", fill) / "pmo.db"


@pytest.fixture(scope="module")
def quickly_made(bare_file: Path) -> Iterator[None]:
    """For tests of what begins, in which new databases are made again and again; that the migrations make them is tested in records."""
    with made_once.migrations(bare_file):
        yield


@pytest.fixture
def bare(bare_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A database in its newest shape that nothing was written to yet."""
    database = Database(f"sqlite:///{shutil.copy(bare_file, tmp_path / 'bare.db')}")
    yield database
    database.engine.dispose()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory, bare_file: Path) -> Path:
    """A PMO_HOME with the sample company and its handbook. Not to be written to: `home` is a copy."""
    def fill(home: Path) -> None:
        shutil.copy(bare_file, home)
        upkeep = bootstrap.upkeep(settings_in(home))
        upkeep.start()
        upkeep.sample()
        for _ in upkeep.handbook():
            pass
        upkeep._database.engine.dispose()
    return made_once.folder(tmp_path_factory, "sample", fill)


def copied(home: Path, to: Path) -> Path:
    """A copy of a folder of state; what somebody who reads it holds open beside it holds nothing that is not in it."""
    return Path(shutil.copytree(home, to, ignore=shutil.ignore_patterns("*-wal", "*-shm")))


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """The sample company's PMO_HOME, for one test alone."""
    return copied(sample_home, tmp_path / "pmo")


@pytest.fixture
def settings(home: Path) -> Settings:
    return settings_in(home, sample=True)


@pytest.fixture
def assistant(settings: Settings) -> Assistant:
    """The whole assistant, with the built-in planner."""
    return bootstrap.assistant(settings)


@pytest.fixture
def hands(settings: Settings) -> Assistant:
    """The assistant without a speaker."""
    return bootstrap.hands(settings)


@pytest.fixture
def upkeep(settings: Settings) -> Upkeep:
    return bootstrap.upkeep(settings)
