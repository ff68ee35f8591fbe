"""Sprints (Scrum): how many points a team completes, how reliably, and how many sprints are still to go. Never to be compared across teams.

A velocity is the mean of the last three to six closed sprints; its range goes with every forecast.
"""
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from statistics import median

from records.figures.base import Needs, Part, Rows, Value, brief, counted, figure, joined, keys, unknown
from records.figures.delivery.planning import exact, summed
from records.kinds import Project, Sprint, Task
from records.kinds.task import ENDED

LEAST, MOST = 3, 6                                   # sprints that a velocity is taken of
FURTHEST = 520                                       # sprints ahead that are still called a date
SPRINTS: Needs = {Sprint: ("key", "title", "start", "end", "status", "committed", "completed")}


@figure(of=Project, needs=SPRINTS, unit="points", label="velocity", also="team velocity, average velocity, points per sprint, points a sprint, "
        "how fast is the team")
def velocity(rows: Rows) -> Value:
    last = _closed(rows)[-MOST:]
    if len(last) < LEAST:
        return Value(None, f"a velocity is the mean of at least {LEAST} closed sprints; so far {counted(len(last), 'has its points', 'have their points')}")
    done = _points([s.completed or 0 for s in last])
    parts = tuple(Part(s.title, f"{brief(exact(s.completed or 0))} points", s.key) for s in last)
    return Value(_sum(done) / len(done), f"the mean of the last {len(last)} closed sprints, from {brief(min(done))} to {brief(max(done))}", keys(last), parts)


@figure(of=Project, needs={**SPRINTS, Task: ("key", "status", "points")}, reads=(velocity,), unit="count", label="sprints to go",
        also="remaining sprints, sprints left, sprints remaining, more sprints, how many sprints are left, how many more sprints, how many sprints to go, "
             "how many sprints do we need, sprint forecast, backlog be empty, backlog be done")
def sprints_to_go(rows: Rows) -> Value:
    """The points of the open tasks / velocity, rounded up; at the best and the worst of the sprints as well."""
    pace, open_ = rows[velocity], [t for t in rows[Task] if t.status not in ENDED]
    pointed = [t for t in open_ if t.points is not None]
    if pace.number is None or (open_ and not pointed):
        return unknown("no open task has points", pace)
    if not pace.number:
        return Value(None, "nothing was completed in the last sprints")
    left = summed(Counter(t.points or 0 for t in pointed))
    done = _points([s.completed or 0 for s in _closed(rows)[-MOST:]])
    parts = tuple(Part(f"at {said} of {brief(speed)}", _until(rows, left, speed)) for said, speed in
                  (("the velocity", pace.number), ("the best", max(done)), ("the worst", min(done))))
    rest = f"; {counted(len(open_) - len(pointed), 'open task')} without points left out" if len(pointed) < len(open_) else ""
    own = joined(pace, Value(None, "", keys(pointed or rows[Task])))
    return Value(Decimal(ceil(left / pace.number)), f"{brief(left)} points left / velocity {brief(pace.number)}, rounded up{rest}", own, parts)


@figure(of=Project, needs=SPRINTS, unit="%", label="commitment reliability", also="sprint reliability, said and done, say-do ratio, kept commitments")
def reliability(rows: Rows) -> Value:
    """Completed / committed over the last six closed sprints."""
    last = [s for s in _closed(rows) if s.committed][-MOST:]
    if not last:
        return Value(None, "no sprint is closed with the points it was committed to")
    wanted, done = (_sum(_points(of)) for of in ([s.committed or 0 for s in last], [s.completed or 0 for s in last]))
    parts = tuple(Part(s.title, f"{brief(exact(s.completed or 0))} of {brief(exact(s.committed or 0))} points", s.key) for s in last)
    return Value(100 * done / wanted, f"{brief(done)} of {brief(wanted)} points in the last {counted(len(last), 'closed sprint')}",
                 keys(last), parts)


@figure(of=Project, needs={**SPRINTS, Task: ("key", "id", "status", "points", "began_on", "done_on")}, written=(Task,), unit="points", label="burnup",
        also="burn-up, burndown, burn-down, burnup chart, burndown chart, points done")
def burnup(rows: Rows) -> Value:
    """The points that are done, and by the end of each sprint beside the scope of then, which a burndown would hide."""
    pointed = [t for t in rows[Task] if t.points and t.status != "cancelled"]
    if not pointed:
        return Value(None, "no task has points")
    scope, done = summed(Counter(t.points or 0 for t in pointed)), _done(pointed)
    sprints = sorted((s for s in rows[Sprint] if s.status != "cancelled" and s.start <= rows.today), key=lambda s: s.end)
    parts = []
    for sprint in sprints:
        day = min(sprint.end, rows.today)
        then = _done([t for t in pointed if t.done_on and t.done_on <= day])
        known = summed(Counter(t.points or 0 for t in pointed if _is_known(rows, t, day)))
        parts.append(Part(f"{sprint.title}, until {sprint.end:%-d %b %Y}", f"{brief(then)} done of a scope of {brief(known)}", sprint.key))
    said = f"{brief(done)} of {brief(scope)} points in {counted(len(pointed), 'task')}"
    note = "; the scope of a sprint are the tasks that were written down by its end, at the points of today" if parts else ""
    closed = _closed(rows)
    counts = _sum(_points([s.completed or 0 for s in closed]))
    apart = f"; its {counted(len(closed), 'closed sprint')} count {brief(counts)}, and the velocity is made of those" if closed and counts != done else ""
    return Value(done, said + apart + note, keys(pointed, sprints), tuple(parts))


def _is_known(rows: Rows, task: Task, day: date) -> bool:
    """Whether a task was in the scope by a day: written down, or begun or done however late it was written down."""
    return min(filter(None, (rows.written(Task, task)[0], task.began_on, task.done_on))) <= day


def _closed(rows: Rows) -> Sequence[Sprint]:
    return sorted((s for s in rows[Sprint] if s.status == "closed" and s.completed is not None), key=lambda s: (s.end, s.key))


def _until(rows: Rows, left: Decimal, speed: Decimal) -> str:
    if not speed:
        return "never"
    number = ceil(left / speed)
    ended = [s for s in rows[Sprint] if s.status in ("closed", "active")]
    length = median((s.end - s.start).days + 1 for s in ended)
    last = max(s.end for s in ended if s.status == "closed")
    until = f", until {last + timedelta(days=round(number * length)):%-d %b %Y} if they go on without a break" if 0 < number < FURTHEST else ""
    return f"{counted(number, 'sprint')}{until}"


def _done(tasks: Sequence[Task]) -> Decimal:
    return summed(Counter(t.points or 0 for t in tasks if t.status == "done"))


def _points(numbers: Sequence[float]) -> list[Decimal]:
    return [exact(n) for n in numbers]


def _sum(numbers: Sequence[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))
