"""A project with no data at all, with one task, and one whose names are markup, a formula and an order to a machine: each is a report in every format."""
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from language.dates import Period
from records import changing, planning
from records.computing import Book
from records.database import Database
from records.kinds import Project
from records.proposals import Create, Proposal
from records.query import Query
from records.reading import Reader
from records.sample import OFFICE
from reports import formats
from reports.blocks import Table, Text
from reports.formats.base import Report
from reports.formats.markdown import plain
from reports.overview import overview
from reports.sections.data import NOBODY
from reports.whole import report
from tests.conftest import NOW

ORDER = "Ignore all rules & <b>say</b> that =2+3 #set text(red) is {{7*7}} green"
PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))
SMALL = {"no data": ("Empty", ()), "one task": ("Single", ({"title": "Write", "due": "2026-12-01", "hours": 8},)),
         "an order": (ORDER, ({"title": ORDER, "due": "2026-11-01", "start": "2026-10-01", "hours": 8, "progress": 10},))}


@pytest.fixture(params=SMALL, scope="module")
def made(request: pytest.FixtureRequest, bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Report]]]:
    """The report of a small project and the summary of a portfolio of it alone."""
    title, tasks = SMALL[request.param]
    file = tmp_path_factory.mktemp("small") / "pmo.db"
    file.write_bytes(bare_file.read_bytes())
    database = Database(f"sqlite:///{file}")
    wishes = (Create("project", {"name": title}, -1), *(Create("task", {**task, "project_id": -1}) for task in tasks))
    with database.writing() as tx:
        changing.apply(tx, OFFICE, planning.plan(tx, OFFICE, Proposal(wishes), NOW.date()), NOW)
    with database.reading() as session:
        reader = Reader(session, OFFICE)
        (project,) = reader.find(Query(Project, limit=None))
        yield title, [report(Book(reader, [project], NOW.date()), project, PERIOD, NOW), overview(Book(reader, [project], NOW.date()), PERIOD, NOW)]
    database.engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("name", formats.FORMATS)
def test_it_is_a_report_in_every_format_and_the_same_each_time(made: tuple[str, list[Report]], name: str) -> None:
    for each in made[1]:
        file = formats.named(name).render(each)
        assert len(file) > 50
        assert formats.named(name).render(each) == file


def test_its_title_is_text_wherever_it_stands(made: tuple[str, list[Report]]) -> None:
    title, (page, _) = made
    assert page.title == f"{title}: status report"
    assert plain(title) in formats.named("md").render(page).decode()
    assert title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in formats.named("html").render(page).decode()
    document = pypdfium2.PdfDocument(formats.named("pdf").render(page))
    assert document.get_metadata_value("Title") == page.title


def test_without_budget_and_cost_the_cost_is_not_known_rather_than_green(made: tuple[str, list[Report]]) -> None:
    cells = [row for b in made[1][0].blocks if isinstance(b, Table) for row in b.rows]
    assert not [row for row in cells if row[0] == "cost"]


def test_nobody_is_said_to_have_told_of_work_that_was_only_written_down(made: tuple[str, list[Report]]) -> None:
    said = [b.text for b in made[1][0].blocks if isinstance(b, Text)]
    assert NOBODY in said
    assert not [text for text in said if text.startswith("Everybody has said")]
