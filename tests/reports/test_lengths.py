"""A brief answer is twelve lines, an executive's report a screen, a project manager's two pages, the portfolio one; what had to go is named."""
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
import re

import pypdfium2
import pytest
from rich.console import Console

from bots.cli.terminal import render
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.query import Query
from reports import overview as summing_up
from reports.blocks import Block, Card, Chart, Fact, Heading, Sources, Table, Text
from reports.fitting import PAGE, TOP, Part, fitted, height, shortened
from reports.formats import named
from reports.formats.base import Report
from reports.gist import LINES as GIST
from reports.gist import gist
from reports.overview import overview
from reports.portfolio import visible
from reports.status import LINES, status
from reports.whole import Audience, report
from tests.conftest import NOW
from tests.reports.conftest import BookOf

PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))
KEYS = ("ELARA", "DIONE", "APOLLO", "CORVUS", "BOREALIS", "ZEPHYR", "FORTUNA")


def lines(block: Block) -> int:
    return 1 + len(block.lines) if isinstance(block, Card) else 0 if isinstance(block, Sources) else 1


def every(book_of: BookOf, who: str) -> list[Block]:
    book, _ = book_of(who, "APOLLO")
    return gist(Book(book.reader, visible(book.reader), book.today))


def printed(blocks: Sequence[Block]) -> list[str]:
    """The lines of an answer on a terminal of 80 letters."""
    out = StringIO()
    render(blocks, (), Console(file=out, width=80, force_terminal=True, color_system=None, markup=False, highlight=False, emoji=False))
    return [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]


def rows(many: int) -> Table:
    return Table("Rows", ("what",), tuple((str(n),) for n in range(many)), tuple(str(n) for n in range(many)))


@pytest.mark.parametrize("key", KEYS)
def test_a_brief_answer_has_at_most_twelve_lines(book_of: BookOf, key: str) -> None:
    told = status(*book_of("paula", key), PERIOD)
    assert all(isinstance(b, Text | Card | Fact | Sources) for b in told)
    assert sum(map(lines, told)) <= LINES == 12


@pytest.mark.parametrize("key", KEYS)
def test_a_brief_answer_is_twelve_lines_of_a_terminal(book_of: BookOf, key: str) -> None:
    assert 0 < len(printed(status(*book_of("paula", key), PERIOD))) <= LINES


@pytest.mark.parametrize("who", ["elena", "paula", "ben", "ana", "jonas"])
def test_the_gist_of_the_portfolio_is_twelve_lines_of_a_terminal(book_of: BookOf, who: str) -> None:
    shown = printed(every(book_of, who))
    assert 0 < len(shown) <= GIST
    assert shown[-1] == "More: the portfolio in full · top 5 risks · what should I watch out for?"


def test_the_gist_says_value_beside_delivery_and_rests_on_records(book_of: BookOf) -> None:
    blocks = every(book_of, "elena")
    (table,) = [b for b in blocks if isinstance(b, Table)]
    assert table.columns[:3] == ("project", "delivered well?", "still worth it?")
    assert [row[:3] for row in table.rows] == [("Dione", "● on track", "▲ no longer worth it"), ("Apollo", "▲ off track", "◆ doubtful"),
                                               ("Zephyr", "▲ off track", "● worth it")]
    facts = {b.slot: b for b in blocks if isinstance(b, Fact)}
    assert (facts["portfolio.eac"].display, facts["portfolio.eac"].how) == ("3,400,643 EUR", "319,357 EUR below budget, 6 open projects")
    assert set(facts["portfolio.benefits"].keys) == {"APOLLO", "BOREALIS", "CORVUS", "DIONE", "ELARA"}
    (decisions,) = [b for b in blocks if isinstance(b, Card)]
    assert (decisions.title, decisions.keys[0]) == ("Decisions wanted: 6, the first", "APOLLO-CR-2")


def test_what_somebody_may_see_nothing_of_has_no_column(book_of: BookOf) -> None:
    (table,) = [b for b in every(book_of, "ben") if isinstance(b, Table)]
    assert table.columns == ("project", "delivered well?", "still worth it?")


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


