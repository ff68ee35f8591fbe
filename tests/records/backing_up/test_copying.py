"""A backup is whole and checked, or it is not there; a restore loses nothing."""
from pathlib import Path
import shutil
import sqlite3
import stat
from threading import Event, Thread

import pytest

from records import backing_up
from records.errors import BadInput, Conflict, Sorry
from tests.records.backing_up.conftest import add, database_in, tamper, titles
from tests.records.conftest import NOW, Office

BEFORE = ["Draw the plans", "Order steel", "Sound out the seller"]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_backup_holds_everything_and_says_so(office: Office, home: Path) -> None:
    counted = backing_up.back_up(office.database, home / "b.db")
    assert (counted.projects, counted.records, counted.changes) == (2, 14, 14)
    assert str(counted) == "14 records, 2 projects, 14 changes, the latest of 18 Nov 2026 09:00 UTC"
    assert titles(home / "b.db") == BEFORE


def test_only_its_owner_may_read_it_and_nothing_lies_about(office: Office, home: Path) -> None:
    office.database.engine.dispose()
    backing_up.back_up(office.database, home / "b.db")
    office.database.engine.dispose()
    assert stat.S_IMODE((home / "b.db").stat().st_mode) == 0o600
    assert names(home) == ["b.db", "pmo.db"]


def test_a_file_that_is_there_is_replaced_only_when_forced(office: Office, home: Path) -> None:
    (home / "b.db").write_text("precious")
    with pytest.raises(Conflict, match="is there already"):
        backing_up.back_up(office.database, home / "b.db")
    assert (home / "b.db").read_text() == "precious"
    backing_up.back_up(office.database, home / "b.db", force=True)
    assert titles(home / "b.db") == BEFORE


