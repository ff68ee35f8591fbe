"""A project's schedule as plain rows, with the attribute names of our kinds; and where each row stands in an outline, under which number."""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
import re

FIRST_OWN_UID = 1_000_000                # MS Project counts its own from 1: numbers of ours that it never gave lie above
_NUMBERED = re.compile(r"msp:.*/(\d{1,9})")


@dataclass(frozen=True)
class CalendarRow:
    id: int
    name: str
    workdays: str = "1, 2, 3, 4, 5"
    hours: float = 8
    days_off: str = ""
    source: str = ""

    @property
    def week(self) -> tuple[int, ...]:
        return tuple(int(d) for d in self.workdays.split(",") if d.strip())

    @property
    def off(self) -> tuple[date, ...]:
        return tuple(date.fromisoformat(d.strip()) for d in self.days_off.split(",") if d.strip())

    def days(self, first: date, last: date) -> int:
        """How many days from first to last are worked."""
        week = set(self.week)
        whole, rest = divmod((last - first).days + 1, 7)
        worked = whole * len(week) + sum((first.isoweekday() - 1 + n) % 7 + 1 in week for n in range(rest))
        return worked - sum(first <= d <= last and d.isoweekday() in week for d in set(self.off))


@dataclass(frozen=True)
class PersonRow:
    id: int
    name: str
    email: str | None = None
    job: str = ""
    weekly_hours: float = 40
    rate: Decimal | None = None
    calendar_id: int | None = None
    source: str = ""


@dataclass(frozen=True)
class TaskRow:
    id: int
    title: str
    description: str = ""
    owner_id: int | None = None
    parent_id: int | None = None
    wbs: str = ""
    status: str = "to do"
    priority: str = "medium"
    start: date | None = None
    due: date | None = None
    baseline_start: date | None = None
    baseline_due: date | None = None
    hours: float | None = None
    remaining: float | None = None
    progress: int = 0
    began_on: date | None = None
    done_on: date | None = None
    constraint: str = "as soon as possible"
    constraint_on: date | None = None
    hard_deadline: date | None = None
    calendar_id: int | None = None
    links: str = ""
    source: str = ""


@dataclass(frozen=True)
class MilestoneRow:
    id: int
    title: str
    planned: date
    forecast: date | None = None
    actual: date | None = None
    owner_id: int | None = None
    wbs: str = ""
    description: str = ""
    source: str = ""


@dataclass(frozen=True)
class LinkRow:
    """Each end is a task or a milestone."""
    predecessor_id: int | None = None
    successor_id: int | None = None
    type: str = "FS"
    lag: float = 0
    predecessor_milestone_id: int | None = None
    successor_milestone_id: int | None = None


@dataclass(frozen=True)
class AllocationRow:
    """Hours a week of a person for a task."""
    person_id: int
    task_id: int
    hours: float
    start: date
    end: date


@dataclass(frozen=True)
class ProjectRow:
    name: str
    purpose: str = ""
    start: date | None = None
    finish: date | None = None
    currency: str = "EUR"
    manager: str = ""                    # the name
    calendar_id: int | None = None


@dataclass(frozen=True)
class Schedule:
    project: ProjectRow
    calendars: Sequence[CalendarRow] = ()
    people: Sequence[PersonRow] = ()
    tasks: Sequence[TaskRow] = ()
    milestones: Sequence[MilestoneRow] = ()
    links: Sequence[LinkRow] = ()
    allocations: Sequence[AllocationRow] = ()

    @property
    def calendar(self) -> CalendarRow:
        """The project's calendar; Monday to Friday, eight hours, where it has none."""
        return next((c for c in self.calendars if c.id == self.project.calendar_id), CalendarRow(0, "Standard"))


@dataclass
class Numbers:
    """The numbers that rows have in the file: what they came in with, else one that their id gives, the same in every export."""
    first: int = FIRST_OWN_UID
    taken: set[int] = field(default_factory=set)

    def give(self, rows: "Iterable[CalendarRow | PersonRow | TaskRow | MilestoneRow]", step: int = 1, shift: int = 0) -> dict[int, int]:
        given: dict[int, int] = {}
        for row in sorted(rows, key=lambda r: not _NUMBERED.fullmatch(r.source)):
            came = _NUMBERED.fullmatch(row.source)
            uid = int(came[1]) if came else self.first + step * row.id + shift
            while uid in self.taken or uid == 0:
                uid = max(uid, self.first) + step
            self.taken.add(uid)
            given[row.id] = uid
        return given


@dataclass(frozen=True)
class Placed:
    """A task or milestone at its place: "1.2.3"."""
    row: TaskRow | MilestoneRow
    number: str
    is_summary: bool = False


def outline(schedule: Schedule) -> Iterator[Placed]:
    """Tasks under their parents, in the given order; a milestone under the summary task that its WBS code begins with, else at the end of the top."""
    known = {t.id: t for t in schedule.tasks}
    below: dict[int | None, list[TaskRow | MilestoneRow]] = {}
    for task in schedule.tasks:
        below.setdefault(task.parent_id if task.parent_id in known and not _circles(task, known) else None, []).append(task)
    summaries = {t.wbs: t.id for t in schedule.tasks if t.wbs and t.id in below}
    for milestone in schedule.milestones:
        below.setdefault(_home(milestone.wbs, summaries), []).append(milestone)
    stack = [(row, str(n)) for n, row in reversed(list(enumerate(below.get(None, ()), 1)))]
    while stack:
        row, number = stack.pop()
        inner = below.get(row.id, []) if isinstance(row, TaskRow) else []
        yield Placed(row, number, bool(inner))
        stack += [(r, f"{number}.{n}") for n, r in reversed(list(enumerate(inner, 1)))]


def _circles(task: TaskRow, known: dict[int, TaskRow]) -> bool:
    """Whether the way up from a task never ends."""
    seen: set[int] = set()
    at: int | None = task.id
    while at in known:
        if at in seen:
            return True
        seen.add(at)
        at = known[at].parent_id
    return False


def _home(wbs: str, summaries: dict[str, int]) -> int | None:
    while wbs:
        wbs = wbs.rpartition(".")[0]
        if wbs in summaries:
            return summaries[wbs]
    return None
