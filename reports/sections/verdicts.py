"""The two verdicts side by side, and the news in a sentence: delivered well? still worth it?"""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.verdicts import delivery, value
from reports.blocks import Block, Text
from reports.sections.base import section
from reports.telling import card, verdict_told

ASKED = ("Delivered well?", "Still worth it?")


@section("verdicts")
def verdicts(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - verdicts are of today
    delivered, worth = delivery(book, project), value(book, project)
    return [Text(verdict_told(book, project, delivered)), card(ASKED[0], delivered), card(ASKED[1], worth)]
