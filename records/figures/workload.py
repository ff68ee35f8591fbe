"""Workload: how full a person's weeks are, by what is left of their open tasks."""
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Needs, Rows, Value, brief, counted, figure, keys, unknown
from records.figures.delivery.capacity import PEOPLE, Week, has, times
from records.figures.delivery.effort import hours_left, is_estimated
from records.figures.delivery.wanting import spoken, wanted
from records.kinds import Absence, Person, Task
from records.kinds.task import ENDED

WEEKS = 2
HORIZON, OUTLOOK = timedelta(weeks=WEEKS), timedelta(weeks=4)
TASKS: Needs = {Task: ("key", "status", "hours", "points", "progress", "remaining", "due")}
HOURS: Needs = {**PEOPLE, Task: tuple(dict.fromkeys((*PEOPLE[Task], *TASKS[Task])))}


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
    soon = _soon(rows)
    said = f"hours left in {counted(len(soon), 'open task')} overdue or due by {rows.today + HORIZON:%-d %b %Y}{_bare(soon)}"
    return Value(_hours(soon), said, keys(soon))


@figure(of=Person, reads=(due_effort,), needs=HOURS, unit="%", label="load",
        also="overload, loaded, busiest, most work, busy, how busy, utilisation, utilization, capacity used", is_over_days=True)
def load(rows: Rows) -> Value:
    """Work due within two weeks, of the hours a person has in them without days off and absences; of other days what is wanted in them."""
    (person,) = rows[Person]
    if rows.over:
        return _over(rows)
    work = rows[due_effort]
    if work.number is None or not person.weekly_hours:
        return unknown("no weekly hours are set", work)
    by, known = times(person, rows)
    there = has(person, by, rows[Absence], Week(rows.today, rows.today + HORIZON - timedelta(days=1)))
    if not there:
        return Value(None, f"there is no hour to work in the next two weeks; {brief(work.number)} h are overdue or due in them")
    whole = Decimal(str(person.weekly_hours)) * WEEKS
    away = f" ({brief(whole)} h less days off and absences)" if there < whole else ""
    said = f"{brief(work.number)} h overdue or due within two weeks, of {brief(there)} h to work{away}{_bare(_soon(rows))}{_more(rows, work.number)}"
    return Value(100 * work.number / there, said, tuple(dict.fromkeys((*work.keys, person.key, *known, *keys(rows[Absence])))))


def _over(rows: Rows) -> Value:
    found = wanted(rows)
    if not found.has:
        return Value(None, f"there is no hour to work {spoken(found.days)}{found.aside}; {brief(found.hours)} h are wanted", found.keys)
    return Value(100 * found.hours / found.has, found.how, found.keys)


def _more(rows: Rows, due: Decimal) -> str:
    """That the load of days which are asked for is another one: it takes in a part of what is due later, and what is allocated."""
    asked = wanted(rows)
    if asked.hours <= due:
        return ""
    counted_in = "hours allocated" if asked.allocated > asked.tasks else "a part of what is due later"
    return f"; asked of days, as “in the next two weeks”, {counted_in} would count as well"


def _soon(rows: Rows) -> list[Task]:
    return [t for t in rows[Task] if t.status not in ENDED and t.due and t.due <= rows.today + HORIZON]


def _hours(tasks: Sequence[Task]) -> Decimal:
    return sum((hours_left(t) for t in tasks), Decimal(0))


def _bare(tasks: Sequence[Task]) -> str:
    bare = [t for t in tasks if not is_estimated(t)]
    pointed = sum(bool(t.points) for t in bare)
    return f"; {len(bare)} without an estimate{f' in hours ({pointed} in points)' if pointed else ''} counted as nothing" if bare else ""
