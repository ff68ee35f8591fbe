"""Spending: how fast the money goes, how long it lasts, and how well the rest must go to keep the budget."""
from language.dates import Period
from records.computing import Book
from records.figures.budget import budget_left, burn, runway
from records.figures.earned_value import tcpi
from records.kinds import Project
from reports.blocks import Block
from reports.sections.base import section
from reports.telling import facts

FIGURES = (tcpi, budget_left, burn, runway)


@section("spending")
def spending(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    return [*facts(book, project, FIGURES)]
