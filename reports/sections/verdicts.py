"""The two verdicts side by side, and the news in a sentence: delivered well? still worth it?"""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.verdicts import delivery, value
from reports.blocks import Block, Card, Text
from reports.sections.base import section
from reports.telling import MOST_REASONS, card, verdict_told

ASKED = ("Delivered well?", "Still worth it?")


@section("verdicts")
def verdicts(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - verdicts are of today
    return [Text(verdict_told(book, project, delivery(book, project))), *cards(book, project)]


def cards(book: Book, project: Project, reasons: int = MOST_REASONS) -> list[Card]:
    """Both verdicts, each with its worst reasons."""
    return [card(ASKED[0], delivery(book, project), reasons), card(ASKED[1], value(book, project), reasons)]
