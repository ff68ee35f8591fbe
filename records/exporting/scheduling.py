"""The schedule of one project, gathered from the records its asker may see: what MS Project XML is written of."""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, TypeVar, cast

from records.exporting import mspdi
from records.exporting.base import Keeper, Row
from records.exporting.schedule import AllocationRow, CalendarRow, LinkRow, MilestoneRow, PersonRow, ProjectRow, Schedule, TaskRow
from records.kinds import Allocation, Calendar, Link, Milestone, Office, Person, Task
from records.kinds.base import Record

T = TypeVar("T")


def write(keeper: Keeper, project: Row) -> Iterator[bytes]:
    """The file, whole: a schedule is small."""
    yield mspdi.write(gathered(keeper, project))


def gathered(keeper: Keeper, project: Row) -> Schedule:
    """The project with its calendars, and of all people those who have a part in it."""
    home = project["id"]
    tasks, milestones = _rows(keeper, Task, home), _rows(keeper, Milestone, home)
    allocations = [a for a in _rows(keeper, Allocation, home) if a["person_id"] and a["task_id"]]
    parts = {*(row["owner_id"] for row in (*tasks, *milestones)), *(row["person_id"] for row in allocations)}
    people = [p for p in _rows(keeper, Person) if p["id"] in parts]
    office = next(iter(_rows(keeper, Office)), {"calendar_id": None})
    own = {**project, "calendar_id": project["calendar_id"] or office["calendar_id"],
           "manager": keeper.labels(Person).get(project["manager_id"], "") if project["manager_id"] else ""}
    used = {own["calendar_id"], *(row["calendar_id"] for row in tasks), *(row.get("calendar_id") for row in people)}
    return Schedule(_one(ProjectRow, own), _all(CalendarRow, (c for c in _rows(keeper, Calendar) if c["id"] in used)), _all(PersonRow, people),
                    _all(TaskRow, tasks), _all(MilestoneRow, milestones), _all(LinkRow, _rows(keeper, Link, home)), _all(AllocationRow, allocations))


def _rows(keeper: Keeper, kind: type[Record], project: int | None = None) -> Sequence[Row]:
    """What is there; who may see archived records does not want them in a plan."""
    return [row for row in keeper.rows(kind, project) if not row["archived"]]


def _all(of: type[T], rows: Iterable[Row]) -> Sequence[T]:
    return [_one(of, row) for row in rows]


def _one(of: type[T], row: Row) -> T:
    """A row with the attributes it has; what the asker may not read stays as it is made."""
    names = (f.name for f in fields(cast("Any", of)))
    return of(**{name: row[name] for name in names if name in row})
