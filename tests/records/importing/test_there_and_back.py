"""Tables that were exported here come back as the same records: nothing is new, nothing changes, nothing is left out."""
import pytest

from records import exporting
from records.exporting import Keeper
from records.importing.matching import matched
from records.kinds import CashFlow, Link, Membership, Project, Risk, Task
from records.kinds.base import Record
from records.proposals import Change, Create
from tests.records.conftest import ADMIN, NOW, Office
from tests.records.importing.reading_here import read_here

MORE = (Create("task", {"title": "Pour concrete", "project_id": 1, "status": "blocked", "blocked_by": "rain", "description": "two\nlines", "labels": "a, b"}),
        Create("cashflow", {"title": "Works", "project_id": 1, "year": 2026, "amount": "-5000.00", "forecast": "-5500.50"}),
        Create("cashflow", {"title": "Works", "project_id": 1, "year": 2027, "amount": "7000.00"}),
        Create("link", {"project_id": 1, "predecessor_id": 1, "successor_id": 2, "type": "SS", "lag": 1.5}))


@pytest.mark.parametrize("kind", [Task, Risk, CashFlow, Link, Membership, Project])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_exported_table_comes_back_as_it_was(office: Office, kind: type[Record], ending: str) -> None:
    office.do(ADMIN, *MORE)
    with office.reader(ADMIN) as reader, office.database.reading() as session:
        keeper = Keeper(session, reader.asker)
        content = b"".join(exporting.write(keeper, exporting.Wanted(ending, kind.kind.one), NOW).content)
        read = read_here(content, f"out.{ending}")
        found = matched(session, reader.asker, read, NOW.date())
    assert {row.kind for row in read.rows} == {kind.__tablename__}
    assert not read.skipped
    assert not read.notes
    assert not found.skipped
    assert not [wish for wish in found.wishes if not isinstance(wish, Change)]
