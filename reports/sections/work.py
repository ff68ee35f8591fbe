"""The work: what was done in the period, what is overdue, and what comes in the next two weeks, each with its owner."""
from collections.abc import Sequence
from datetime import timedelta

from language.dates import Period
from records.computing import Book
from records.kinds import Project, Task
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import day, person

AHEAD = timedelta(days=14)
MOST = 8


@section("work", "Tasks done, overdue and coming")
def work(book: Book, project: Project, period: Period) -> list[Block]:
    own = (Where("project_id", "is", project.id),)
    open_ = (*own, Where("status", "not in", ("done", "cancelled")))
    done = book.reader.find(Query(Task, (*own, Where("done_on", "at least", period.first), Where("done_on", "at most", period.last)), sort="-done_on",
                                  limit=None))
    late = book.reader.find(Query(Task, (*open_, Where("due", "before", book.today)), sort="due", limit=None))
    soon = book.reader.find(Query(Task, (*open_, Where("due", "at least", book.today), Where("due", "at most", book.today + AHEAD)), sort="due", limit=None))
    return [*_table(book, f"Done {day(period.first)} – {day(period.last)}", done, "done_on"), *_table(book, "Overdue", late, "due"),
            *_table(book, "Next 14 days", soon, "due")]


def _table(book: Book, title: str, tasks: Sequence[Task], date_field: str) -> list[Table]:
    if not tasks:
        return []
    shown = tasks[:MOST]
    rows = tuple((t.key, t.title, person(book, t.owner_id), day(getattr(t, date_field)), t.status) for t in shown)
    note = f"The first {len(shown)} of {len(tasks)}." if len(tasks) > len(shown) else ""
    return [Table(f"{title}: {len(tasks)}", ("task", "title", "owner", "done on" if date_field == "done_on" else "due", "status"), rows,
                  tuple(t.key for t in shown), note)]
