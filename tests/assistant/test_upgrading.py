"""An older installation is brought to this version with a copy of what was there before; that copy is the way back, and nothing else touches it meanwhile."""
from pathlib import Path
import shutil
import sqlite3

import pytest

from assistant import bootstrap
from assistant.upkeep import Upkeep
from records import migrating, versions
from records.errors import Conflict, Sorry
from records.sample import wider
from tests.bots.cli.conftest import Pmo, pmo  # noqa: F401 - a fixture
from tests.conftest import copied, settings_in

OLDER, NEWEST = versions.chain()[-2:]
NEW = {"toolrule"}                              # the kinds that came with the newest


def is_of(file: Path) -> str:
    """The version of a database file."""
    with sqlite3.connect(file) as opened:
        return str(opened.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.fixture(scope="module")
def older_home(tmp_path_factory: pytest.TempPathFactory, bare_file: Path) -> Path:
    """The sample company as the version before had it, without what only this one knows. Not to be written to."""
    home = tmp_path_factory.mktemp("older")
    shutil.copy(bare_file, home)
    upkeep = bootstrap.upkeep(settings_in(home))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(wider, "OFFICE", tuple(row for row in wider.OFFICE if row[0] not in NEW))
        upkeep.start()
        upkeep.sample()
    migrating.downgrade(upkeep._database, OLDER)
    upkeep._database.engine.dispose()
    return home


@pytest.fixture
def home(older_home: Path, tmp_path: Path) -> Path:
    return copied(older_home, tmp_path / "pmo")


@pytest.fixture
def upkeep(sample_home: Path, tmp_path: Path) -> Upkeep:
    """The sample company as this version has it."""
    return bootstrap.upkeep(settings_in(copied(sample_home, tmp_path / "new")))


@pytest.fixture
def older(home: Path) -> Upkeep:
    return bootstrap.upkeep(settings_in(home))


@pytest.mark.slow
def test_an_older_one_is_copied_upgraded_and_can_be_put_back(older: Upkeep, home: Path) -> None:
    records = next(detail for _, part, detail in bootstrap.upkeep(settings_in(home)).doctor() if part == "records")
    assert records == versions.TOO_OLD
    done = older.start()
    assert done
    assert done.kept == home / "before-upgrades" / f"pmo-{OLDER}-2026-11-18-0900.db"
    assert (done.was, done.now, is_of(done.kept), is_of(home / "pmo.db")) == (OLDER, NEWEST, OLDER, NEWEST)
    assert done.kept.stat().st_mode & 0o777 == 0o600
    assert all(ok for ok, part, _ in older.doctor() if part in {"records", "log", "records and log"})
    restored = older.restore(done.kept, home, force=True)
    assert restored.counted.projects == 7
    assert restored.aside
    assert is_of(home / "pmo.db") == NEWEST


def test_what_has_this_version_already_is_left_alone(upkeep: Upkeep, home: Path) -> None:
    assert upkeep.start() is None
    assert not (home / "before-upgrades").exists()


def test_who_made_a_copy_themselves_may_say_so(older: Upkeep, home: Path) -> None:
    done = older.start(keeps=False)
    assert done
    assert done.kept is None
    assert not (home / "before-upgrades").exists()


def test_nobody_works_on_an_older_one_before(older: Upkeep) -> None:
    with pytest.raises(Conflict, match="pmo upgrade"):
        older.people()


def test_an_older_version_does_not_open_a_newer_one(upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "chain", lambda: ("0001", OLDER))
    with pytest.raises(Sorry, match="made by a newer version of Project Assistant"):
        upkeep.people()


def test_the_command_says_what_it_did_and_the_way_back(older: Upkeep, pmo: Pmo) -> None:  # noqa: F811
    assert older
    assert "pmo upgrade" in pmo("ask", "how is Apollo doing?").err
    said = pmo("upgrade")
    assert (said.code, said.out.partition(" As ")[0]) == (0, f"The records were brought from version {OLDER} to {NEWEST}.")
    assert "The way back: install the version before, then pmo restore" in said.out
    assert pmo("upgrade").out == "The records have the shape of this version already.\n"


def test_the_migrations_are_told_by_their_files_as_they_are_run() -> None:
    assert list(versions.chain()) == [f"{number:04}" for number in range(1, len(versions.chain()) + 1)]
