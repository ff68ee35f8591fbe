"""Every figure of a report can be had again from the records of its receipt alone: whoever doubts a number needs to look at nothing else."""
from collections.abc import Collection, Sequence
from datetime import date

import pytest

from language.dates import Period
from records.computing import Book
from records.figures import FIGURES
from records.figures.base import amount
from records.kinds import Clause, Project, Threshold
from records.kinds.base import R
from records.query import Query
from records.reading import Reader
from reports.blocks import Fact
from reports.whole import report
from tests.conftest import NOW
from tests.reports.conftest import BookOf

PROJECTS = ("APOLLO", "BOREALIS", "CORVUS", "DIONE", "ELARA", "FORTUNA", "ZEPHYR")
PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))
FIGURE = {figure.name: figure for figure in FIGURES if figure.of is Project}
LINES = (Project, Threshold, Clause)            # the project itself, and where the office draws its lines


class Named(Reader):
    """A reader who knows only the records with these keys."""

    def __init__(self, reader: Reader, keys: Collection[str]) -> None:
        vars(self).update(vars(reader))
        self._named = keys

    def find(self, query: Query[R]) -> Sequence[R]:
        return [row for row in super().find(query) if query.kind in LINES or row.key in self._named]


def shown_of(book: Book, project: Project, fact: Fact, keys: Collection[str]) -> str:
    """The figure of a fact, computed from these records only."""
    figure = FIGURE[fact.slot.partition(".")[2]]
    alone = Book(Named(book.reader, keys), [project], NOW.date())
    return amount(figure, alone.value(project, figure), project.currency)


@pytest.mark.parametrize("key", PROJECTS)
def test_each_figure_comes_out_the_same_from_the_records_of_its_receipt(book_of: BookOf, key: str) -> None:
    book, project = book_of("paula", key)
    facts = {b.slot: b for b in report(book, project, PERIOD, NOW).blocks if isinstance(b, Fact)}
    assert len(facts) > 10
    assert {slot: shown_of(book, project, fact, fact.keys) for slot, fact in facts.items()} == {slot: fact.display for slot, fact in facts.items()}


def test_without_a_record_of_its_receipt_a_sum_is_another(book_of: BookOf) -> None:
    book, project = book_of("paula", "APOLLO")
    spent = next(b for b in report(book, project, PERIOD, NOW).blocks if isinstance(b, Fact) and b.label == "actual cost")
    assert shown_of(book, project, spent, [k for k in spent.keys if "-C-" not in k]) != spent.display
