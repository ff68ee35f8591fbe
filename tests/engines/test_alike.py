"""What both engines keep, order, compare and refuse: the same."""
from collections.abc import Iterator
from pathlib import Path
import shutil
from threading import Event, Thread

import pytest
import sqlalchemy as sa

from records import engines
from records.database import Database
from records.errors import BadInput, Conflict, Sorry
from records.kinds import KINDS, Person, Task
from records.kinds.base import table
from records.proposals import Change, Create, Undo
from records.query import Op, Query, Where
from tests.engines.server import Server
from tests.records.conftest import ADMIN, BEN, Office
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture

TITLES = ("apple", "Banana", "Äpfel", "äpfel", "Zebra", "zebra", "10", "9", "_", "a-b", "a b", "ab", "Ω", "éclair", "Éclair", "🦊", "ﬀ", "{")


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The small office on each engine."""
    if request.param == "sqlite":
        yield Office(Database(f"sqlite:///{shutil.copy(request.getfixturevalue('office_file'), tmp_path / 'pmo.db')}"))
    else:
        yield request.getfixturevalue("office")


def titles(office: Office, *where: Where, sort: str = "id") -> list[str]:
    with office.reader(ADMIN) as reader:
        return [task.title for task in reader.find(Query(Task, where, sort=sort))]


def named(*said: str) -> list[Create]:
    return [Create("task", {"title": title, "project_id": 1, "description": "alike"}) for title in said]


ALIKE = Where("description", "is", "alike")


def test_text_is_ordered_by_its_code_points(either: Office) -> None:
    either.do(ADMIN, *named(*TITLES))
    assert titles(either, ALIKE, sort="title") == sorted(TITLES)
    assert titles(either, ALIKE, sort="-title") == sorted(TITLES, reverse=True)


def test_text_is_compared_as_it_is_ordered(either: Office) -> None:
    either.do(ADMIN, *named(*TITLES))
    assert titles(either, ALIKE, Where("title", "before", "a"), sort="title") == sorted(t for t in TITLES if t < "a")


@pytest.mark.parametrize(("said", "found"), [("ÄPFEL", 2), ("äpf", 2), ("ÉCL", 2), ("BANANA", 1), ("zEBRA", 2), ("ω", 1), ("%", 0), ("_", 1), ("\\", 0)])
def test_words_are_looked_for_without_case_in_every_script(either: Office, said: str, found: int) -> None:
    either.do(ADMIN, *named(*TITLES))
    assert len(titles(either, ALIKE, Where("title", "has", said))) == found


def test_both_make_the_same_small_letters(either: Office) -> None:
    every = "".join(chr(n) for n in range(1, 0x3000) if n != 0x1C89) + "ΟΔΥΣΣΕΥΣ İstanbul"         # a letter that is younger than Python 3.11
    with either.database.reading() as session:
        assert session.execute(sa.select(sa.func.lower(every))).scalar() == "".join({"İ": "i"}.get(c) or c.lower() for c in every)


def test_what_is_empty_comes_last_in_either_direction(either: Office) -> None:
    assert titles(either, sort="due")[-1] == titles(either, sort="-due")[-1] == "Sound out the seller"


def test_whole_numbers_have_64_bits(either: Office) -> None:
    of = table(Task)
    with either.database.writing() as tx:
        tx.execute(sa.update(of).where(of.c.id == 1).values(parent_id=None, version=2**62))
    with either.database.reading() as session:
        assert session.execute(sa.select(of.c.id).where(of.c.version == 2**62)).scalars().all() == [1]


@pytest.mark.parametrize("value", [2**63, -2**70])
def test_a_number_beyond_is_refused_in_a_sentence(either: Office, value: int) -> None:
    of = table(Task)
    with pytest.raises(BadInput, match="too large"), either.database.writing() as tx:
        tx.execute(sa.update(of).where(of.c.id == 1).values(version=value))


def test_text_that_no_database_can_keep_is_refused_in_a_sentence(either: Office) -> None:
    of = table(Task)
    with pytest.raises(BadInput, match="characters that nobody can read"), either.database.writing() as tx:
        tx.execute(sa.update(of).where(of.c.id == 1).values(title="half a pair: \ud800"))


def test_postgresql_keeps_no_nul_and_says_so(office: Office) -> None:
    of = table(Task)
    with pytest.raises(BadInput, match="characters that nobody can read"), office.database.writing() as tx:
        tx.execute(sa.update(of).where(of.c.id == 1).values(title="a\0b"))


def test_what_nobody_can_see_is_not_kept_by_either(either: Office) -> None:
    either.do(ADMIN, Create("task", {"title": "a\0b\u202e e\u0301\U000e0041", "project_id": 1, "description": "alike"}))
    assert titles(either, ALIKE) == ["ab \u00e9"]


def test_money_is_exact(either: Office) -> None:
    either.do(ADMIN, *(Create("budgetline", {"title": "Works", "project_id": 1, "amount": "70000000000000.07"}) for _ in range(3)))
    lines = sa.inspect(next(k for k in KINDS if k.kind.one == "budget line")).local_table
    with either.database.reading() as session:
        assert str(session.execute(sa.select(sa.func.sum(lines.c.amount))).scalar()) == "210000000100000.21"


OPS: tuple[tuple[Op, object], ...] = (("empty", None), ("not empty", None), ("in", ()), ("not in", ()), ("is", None), ("not", None))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__tablename__))
def test_every_field_can_be_asked_what_needs_no_value(office: Office, kind: type[Task]) -> None:
    with office.reader(ADMIN) as reader:
        names = tuple(reader.columns(kind))
        for op, value in OPS:
            reader.count(Query(kind, tuple(Where(name, op, value) for name in names)))
        for name in names:
            assert len(reader.find(Query(kind, sort=f"-{name}"))) == sum(n for _, n in reader.group(Query(kind), name))


def test_one_answer_sees_one_moment(either: Office) -> None:
    with either.reader(BEN) as reader:
        before = reader.count(Query(Task))
        either.do(ADMIN, *named("late"))
        assert reader.count(Query(Task)) == before
    with either.reader(BEN) as reader:
        assert reader.count(Query(Task)) == before + 1


@pytest.mark.slow
def test_who_writes_waits_for_who_writes(either: Office) -> None:
    """Another process has a `Database` of its own, so the lock is the database's."""
    entered, may_end, order = Event(), Event(), list[str]()
    other = Database(either.database.engine.url.render_as_string(hide_password=False))

    def first() -> None:
        with other.writing() as tx:
            tx.execute(sa.select(table(Person).c.id))
            entered.set()
            may_end.wait(5)
            order.append("first")

    def second() -> None:
        with either.database.writing() as tx:
            tx.execute(sa.select(table(Person).c.id))
            order.append("second")

    threads = [Thread(target=first), Thread(target=second)]
    threads[0].start()
    entered.wait(5)
    threads[1].start()
    threads[1].join(0.2)
    may_end.set()
    for thread in threads:
        thread.join(5)
    assert order == ["first", "second"]
    other.engine.dispose()


