"""What the tests make once is what they would make anew."""
from contextlib import closing
from pathlib import Path
import sqlite3

import pytest

from records.database import Database
from records.migrating import upgrade
from tests import made_once


class Stopped(Exception):
    pass


def whole(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as opened:
        return list(opened.iterdump())


def test_a_database_made_quickly_is_the_one_that_the_migrations_make(bare_file: Path, tmp_path: Path, quickly_made: None) -> None:  # noqa: ARG001
    made = Database(f"sqlite:///{tmp_path / 'pmo.db'}")
    upgrade(made)
    made.engine.dispose()
    assert whole(tmp_path / "pmo.db") == whole(bare_file)
    upgrade(made)                                # and there is nothing left to do
    made.engine.dispose()


def test_a_folder_is_filled_once_and_again_where_filling_failed(tmp_path_factory: pytest.TempPathFactory) -> None:
    filled: list[Path] = []

    def fill(folder: Path) -> None:
        filled.append(folder)
        (folder / "file").touch()
        if len(filled) == 1:
            raise Stopped
    with pytest.raises(Stopped):
        made_once.folder(tmp_path_factory, "tried", fill)
    first = made_once.folder(tmp_path_factory, "tried", fill)
    assert (made_once.folder(tmp_path_factory, "tried", fill), [f.name for f in first.iterdir()], len(filled)) == (first, ["file"], 2)


def test_databases_of_one_process_share_their_statements(tmp_path: Path) -> None:
    one, other = (Database(f"sqlite:///{tmp_path / name}.db").engine for name in ("one", "other"))
    assert (one.dialect, one._compiled_cache) == (other.dialect, other._compiled_cache)
    assert one.pool is not other.pool
