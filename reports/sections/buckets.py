"""Every task in exactly one bucket, in the order in which a reader wants to know; each count of all there are."""
from collections import Counter

from language.dates import Period
from records.computing import Book
from records.figures.base import counted
from records.kinds import Project, Task
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import day

FIELDS = ("key", "status", "start", "due", "done_on")
BEGUN = ("in progress", "in review", "blocked")


@section("buckets", "Tasks in numbers")
def buckets(book: Book, project: Project, period: Period) -> list[Block]:
    found = book.reader.find(Query(Task, (Where("project_id", "is", project.id), Where("status", "not", "cancelled")), FIELDS, limit=None))
    if not found:
        return []
    names = (f"done {day(period.first)} – {day(period.last)}", "done before", "overdue", "in progress", "upcoming", "not started", "without dates")
    counts = Counter(bucket(t, period) for t in found)
    rows = tuple((name, f"{counts[n]} of {len(found)}") for n, name in enumerate(names) if counts[n])
    return [Table(f"{counted(len(found), 'task')}, each counted once", ("tasks", "how many"), rows)]


def bucket(task: Task, period: Period) -> int:
    """Which bucket a task falls into, the first that fits; the last day of the period is today."""
    fits = (task.status == "done" and task.done_on is not None and period.first <= task.done_on <= period.last, task.status == "done",
            task.due is not None and task.due < period.last, task.status in BEGUN,
            task.start is not None and task.start > period.last, task.start is not None or task.due is not None, True)
    return fits.index(True)
