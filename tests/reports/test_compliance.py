"""A rule that the office's handbook does not hold is called our own, and no heading claims the handbook for it."""
from records.computing import Book
from records.kinds import Project
from records.proposals import Create
from records.query import Query
from reports.blocks import Card, Table
from reports.compliance import of_one
from tests.records.conftest import ADMIN, NOW, TODAY, Office
from tests.records.conftest import office as office  # noqa: PLC0414 - a fixture
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture


def checked(office: Office) -> tuple[Card, Table]:
    with office.reader(ADMIN) as reader:
        corvus = next(p for p in reader.find(Query(Project)) if p.key == "CORVUS")
        lead, table = of_one(Book(reader, (corvus,), TODAY), corvus, NOW)[:2]
    assert isinstance(lead, Card)
    assert isinstance(table, Table)
    return lead, table


def test_without_clauses_all_rules_are_our_own_until_the_office_words_one(office: Office) -> None:
    office.do(ADMIN, Create("project", {"name": "Corvus", "phase": "in delivery"}))
    lead, table = checked(office)
    assert "23 rules (our own, none of your handbook)" in lead.title
    asked = {row[1]: row[2] for row in table.rows}
    assert asked["◆ unbaselined"] == "A project in delivery has an agreed baseline. (our own rule, no clause of your handbook)"
    assert table.columns[2] == "what is asked"
    office.do(ADMIN, Create("clause", {"rule": "unbaselined", "says": "Agree the plan.", "document": "Handbook", "section": "4"}))
    lead, table = checked(office)
    assert "(1 of the handbook, 22 our own)" in lead.title
    assert {row[1]: row[2] for row in table.rows}["◆ unbaselined"] == "Agree the plan. (Handbook 4)"
