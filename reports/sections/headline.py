"""The headline figures: the handful that say most, delivery and value."""
from language.dates import Period
from records.computing import Book
from records.figures.benefits import drift, realisation
from records.figures.budget import overrun
from records.figures.business_case import npv
from records.figures.earned_value import cpi
from records.figures.progress import progress
from records.figures.schedule.chances import finish_p80
from records.figures.schedule.expected import expected_finish
from records.figures.work import overdue
from records.kinds import Project
from reports.blocks import Block
from reports.sections.base import section
from reports.telling import facts

OPEN = (progress, expected_finish, finish_p80, overdue, cpi, overrun, npv, drift)
CLOSED = (cpi, npv, realisation, drift)


@section("headline")
def headline(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    return [*facts(book, project, CLOSED if project.phase == "closed" else OPEN)]
