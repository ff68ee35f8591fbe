"""The work itself: what is overdue, blocked and open on a project, and how full a person's weeks are."""
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Rows, Value, figure, keys, unknown
from records.kinds import Person, Project, Task
from records.kinds.task import ENDED

HORIZON = timedelta(days=14)
WEEKS = 2


@figure(of=Project, needs={Task: ("key", "status", "due")}, unit="count", label="tasks overdue", also="number overdue")
def overdue(rows: Rows) -> Value:
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    late = [t for t in open_ if t.due and t.due < rows.today]
    return Value(Decimal(len(late)), f"{len(late)} of {len(open_)} open tasks are past their due date", keys(late))


@figure(of=Project, needs={Task: ("key", "status", "due")}, unit="%", label="overdue share", also="share overdue")
def overdue_share(rows: Rows) -> Value:
    live = [t for t in rows[Task] if t.status != "cancelled"]
    late = [t for t in live if t.status != "done" and t.due and t.due < rows.today]
    if not live:
        return Value(None, "there are no tasks")
    return Value(Decimal(100 * len(late)) / len(live), f"{len(late)} of {len(live)} tasks are overdue", keys(late))


@figure(of=Project, needs={Task: ("key", "status")}, unit="count", label="tasks blocked")
def blocked(rows: Rows) -> Value:
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    stuck = [t for t in open_ if t.status == "blocked"]
    return Value(Decimal(len(stuck)), f"{len(stuck)} of {len(open_)} open tasks are blocked", keys(stuck))


@figure(of=Project, needs={Task: ("key", "status", "hours", "progress")}, unit="hours", label="open effort", also="remaining effort, work left")
def open_effort(rows: Rows) -> Value:
    open_ = [t for t in rows[Task] if t.status not in ENDED and t.hours]
    if not rows[Task]:
        return Value(None, "there are no tasks")
    left = sum((_left(t) for t in open_), Decimal(0))
    return Value(left, f"hours left in {len(open_)} open tasks with an estimate", keys(open_))


@figure(of=Person, needs={Task: ("key", "status", "hours", "progress", "due"), Person: ("key", "weekly_hours")}, unit="hours", label="work due soon",
        also="work due, workload, effort due")
def due_effort(rows: Rows) -> Value:
    """Hours left in a person's open tasks that are overdue or due within two weeks."""
    soon = [t for t in rows[Task] if t.status not in ENDED and t.due and t.due <= rows.today + HORIZON]
    bare = [t for t in soon if t.hours is None]
    said = f"; {len(bare)} without an estimate count as nothing" if bare else ""
    left = sum((_left(t) for t in soon), Decimal(0))
    return Value(left, f"hours left in {len(soon)} open tasks that are overdue or due by {rows.today + HORIZON:%-d %b %Y}{said}", keys(soon))


@figure(of=Person, reads=(due_effort,), needs={Person: ("key", "weekly_hours")}, unit="%", label="load", also="overload, utilisation, utilization, capacity used")
def load(rows: Rows) -> Value:
    """Work due within two weeks, of the hours a person has in them."""
    (person,) = rows[Person]
    work = rows[due_effort]
    if work.number is None or not person.weekly_hours:
        return unknown("no weekly hours are set", work)
    has = Decimal(str(person.weekly_hours)) * WEEKS
    return Value(100 * work.number / has, f"{work.number:,.0f} h due within two weeks of {has:,.0f} h to work", (*work.keys, person.key))


def _left(task: Task) -> Decimal:
    return Decimal(str(task.hours or 0)) * (100 - task.progress) / 100
