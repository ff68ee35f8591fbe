"""A brief answer is twelve lines, an executive's report a screen, a project manager's two pages, the portfolio one; what had to go is named."""
from datetime import date

import pypdfium2
import pytest

from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.query import Query
from reports.blocks import Block, Card, Fact, Heading, Sources, Table, Text
from reports.fitting import PAGE, TOP, Part, fitted, height, shortened
from reports.formats import named
from reports.formats.base import Report
from reports.overview import overview
from reports.status import LINES, status
from reports.whole import Audience, report
from tests.conftest import NOW
from tests.reports.conftest import BookOf

PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))
KEYS = ("ELARA", "DIONE", "APOLLO", "CORVUS", "BOREALIS", "ZEPHYR", "FORTUNA")


def lines(block: Block) -> int:
    return 1 + len(block.lines) if isinstance(block, Card) else 0 if isinstance(block, Sources) else 1


def rows(many: int) -> Table:
    return Table("Rows", ("what",), tuple((str(n),) for n in range(many)), tuple(str(n) for n in range(many)))


@pytest.mark.parametrize("key", KEYS)
def test_a_brief_answer_has_at_most_twelve_lines(book_of: BookOf, key: str) -> None:
    told = status(*book_of("paula", key), PERIOD)
    assert all(isinstance(b, Text | Card | Fact | Sources) for b in told)
    assert sum(map(lines, told)) <= LINES == 12


@pytest.mark.parametrize(("audience", "pages", "key"), [("executive", 1, "APOLLO"), ("project manager", 2, "APOLLO"), ("project manager", 2, "CORVUS")])
def test_on_paper_it_is_so_many_pages(book_of: BookOf, audience: Audience, pages: int, key: str) -> None:
    book, project = book_of("paula", key)
    assert paper(report(book, project, PERIOD, NOW, audience=audience, fit=True)) == pages


def test_the_portfolio_is_one_page(book_of: BookOf) -> None:
    book, _ = book_of("paula", "APOLLO")
    every = book.reader.find(Query(Project, limit=None))
    assert paper(overview(Book(book.reader, every, book.today), PERIOD, NOW, fit=True)) == 1


def test_what_had_to_go_is_named(book_of: BookOf) -> None:
    book, project = book_of("paula", "APOLLO")
    made = report(book, project, PERIOD, NOW, fit=True)
    there = {b.text for b in made.blocks if isinstance(b, Heading)}
    (left,) = [b.text for b in made.blocks if isinstance(b, Text) and b.text.startswith("Left out to keep it short")]
    assert "Data" in left
    assert not [name for name in there if name in left]


def test_a_part_that_was_asked_for_by_name_is_whole(book_of: BookOf) -> None:
    book, project = book_of("paula", "APOLLO")
    made = report(book, project, PERIOD, NOW, names=("since",), fit=True)
    (table,) = [b for b in made.blocks if isinstance(b, Table)]
    assert table.title.endswith(str(len(table.rows)))


def test_an_auditor_gets_it_whole_with_the_receipts(book_of: BookOf) -> None:
    book, project = book_of("paula", "APOLLO")
    made = report(book, project, PERIOD, NOW, audience="auditor", fit=True)
    receipts = made.blocks[-2]
    assert isinstance(receipts, Table)
    assert receipts.title == "How each figure came about"
    assert {row[0] for row in receipts.rows} == {b.label for b in made.blocks if isinstance(b, Fact)}


def test_shortened_keeps_the_first_rows_and_counts_the_rest() -> None:
    (table,) = shortened((rows(10),), 3, 0)
    assert isinstance(table, Table)
    assert (len(table.rows), table.keys, table.note) == (3, ("0", "1", "2"), "And 7 more.")
    assert shortened((rows(4),), 3, 0) == (rows(4),)             # for one row alone nothing is counted


def test_the_least_wanted_goes_first_and_what_stays_grows_again() -> None:
    parts = [Part(name, name, (rows(20),), rank) for rank, name in enumerate(("news", "a", "b", "c"))]
    kept, gone = fitted(parts, 1)
    assert [p.name for p in kept] == ["news", "a", "b", "c"][:len(kept)]
    assert not gone or gone == ["c"]
    assert sum(map(height, kept)) <= PAGE - TOP
    assert kept[0].blocks == (rows(20),)                          # rank 0 stays whole


def test_what_fits_is_left_as_it_is() -> None:
    parts = [Part("a", "A", (rows(3),), 1)]
    assert fitted(parts, 1) == (parts, [])


def paper(of: Report) -> int:
    return len(pypdfium2.PdfDocument(named("pdf").render(of)))
