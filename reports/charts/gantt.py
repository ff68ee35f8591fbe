"""The plan as bars: what is critical stands out, what was agreed lies below, what is done is filled."""
from collections.abc import Sequence
from datetime import date, timedelta
from heapq import nsmallest
from typing import cast, get_args

from records.computing import Book
from records.figures.schedule.critical import critical_path
from records.kinds import Milestone, Project, Task
from records.query import Query, Where
from reports.blocks import Chart
from reports.charts.base import chart
from reports.pictures import Bar, Gantt, State, Tone
from reports.telling import day

MOST = 24
STATES: tuple[State, ...] = get_args(State)
BACK = timedelta(days=14)
FIELDS = ("id", "key", "title", "start", "due", "baseline_start", "baseline_due", "status", "progress", "done_on", "began_on", "wbs")


@chart("gantt")
def gantt(book: Book, project: Project) -> Chart | None:
    own = Where("project_id", "is", project.id)
    tasks = [t for t in book.rows(project, critical_path)[Task] if t.status != "cancelled" and t.due]
    milestones = book.reader.find(Query(Milestone, (own,), sort="planned", limit=None))
    critical = {part.key for part in book.value(project, critical_path).parts}
    ids = [t.id for t in _chosen(tasks, critical, book.today, MOST - min(len(milestones), MOST // 3))]
    chosen = book.reader.find(Query(Task, (Where("id", "in", ids),), FIELDS, limit=None)) if ids else ()
    bars = sorted((*(_bar(t, critical) for t in chosen), *(_point(book, m, critical) for m in milestones[:MOST // 3])), key=lambda b: (b.start, b.finish))
    if not bars:
        return None
    left = len(tasks) + len(milestones) - len(bars)
    said = f"{len(chosen)} of {len(tasks)} dated tasks and {min(len(milestones), MOST // 3)} of {len(milestones)} milestones"
    path = [b for b in bars if b.is_critical]
    of_state = {state: [b.key for b in bars if not b.is_point and b.state == state] for state in STATES}
    states = "".join(f" {state.capitalize()}: {', '.join(keys)}." for state, keys in of_state.items() if keys)
    which = f" On the critical path: {', '.join(b.key for b in path)}." if path else ""
    alt = f"{said}, from {day(bars[0].start)} to {day(max(b.finish for b in bars))}.{states}{which}"
    title = "The plan" if not left else f"The plan: {len(bars)} of {len(tasks) + len(milestones)}, the critical and the nearest first"
    return Chart(title, alt, Gantt(tuple(bars), book.today), tuple(b.key for b in bars))


def _chosen(tasks: Sequence[Task], critical: set[str], today: date, most: int) -> Sequence[Task]:
    """What is on the critical path, then what is open, then what was done lately, the nearest first."""
    def rank(t: Task) -> tuple[int, int]:
        of_open, of_done = 0 if t.key in critical else 1, 2 if t.done_on and t.done_on >= today - BACK else 3
        return of_done if t.status == "done" else of_open, abs(((t.due or today) - today).days)
    return nsmallest(most, tasks, key=rank)


def _bar(task: Task, critical: set[str]) -> Bar:
    finish = task.done_on if task.status == "done" and task.done_on else task.due
    assert finish is not None  # noqa: S101 - only dated tasks are chosen
    start = min(task.began_on or task.start or finish, finish)
    agreed = (min(task.baseline_start or task.baseline_due, task.baseline_due), task.baseline_due) if task.baseline_due else None
    share = 1.0 if task.status == "done" else task.progress / 100
    return Bar(task.key, task.title, start, finish, share, task.key in critical, planned=agreed, state=cast("State", task.status))


def _point(book: Book, of: Milestone, critical: set[str]) -> Bar:
    at = of.actual or of.forecast or of.planned
    late = (at - of.planned).days
    tone: Tone = "red" if late > of.tolerance_days or (not of.actual and at < book.today) else "amber" if late > 0 else "green"
    agreed = (of.planned, of.planned) if late else None
    return Bar(of.key, of.title, at, at, float(of.actual is not None), of.key in critical, is_point=True, planned=agreed, tone=tone)
