"""The generated portfolio is one a company could have: as large as asked, sound by the kinds' own rules, the same every time, with a past."""
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
import shutil
from typing import Any

import pytest
import sqlalchemy as sa

from benchmarks.portfolio import Size, fill, person
from records import changing, exporting, log, planning, sample
from records.asker import Asker, Role
from records.database import Database
from records.kinds import KINDS, Project, Task
from records.kinds.base import Record, table
from records.proposals import Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from records.validating import set_by_person, trouble
from tests.conftest import NOW

SIZE = Size(projects=12, tasks=700, people=30, changes=100)


def made(bare_file: Path, folder: Path, seed: int = 7) -> Database:
    database = Database(f"sqlite:///{shutil.copy(bare_file, folder / f'portfolio-{seed}.db')}")
    fill(database, SIZE, NOW, seed)
    return database


@pytest.fixture(scope="module")
def portfolio(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Not to be written to."""
    return made(bare_file, tmp_path_factory.mktemp("portfolio"))


def rows(database: Database, kind: type[Record]) -> list[Mapping[str, Any]]:
    with database.reading() as session:
        return [dict(row) for row in session.execute(sa.select(table(kind))).mappings()]


def exported(database: Database) -> bytes:
    with database.reading() as session:
        return b"".join(exporting.write(exporting.Keeper(session, sample.OFFICE), exporting.Wanted("json"), NOW).content)


def test_a_portfolio_is_as_large_as_asked(portfolio: Database) -> None:
    counts = {kind.__tablename__: len(rows(portfolio, kind)) for kind in KINDS}
    assert (counts["project"], counts["task"], counts["person"]) == (12, 700, 30)
    assert all(counts[name] for name in ("link", "risk", "milestone", "costentry", "budgetline", "membership", "objective"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__tablename__))
def test_every_record_of_it_is_sound(portfolio: Database, kind: type[Record]) -> None:
    own = set_by_person(kind)
    assert not [said for row in rows(portfolio, kind) if (said := trouble(kind, {n: v for n, v in row.items() if n in own})[0])]


def test_every_reference_leads_somewhere(portfolio: Database) -> None:
    with portfolio.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


@pytest.mark.slow
def test_the_same_seed_makes_the_same_and_another_another(portfolio: Database, bare_file: Path, tmp_path: Path) -> None:
    assert exported(made(bare_file, tmp_path)) == exported(portfolio)
    assert exported(made(bare_file, tmp_path, seed=8)) != exported(portfolio)


def test_a_member_does_not_see_all_of_it(portfolio: Database) -> None:
    with portfolio.reading() as session:
        seen = {role: Reader(session, person(portfolio, role)).count(Query(Project)) for role in (Role.member, Role.executive)}
    assert 0 < seen[Role.member] < seen[Role.executive] == 12


def test_its_log_is_whole_and_leads_into_its_past(portfolio: Database) -> None:
    with portfolio.reading() as session:
        reader = Reader(session, person(portfolio, Role.executive))
        before = {t.key: t.due for t in reader.at(NOW - timedelta(days=1)).find(Query(Task, limit=None))}
        changed = reader.find(Query(Task, (Where("version", "is", 2),), limit=None))
        assert (log.verify(session), log.head(session), len(changed)) == (None, 100, 100)
        assert all(t.due and before[t.key] == t.due - timedelta(days=7) for t in changed)


def test_new_records_go_on_behind_its_keys(bare_file: Path, tmp_path: Path) -> None:
    database = made(bare_file, tmp_path)
    project = rows(database, Project)[0]
    last = max(int(t["key"].rpartition("-")[2]) for t in rows(database, Task) if t["project_id"] == project["id"])
    office = Asker(0, "", "", frozenset({Role.admin}))
    with database.writing() as tx:
        wish = Create("task", {"title": "One more", "project_id": project["id"]})
        position = changing.apply(tx, office, planning.plan(tx, office, Proposal((wish,)), NOW.date()), NOW).position
        assert log.at(tx, position).edits[0]["key"] == f"{project['key']}-T-{last + 1}"


def test_its_words_are_found(portfolio: Database) -> None:
    with portfolio.reading() as session:
        assert Reader(session, person(portfolio, Role.executive)).search("cutover plan")
