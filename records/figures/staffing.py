"""The staffing of a project ahead: what its open tasks need by the week, person and role against what is allocated to it, and the work nobody has."""
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from records.figures.base import Part, Rows, Signs, Value, brief, counted, figure, keys
from records.figures.delivery.capacity import PEOPLE, WEEKS, by_person, has, needs, takes, times, weeks
from records.figures.delivery.effort import hours_left, is_estimated
from records.kinds import Absence, Allocation, Person, Project, Task
from records.kinds.task import ENDED

NOBODY, NO_ROLE = "nobody", "without a role"


@figure(of=Project, needs={Task: ("key", "title", "status", "owner_id", "hours", "remaining", "progress")}, unit="hours", label="unassigned effort",
        also="unassigned hours, effort without an owner, hours nobody owns, effort nobody owns")
def unassigned_effort(rows: Rows) -> Value:
    """Hours left in the open tasks that have no owner."""
    if not rows[Task]:
        return Value(None, "there is no task")
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    free = [t for t in open_ if t.owner_id is None]
    bare = sum(not is_estimated(t) for t in free)
    said = f"hours left in {len(free)} of {counted(len(open_), 'open task')}{f'; {bare} without an estimate counted as nothing' if bare else ''}"
    return Value(sum((hours_left(t) for t in free), Decimal(0)), said, keys(free or rows[Task]),
                 tuple(Part(t.title, f"{brief(hours_left(t))} h" if is_estimated(t) else "no estimate", t.key) for t in free))


@figure(of=Project, needs=PEOPLE, unit="hours", label="staffing gap",
        also="resource gap, capacity gap, missing hours, short of hours, demand against capacity, resource demand, demand by role, capacity by role",
        signs=Signs("hours missing", "hours to spare", "staffing gap", "missing", "to spare"))
def staffing_gap(rows: Rows) -> Value:
    """Hours that dated open tasks need in the weeks ahead less those allocated people can give; above 0 they are missing. Behind it who, which role, when."""
    promised = by_person(rows[Allocation])
    if not promised:
        return Value(None, "nobody is allocated to it" + (", only requested" if rows[Allocation] else ""))
    open_ = [t for t in rows[Task] if t.status not in ENDED and t.due]
    if not open_:
        return Value(None, "no open task has a date")
    people = {p.id: p for p in rows[Person]}
    team, rests_on, work, ahead = _Team(), dict[str, None](), _by_owner(open_), weeks(rows.today)
    for owner in dict.fromkeys([*promised, *work]):
        person, own = people.get(owner), promised.get(owner or 0, ())
        by, said_by = times(person, rows)
        role = next((a.role for a in own if a.role), "") or (person.job if person else "") or NO_ROLE
        rests_on |= dict.fromkeys((*said_by, *([person.key] if person else [])))
        for week, wants in zip(ahead, needs(work.get(owner, ()), by, ahead, rows.today), strict=True):
            gives = min(takes(own, by, week), has(person, by, rows[Absence], week)) if person else Decimal(0)
            team.add({"who": person.name if person else NOBODY, "role": role if person else NOBODY, "when": week.called}, wants, gives)
    own_absences = [a for a in rows[Absence] if a.person_id in promised]
    used = (*keys(open_, [a for each in promised.values() for a in each], own_absences), *rests_on)
    said = f"{brief(team.wants)} h needed by {counted(len(open_), 'dated open task')}, {brief(team.gives)} h allocated and present in the next {WEEKS} weeks"
    return Value(team.wants - team.gives, said, used, team.parts)


@dataclass
class _Team:
    """Hours needed and given: by role, by person and by week."""
    by: Mapping[str, dict[str, tuple[Decimal, Decimal]]] = field(
        default_factory=lambda: {of: defaultdict(lambda: (Decimal(0), Decimal(0))) for of in ("role", "who", "when")})
    wants: Decimal = Decimal(0)
    gives: Decimal = Decimal(0)

    def add(self, at: Mapping[str, str], wants: Decimal, gives: Decimal) -> None:
        self.wants, self.gives = self.wants + wants, self.gives + gives
        for of, name in at.items():
            before = self.by[of][name]
            self.by[of][name] = before[0] + wants, before[1] + gives

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(f"role: {name}" if of == "role" else name, _said(*hours))
                     for of, each in self.by.items() for name, hours in each.items() if any(hours))


def _by_owner(tasks: Sequence[Task]) -> Mapping[int | None, Sequence[Task]]:
    found: dict[int | None, list[Task]] = {}
    for task in tasks:
        found.setdefault(task.owner_id, []).append(task)
    return found


def _said(wants: Decimal, gives: Decimal) -> str:
    short = f": {brief(wants - gives)} h short" if wants > gives else ""
    return f"{brief(wants)} h needed, {brief(gives)} h there{short}"
