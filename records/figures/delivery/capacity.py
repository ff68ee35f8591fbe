"""Capacity by the week: the hours people have, by their calendars and absences, and what allocations and open tasks take of them. Not a figure.

An allocation takes its weekly hours on working days, a task what is left of it, evenly from its start to its due date; what is overdue comes now.
"""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from language.dates import Period
from language.working import WorkingDays
from records.figures.base import Needs, Rows, keys
from records.figures.delivery.effort import hours_left
from records.figures.delivery.planning import exact
from records.kinds import Absence, Allocation, Calendar, Office, Person, Task
from records.working_time import absent, of_calendar, working_time

DAY = timedelta(days=1)
WEEKS = 8                                            # that are looked ahead, the running one among them
TAKEN = ("hard", "soft")                             # what is only requested takes nothing yet
PEOPLE: Needs = {Person: ("key", "id", "name", "job", "weekly_hours", "calendar_id"), Calendar: ("key", "id", "workdays", "days_off", "hours"),
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


def weeks(today: date, over: Period | None = None) -> Sequence[Week]:
    """The rest of this week and the whole ones after it; or of some days the weeks they lie in, the first and the last cut short."""
    first, last = (max(over.first, today), over.last) if over else (today, today - timedelta(days=today.weekday()) + timedelta(weeks=WEEKS, days=-1))
    monday = first - timedelta(days=first.weekday())
    count = (last - monday).days // 7 + 1
    return [Week(max(first, monday + timedelta(weeks=n)), min(last, monday + timedelta(weeks=n, days=6))) for n in range(count)]


def times(person: Person | None, rows: Rows) -> tuple[WorkingDays, tuple[str, ...]]:
    """The days a person works, by their own calendar, else the office's, else Monday to Friday; and the records that say so."""
    own = next((c for c in rows[Calendar] if person is not None and c.id == person.calendar_id), None)
    if own:
        return of_calendar(own).days, (own.key,)
    return working_time(rows[Office], rows[Calendar]).days, keys(rows[Office], rows[Calendar])


def has(person: Person, by: WorkingDays, absences: Iterable[Absence], week: Week) -> Decimal:
    """The hours a person can work in a week: none on days off and on days away."""
    present = by.without(absent(a for a in absences if a.person_id == person.id and a.start <= week.last and a.end >= week.first))
    return exact(person.weekly_hours) * present.between(week.first, week.last) / len(by.weekdays)


def takes(allocations: Iterable[Allocation], by: WorkingDays, week: Week) -> Decimal:
    """The hours that allocations take in a week."""
    return sum((exact(a.hours) * _days(by, max(a.start, week.first), min(a.end, week.last)) / len(by.weekdays) for a in allocations), Decimal(0))


def needs(tasks: Iterable[Task], by: WorkingDays, ahead: Sequence[Week], today: date) -> Sequence[Decimal]:
    """The hours that dated open tasks need in each of some weeks, one after the other."""
    needed, until = [Decimal(0)] * len(ahead), ahead[-1].last
    ends = [(by.number(week.first), by.number(week.last + DAY)) for week in ahead]
    for task in tasks:
        if task.due is None or (task.start and task.start > until):
            continue
        first, last = _spread(max(task.start or today, today), task.due, by)
        hours: Decimal | None = None
        for n, (begins, over) in enumerate(ends):
            if begins >= last:
                break
            if (days := min(last, over) - max(first, begins)) > 0:
                hours = hours_left(task) if hours is None else hours
                needed[n] += hours * days / (last - first)
    return needed


def by_person(allocations: Iterable[Allocation]) -> Mapping[int, Sequence[Allocation]]:
    """What is promised of each person."""
    found: dict[int, list[Allocation]] = {}
    for a in allocations:
        if a.person_id is not None and a.commitment in TAKEN:
            found.setdefault(a.person_id, []).append(a)
    return found


@lru_cache(maxsize=1 << 14)
def _spread(first: date, due: date, by: WorkingDays) -> tuple[int, int]:
    """From which working day to which a task is worked on, by their numbers; what falls due on days off is done on the first day after them."""
    return by.number(first), by.number(max(due, by.next_working(first)) + DAY)


def _days(by: WorkingDays, first: date, last: date) -> int:
    return by.between(first, last) if first <= last else 0
