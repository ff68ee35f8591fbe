"""Forgetting on both engines: the values are nowhere in the database any more, the log still verifies, and nobody can bring them back."""
from collections.abc import Iterator
import json
from pathlib import Path
import shutil

import pytest
import sqlalchemy as sa

from records import changing, forgetting, journal, log, planning, sample, threads
from records.asker import Asker, Role
from records.backing_up import comparing
from records.database import Database
from records.errors import Conflict, NotFound, Refused
from records.migrating import upgrade
from records.proposals import Change, Create, Forget, Proposal, Undo, Wish
from tests.engines.server import Server
from tests.records.conftest import NOW, TODAY

ZOE = "zoe.ångström@office.example"
BO = "bo@office.example"
WORLD: tuple[Wish, ...] = (
    Create("person", {"name": "Zoë Ångström", "email": ZOE, "role": "project manager", "skills": "welding-canary", "rate": "77.77"}),
    Create("person", {"name": "Bo Lind", "email": BO, "role": "PMO admin"}),
    Create("project", {"name": "Apollo", "manager_id": 1, "purpose": "Ask Zoë Ångström about the halls."}),
    Create("task", {"title": "Call zoë ångström back", "project_id": 1, "owner_id": 1}),
    Change("person", ("P-1",), {"location": "canary street 5", "weekly_hours": 32.0}),
    Change("task", ("APOLLO-T-1",), {"title": f"Write to {ZOE}"}),
    Create("comment", {"text": "Let us ask ZOË ÅNGSTRÖM.", "project_id": 1, "author_id": 2}),
)


def asker(person: int, email: str, *roles: Role) -> Asker:
    return Asker(person, "", email, frozenset(roles))


ZOE_ASKS = asker(1, ZOE, Role.manager)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office's database, made once; `office` opens a copy."""
    made = tmp_path_factory.mktemp("office") / "pmo.db"
    database = fill(Database(f"sqlite:///{made}"))
    database.engine.dispose()
    return made


@pytest.fixture
def office(file: Path, tmp_path: Path) -> Database:
    return Database(f"sqlite:///{shutil.copy(file, tmp_path / 'pmo.db')}")


def fill(database: Database) -> Database:
    upgrade(database)
    with database.writing() as tx:
        for wish in WORLD:
            changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
        mine = planning.plan(tx, ZOE_ASKS, Proposal((Create("preference", {"name": "time zone", "value": "Europe/Oslo"}),)), TODAY)
        changing.apply(tx, ZOE_ASKS, mine, NOW)
        for n, who in enumerate((1, 2)):
            answer = json.dumps({"text": "Zoë Ångström leads it"}, ensure_ascii=bool(n))
            threads.keep(tx, threads.Turn(id=f"q{n}", thread=f"t{n}", seq=0, asker_id=who, at=NOW, question=f"who is {ZOE.upper()}?", answer=answer))
            journal.note(tx, NOW, who, journal.Event.question_misunderstood, "where does Zoë Ångström sit?")
        journal.note(tx, NOW, 2, journal.Event.question_misunderstood, "hm?")
    return database


def forget(database: Database, email: str = ZOE) -> forgetting.Forgotten:
    with database.writing() as tx:
        done = forgetting.person(tx, email)
        changing.apply(tx, sample.OFFICE, done.changes, NOW, done.marks)
    return done


def everything(database: Database) -> str:
    """All rows of all tables, as text."""
    with database.engine.connect() as connection:
        found = sa.MetaData()
        found.reflect(connection, only=lambda name, _: not name.startswith("found_words_"))
        return "\n".join(str(tuple(row)) for table in found.sorted_tables for row in connection.execute(sa.select(*(sa.cast(c, sa.String) for c in table.c))))


def known(database: Database) -> Iterator[str]:
    told = everything(database).lower()
    yield from (word for word in ("ångström", "u00c5ngstr".lower(), "angstrom", "canary", "europe/oslo", "77.77", "7777") if word in told)


@pytest.mark.slow
def test_the_values_are_in_no_table_any_more_and_all_agrees(office: Database) -> None:
    assert set(known(office)) >= {"ångström", "canary"}
    done = forget(office)
    assert list(known(office)) == []
    with office.reading() as session:
        assert (log.verify(session), comparing.differences(session)) == (None, [])
        person = session.connection().exec_driver_sql("SELECT name, email, role, weekly_hours, rate, archived FROM person WHERE id = 1").one()
        assert tuple(person[:4]) == ("Former colleague P-1", None, "project manager", 32.0)
        assert session.connection().exec_driver_sql("SELECT title FROM task").scalar() == "Write to (forgotten)"
        assert session.connection().exec_driver_sql("SELECT question, answer FROM turn").all() == [("who is (forgotten)?", '{"text": "(forgotten) leads it"}')]
        assert session.connection().exec_driver_sql("SELECT body FROM note").scalars().all() == ["hm?"]
    assert (done.called, done.turns, len(done.changes.edits)) == ("Former colleague P-1", 1, 5)
    assert {1, 3, 4, 5, 6, 7} <= set(done.marks) <= {1, 3, 4, 5, 6, 7, 8}


