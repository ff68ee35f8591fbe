"""The open risks by probability and impact, each with where it stood a month ago."""
from datetime import UTC, datetime, time, timedelta

from records.computing import Book
from records.kinds import Project, Risk
from records.query import Query, Where
from reports.blocks import Chart
from reports.charts.base import chart
from reports.pictures import Matrix, Spot
from reports.telling import day

BACK = timedelta(days=30)
MOST_SAID = 5


@chart("risk_matrix")
def risk_matrix(book: Book, project: Project) -> Chart | None:
    asked = Query(Risk, (Where("project_id", "is", project.id), Where("status", "not", "closed"), Where("type", "is", "threat")), sort="-score", limit=None)
    now = book.reader.find(asked)
    if not now:
        return None
    since = book.today - BACK
    then = {r.key: (r.probability, r.impact) for r in book.reader.at(datetime.combine(since, time(23, 59), UTC)).find(asked)}
    spots = tuple(Spot(r.key, r.key.split("-", 1)[-1], r.probability, r.impact, then.get(r.key)) for r in now)
    moved = [s for s in spots if s.was and s.was != (s.row, s.column)]
    new = sum(s.was is None for s in spots)
    worst = ", ".join(f"{r.key} {r.title} (score {r.score})" for r in now[:MOST_SAID])
    alt = f"{len(now)} open risks; the highest: {worst}. Since {day(since)} {len(moved)} moved and {new} are new."
    lines = book.thresholds
    return Chart("Open risks, with their movement in 30 days", alt, Matrix("probability", "impact", spots, lines.risk_amber, lines.risk_red),
                 tuple(r.key for r in now))