@pytest.mark.slow
def test_who_waits_too_long_is_told_to_come_back(either: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines.LIMITS, "lock_timeout", 50)
    monkeypatch.setattr(engines, "PRAGMAS", ("busy_timeout=50", *engines.PRAGMAS[1:]))
    hasty = Database(either.database.engine.url.render_as_string(hide_password=False))
    with either.database.writing() as tx:
        tx.execute(sa.select(table(Person).c.id))
        with pytest.raises(Conflict, match="Try again"), hasty.writing() as too:
            too.execute(sa.select(table(Person).c.id))
    hasty.engine.dispose()


def test_a_statement_that_takes_too_long_is_stopped(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines.LIMITS, "statement_timeout", 50)
    hasty = Database(office.database.engine.url.render_as_string(hide_password=False))
    with hasty.reading() as session, pytest.raises(BadInput, match="Narrow it down"):
        session.execute(sa.text("SELECT pg_sleep(5)"))
    hasty.engine.dispose()


def test_a_server_that_went_away_between_two_questions_is_not_noticed(office: Office, postgres: Server) -> None:
    assert titles(office)
    postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", office.database.engine.url.database or "")
    assert titles(office)


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/none", "postgres://nobody:secret@127.0.0.1:1/none"])
def test_a_database_that_is_not_there_is_said_in_a_sentence(url: str) -> None:
    with pytest.raises(Sorry, match="cannot be reached") as said:
        Database(url).is_made()
    assert "secret" not in str(said.value)


@pytest.mark.parametrize("url", ["nonsense", "mysql://user:secret@host/pmo", "postgresql+psycopg://user:secret@host:port/pmo", ""])
def test_an_address_that_is_none_is_said_without_its_password(url: str) -> None:
    with pytest.raises(BadInput, match="cannot be read") as said:
        Database(url)
    assert "secret" not in f"{said.value}{said.value.__cause__}"


def test_what_was_undone_comes_back_the_same(either: Office) -> None:
    with either.reader(ADMIN) as reader:
        before = [row._mapping for row in reader.find(Query(Task))]          # type: ignore[attr-defined]  # a row
    position = either.do(ADMIN, Change("task", ("APOLLO-T-1", "APOLLO-T-2"), {"due": None, "hours": 0.1, "title": "é"}))
    either.do(ADMIN, Undo(position))
    with either.reader(ADMIN) as reader:
        after = [row._mapping for row in reader.find(Query(Task))]           # type: ignore[attr-defined]  # likewise
    assert [{**r, "version": 0} for r in before] == [{**r, "version": 0} for r in after]


def test_every_column_of_text_has_the_plain_order(office: Office) -> None:
    """Whatever language the server speaks; and no column is shorter than its kind allows."""
    asked = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'character varying' AND {}"
    with office.database.reading() as session:
        assert not session.connection().exec_driver_sql(asked.format("collation_name IS DISTINCT FROM 'C'")).all()
        assert not session.connection().exec_driver_sql(asked.format("character_maximum_length IS NOT NULL")).all()
        numbers = asked.replace("'character varying'", "'integer'").format("NOT starts_with(table_name, 'found_words')")
        assert not session.connection().exec_driver_sql(numbers).all()
