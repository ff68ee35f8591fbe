"""Milestone trend: to which day each milestone was expected, week by week. A level line holds, a rising one slips."""
from datetime import date, timedelta

from records.computing import Book
from records.figures.base import counted
from records.kinds import Milestone, Project
from records.query import Query, Where
from reports.blocks import Chart
from reports.charts.base import chart
from reports.pictures import Curve, Lines, Style
from reports.telling import day

MOST = 6
LEAST_DAYS = 7


@chart("milestone_trend")
def milestone_trend(book: Book, project: Project) -> Chart | None:
    """The next milestones, and those that moved most."""
    open_ = book.reader.find(Query(Milestone, (Where("project_id", "is", project.id), Where("actual", "empty")), sort="planned", limit=None))
    trends = [(m, _trend(book, m)) for m in open_[:MOST]]
    if not any(points[-1][0] - points[0][0] >= timedelta(days=LEAST_DAYS) for _, points in trends):
        return None
    curves = tuple(Curve(m.title, tuple((on, float(to.toordinal())) for on, to in points), _style(points), f"{m.key.split('-', 1)[-1]} {points[-1][1]:%-d %b}")
                   for m, points in trends)
    said = "; ".join(f"{m.title} ({m.key}) {_moved(points)}" for m, points in trends)
    return Chart("To which day each milestone was expected", f"{said}.", Lines("date", curves, (), book.today), tuple(m.key for m, _ in trends))


def _trend(book: Book, milestone: Milestone) -> list[tuple[date, date]]:
    """The days on which its expected day was set, and to what; today last."""
    now = milestone.forecast or milestone.planned
    points = [(book.today, now)]
    planned, forecast = milestone.planned, milestone.forecast
    for event in book.reader.history(Milestone, milestone.id or 0, limit=500):       # newest first
        on = event.at.date()
        if not {"planned", "forecast"} & event.after.keys() and not event.created:
            continue
        points.append((on, forecast or planned))
        if event.created:
            break
        planned = _day(event.before.get("planned")) or planned if "planned" in event.after else planned
        forecast = _day(event.before.get("forecast")) if "forecast" in event.after else forecast
        points.append((on, forecast or planned))
    return points[::-1]


def _day(said: object) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else None


def _style(points: list[tuple[date, date]]) -> Style:
    return "spent" if points[-1][1] > points[0][1] else "done" if points[-1][1] < points[0][1] else "plan"


def _moved(points: list[tuple[date, date]]) -> str:
    late = (points[-1][1] - points[0][1]).days
    first = f"was expected on {day(points[0][1])}"
    return f"{first}, now {counted(abs(late), 'day')} {'later' if late > 0 else 'earlier'}" if late else f"{first} and still is"
