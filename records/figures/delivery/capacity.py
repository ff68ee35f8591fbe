"""Capacity by the week: the hours people have, by their calendars and absences, and what allocations and open tasks take of them. Not a figure.

An allocation takes its weekly hours on working days, a task what is left of it, evenly from its start to its due date; what is overdue comes now.
"""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from records.figures.base import Needs, Rows
from records.figures.delivery.planning import exact
from records.figures.schedule.axis import Axis
from records.figures.schedule.calendars import axis_of
from records.figures.work import hours_left
from records.kinds import Absence, Allocation, Calendar, Office, Person, Task

WEEKS = 8                                            # that are looked ahead, the running one among them
FREE_FOR = 60                                        # days that a holiday may last before work goes on regardless
TAKEN = ("hard", "soft")                             # what is only requested takes nothing yet
PEOPLE: Needs = {Person: ("key", "id", "name", "job", "weekly_hours", "calendar_id"), Calendar: ("key", "id", "workdays", "days_off"),
                 Office: ("key", "calendar_id"), Absence: ("key", "person_id", "start", "end"),
                 Allocation: ("key", "person_id", "role", "hours", "start", "end", "commitment"),
                 Task: ("key", "title", "status", "owner_id", "hours", "remaining", "progress", "start", "due")}


@dataclass(frozen=True)
class Week:
    first: date
    last: date

    @property
    def called(self) -> str:
        return f"{self.first:%-d %b} to {self.last:%-d %b %Y}"


@dataclass(frozen=True)
class Times:
    """When a person works: the days by their calendar, how many there are in a full week, and the records that say so."""
    axis: Axis
    a_week: int
    keys: tuple[str, ...] = ()

    def days(self, first: date, last: date) -> int:
        return self.axis.before(last.toordinal() + 1) - self.axis.before(first.toordinal()) if first <= last else 0

    def works(self, day: int) -> bool:
        return self.axis.before(day + 1) > self.axis.before(day)


def weeks(today: date) -> Sequence[Week]:
    """The rest of this week and the whole ones after it."""
    monday = today - timedelta(days=today.weekday())
    return [Week(max(today, monday + timedelta(weeks=n)), monday + timedelta(weeks=n, days=6)) for n in range(WEEKS)]


def times(person: Person | None, rows: Rows) -> Times:
    """By a person's calendar, else the office's, else Monday to Friday."""
    known = {c.id: c for c in rows[Calendar]}
    office = next((o for o in rows[Office] if o.calendar_id in known), None)
    if person is not None and person.calendar_id in known:
        return _times(known[person.calendar_id])
    return _times(known[office.calendar_id], office.key) if office else Times(Axis(), 5)


def _times(own: Calendar, *rests_on: str) -> Times:
    return Times(axis_of(own.workdays, own.days_off), len(own.workdays.split(",")), (*rests_on, own.key))


def has(person: Person, by: Times, absences: Iterable[Absence], week: Week) -> Decimal:
    """The hours a person can work in a week: none on days off and on days away."""
    days = set(range(week.first.toordinal(), week.last.toordinal() + 1))
    away = {day for a in absences if a.person_id == person.id for day in days & set(range(a.start.toordinal(), a.end.toordinal() + 1))}
    return exact(person.weekly_hours) * sum(by.works(day) for day in days - away) / by.a_week


def takes(allocations: Iterable[Allocation], by: Times, week: Week) -> Decimal:
    """The hours that allocations take in a week."""
    return sum((exact(a.hours) * by.days(max(a.start, week.first), min(a.end, week.last)) / by.a_week for a in allocations), Decimal(0))


def needs(tasks: Iterable[Task], by: Times, week: Week, today: date) -> Decimal:
    """The hours that dated open tasks need in a week."""
    return sum((_share(t, by, week, today) for t in tasks), Decimal(0))


def by_person(allocations: Iterable[Allocation]) -> Mapping[int, Sequence[Allocation]]:
    """What is promised of each person."""
    found: dict[int, list[Allocation]] = {}
    for a in allocations:
        if a.person_id is not None and a.commitment in TAKEN:
            found.setdefault(a.person_id, []).append(a)
    return found


def _share(task: Task, by: Times, week: Week, today: date) -> Decimal:
    if task.due is None:
        return Decimal(0)
    first = max(task.start or today, today)
    last = max(task.due, first)
    free = next((n for n in range(FREE_FOR) if by.days(first, last + timedelta(days=n))), 0)
    last += timedelta(days=free)
    days = by.days(first, last)
    if not days:
        return Decimal(0)
    return hours_left(task) * by.days(max(first, week.first), min(last, week.last)) / days
