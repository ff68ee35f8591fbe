"""What is wanted of a person over days to come, of the hours they have in them. Not a figure.

Each dated open task is done evenly from now, or from its start, to its due date, what is overdue at once; what does not fit into the days before
is carried over. Tasks are done within allocations: what is wanted is whichever of the two is more.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from language.dates import Period
from records.figures.base import Rows, brief, counted, keys
from records.figures.delivery.capacity import DAY, PEOPLE, TAKEN, Week, has, needs, takes, times
from records.figures.delivery.effort import is_estimated
from records.kinds import Absence, Allocation, Person, Task
from records.kinds.task import ENDED

USUAL = timedelta(days=13)                           # and today: two weeks


@dataclass(frozen=True)
class Wanted:
    """Hours over some days, and the records they rest on."""
    days: Period
    has: Decimal
    tasks: Decimal                                   # of them `carried` over from the days before
    carried: Decimal
    allocated: Decimal
    aside: str
    keys: tuple[str, ...]

    @property
    def hours(self) -> Decimal:
        return max(self.allocated, self.tasks)

    @property
    def free(self) -> Decimal:
        return max(self.has - self.hours, Decimal(0))

    @property
    def how(self) -> str:
        behind = f", {brief(self.carried)} of them carried over from before" if self.carried else ""
        return (f"{brief(self.hours)} h wanted of {brief(self.has)} h to work {spoken(self.days)} (open tasks {brief(self.tasks)}{behind}; "
                f"allocated {brief(self.allocated)}){self.aside}")


def wanted(rows: Rows) -> Wanted:
    """Over the days that are asked for, without those gone by; else over the next two weeks."""
    return rows.together(PEOPLE, _wanted)


def _wanted(rows: Rows) -> Wanted:
    (person,) = rows[Person]
    by, known = times(person, rows)
    days = Period(max(rows.over.first, rows.today), rows.over.last) if rows.over else Period(rows.today, rows.today + USUAL)
    week, before = Week(days.first, days.last), [Week(rows.today, days.first - DAY)] if days.first > rows.today else []
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    *earlier, needed = needs(open_, by, [*before, week], rows.today)
    over = max(sum(earlier, Decimal(0)) - sum((has(person, by, rows[Absence], w) for w in before), Decimal(0)), Decimal(0))
    away = [a for a in rows[Absence] if a.start <= days.last and a.end >= days.first]
    taken = [a for a in rows[Allocation] if a.commitment in TAKEN and a.start <= days.last and a.end >= days.first]
    rests_on = tuple(dict.fromkeys((person.key, *known, *keys(away, taken, [t for t in open_ if t.due]))))
    return Wanted(days, has(person, by, away, week), needed + over, over, takes(taken, by, week), _aside(open_, len(away)), rests_on)


def _aside(open_: Sequence[Task], away: int) -> str:
    """What is not in the number, or is why it is small."""
    undated, bare = sum(t.due is None for t in open_), sum(bool(t.due) and not is_estimated(t) for t in open_)
    return "".join((f"; {counted(away, 'absence')} in these days" if away else "",
                    f"; {counted(undated, 'open task')} without a date left out" if undated else "",
                    f"; {counted(bare, 'open task')} without an estimate counted as nothing" if bare else ""))


def spoken(days: Period) -> str:
    """“on Fri 20 Nov 2026”, “from Mon 23 Nov to Sun 29 Nov 2026”."""
    if days.first == days.last:
        return f"on {days.first:%a %-d %b %Y}"
    year = "" if days.first.year == days.last.year else f" {days.first.year}"
    return f"from {days.first:%a %-d %b}{year} to {days.last:%a %-d %b %Y}"
