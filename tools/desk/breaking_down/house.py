"""What a plan is drawn against, read once: the calendar, the team, what is there already, and what similar work took."""
from collections.abc import Mapping, Sequence

from records.breakdown.base import Method
from records.breakdown.methods import known_methods
from records.breakdown.planning import House
from records.breakdown.reconciling import There
from records.breakdown.staffing import Member
from records.figures.schedule.calendars import calendars
from records.kinds import Calendar, Membership, Milestone, Office, Person, Project, Task, Template, TemplateStep, TimeEntry
from records.kinds.base import Record
from records.kinds.task import ENDED
from records.query import Query, Where
from tools.desk import Desk

MOST = 5000                              # of other projects' tasks the latest are looked at


def house(desk: Desk, project: Project | None) -> House:
    """Everything around a plan; of a new project the team is whoever asks."""
    reader = desk.reader
    seen = tuple(name for name in ("id", "key", "name", "job") if name in reader.columns(Person))
    people = reader.find(Query(Person, fields=seen, limit=None))
    members = {p.id: Member(int(p.id or 0), p.key, p.name, "", getattr(p, "job", "")) for p in people}
    offices, rows = reader.find(Query(Office, limit=1)), reader.find(Query(Calendar, limit=None))
    worked = calendars(project or Project.model_validate({"name": "new"}), offices, rows).usual
    start = max(desk.today, project.start) if project is not None and project.start else desk.today
    by_key = {m.key: m for m in members.values()}
    return House(worked, start, _team(desk, project, members), by_key, _there(desk, Task, project), _there(desk, Milestone, project),
                 _elsewhere(desk, project), _history(desk), bool(desk.asker.roles & set(Milestone.kind.write)))


def methods(desk: Desk) -> tuple[Method, ...]:
    reader = desk.reader
    return known_methods(reader.find(Query(Template, sort="id", limit=None)), reader.find(Query(TemplateStep, limit=None)))


def _team(desk: Desk, project: Project | None, members: Mapping[int | None, Member]) -> Sequence[Member]:
    if project is None:
        own = members.get(desk.asker.person)
        return [Member(own.id, own.key, own.name, "project manager", own.job)] if own else []
    found = {m.person_id: m.duty for m in desk.reader.find(Query(Membership, (Where("project_id", "is", project.id),), limit=None))}
    found |= {p: duty for p, duty in ((project.manager_id, "project manager"), (project.sponsor_id, "sponsor")) if p is not None and p not in found}
    return [Member(m.id, m.key, m.name, duty, m.job) for person, duty in found.items() if (m := members.get(person))]


def _there(desk: Desk, kind: type[Record], project: Project | None) -> Sequence[There]:
    if project is None:
        return ()
    rows = desk.reader.find(Query(kind, (Where("project_id", "is", project.id),), ("id", "key", "title", "source"), sort="id", limit=None))
    return [There(int(r.id or 0), r.key, str(getattr(r, "title", "")), r.source) for r in rows]


def _elsewhere(desk: Desk, project: Project | None) -> Mapping[str, str]:
    others = (Where("project_id", "not", project.id),) if project is not None else ()
    rows = desk.reader.find(Query(Task, (Where("status", "not in", ENDED), *others), ("key", "title"), sort="-id", limit=MOST))
    return {r.key: r.title for r in rows}


def _history(desk: Desk) -> Mapping[str, tuple[str, float]]:
    """Finished tasks with the hours that were booked on them, else those that were estimated."""
    rows = desk.reader.find(Query(Task, (Where("status", "is", "done"),), ("id", "key", "title", "hours"), sort="-id", limit=MOST))
    booked: dict[int | None, float] = {}
    ids = [r.id for r in rows]
    for entry in desk.reader.find(Query(TimeEntry, (Where("task_id", "in", ids),), ("id", "task_id", "hours"), limit=None)) if ids else ():
        booked[entry.task_id] = booked.get(entry.task_id, 0.0) + entry.hours
    return {r.key: (r.title, booked.get(r.id) or r.hours or 0.0) for r in rows}
