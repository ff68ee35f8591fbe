"""Whether the records are what the log says: what was altered, added or taken away beside it is named."""
from contextlib import closing
from pathlib import Path
import sqlite3

import pytest

from records import backing_up
from records.backing_up.comparing import differences
from records.errors import BadInput, Conflict
from records.proposals import Change, Undo
from tests.records.backing_up.conftest import database_in, titles
from tests.records.conftest import ADMIN, ANA, NOW, Office

BESIDE = (
    ("UPDATE task SET progress = 90 WHERE key = 'APOLLO-T-1'", ["APOLLO-T-1: its progress is not as it was logged."]),
    ("UPDATE task SET owner_id = 4 WHERE key = 'APOLLO-T-2'", ["APOLLO-T-2: its owner_id is not as it was logged."]),
    ("UPDATE budgetline SET amount = 1 WHERE key = 'APOLLO-B-1'", ["APOLLO-B-1: its amount is not as it was logged."]),
    ("UPDATE person SET role = 'PMO admin' WHERE key = 'P-3'", ["P-3: its role is not as it was logged."]),
    ("DELETE FROM risk WHERE key = 'APOLLO-R-1'", ["APOLLO-R-1 (risk) is gone."]),
    ("INSERT INTO word (key, version, archived, source, word, choice, record, field) VALUES ('W-9', 1, 0, '', 'x', 'done', 'task', 'status')",
     ["W-9 (office word) is in no line of the log."]),
    ("UPDATE task SET version = 9", [f"{key}: its version is not as it was logged." for key in ("APOLLO-T-1", "APOLLO-T-2", "ZEPHYR-T-1")]),
)


def alter(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(statement)


def found(office: Office) -> list[str]:
    with office.database.reading() as session:
        return differences(session)


@pytest.mark.parametrize(("statement", "told"), BESIDE)
def test_what_was_done_beside_the_log_is_named(office: Office, home: Path, statement: str, told: list[str]) -> None:
    assert found(office) == []
    alter(home / "pmo.db", statement)
    assert found(office) == told


def test_changes_undone_and_done_again_leave_no_difference(office: Office) -> None:
    done = office.do(ANA, Change("task", ("APOLLO-T-1",), {"progress": 50, "due": "2026-12-01", "labels": "steel"}))
    undone = office.do(ANA, Undo(done))
    office.do(ANA, Undo(undone))
    office.do(ADMIN, Change("budgetline", ("APOLLO-B-1",), {"amount": "99999.99"}))
    office.do(ADMIN, Undo(11))
    assert found(office) == []


@pytest.mark.slow
def test_altered_records_are_neither_backed_up_nor_restored(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    alter(home / "b.db", BESIDE[0][0])
    for work in (lambda: backing_up.back_up(database_in(home / "b.db"), home / "c.db"),
                 lambda: backing_up.restore(office.database, home / "b.db", NOW, home)):
        with pytest.raises(Conflict, match="APOLLO-T-1: its progress is not as it was logged"):
            work()
    assert not (home / "c.db").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("statement", "what"), [
    ("CREATE TRIGGER quiet AFTER UPDATE ON task BEGIN UPDATE person SET role = 'PMO admin' WHERE id = 3; END", "trigger “quiet”"),
    ("CREATE VIEW everything AS SELECT * FROM person", "view “everything”"),
    ("CREATE TABLE loot (id)", "table “loot”"),
])
def test_a_file_with_a_part_that_is_not_ours_is_not_restored(office: Office, home: Path, statement: str, what: str) -> None:
    backing_up.back_up(office.database, home / "b.db")
    alter(home / "b.db", statement)
    before = titles(home / "pmo.db")
    with pytest.raises(BadInput, match=f"b.db holds a {what} that Project Assistant did not make"):
        backing_up.restore(office.database, home / "b.db", NOW, home)
    assert titles(home / "pmo.db") == before


def test_a_trigger_under_one_of_our_names_that_does_something_else_is_not_ours(office: Office, home: Path) -> None:
    backing_up.back_up(office.database, home / "b.db")
    alter(home / "b.db", "DROP TRIGGER wording_made")
    alter(home / "b.db", "CREATE TRIGGER wording_made AFTER INSERT ON wording BEGIN UPDATE person SET role = 'PMO admin'; END")
    with pytest.raises(BadInput, match="trigger “wording_made”"):
        backing_up.restore(office.database, home / "b.db", NOW, home)


@pytest.mark.slow
@pytest.mark.parametrize(("statement", "what"), [
    ("DROP TRIGGER change_no_update", "trigger “change_no_update”"), ("DROP TRIGGER touch_no_delete", "trigger “touch_no_delete”"),
    ("DROP INDEX ix_task_due", "index “ix_task_due”"),
])
def test_a_file_without_what_keeps_its_log_is_not_restored(office: Office, home: Path, statement: str, what: str) -> None:
    backing_up.back_up(office.database, home / "b.db")
    alter(home / "b.db", statement)
    before = titles(home / "pmo.db")
    with pytest.raises(BadInput, match=f"b.db lacks the {what} that Project Assistant makes"):
        backing_up.restore(office.database, home / "b.db", NOW, home)
    assert titles(home / "pmo.db") == before