def page(book_of: BookOf, period: Period = PERIOD) -> Report:
    book, _ = book_of("paula", "APOLLO")
    return overview(Book(book.reader, visible(book.reader), book.today), period, NOW, fit=True)


def tables(of: Report, title: str) -> list[Table]:
    return [b for b in of.blocks if isinstance(b, Table) and b.title.startswith(title)]


def test_every_project_stands_on_the_page_of_the_portfolio_and_who_loses_value_unseen_first(book_of: BookOf) -> None:
    made = page(book_of)
    (listed,) = tables(made, "7 projects")
    assert listed.columns[:3] == ("project", "delivered well?", "still worth it?")
    assert [row[0] for row in listed.rows] == ["Dione", "Apollo", "Zephyr", "Fortuna", "Corvus", "Borealis", "Elara"]
    assert any(isinstance(b, Chart) for b in made.blocks)


def test_of_many_projects_the_worst_stay_on_the_page_and_the_others_are_counted(book_of: BookOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summing_up, "LISTED", 3)
    (listed,) = tables(page(book_of), "7 projects")
    assert ([row[0] for row in listed.rows], listed.note) == (["Dione", "Apollo", "Zephyr"], "And 4 more.")


def test_all_sums_in_a_row_are_of_the_same_projects(book_of: BookOf) -> None:
    made = page(book_of)
    ((value,), (money,)) = (tables(made, title) for title in ("Value of 7", "Money of 7"))
    assert [row[1:4] for row in value.rows] == [("7 in all", "8,230,000", "–"), ("5 fully known", "4,330,000", "3,280,000")]
    assert value.note == "Not all figures are known of Zephyr, Fortuna."
    assert [row[1:4] for row in money.rows] == [("6 open", "3,720,000", "1,234,000"), ("7 in all", "4,100,000", "1,607,000")]


@pytest.mark.parametrize("audience", ["project manager", "executive", "steering committee"])
def test_a_report_keeps_its_pictures_side_by_side(book_of: BookOf, audience: Audience) -> None:
    made = report(*book_of("paula", "APOLLO"), PERIOD, NOW, audience=audience, fit=True)
    drawn = [b for b in made.blocks if isinstance(b, Chart)]
    assert [b.title for b in drawn[:2]] == ["Planned, earned and spent, in EUR", "To which day each milestone was expected"]
    assert len({b.title for b in drawn}) == len(drawn)
    assert height(Part("", "", tuple(drawn[:2]), 0)) < height(Part("", "", tuple(drawn[:1]), 0))


def test_slides_and_documents_hold_more_rows_of_the_same_parts(book_of: BookOf) -> None:
    made = report(*book_of("paula", "APOLLO"), PERIOD, NOW, fit=True)
    (moved,) = [b for b in made.unpaged if isinstance(b, Table) and b.title.startswith("Moved since")]
    assert (len(moved.rows), moved.note) == (13, "")
    assert [b for b in made.unpaged if isinstance(b, Heading)] == [b for b in made.blocks if isinstance(b, Heading)]
    assert replace(made, blocks=(Text("In other words."), *made.blocks[1:])).unpaged[0] == Text("In other words.")


def test_a_client_reads_of_no_money(book_of: BookOf) -> None:
    made = report(*book_of("paula", "APOLLO"), PERIOD, NOW, audience="client", fit=True)
    said = named("md").render(made).decode()
    assert not re.search(r"\b(EUR|CPI|EAC|NPV|budget|EV \d)\b", said)
    assert "expected to finish on Mon 22 Feb 2027" in said


def test_decisions_are_shortened_but_never_left_out() -> None:
    others = [Part(f"p{n}", f"P{n}", (rows(30),), n + 1) for n in range(9)]
    kept, gone = fitted([*others, Part("decisions", "Decisions needed", (rows(30),), 10, sure=True)], 0.3)
    assert "Decisions needed" not in gone
    (table,) = next(p for p in kept if p.name == "decisions").blocks
    assert isinstance(table, Table)
    assert (len(table.rows), table.note) == (5, "And 25 more.")
