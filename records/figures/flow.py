"""Flow (Kanban; Little's law): how long work takes once begun, how much of it is finished in a week, and how much is under way.

Half of the work takes the median or less, 85 of a hundred pieces the 85th percentile or less. Cycle time is from the day a task began to the day it was
done, lead time from the day it was first written down.
"""
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from math import ceil
from statistics import median

from records.figures.base import Part, Rows, Value, brief, counted, figure, keys
from records.kinds import Issue, Project, Sprint, Task

WEEKS = 8                                           # that a throughput is taken of
SURE = 85                                           # percentile that a promise rests on
UNDER_WAY = ("in progress", "in review", "blocked")


@figure(of=Project, needs={Task: ("key", "status", "began_on", "done_on")}, unit="days", label="cycle time", also="average cycle time, median cycle time")
def cycle_time(rows: Rows) -> Value:
    """The median of the days from beginning to end."""
    done = [t for t in rows[Task] if t.status == "done"]
    timed = [t for t in done if t.began_on and t.done_on and t.began_on <= t.done_on]
    left = f"; {len(done) - len(timed)} done without the day they began left out" if len(timed) < len(done) else ""
    return _times([(t.done_on - t.began_on).days for t in timed if t.began_on and t.done_on], timed, "task", "no done task has the day it began", left)


@figure(of=Project, needs={Task: ("key", "id", "status", "done_on")}, written=(Task,), unit="days", label="lead time",
        also="average lead time, median lead time")
def lead_time(rows: Rows) -> Value:
    """The median of the days from a task's first line in the log to its end."""
    done = [t for t in rows[Task] if t.status == "done"]
    known = [(t, (t.done_on - rows.written(Task, t)[0]).days) for t in done if t.done_on]
    timed = [(t, days) for t, days in known if days >= 0]
    left = f"; {len(done) - len(timed)} done before the log knew them left out" if len(timed) < len(done) else ""
    return _times([days for _, days in timed], [t for t, _ in timed], "task", "no task is done that the log knew before", left)


@figure(of=Project, needs={Issue: ("key", "raised_on", "resolved_on")}, unit="days", label="time to resolve",
        also="resolution time, time to resolve issues, how long issues take")
def time_to_resolve(rows: Rows) -> Value:
    """The median of the days from an issue's raising to its resolution."""
    timed = [i for i in rows[Issue] if i.raised_on and i.resolved_on and i.raised_on <= i.resolved_on]
    return _times([(i.resolved_on - i.raised_on).days for i in timed if i.raised_on and i.resolved_on], timed, "issue",
                  "no issue is resolved that has the day it was raised", "")


@figure(of=Project, needs={Task: ("key", "status", "done_on")}, unit="ratio", label="throughput",
        also="tasks per week, tasks a week, finished per week, done per week, tasks done per week, how many "
             "tasks are done per week, how many tasks per week, how many tasks do we finish per week")
def throughput(rows: Rows) -> Value:
    """Tasks done in a week, over the last eight."""
    done = [t for t in rows[Task] if t.status == "done" and t.done_on]
    if not done:
        return Value(None, "no task is done that has the day it was")
    weeks = [(rows.today - timedelta(days=7 * n + 6), rows.today - timedelta(days=7 * n)) for n in range(WEEKS)]
    numbers = [sum(first <= t.done_on <= last for t in done if t.done_on) for first, last in weeks]
    recent = [t for t in done if t.done_on and weeks[-1][0] <= t.done_on <= rows.today]
    parts = (Part("median week", _median(numbers)), Part(f"in {SURE} of 100 weeks at least", str(sorted(numbers)[WEEKS * (100 - SURE) // 100])),
             *(Part(f"{first:%-d %b} to {last:%-d %b %Y}", counted(n, "task")) for (first, last), n in zip(weeks, numbers, strict=True)))
    return Value(Decimal(len(recent)) / WEEKS, f"a week: {counted(len(recent), 'task')} done in the last {WEEKS} weeks", keys(recent or done), parts)


@figure(of=Project, needs={Task: ("key", "title", "status", "began_on"), Sprint: ("key", "title", "status", "wip_limit")}, unit="count",
        label="work in progress", also="WIP, work under way, tasks under way, tasks in flight, work is in progress, work is under way")
def wip(rows: Rows) -> Value:
    """Tasks that are begun and not done, each with its age."""
    if not rows[Task]:
        return Value(None, "there is no task")
    going = [t for t in rows[Task] if t.status in UNDER_WAY]
    aged = sorted((t for t in going if t.began_on), key=lambda t: (t.began_on or rows.today, t.key))
    limits = [s for s in rows[Sprint] if s.status == "active" and s.wip_limit]
    ages = [(rows.today - (t.began_on or rows.today)).days for t in aged]
    spread = (Part("median age", f"{_median(ages)} days"), Part(f"{SURE}th percentile of the ages", f"{_percentile(ages)} days")) if ages else ()
    parts = (*(Part(f"limit of {s.title}", str(s.wip_limit), s.key) for s in limits), *spread,
             *(Part(t.title, f"{t.status} for {counted(age, 'day')}", t.key) for t, age in zip(aged, ages, strict=True)))
    bare = f"; {len(going) - len(aged)} without the day they began" if len(aged) < len(going) else ""
    return Value(Decimal(len(going)), f"{counted(len(going), 'task')} in progress, in review or blocked{bare}", keys(going or rows[Task], limits), parts)


def _times(days: Sequence[int], of: Sequence[Task] | Sequence[Issue], one: str, why_not: str, note: str) -> Value:
    if not days:
        return Value(None, why_not)
    parts = (Part("median", f"{_median(days)} days"), Part(f"{SURE}th percentile", f"{_percentile(days)} days"),
             Part("mean", f"{brief(Decimal(sum(days)) / len(days))} days"), Part("longest", f"{max(days)} days"))
    said = f"the median of {counted(len(days), one)}; {SURE} of 100 take at most {_percentile(days)} days{note}"
    return Value(Decimal(str(median(days))), said, keys(of), parts)


def _percentile(numbers: Sequence[int]) -> int:
    """The least number that 85 of a hundred do not exceed (nearest rank)."""
    return sorted(numbers)[ceil(len(numbers) * SURE / 100) - 1]


def _median(numbers: Sequence[int]) -> str:
    return brief(Decimal(str(median(numbers))))
