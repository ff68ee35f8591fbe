"""A person's weeks ahead: the hours they have, those that projects count on, and the weeks in which more is wanted than there is.

What is wanted of a week is what is allocated or what the dated open tasks need, whichever is more, for tasks are done within allocations.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from language.dates import Period
from records.figures.base import Part, Rows, Value, brief, counted, figure, joined, keys, unknown
from records.figures.delivery.capacity import PEOPLE, TAKEN, WEEKS, Week, has, needs, takes, times, weeks
from records.figures.delivery.wanting import spoken
from records.kinds import Absence, Allocation, Person, Task
from records.kinds.task import ENDED

AHEAD = f"the next {WEEKS} weeks"


@figure(of=Person, needs=PEOPLE, unit="hours", label="hours available", also="working hours ahead, net capacity, net hours, hours to work", is_over_days=True)
def hours_available(rows: Rows) -> Value:
    """What a person can work in the weeks ahead, without days off and absences."""
    (person,) = rows[Person]
    found = _weeks(rows)
    said = f"{_days(rows)} at {brief(Decimal(str(person.weekly_hours)))} h a week, without days off and {counted(len(rows[Absence]), 'absence')}"
    return Value(sum((w.has for w in found), Decimal(0)), said, (person.key, *times(person, rows)[1], *keys(rows[Absence])),
                 tuple(Part(w.week.called, f"{brief(w.has)} h") for w in found))


@figure(of=Person, needs=PEOPLE, unit="hours", label="hours allocated", also="hours promised to projects, promised hours, hours planned on projects",
        is_over_days=True)
def hours_allocated(rows: Rows) -> Value:
    """What projects count on in the weeks ahead; what is only requested is left out."""
    (person,) = rows[Person]
    taken = [a for a in rows[Allocation] if a.commitment in TAKEN]
    wished = len(rows[Allocation]) - len(taken)
    left = f"; {counted(wished, 'request')} not promised left out" if wished else ""
    found = _weeks(rows)
    return Value(sum((w.allocated for w in found), Decimal(0)), f"by {counted(len(taken), 'allocation')} {_days(rows)}{left}",
                 (person.key, *times(person, rows)[1], *keys(taken)), tuple(Part(w.week.called, f"{brief(w.allocated)} h") for w in found))


@figure(of=Person, needs=PEOPLE, reads=(hours_available,), unit="%", label="utilisation ahead",
        also="utilization ahead, demand against capacity, planned utilisation, planned utilization, allocation load, booked ahead", is_over_days=True)
def utilisation_ahead(rows: Rows) -> Value:
    """Wanted / available over the weeks ahead."""
    (person,) = rows[Person]
    available, found = rows[hours_available], _weeks(rows)
    if not available.number:
        return unknown(f"there is no hour to work {_days(rows)}", available)
    wanted = sum((w.wanted for w in found), Decimal(0))
    return Value(100 * wanted / available.number, f"{brief(wanted)} h wanted of {brief(available.number)} h {_days(rows)}{_undated(rows)}",
                 joined(available, _rests_on(rows, person)), tuple(Part(w.week.called, w.said) for w in found))


@figure(of=Person, needs=PEOPLE, unit="count", label="overallocated weeks",
        also="over-allocated weeks, over-allocated, overallocated, overbooked weeks, weeks over capacity, overallocation, over-allocation", is_over_days=True)
def overallocated_weeks(rows: Rows) -> Value:
    """The weeks ahead in which more is wanted of a person than they have."""
    over = [w for w in _weeks(rows) if w.wanted > w.has]
    return Value(Decimal(len(over)), f"{len(over) or 'none'} of {_of(rows)}{_undated(rows)}", _rests_on(rows, rows[Person][0]).keys,
                 tuple(Part(w.week.called, w.said) for w in over))


@dataclass(frozen=True)
class _Ahead:
    week: Week
    has: Decimal
    allocated: Decimal
    tasks: Decimal

    @property
    def wanted(self) -> Decimal:
        return max(self.allocated, self.tasks)

    @property
    def said(self) -> str:
        over = ": over" if self.wanted > self.has else ""
        return f"{brief(self.wanted)} h of {brief(self.has)} h (allocated {brief(self.allocated)}, tasks {brief(self.tasks)}){over}"


def _days(rows: Rows) -> str:
    return spoken(Period(max(rows.over.first, rows.today), rows.over.last)) if rows.over else f"in {AHEAD}"


def _of(rows: Rows) -> str:
    return f"{counted(len(_weeks(rows)), 'week')} {_days(rows)}" if rows.over else AHEAD


def _weeks(rows: Rows) -> Sequence[_Ahead]:
    return rows.together(PEOPLE, _counted)


def _counted(rows: Rows) -> Sequence[_Ahead]:
    (person,) = rows[Person]
    by, _ = times(person, rows)
    taken = [a for a in rows[Allocation] if a.commitment in TAKEN]
    ahead = weeks(rows.today, rows.over)
    needed = needs(_open(rows), by, ahead, rows.today)
    return [_Ahead(w, has(person, by, rows[Absence], w), takes(taken, by, w), need) for w, need in zip(ahead, needed, strict=True)]


def _open(rows: Rows) -> Sequence[Task]:
    return rows.once(Task, _unended)


def _unended(tasks: Sequence[Task]) -> Sequence[Task]:
    return [t for t in tasks if t.status not in ENDED]


def _rests_on(rows: Rows, person: Person) -> Value:
    own = (person.key, *times(person, rows)[1], *keys(rows[Absence], [a for a in rows[Allocation] if a.commitment in TAKEN], _open(rows)))
    return Value(None, "", own)


def _undated(rows: Rows) -> str:
    bare = sum(t.due is None for t in _open(rows))
    return f"; {counted(bare, 'open task')} without a date left out" if bare else ""
