"""Computed values as blocks: a figure as a fact with its receipt, a verdict as a card, dates and names as people read them."""
from collections.abc import Iterable, Iterator
from datetime import date

from records.computing import Book
from records.figures.base import Figure, display
from records.kinds import Person, Project
from records.verdicts import Verdict
from reports.blocks import Card, Fact

MOST_REASONS = 3
SHAPES = {"red": "▲", "amber": "◆", "green": "●", "plain": "○"}          # a colour is never shown by colour alone


def fact(book: Book, record: Project, figure: Figure) -> Fact:
    """A figure of a record under the slot that sentences place it by, such as `apollo.cpi`."""
    value = book.value(record, figure)
    return Fact(f"{record.key.lower()}.{figure.name}", figure.title, display(figure, value, getattr(record, "currency", "")), value.how, value.keys)


def facts(book: Book, project: Project, figures: Iterable[Figure]) -> Iterator[Fact]:
    """The facts of those figures that can be computed."""
    yield from (fact(book, project, f) for f in figures if book.value(project, f).number is not None)


def card(question: str, verdict: Verdict, most: int = MOST_REASONS) -> Card:
    """A verdict with the findings behind it, the worst first; more than `most` are counted."""
    lines = [finding.says for _, finding in verdict.because[:most]]
    left = len(verdict.because) - most
    rest = [f"and {left} more: ask why"] if left > 0 else []
    said = f"{question} {verdict.word[:1].upper()}{verdict.word[1:]}"
    return Card(said, verdict.tone, (*lines, *rest, *([verdict.note] if verdict.note else [])), verdict.keys)


def day(value: date | None) -> str:
    return f"{value:%a %-d %b %Y}" if value else "–"


def person(book: Book, person_id: int | None) -> str:
    return book.reader.labels(Person).get(person_id, "–") if person_id is not None else "nobody"
