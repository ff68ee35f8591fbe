"""Out and in again: an empty company that reads an export is the same company, and a table read by the one it came from changes nothing."""

import pytest

from records import changing, exporting, planning, sample
from records.database import Database
from records.importing import Wanted, read
from records.importing.matching import matched
from records.proposals import Change, ChangeSet, Create, Undo
from tests.records.conftest import ADMIN, ANA, NOW, TODAY, Office
from tests.records.exporting.conftest import Out


def taken_in(database: Database, content: bytes, name: str, kind: str = "") -> ChangeSet:
    """What a file comes to, applied."""
    found = read(content, name, Wanted(kind=kind))
    with database.writing() as tx:
        changes = planning.plan(tx, sample.OFFICE, matched(tx, sample.OFFICE, found, TODAY).proposal(name), TODAY)
        changing.apply(tx, sample.OFFICE, changes, NOW)
    return changes


@pytest.mark.slow
def test_an_empty_company_that_reads_an_export_gives_the_same_bytes(office: Office, out: Out, bare: Database) -> None:
    made = office.do(ANA, Create("task", {"title": "A mistake", "project_id": 1}))
    office.do(ANA, Create("task", {"title": '=1+1, "quoted" and 漢字', "description": "two\nlines", "project_id": 1, "parent_id": 1}),
              Create("cashflow", {"title": "Outlay", "project_id": 1, "year": 2026, "amount": "-5000.50"}))
    office.do(ANA, Undo(made))
    content = out(ADMIN, "json")
    taken_in(bare, content, "everything.json")
    with bare.reading() as session:
        again = exporting.write(exporting.Keeper(session, sample.OFFICE), exporting.Wanted("json"), NOW)
        assert b"".join(again.content) == content


@pytest.mark.slow
@pytest.mark.parametrize("as_", ["csv", "xlsx"])
def test_a_table_is_read_back_by_its_own_headings(office: Office, out: Out, as_: str) -> None:
    content = out(ADMIN, as_, "tasks")
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"owner_id": 2, "hours": None, "due": None, "status": "done"}))
    changes = taken_in(office.database, content, f"tasks.{as_}")
    told = {(e.key, name): value for e in changes.edits for name, value in e.after.items() if name not in ("source", "progress", "done_on")}
    assert told == {("APOLLO-T-2", name): value for name, value in (("owner_id", 3), ("hours", 60.0), ("due", "2026-11-20"), ("status", "to do"))}
