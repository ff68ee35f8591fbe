"""Unplanned work: open tasks that lack an owner, an estimate or a date."""
from collections.abc import Iterator
from decimal import Decimal

from records.figures.base import Rows, counted
from records.kinds import Task
from records.kinds.task import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Task: ("key", "status", "owner_id", "due", "hours", "points")}, clause="An open task has an owner, an estimate and a due date.")
def unplanned_work(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    open_ = [t for t in rows[Task] if t.status not in (*ENDED, "backlog")]
    lacking = {"owner": [t for t in open_ if t.owner_id is None], "due date": [t for t in open_ if t.due is None],
               "estimate": [t for t in open_ if t.hours is None and t.points is None]}
    bare = tuple(dict.fromkeys(t.key for tasks in lacking.values() for t in tasks))
    if open_ and Decimal(100 * len(bare)) / len(open_) > thresholds.unplanned_amber:
        said = ", ".join(f"{len(tasks)} without {'an' if what[0] in 'oe' else 'a'} {what}" for what, tasks in lacking.items() if tasks)
        yield Finding("amber", f"Of {counted(len(open_), 'open task')} {said}.", bare)
