"""The work of a project: what is overdue, blocked and still to do."""
from collections.abc import Sequence
from decimal import Decimal

from records.figures.base import Rows, Value, counted, figure, keys
from records.figures.delivery.effort import hours_left, is_estimated
from records.kinds import Project, Task
from records.kinds.task import ENDED


@figure(of=Project, needs={Task: ("key", "status", "due")}, unit="count", label="tasks overdue", also="overdue, late tasks, overdue tasks")
def overdue(rows: Rows) -> Value:
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    late = [t for t in open_ if t.due and t.due < rows.today]
    return Value(Decimal(len(late)), _of_open(late, open_, "past the due date"), keys(late))


@figure(of=Project, needs={Task: ("key", "status", "due")}, unit="%", label="overdue share", also="share overdue")
def overdue_share(rows: Rows) -> Value:
    """Overdue tasks of all tasks, the done among them (the cancelled not)."""
    live = [t for t in rows[Task] if t.status != "cancelled"]
    late = [t for t in live if t.status != "done" and t.due and t.due < rows.today]
    if not live:
        return Value(None, "there is no task")
    return Value(Decimal(100 * len(late)) / len(live), f"{len(late)} of {counted(len(live), 'task')} overdue", keys(live))


@figure(of=Project, needs={Task: ("key", "status")}, unit="count", label="tasks blocked", also="blocked, blocked tasks")
def blocked(rows: Rows) -> Value:
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    stuck = [t for t in open_ if t.status == "blocked"]
    return Value(Decimal(len(stuck)), _of_open(stuck, open_, "blocked"), keys(stuck))


@figure(of=Project, needs={Task: ("key", "status", "hours", "progress", "remaining")}, unit="hours", label="open effort", also="remaining effort, work left")
def open_effort(rows: Rows) -> Value:
    """Hours still to do: what remains of each open task as its owner says, else its estimate less the share that is done."""
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    timed = [t for t in open_ if is_estimated(t)]
    if open_ and not timed:
        return Value(None, "no open task has an estimate in hours")
    left = f"; {len(open_) - len(timed)} without an estimate left out" if len(timed) < len(open_) else ""
    return Value(sum((hours_left(t) for t in timed), Decimal(0)), f"hours left in {counted(len(timed), 'open task')}{left}", keys(timed))


def _of_open(some: Sequence[Task], open_: Sequence[Task], are: str) -> str:
    return f"{len(some)} of {counted(len(open_), 'open task')} {are}" if open_ else "there is no open task"
