"""Burn-up: how much is done week by week, below the line of all that is wanted, which rises where scope was added."""
from collections import defaultdict
from datetime import date, timedelta

from records.computing import Book
from records.figures.base import counted
from records.figures.progress import progress, weigh
from records.figures.scope import scope_added
from records.kinds import Project, Task
from records.query import Query, Where
from reports.blocks import Chart
from reports.charts.base import chart
from reports.pictures import Curve, Lines
from reports.telling import day

WEEK = timedelta(days=7)
LEAST = 2                       # weeks


@chart("burn_up")
def burn_up(book: Book, project: Project) -> Chart | None:
    rows = book.rows(project, progress)
    work = rows.once(Task, weigh)
    made = _made(book, project)
    if not work.tasks or not made:
        return None
    weights = {t.key: w for t, w in zip(work.tasks, work.weights, strict=True)}
    done = _done(book, project)
    first = min(made.values())              # what was done before anything was written down is done on the first day
    if book.today - first < LEAST * WEEK:
        return None
    wanted = _summed({key: min(made.get(key, first), done.get(key, book.today)) for key in weights}, weights, first, book.today)
    come = _summed({key: on for key, on in done.items() if key in weights}, weights, first, book.today)
    unit = {"h": "hours", "points": "points", "tasks": "tasks"}[work.by]
    curves = (Curve("wanted", wanted, "scope", f"wanted {wanted[-1][1]:,.0f}"), Curve("done", come, "done", f"done {come[-1][1]:,.0f}"))
    grown = book.value(project, scope_added)
    more = f" {counted(int(grown.number), 'task')} {'was' if grown.number == 1 else 'were'} added since the baseline." if grown.number else ""
    alt = f"By {day(book.today)} {come[-1][1]:,.0f} of {wanted[-1][1]:,.0f} {unit} are done; {wanted[0][1]:,.0f} were wanted on {day(first)}.{more}"
    return Chart(f"Done and wanted, in {unit}", alt, Lines(unit, curves, (), book.today), work.keys)


def _made(book: Book, project: Project) -> dict[str, date]:
    """By key the day on which each task was written down first."""
    written = book.written(Task)
    found = book.reader.find(Query(Task, (Where("project_id", "is", project.id),), ("id", "key"), limit=None))
    return {t.key: written[t.id][0] for t in found if t.id is not None and t.id in written}


def _done(book: Book, project: Project) -> dict[str, date]:
    found = book.reader.find(Query(Task, (Where("project_id", "is", project.id), Where("status", "is", "done")), ("key", "done_on"), limit=None))
    return {t.key: t.done_on for t in found if t.done_on}


def _summed(days: dict[str, date], weights: dict[str, float], first: date, last: date) -> tuple[tuple[date, float], ...]:
    """The weight that there was by the end of each week."""
    by: dict[date, float] = defaultdict(float)
    for key, on in days.items():
        by[max(on, first)] += weights[key]
    points, total, at, steps = [], 0.0, first, sorted(by)
    n = 0
    while True:
        while n < len(steps) and steps[n] <= at:
            total += by[steps[n]]
            n += 1
        points.append((at, total))
        if at == last:
            return tuple(points)
        at = min(at + WEEK, last)