@pytest.mark.parametrize(("to", "says"), [("nowhere/b.db", "There is no folder"), (".", "is a folder")])
def test_a_place_that_cannot_be_written_is_said(office: Office, home: Path, to: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        backing_up.back_up(office.database, home / to)


@pytest.mark.slow
def test_it_is_made_while_others_write(office: Office, home: Path) -> None:
    stopped, failed = Event(), list[Exception]()

    def write() -> None:
        number = 0
        while not stopped.is_set():
            number += 1
            try:
                add(office, f"Task {number}")
            except Sorry as sorry:
                failed.append(sorry)

    writer = Thread(target=write)
    writer.start()
    try:
        counted = [backing_up.back_up(office.database, home / f"{n}.db").changes for n in range(3)]
    finally:
        stopped.set()
        writer.join()
    assert counted == sorted(counted)
    assert not failed
    assert len(titles(home / "2.db")) == counted[2] - 14 + 3


@pytest.mark.slow
@pytest.mark.parametrize("position", [1, 7, 14])
def test_a_broken_log_is_neither_backed_up_nor_restored(office: Office, home: Path, position: int) -> None:
    shutil.copy(home / "pmo.db", home / "broken.db")
    tamper(home / "broken.db", position)
    with pytest.raises(Conflict, match=f"these records is broken at change #{position}"):
        backing_up.back_up(database_in(home / "broken.db"), home / "b.db")
    with pytest.raises(Conflict, match=f"broken.db is broken at change #{position}"):
        backing_up.restore(office.database, home / "broken.db", NOW, home)
    assert not (home / "b.db").exists()
    assert titles(home / "pmo.db") == BEFORE


def test_a_restore_brings_back_what_was_and_keeps_what_is(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    add(office, "Since then")
    restored = backing_up.restore(office.database, home / "b.db", NOW, home)
    assert (restored.counted.changes, restored.aside) == (14, home / "pmo-2026-11-18-0900.db")
    assert (titles(home / "pmo.db"), titles(home / "pmo-2026-11-18-0900.db")) == (BEFORE, [*BEFORE, "Since then"])


@pytest.mark.slow
def test_work_goes_on_after_a_restore(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    backing_up.restore(office.database, home / "b.db", NOW, home)
    assert add(office, "The next") == 15
    assert titles(home / "pmo.db") == [*BEFORE, "The next"]


@pytest.mark.slow
def test_what_is_set_aside_twice_in_a_minute_has_two_names(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    asides = [backing_up.restore(office.database, home / "b.db", NOW, home).aside for _ in range(2)]
    assert asides == [home / "pmo-2026-11-18-0900.db", home / "pmo-2026-11-18-0900-2.db"]


@pytest.mark.slow
def test_the_backup_itself_stays_as_it_is(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    before = (home / "b.db").read_bytes()
    (home / "b.db").chmod(0o400)
    backing_up.restore(office.database, home / "b.db", NOW, home)
    assert (home / "b.db").read_bytes() == before


def test_into_an_empty_folder_it_comes_without_an_aside(office: Office, home: Path, tmp_path: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    (tmp_path / "new").mkdir()
    restored = backing_up.restore(database_in(tmp_path / "new" / "pmo.db"), home / "b.db", NOW, tmp_path / "new")
    assert restored.aside is None
    assert names(tmp_path / "new") == ["pmo.db"]
    assert stat.S_IMODE((tmp_path / "new" / "pmo.db").stat().st_mode) == 0o600


@pytest.mark.slow
@pytest.mark.parametrize("is_writing", [False, True])
def test_records_that_are_open_elsewhere_are_not_replaced(office: Office, home: Path, *, is_writing: bool) -> None:
    backing_up.back_up(office.database, home / "b.db")
    other = sqlite3.connect(home / "pmo.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE" if is_writing else "SELECT count(*) FROM task")
    with pytest.raises(Conflict, match="Stop it first"):
        backing_up.restore(office.database, home / "b.db", NOW, home)
    other.close()
    assert not list(home.glob("pmo-2026*"))


def no_database(file: Path) -> None:
    file.write_bytes(b"")


def some_text(file: Path) -> None:
    file.write_text("key,title\n")


def another_database(file: Path) -> None:
    sqlite3.connect(file).execute("CREATE TABLE project (id)").connection.close()


def half_a_backup(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:60_000])


def a_scratched_backup(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[8192:200_000] = b"\xff" * (200_000 - 8192)
    file.write_bytes(whole)


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [no_database, some_text, another_database, half_a_backup, a_scratched_backup])
def test_what_is_no_whole_backup_is_refused(office: Office, home: Path, spoil: object) -> None:
    backing_up.back_up(office.database, home / "b.db")
    if spoil is another_database:
        (home / "b.db").unlink()
    spoil(home / "b.db")  # type: ignore[operator]
    with pytest.raises(BadInput, match=r"b\.db is (no backup|damaged)"):
        backing_up.restore(office.database, home / "b.db", NOW, home)
    office.database.engine.dispose()
    assert names(home) == ["b.db", "pmo.db"]
    assert titles(home / "pmo.db") == BEFORE


def test_a_backup_of_a_newer_version_is_refused(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    with sqlite3.connect(home / "b.db") as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(Sorry, match="newer version"):
        backing_up.restore(office.database, home / "b.db", NOW, home)
    assert titles(home / "pmo.db") == BEFORE


def test_a_damaged_database_is_set_aside_with_what_lies_beside_it(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    office.database.engine.dispose()
    (home / "pmo.db").write_bytes(b"no database at all")
    (home / "pmo.db-wal").write_bytes(b"the end of something")
    restored = backing_up.restore(office.database, home / "b.db", NOW, home)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == b"no database at all"
    assert restored.aside.with_name(restored.aside.name + "-wal").read_bytes() == b"the end of something"
    assert titles(home / "pmo.db") == BEFORE


def test_a_full_disk_leaves_no_half(office: Office, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        backing_up.back_up(office.database, home / "b.db")
    office.database.engine.dispose()
    assert names(home) == ["pmo.db"]


