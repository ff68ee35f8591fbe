"""What was exported here and read a second time brings nothing new, in every format, over the whole sample company."""
from collections.abc import Iterator
from pathlib import Path

import pytest

from records import changing, exporting, log, planning, sample, threads
from records.database import Database
from records.errors import BadInput
from records.importing.base import Read, Row, To
from records.importing.matching import Matched, matched
from records.kinds import KINDS, Calendar, Person, Project, Task
from records.proposals import Change, Create, Proposal, Undo
from records.query import Query, Where
from records.reading import Reader
from tests.conftest import copied
from tests.records.conftest import ADMIN, ANA, NOW, TODAY, Office
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


def file_in(office: Office, *rows: Row, over: bool = False, applied: bool = True) -> Matched:
    """A file handed in as the door for files does, and confirmed."""
    with office.database.writing() as tx:
        asker = office.asker(ANA)
        made = matched(tx, asker, Read(rows), TODAY, over=over)
        if applied:
            proposal = made.proposal("plan.csv")
            changes = planning.plan(tx, asker, proposal, TODAY)
            threads.settle(tx, threads.offer(tx, asker, "t", proposal, changes, NOW), "applied", position=changing.apply(tx, asker, changes, NOW).position)
    return made


def by_hand(office: Office, who: str, **values: object) -> None:
    with office.database.writing() as tx:
        asker = office.asker(who)
        changing.apply(tx, asker, planning.plan(tx, asker, Proposal((Change("task", ("APOLLO-T-3",), values),)), TODAY), NOW)


def dig(**values: object) -> Row:
    return Row("task", "csv:task:W-1", {"title": "Dig", "project_id": To("project", "APOLLO"), "hours": 8.0, **values}, "row 2")


def changed(made: Matched) -> dict[str, object]:
    """What a file would change of the one record."""
    return {name: value for w in made.wishes if isinstance(w, Change) for name, value in w.values.items() if name not in ("title", "project_id")}


def test_what_was_changed_by_hand_since_the_import_stays_and_it_is_told_by_whom(office: Office) -> None:
    file_in(office, dig(hours=8.0, priority="low"))
    by_hand(office, ADMIN, hours=12.0)
    made = file_in(office, dig(hours=8.0, priority="high"), applied=False)
    assert changed(made) == {"priority": "high"}
    assert [(s.where, s.why) for s in made.skipped] == [
        ("row 2", "APOLLO-T-3 hours left out: changed by hand since: 8 h → 12 h by Admin on Wed 18 Nov 2026; the file says 8 h")]
    assert made.notes[-1] == ("1 value was changed by hand since the last import and stays as it is, see below. "
                              "To take the file's all the same, hand it in with --over.")


def test_the_file_goes_over_what_was_changed_by_hand_where_that_is_said(office: Office) -> None:
    file_in(office, dig())
    by_hand(office, ADMIN, hours=12.0)
    made = file_in(office, dig(), over=True)
    assert (changed(made), made.skipped, made.notes) == ({"hours": 8.0}, [], ())
    assert changed(file_in(office, dig(hours=9.0), applied=False)) == {"hours": 9.0}


def test_a_file_that_agrees_and_one_whose_change_was_taken_back_are_no_trouble(office: Office) -> None:
    file_in(office, dig())
    by_hand(office, ADMIN, hours=12.0)
    assert file_in(office, dig(hours=12.0), applied=False).skipped == []
    by_hand(office, ADMIN, hours=8.0)
    assert changed(file_in(office, dig(hours=9.0), applied=False)) == {"hours": 9.0}


def test_what_both_changed_stays_too_and_what_was_never_imported_follows_the_file(office: Office) -> None:
    by_title = Row("task", "", {"title": "Order steel", "project_id": To("project", "APOLLO"), "hours": 3.0}, "row 2")
    assert changed(file_in(office, by_title)) == {"hours": 3.0}
    file_in(office, dig())
    by_hand(office, ADMIN, hours=12.0)
    assert "hours" not in changed(file_in(office, dig(hours=20.0), applied=False))


def test_an_import_that_was_taken_back_is_no_change_by_hand(office: Office) -> None:
    file_in(office, dig())
    file_in(office, dig(hours=20.0))
    with office.database.writing() as tx:
        asker = office.asker(ANA)
        changing.apply(tx, asker, planning.plan(tx, asker, Proposal((Undo(log.head(tx)),)), TODAY), NOW)
    assert changed(file_in(office, dig(hours=20.0), applied=False)) == {"hours": 20.0}


def test_a_file_without_a_project_is_of_the_one_its_rows_were_taken_for_before(office: Office) -> None:
    file_in(office, dig())
    homeless = Row("task", "csv:task:W-1", {"title": "Dig", "hours": 9.0}, "row 2"), Row("task", "csv:task:W-2", {"title": "Pour"}, "row 3")
    made = file_in(office, *homeless)
    assert made.notes[0] == "The file names no project; its rows are of Apollo, where those are that came from it before."
    with office.reader(ADMIN) as reader:
        assert {t.title: t.key for t in reader.find(Query(Task, (Where("source", "not empty"),)))} == {"Dig": "APOLLO-T-3", "Pour": "APOLLO-T-4"}
    assert "needs a project" in file_in(office, Row("task", "csv:task:X-9", {"title": "Dry"}, "row 2"), applied=False).skipped[0].why
