"""What was exported here and read a second time brings nothing new, in every format, over the whole sample company."""
from collections.abc import Iterator
from pathlib import Path

import pytest

from records import changing, exporting, planning, sample
from records.database import Database
from records.errors import BadInput
from records.importing.base import Row
from records.importing.matching import matched
from records.kinds import KINDS, Calendar, Person, Project
from records.proposals import Change, Create
from records.query import Query
from records.reading import Reader
from tests.conftest import copied
from tests.records.conftest import ADMIN, NOW, TODAY, Office
from tests.records.importing.reading_here import read_here
from tests.records.importing.test_matching import load, match


@pytest.fixture
def company(sample_home: Path, tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{copied(sample_home, tmp_path / 'company') / 'pmo.db'}")
    yield database
    database.engine.dispose()


def out(database: Database, as_: str, kind: str = "", project: str = "") -> bytes:
    with database.reading() as session:
        keeper = exporting.Keeper(session, sample.OFFICE)
        return b"".join(exporting.write(keeper, exporting.Wanted(as_, kind, project), NOW).content)


def taken_in(database: Database, content: bytes, name: str) -> list[str]:
    """What a file makes and changes, applied."""
    found = read_here(content, name)
    with database.writing() as tx:
        proposal = matched(tx, sample.OFFICE, found, TODAY).proposal(name)
        try:
            changes = planning.plan(tx, sample.OFFICE, proposal, TODAY)
        except BadInput as nothing:
            if "change nothing" not in str(nothing):
                raise
            return []
        changing.apply(tx, sample.OFFICE, changes, NOW)
    return [f"{e.kind} {e.key or 'new'}: {', '.join(e.after)}" for e in changes.edits]


def schedules(database: Database) -> dict[str, bytes]:
    with database.reading() as session:
        keys = [p.key for p in Reader(session, sample.OFFICE).find(Query(Project))]
    return {key: out(database, "mspdi", project=key) for key in keys}


@pytest.mark.slow
def test_every_schedule_read_twice_by_another_company_makes_each_person_and_calendar_once(company: Database, bare: Database) -> None:
    files = schedules(company)
    for key, content in files.items():
        assert taken_in(bare, content, f"{key}.xml")
    for key, content in files.items():
        assert taken_in(bare, content, f"{key}.xml") == []
    with bare.reading() as session:
        reader = Reader(session, sample.OFFICE)
        people, calendars = reader.find(Query(Person)), reader.find(Query(Calendar))
    assert len({p.name for p in people}) == len(people)
    assert len({c.name for c in calendars}) == len(calendars)


@pytest.mark.slow
def test_every_schedule_read_back_by_its_own_company_makes_nobody_and_the_second_time_changes_nothing(company: Database) -> None:
    for key, content in schedules(company).items():
        assert not [made for made in taken_in(company, content, f"{key}.xml") if made.startswith(("person", "calendar", "project new"))]
        assert taken_in(company, content, f"{key}.xml") == []


@pytest.mark.slow
def test_every_table_read_back_makes_nothing_and_the_next_time_changes_nothing_in_any_format(company: Database) -> None:
    for kind in KINDS:
        with company.reading() as session:
            if not Reader(session, sample.OFFICE).count(Query(kind)):
                continue
        name, content = kind.kind.one, out(company, "csv", kind.kind.one)
        assert not [made for made in taken_in(company, content, f"{name}.csv") if " new" in made], kind
        assert taken_in(company, content, f"{name}.csv") == [], kind
        assert taken_in(company, out(company, "xlsx", name), f"{name}.xlsx") == [], kind


def calendar(project: str, days_off: str, name: str = "Standard") -> Row:
    return Row("calendar", f"msp:{project}/calendar/1", {"name": name, "workdays": "1, 2, 3, 4, 5", "hours": 8.0, "days_off": days_off}, f"calendar “{name}”")


def names(office: Office) -> list[str]:
    with office.reader(ADMIN) as reader:
        return [c.name for c in reader.find(Query(Calendar, sort="key"))]


def test_an_equal_calendar_of_the_same_name_is_one_for_all_files(office: Office) -> None:
    before = names(office)
    load(office, ADMIN, calendar("Apollo", "2026-12-25"))
    assert not match(office, ADMIN, calendar("Borealis", "2026-12-25")).wishes
    assert names(office) == [*before, "Standard"]


def test_another_calendar_of_the_same_name_is_called_after_its_project_this_week_and_next(office: Office) -> None:
    before = names(office)
    load(office, ADMIN, calendar("Apollo", "2026-12-25"))
    load(office, ADMIN, calendar("Borealis", "2026-12-24"))
    assert names(office) == [*before, "Standard", "Standard (Borealis)"]
    assert not match(office, ADMIN, calendar("Borealis", "2026-12-24")).wishes
    (change,) = match(office, ADMIN, calendar("Borealis", "2026-12-23")).wishes
    assert isinstance(change, Change)
    assert not isinstance(change, Create)
    assert change.values["name"] == "Standard (Borealis)"
    assert change.values["days_off"] == "2026-12-23"
