"""A backup or a restore killed at any of its steps: what there is, is whole."""
from collections.abc import Callable
import os
from pathlib import Path
import shutil
import signal
import sqlite3
import stat
import sys

import pytest

from records import backing_up
from tests.records.backing_up.conftest import add, database_in, titles
from tests.records.conftest import NOW, Office

OLD = ["Draw the plans", "Order steel", "Sound out the seller"]
NEW = [*OLD, "Since then"]
STEPS = {"open", "sqlite3.connect", "sqlite3.connect/handle", "os.rename", "os.remove", "os.link", "shutil.copyfile", "pathlib.Path.unlink"}
MOST = 300


def killed_at(step: int, work: Callable[[], object], within: Path) -> bool:
    """Run work in a child that is killed when it touches files for the n-th time; returns whether it was killed."""
    child = os.fork()
    if child == 0:
        seen = [0]

        def count(event: str, arguments: tuple[object, ...]) -> None:
            if event in STEPS and any(str(within) in str(a) for a in arguments):
                seen[0] += 1
                if seen[0] == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def every_step(tmp_path: Path, there: Path, work: Callable[[Path], object], look: Callable[[Path, bool], None]) -> int:
    """Kill work in a copy of a folder at each step, and look at what is left; returns how many steps there were."""
    for step in range(1, MOST):
        home = tmp_path / f"killed-{step}"
        shutil.copytree(there, home)
        was_killed = killed_at(step, lambda home=home: work(home), home)  # type: ignore[misc]
        look(home, was_killed)
        shutil.rmtree(home)
        if not was_killed:
            return step
    raise AssertionError("it never came to its end")


@pytest.fixture
def there(office: Office, home: Path) -> Path:
    """A folder with records and an older backup of them."""
    backing_up.back_up(office.database, home / "b.db")
    add(office, "Since then")
    office.database.engine.dispose()
    return home


@pytest.mark.slow
def test_a_backup_killed_at_any_step_is_whole_or_as_it_was(there: Path, tmp_path: Path) -> None:
    def work(home: Path) -> object:
        return backing_up.back_up(database_in(home / "pmo.db"), home / "b.db", force=True)

    def look(home: Path, was_killed: bool) -> None:  # noqa: FBT001 - it is what happened
        assert titles(home / "pmo.db") == NEW
        assert titles(home / "b.db") in ((OLD, NEW) if was_killed else (NEW,))
        assert all(stat.S_IMODE(f.stat().st_mode) == 0o600 for f in home.glob(".*.part"))

    assert every_step(tmp_path, there, work, look) > 5


@pytest.mark.slow
def test_a_restore_killed_at_any_step_leaves_the_old_or_the_new_and_loses_neither(there: Path, tmp_path: Path) -> None:
    def work(home: Path) -> object:
        return backing_up.restore(database_in(home / "pmo.db"), home / "b.db", NOW, home)

    def look(home: Path, was_killed: bool) -> None:  # noqa: FBT001 - it is what happened
        now = titles(home / "pmo.db")
        assert now in ((OLD, NEW) if was_killed else (OLD,))
        assert now == NEW or titles(home / "pmo-2026-11-18-0900.db") == NEW
        assert titles(home / "b.db") == OLD

    assert every_step(tmp_path, there, work, look) > 8


@pytest.mark.slow
@pytest.mark.parametrize("steps", [1, 50, 400])
def test_a_copy_killed_while_it_is_written_has_no_name(there: Path, steps: int) -> None:
    child = os.fork()
    if child == 0:
        database = database_in(there / "pmo.db")
        connection = database.engine.raw_connection()
        opened: sqlite3.Connection = connection.driver_connection  # type: ignore[assignment]  # it is one
        opened.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), steps)
        connection.close()
        backing_up.back_up(database, there / "half.db")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert not (there / "half.db").exists()
    assert titles(there / "pmo.db") == NEW
    assert backing_up.back_up(database_in(there / "pmo.db"), there / "half.db").changes == 15
