"""What makes a value doubtful is said, and never the value itself where there is some."""
from datetime import date
from pathlib import Path

from language.dates import Period
from records import changing, planning
from records.computing import Book
from records.database import Database
from records.kinds import Project
from records.proposals import Create, Proposal
from records.query import Query
from records.reading import Reader
from records.sample import OFFICE
from reports.blocks import Text
from reports.whole import report
from tests.conftest import NOW

PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))


def test_a_value_that_is_made_is_no_reason_to_doubt_it(bare_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "pmo.db"
    file.write_bytes(bare_file.read_bytes())
    database = Database(f"sqlite:///{file}")
    flows = [Create("cashflow", {"title": f"Flow {year}", "year": year, "amount": amount, "project_id": -1})
             for year, amount in ((2026, -100_000), (2027, 90_000), (2028, 90_000))]
    with database.writing() as tx:
        wish = Proposal((Create("project", {"name": "Depot", "phase": "in delivery"}, -1), *flows))
        changing.apply(tx, OFFICE, planning.plan(tx, OFFICE, wish, NOW.date()), NOW)
    with database.reading() as session:
        (project,) = Reader(session, OFFICE).find(Query(Project, limit=None))
        said = " ".join(b.text for b in report(Book(Reader(session, OFFICE), [project], NOW.date()), project, PERIOD, NOW).blocks if isinstance(b, Text))
    assert "Its value is in doubt, although its NPV is" in said, said
    assert "in doubt: its NPV" not in said
    database.engine.dispose()
