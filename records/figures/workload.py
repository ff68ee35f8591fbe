"""Workload: how full a person's weeks are, by what is left of their open tasks."""
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Needs, Rows, Value, brief, counted, figure, keys, unknown
from records.figures.delivery.effort import hours_left, is_estimated
from records.kinds import Person, Task
from records.kinds.task import ENDED

WEEKS = 2
HORIZON, OUTLOOK = timedelta(weeks=WEEKS), timedelta(weeks=4)
TASKS: Needs = {Task: ("key", "status", "hours", "progress", "remaining", "due")}


@figure(of=Person, needs=TASKS, unit="hours", label="workload", also="total work, all work")
def workload(rows: Rows) -> Value:
    """Hours left in all open tasks of a person; the receipt says how much is overdue, comes within four weeks, later, or has no date."""
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    late = [t for t in open_ if t.due and t.due < rows.today]
    soon = [t for t in open_ if t.due and rows.today <= t.due <= rows.today + OUTLOOK]
    later = [t for t in open_ if t.due and t.due > rows.today + OUTLOOK]
    undated = [t for t in open_ if t.due is None]
    parts = (("overdue", late), ("due within four weeks", soon), ("due later", later), ("without a date", undated))
    said = ", ".join(f"{brief(_hours(tasks))} h {when}" for when, tasks in parts if tasks)
    return Value(_hours(open_), f"{counted(len(open_), 'open task')}{': ' if said else ''}{said}{_bare(open_)}", keys(open_))


@figure(of=Person, needs=TASKS, unit="hours", label="work due soon", also="work due, effort due")
def due_effort(rows: Rows) -> Value:
    """Hours left in a person's open tasks that are overdue or due within two weeks."""
    last = rows.today + HORIZON
    soon = [t for t in rows[Task] if t.status not in ENDED and t.due and t.due <= last]
    return Value(_hours(soon), f"hours left in {counted(len(soon), 'open task')} overdue or due by {last:%-d %b %Y}{_bare(soon)}", keys(soon))


@figure(of=Person, reads=(due_effort,), needs={Person: ("key", "weekly_hours")}, unit="%", label="load",
        also="overload, loaded, busiest, most work, busy, how busy, utilisation, utilization, capacity used")
def load(rows: Rows) -> Value:
    """Work due within two weeks, of the hours a person has in them."""
    (person,) = rows[Person]
    work = rows[due_effort]
    if work.number is None or not person.weekly_hours:
        return unknown("no weekly hours are set", work)
    has = Decimal(str(person.weekly_hours)) * WEEKS
    said = f"{brief(work.number)} h overdue or due within two weeks, of {brief(has)} h to work"
    return Value(100 * work.number / has, said, (*work.keys, person.key))


def _hours(tasks: Sequence[Task]) -> Decimal:
    return sum((hours_left(t) for t in tasks), Decimal(0))


def _bare(tasks: Sequence[Task]) -> str:
    bare = sum(not is_estimated(t) for t in tasks)
    return f"; {bare} without an estimate counted as nothing" if bare else ""
