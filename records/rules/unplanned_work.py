"""Unplanned work: open tasks that nobody owns or that have no date."""
from collections.abc import Iterator
from decimal import Decimal

from records.figures.base import Rows
from records.kinds import Task
from records.kinds.task import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("data", needs={Task: ("key", "status", "owner_id", "due")}, clause="An open task has an owner and a due date.")
def unplanned_work(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    open_ = [t for t in rows[Task] if t.status not in (*ENDED, "backlog")]
    bare = [t for t in open_ if t.owner_id is None or t.due is None]
    if open_ and Decimal(100 * len(bare)) / len(open_) > thresholds.unplanned_amber:
        yield Finding("amber", f"{len(bare)} of {len(open_)} open tasks have no owner or no due date.", tuple(t.key for t in bare))
