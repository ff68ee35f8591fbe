"""Somebody left: whoever leads the projects they worked on hears what of it is open, and gives it to others."""
from collections.abc import Iterator, Sequence

from assistant.forms import Field
from assistant.notices.base import Case, Item, Office, Outcome, Press, Sort, by_id, name
from records import log
from records.asker import Role
from records.errors import NotFound
from records.kinds import Person, Project, Risk, Task
from records.kinds.project import ENDED as OVER
from records.kinds.task import ENDED
from records.notices import Due, Notice
from records.proposals import Change
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Card, Table
from reports.telling import day
from tools.desk import Desk

PERSON = str(Person.__tablename__)
MOST = 20


def _heard(office: Office, entry: log.Entry) -> Iterator[Due]:
    for edit in entry.edits:
        if edit["kind"] == PERSON and edit["after"].get("archived") is True:
            yield from leaving(office.reader, edit["id"], edit["key"], str(entry.position))


def leaving(reader: Reader, person_id: int, key: str, when: str) -> Iterator[Due]:
    """Who hears what somebody leaves open: the manager of each project it is in, an admin of the PMO where there is none."""
    tasks = _tasks(reader, person_id)
    managers = {p.id: p.manager_id for p in reader.find(Query(Project, limit=None))}
    admins = reader.find(Query(Person, (Where("role", "is", str(Role.admin)), Where("id", "not", person_id)), sort="id", limit=1))
    admin = admins[0].id if admins else None
    to = {managers.get(t.project_id) if managers.get(t.project_id) not in (None, person_id) else admin for t in tasks} | {admin}
    yield from (Due(f"handover:{key}:{when}:{who}", "handover", who, key, person_id) for who in sorted(w for w in to if w is not None))


def _tasks(reader: Reader, person_id: int | None) -> Sequence[Task]:
    return reader.find(Query(Task, (Where("owner_id", "is", person_id), Where("status", "not in", ENDED)), sort="due", limit=None))


def _told(desk: Desk, notice: Notice) -> Item | None:
    """What is open of it in the projects that the receiver leads; of all for the PMO."""
    who, mine = name(desk, notice.from_id), _mine(desk, notice)
    risks = desk.reader.find(Query(Risk, (Where("owner_id", "is", notice.from_id), Where("status", "not", "closed")), limit=None))
    led = desk.reader.find(Query(Project, (Where("manager_id", "is", notice.from_id), Where("phase", "not in", OVER)), limit=None))
    if not mine and not (Role.admin in desk.asker.roles and (risks or led)):
        return None
    projects = desk.reader.labels(Project)
    rows = tuple((t.key, t.title, projects.get(t.project_id, "–"), day(t.due), t.status) for t in mine[:MOST])
    also = tuple(f"{p.key} is led by {who}" for p in led) + tuple(f"{r.key} {r.title} is theirs to watch" for r in risks[:MOST])
    card = Card(f"{who} has left: {len(mine)} open tasks to hand over", "amber", also, tuple(x.key for x in (*led, *risks[:MOST])))
    table = (Table("Open tasks", ("task", "title", "project", "due", "status"), rows, tuple(t.key for t in mine[:MOST]),
                   f"The first {MOST} of {len(mine)}." if len(mine) > MOST else ""),) if mine else ()
    return Item(notice.id, (card, *table), PRESSES if mine else DONE, headline=f"{who} has left: {len(mine)} open tasks to hand over")


def _mine(desk: Desk, notice: Notice) -> Sequence[Task]:
    tasks = _tasks(desk.reader, notice.from_id)
    if Role.admin in desk.asker.roles:
        return tasks
    led = {p.id for p in desk.reader.find(Query(Project, (Where("manager_id", "is", desk.asker.person),), limit=None))}
    return [t for t in tasks if t.project_id in led]


def _give(case: Case) -> Outcome:
    owner, mine = int(str(case.desk.values(Task, {"owner_id": case.said["owner_id"]})["owner_id"])), _mine(case.desk, case.notice)
    to = by_id(case.desk.reader, Person, owner)
    if not mine or to is None:
        raise NotFound("Nothing of it is open any more.")
    return Outcome(f"{to.name} has these {len(mine)} tasks now.", (Change("task", tuple(t.key for t in mine), {"owner_id": owner}),))


DONE = (Press("seen", "Done"),)
PRESSES = (Press("give", "Give them to…", (Field("owner_id", "To whom?", "record", required=True),), "Hand over", "Hand over", is_main=True), *DONE)
HANDOVERS = Sort("handover", _told, {"give": _give, "seen": lambda _: Outcome("Done.")}, {"give": "You handed over the work of", "seen": "You are done with"},
                 hears=(PERSON,), heard=_heard)
