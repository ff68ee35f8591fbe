"""The agile block, for agile and hybrid projects: velocity with its range, what is still to come, flow, and agile earned value."""
from language.dates import Period
from records.computing import Book
from records.figures.agile_value import agile_cpi, agile_ev, agile_pv, agile_spi, hybrid_cpi, hybrid_spi
from records.figures.flow import cycle_time, throughput, wip
from records.figures.sprints import burnup, reliability, sprints_to_go, velocity
from records.kinds import Project, Sprint
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.charts.burn_up import burn_up
from reports.sections.base import section
from reports.telling import day, facts

FIGURES = (velocity, sprints_to_go, burnup, reliability, cycle_time, throughput, wip, agile_pv, agile_ev, agile_spi, agile_cpi)
HYBRID = (hybrid_spi, hybrid_cpi)
LAST = 6


@section("agile", "Agile delivery", charts=(burn_up,))
def agile(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    if project.approach == "predictive":
        return []
    sprints = book.reader.find(Query(Sprint, (Where("project_id", "is", project.id), Where("status", "in", ("active", "closed"))), sort="-end", limit=LAST))
    rows = tuple((s.key, s.title, s.status, day(s.end), _points(s.committed), _points(s.completed), _points(s.added)) for s in reversed(sprints))
    title = f"The last {len(rows)} sprints" if len(rows) > 1 else "The last sprint"
    table = [Table(title, ("sprint", "title", "status", "ends", "committed", "completed", "added"), rows,
                   tuple(s.key for s in reversed(sprints)))] if rows else []
    return [*facts(book, project, (*FIGURES, *(HYBRID if project.approach == "hybrid" else ()))), *table]


def _points(of: float | None) -> str:
    return "–" if of is None else f"{of:g}"