@pytest.mark.slow
def test_all_this_holds_on_postgresql(postgres: Server) -> None:
    url = postgres.create()
    there = fill(Database(url))
    test_one_forgets_ones_own_preferences_and_nobody_elses(there)
    test_the_values_are_in_no_table_any_more_and_all_agrees(there)
    holds_its_guards(there)
    assert forgetting.erase(there)
    postgres.drop(url)


def test_what_is_left_of_a_line_cannot_be_altered_either(office: Database) -> None:
    forget(office)
    with office.writing() as tx, log.alterable(tx, "change"):
        tx.connection().exec_driver_sql("UPDATE change SET body = replace(body, 'project manager', 'PMO admin') WHERE position = 1")
    with office.reading() as session:
        assert log.verify(session) == 1


def test_the_guards_of_the_log_are_there_again(office: Database) -> None:
    forget(office)
    holds_its_guards(office)


def holds_its_guards(office: Database) -> None:
    for statement in ("UPDATE change SET body = ''", "DELETE FROM note"):
        with office.engine.connect() as connection, pytest.raises(sa.exc.IntegrityError, match="only grows"):
            connection.exec_driver_sql(statement)


def test_what_was_forgotten_cannot_be_brought_back(office: Database) -> None:
    forget(office)
    with office.reading() as session:
        position = log.head(session)
        with pytest.raises(Conflict, match="what is forgotten cannot be brought back"):
            planning.plan(session, sample.OFFICE, Proposal((Undo(position),)), TODAY)
        assert log.at(session, position).edits[0]["before"] == log.at(session, position).edits[0]["after"]


@pytest.mark.slow
def test_two_people_can_be_forgotten_one_after_the_other(office: Database) -> None:
    with office.writing() as tx:
        wish = Create("person", {"name": "Zoë Ångström", "email": "zoe2@office.example", "role": "PMO admin"})
        changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
    forget(office)
    assert "ångström" in set(known(office))                            # somebody else is still called so
    forget(office, "zoe2@office.example")
    with office.reading() as session:
        assert (log.verify(session), comparing.differences(session)) == (None, [])
        assert session.connection().exec_driver_sql("SELECT question, answer FROM turn").all() == [("who is (forgotten)?", '{"text": "(forgotten) leads it"}')]


def test_the_only_admin_and_a_stranger_are_refused(office: Database) -> None:
    with pytest.raises(Conflict, match="the only PMO admin"):
        forget(office, BO)
    with pytest.raises(NotFound):
        forget(office, "nobody@office.example")


@pytest.mark.slow
def test_one_forgets_ones_own_preferences_and_nobody_elses(office: Database) -> None:
    wish = Proposal((Forget("preference", ("PF-1",)),))
    with office.writing() as tx:
        with pytest.raises(Refused, match="PF-1 is not your own"):
            planning.plan(tx, sample.OFFICE, wish, TODAY)
        changes, marks = forgetting.emptied(tx, planning.plan(tx, ZOE_ASKS, wish, TODAY))
        changing.apply(tx, ZOE_ASKS, changes, NOW, marks)
    assert "europe/oslo" not in set(known(office))
    with office.reading() as session:
        assert (log.verify(session), comparing.differences(session)) == (None, [])


@pytest.mark.slow
def test_the_files_are_written_anew(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'pmo.db'}")
    upgrade(database)
    with database.writing() as tx:
        for wish in (*WORLD[1:2], Create("person", {"name": "Ida Uniquename", "email": "ida@office.example"})):
            changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)
    forget(database, "ida@office.example")
    assert forgetting.erase(database)
    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir()).lower()
    assert (b"uniquename" in kept, b"ida@office" in kept, b"bo lind" in kept) == (False, False, True)


def test_a_name_is_taken_out_where_it_stands_as_a_whole() -> None:
    assert forgetting.without(["Al Ng", "al@x.example"])("Al Ng, AL NG's; Val Nguyen; al@x.example.") == "(forgotten), (forgotten)'s; Val Nguyen; (forgotten)."
