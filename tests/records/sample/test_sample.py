"""The sample company: believable, the same every time for the same day, and rich enough for every question."""
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
import shutil

import pytest

from records import credentials, log, sample
from records.asker import Role
from records.database import Database
from records.kinds import KINDS, Document, Person, Project, Space, Task, Template, TemplateStep
from records.kinds.base import Record
from records.query import Query, Where
from records.reading import Reader
from records.sample.company import HOST

WEDNESDAY = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def filled(bare_file: Path, folder: Path, now: datetime) -> Database:
    made = Database(f"sqlite:///{shutil.copy(bare_file, folder)}")
    with made.writing() as tx:
        sample.fill(tx, now)
    return made


@pytest.fixture(scope="module")
def company(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Database:
    return filled(bare_file, tmp_path_factory.mktemp("company"), WEDNESDAY)


def rows(database: Database, kind: type[Record], *where: Where) -> Sequence[Record]:
    with database.reading() as session:
        return Reader(session, sample.OFFICE).find(Query(kind, where, limit=None))


@pytest.mark.slow
def test_every_kind_and_every_role_is_there(company: Database) -> None:
    assert [k.kind.one for k in KINDS if k not in (Space, Document) and not rows(company, k)] == []
    assert {p.role for p in rows(company, Person)} == {str(r) for r in Role}  # type: ignore[attr-defined]


def test_there_are_about_300_records_with_a_whole_history(company: Database) -> None:
    total = sum(len(rows(company, k)) for k in KINDS if k not in (Template, TemplateStep))
    with company.reading() as session:
        assert (200 < total < 340, 80 < log.head(session) < 200, log.verify(session)) == (True, True, None)


def test_each_type_of_project_has_its_plan_template(company: Database) -> None:
    names = [t.name for t in rows(company, Template)]  # type: ignore[attr-defined]
    assert names == ["Software", "Infrastructure", "Procurement", "Event", "Organisational change", "Construction", "Research", "Regulatory", "Relocation"]
    assert {s.template_id for s in rows(company, TemplateStep)} == {t.id for t in rows(company, Template)}  # type: ignore[attr-defined]


def test_the_questions_of_the_readme_have_something_to_answer(company: Database) -> None:
    late = rows(company, Task, Where("due", "before", WEDNESDAY.date()), Where("status", "not in", ("done", "cancelled")))
    assert len(late) >= 3
    assert rows(company, Task, Where("key", "is", "APOLLO-T-12"))[0].status not in ("done", "cancelled")  # type: ignore[attr-defined]
    assert {p.approach for p in rows(company, Project)} == {"predictive", "agile", "hybrid"}  # type: ignore[attr-defined]
    assert [p.name for p in rows(company, Project, Where("access", "is", "restricted"))] == ["Zephyr"]  # type: ignore[attr-defined]


def test_ana_and_ben_work_on_apollo_alone_and_outsiders_know_nothing_of_zephyr(company: Database) -> None:
    with company.reading() as session:
        for handle in ("ana", "ben"):
            reader = Reader(session, credentials.asker(session, f"{handle}@{HOST}"))
            assert "ZEPHYR" not in {p.key for p in reader.find(Query(Project))}


@pytest.mark.slow
def test_the_same_day_makes_the_same_company(company: Database, bare_file: Path, tmp_path: Path) -> None:
    def told(made: Database) -> list[str]:
        with made.reading() as session:
            return [f"{e.position} {e.edits}" for e in (log.at(session, n) for n in range(1, log.head(session) + 1))]
    assert told(company) == told(filled(bare_file, tmp_path, WEDNESDAY))


@pytest.mark.slow
@pytest.mark.parametrize("away", [0, 1, 2, 3, 4, 5, 6, 45, 200, 467])
def test_it_can_be_made_on_any_day_and_something_changed_since_monday(bare_file: Path, tmp_path: Path, away: int) -> None:
    now = WEDNESDAY + timedelta(days=away)
    with filled(bare_file, tmp_path, now).reading() as session:
        reader = Reader(session, sample.OFFICE)
        monday = now.replace(hour=0) - timedelta(days=now.weekday())
        apollo = reader.get(Project, "APOLLO")
        assert reader.events(monday, now, (apollo.id or 0,))
        assert all(e.at <= now for e in reader.events(now - timedelta(days=900)))
