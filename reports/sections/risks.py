"""Risks: the worst open ones, with who minds them."""
from language.dates import Period
from records.computing import Book
from records.figures.risks import risk_exposure
from records.kinds import Project, Risk
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.charts.risk_matrix import risk_matrix
from reports.sections.base import section
from reports.telling import day, facts, person

TOP = 5


@section("risks", "Risks", area="risk", figures=(risk_exposure,), charts=(risk_matrix,))
def risks(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    live = (Where("project_id", "is", project.id), Where("status", "not", "closed"), Where("type", "is", "threat"))
    found = book.reader.find(Query(Risk, live, sort="-score", limit=None))
    rows = tuple((r.key, r.title, str(r.score), person(book, r.owner_id), r.strategy, day(r.review)) for r in found[:TOP])
    title = f"Top {len(rows)} of {len(found)} open risks" if len(found) > 1 else "Open risk"
    table = [Table(title, ("risk", "what may happen", "score", "owner", "strategy", "review"), rows, tuple(r.key for r in found[:TOP]))] if rows else []
    return [*table, *facts(book, project, (risk_exposure,))]
