"""Who could take over somebody's open tasks: of each task those on its project, else others who do such work, with the hours that they have free."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from language.dates import Period
from records.asker import Role
from records.computing import Book
from records.figures.base import brief
from records.figures.delivery.effort import hours_left, is_estimated
from records.figures.free_time import free_hours
from records.kinds import Absence, Allocation, Membership, Person, Project, Task
from records.kinds.task import ENDED
from records.query import Query, Where
from records.reading import Reader
from reports.telling import day

AHEAD = timedelta(days=13)
DOERS = (Role.member.value, Role.manager.value)
MOST, FEW = 12, 2
NOBODY = "nobody with time"
HOW = " Who is named has hours free in the next two weeks, those on the project first; each task is looked at alone, and nothing is changed."


@dataclass(frozen=True)
class Handover:
    """The rows of a table, the keys of its tasks, and what is said above it."""
    said: str
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]


def handover(reader: Reader, who: Person, today: date) -> Handover:
    """The open tasks of somebody, the soonest first, with who could take each; hours are of the next two weeks, and each task is looked at alone."""
    open_ = reader.find(Query(Task, (Where("owner_id", "is", who.id), Where("status", "not in", ENDED)), sort="due", limit=None))
    others = [p for p in reader.find(Query(Person, (Where("id", "not", who.id),), limit=None)) if p.role in DOERS]
    away = {a.person_id for a in reader.find(Query(Absence, (Where("start", "at most", today), Where("end", "at least", today)), limit=None))}
    book = Book(reader, others, today).over(Period(today, today + AHEAD))
    free = {p.id: book.value(p, free_hours).number or Decimal(0) for p in others}
    able = sorted((p for p in others if free[p.id] > 0 and p.id not in away), key=lambda p: (-free[p.id], p.key))
    on = people_on(reader, reader.find(Query(Project, (Where("id", "in", list({t.project_id for t in open_})),), limit=None)) if open_ else ())
    projects = reader.labels(Project)
    rows = [(t.key, t.title, projects.get(t.project_id, "–"), day(t.due), f"{brief(hours_left(t))} h" if is_estimated(t) else "no estimate",
             _could(t, able, free, on.get(t.project_id, set()))) for t in open_[:MOST]]
    lead = f"{who.name} has {len(open_)} open task{'' if len(open_) == 1 else 's'}." if open_ else f"{who.name} has no open tasks."
    more = f" The first {MOST} are shown." if len(open_) > MOST else ""
    how = HOW if open_ else ""
    return Handover(lead + more + how, tuple(rows), tuple(t.key for t in open_[:MOST]))


def _could(task: Task, able: Sequence[Person], free: Mapping[int | None, Decimal], here: set[int]) -> str:
    """The few who could take it: those on its project before others, with their free hours, and whether these are enough."""
    left = hours_left(task)
    enough = [p for p in able if free[p.id] >= left]
    near = [p for p in enough if p.id in here] + [p for p in enough if p.id not in here]
    if near:
        return ", ".join(f"{p.name} ({brief(free[p.id])} h free{', on the project' if p.id in here else ''})" for p in near[:FEW])
    part = [p for p in able if p.id in here] or list(able)
    return f"nobody has so many hours; most: {part[0].name} ({brief(free[part[0].id])} h free)" if part else NOBODY


def people_on(reader: Reader, projects: Iterable[Project]) -> dict[int, set[int]]:
    """Who is on each project: who leads it, its team, those who are allocated to it, and those with tasks in it."""
    found = {p.id or 0: {p.manager_id} - {None} for p in projects}
    here = Where("project_id", "in", list(found))
    for kind, name in ((Membership, "person_id"), (Allocation, "person_id"), (Task, "owner_id")):
        for row in reader.find(Query(kind, (here,), limit=None)) if found else ():
            if (person := getattr(row, name)) is not None:
                found[getattr(row, "project_id")].add(person)  # noqa: B009 - of three kinds, each within a project
    return cast("dict[int, set[int]]", found)
