"""Who works on what: the open tasks of a project as jobs of quarter days, and the hours a day that each person has for it.

A task needs of its owner a day what is left of its hours, spread over its length; of those it is allocated to, their hours. Without hours it needs
all that its owner has. A person has the hours that the project counts on (promised allocations; between and after them the nearest goes on), else
their weekly hours; none on days away, nor on days that their own calendar does not work. Their work pauses then.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
import math

from language.working import WorkingDays
from records.figures.base import Needs, Rows, keys
from records.figures.schedule.activities import NEEDS, Plan
from records.figures.schedule.axis import DAY, Axis, begin_of, day_of, end_of
from records.figures.schedule.durations import has_begun
from records.figures.schedule.levelling import Problem
from records.figures.schedule.network import Dates, difference, measured
from records.figures.schedule.pausing import Away, merged
from records.kinds import Absence, Allocation, Calendar, Person, Task
from records.working_time import of_calendar

STAFF: Needs = {**NEEDS, Task: (*NEEDS[Task], "owner_id"), Allocation: (*NEEDS[Allocation], "person_id", "start", "end", "commitment"),
                Person: ("id", "key", "name", "weekly_hours", "calendar_id"), Absence: ("key", "person_id", "start", "end")}
Shares = dict[int | None, float | None]
Demand = tuple[tuple[int, int], ...]
PARTS = 4                                # periods of a working day
PERIOD = DAY // PARTS
FINE = 100                               # an hour a day in whole numbers
LONGEST = 2_600                          # working days of capacities that differ, ten years; then the last goes on
KNOWN = 520                              # working days for which somebody's own calendar is looked at, two years


@dataclass(frozen=True)
class Staffed:
    """The problem, job by activity of the plan; the people it takes, and the rows of theirs that it rests on."""
    problem: Problem
    people: tuple[Person, ...]
    allocations: tuple[Allocation, ...]
    receipt: tuple[str, ...]             # of their absences and own calendars


def staffed(rows: Rows, plan: Plan, dates: Dates) -> Staffed | None:
    """The open work with its people; None where nobody with hours works on any."""
    promised = [a for a in rows[Allocation] if a.commitment != "requested" and a.person_id is not None]
    people = {p.id: p for p in rows[Person] if p.weekly_hours}
    shares = [_shares(task, promised, people) if (task := plan.tasks.get(n)) else {} for n in range(len(plan.of))]
    used = tuple(p for p in people.values() if any(p.id in share for share in shares))
    if not used:
        return None
    place = {p.id: n for n, p in enumerate(used)}
    own = {p.id: next((c for c in rows[Calendar] if c.id == p.calendar_id), None) for p in used}
    week = {p.id: len(of_calendar(c).days.weekdays if (c := own[p.id]) else plan.axis.weekdays) for p in used}
    absences = [a for a in rows[Absence] if a.person_id in place and a.end >= day_of(plan.today)]
    away = tuple(merged((*_absent([a for a in absences if a.person_id == p.id], plan), *_idle(own[p.id], plan))) for p in used)
    capacities = tuple(_capacity(p, [a for a in promised if a.person_id == p.id and a.task_id is None], plan, week[p.id]) for p in used)
    sizes = measured(plan.network, dates, plan.today)
    durations, demands = [], []
    for n, share in enumerate(shares):
        needs = {place[who]: None if weekly is None else weekly / week[who] for who, weekly in share.items()}
        periods, demand = _demand(plan.tasks.get(n), -(-sizes[n][0] // PERIOD), needs, capacities)
        durations.append(periods)
        demands.append(demand)
    ties = tuple((before, after, difference(durations, (before, after, of, -(-lag // PERIOD)))) for before, after, of, lag in plan.network.links)
    running = frozenset(n for n, task in plan.tasks.items() if has_begun(task))
    by_start = frozenset(n for n, link in enumerate(plan.network.links) if link[2][0] == "S")
    problem = Problem(tuple(durations), ties, tuple(demands), capacities, tuple(-(-bound // PERIOD) for _, bound in sizes), running,
                      away if any(away) else (), by_start if any(away) else frozenset())
    receipt = keys(absences, [c for c in own.values() if c])
    return Staffed(problem, used, tuple(a for a in promised if a.person_id in place), receipt)


def _shares(task: Task, promised: Sequence[Allocation], people: Mapping[int | None, Person]) -> Shares:
    """Who works on a task and how many hours a week; None: as many as its own hours need."""
    given: Shares = {}
    for a in promised:
        if a.task_id is not None and a.task_id == task.id and a.person_id in people:
            given[a.person_id] = (given.get(a.person_id) or 0) + a.hours
    return given or ({task.owner_id: None} if task.owner_id in people else {})


def _capacity(person: Person, allocations: Sequence[Allocation], plan: Plan, week: int) -> tuple[int, ...]:
    """The hours a day that the project has of a person, by period."""
    given = [a for a in allocations if a.hours]
    if not given:
        return (_daily(person.weekly_hours, week),)
    first = plan.axis.before(plan.today // DAY)
    last = min(max(plan.axis.before(end_of(a.end) // DAY) for a in given) - first, LONGEST)
    days = [day_of(plan.axis.day(first + n) * DAY) for n in range(last)]
    hours = [sum(a.hours for a in given if a.start <= day <= a.end) for day in days]
    known = next(filter(None, hours), max(given, key=lambda a: a.end).hours)
    found: list[int] = []
    for promised in hours:
        known = promised or known
        found += [_daily(known, week)] * PARTS
    return (*found, _daily(known, week))


def _absent(absences: Sequence[Absence], plan: Plan) -> Iterator[tuple[int, int]]:
    """Days away as spans of periods from today on."""
    first = plan.axis.before(plan.today // DAY)
    for a in absences:
        begin, end = (max(plan.axis.before(at // DAY) - first, 0) * PARTS for at in (begin_of(a.start), end_of(a.end)))
        yield begin, end


def _idle(own: Calendar | None, plan: Plan) -> Away:
    """Days that somebody's own calendar does not work and the plan's does."""
    return _unworked(plan.axis, of_calendar(own).days, plan.axis.before(plan.today // DAY)) if own else ()


@lru_cache(maxsize=64)
def _unworked(plan: Axis, own: WorkingDays, first: int) -> Away:
    """Such days as spans of periods."""
    return merged((n * PARTS, (n + 1) * PARTS) for n in range(KNOWN) if not own.is_working(day_of(plan.day(first + n) * DAY)))


def _daily(weekly: float, week: int) -> int:
    return max(1, round(weekly / week * FINE))


def _demand(task: Task | None, periods: int, share: Mapping[int, float | None], capacities: Sequence[Sequence[int]]) -> tuple[int, Demand]:
    """How long a task takes and how much of whom it needs a day; longer where its owner has less than it would need."""
    if task is None or not periods:
        return periods, ()
    demand = []
    for person, daily in share.items():
        most = min(capacities[person])
        hours = _left(task) if daily is None else None
        if hours:
            periods = max(periods, math.ceil(hours * FINE * PARTS / most))
        needs = hours * PARTS / periods if hours else daily
        demand.append((person, min(max(1, round(needs * FINE)), most) if needs else most))
    return periods, tuple(sorted(demand))


def _left(task: Task) -> float | None:
    """Hours that are left of a task."""
    if task.hours is None or not has_begun(task):
        return task.hours
    return task.remaining if task.remaining is not None else task.hours * (100 - task.progress) / 100
