"""Who belongs to a team: those who report to whoever asks, or else those who are on the projects that they lead; and those who are on one project."""
import re

from records.errors import NotFound
from records.kinds import Membership, Person, Project, Task
from records.kinds.task import ENDED
from records.query import Query, Where
from records.reading import Reader

OWN = "my team"
OF_PROJECT = re.compile(r"team of (?P<project>.+)", re.I)
NOBODY = "Nobody is recorded as reporting to you, so I cannot tell who your team is; name the people or the project that you mean."


def own_team(reader: Reader) -> tuple[int, ...]:
    """The ids of the asker's team; raises `NotFound` where nobody reports to them and they lead no project with anybody on it."""
    me = reader.asker.person
    reports = reader.find(Query(Person, (Where("manager_id", "is", me),), limit=None)) if "manager_id" in reader.columns(Person) else ()
    led = [] if reports else [p.id for p in reader.find(Query(Project, (Where("manager_id", "is", me),), limit=None)) if p.id]
    found = tuple(row.id for row in reports if row.id) or tuple(sorted(id_ for id_ in {i for p in led for i in on_project(reader, p)} if id_ != me))
    if not found:
        raise NotFound(NOBODY)
    return found


def on_project(reader: Reader, project: int) -> tuple[int, ...]:
    """The ids of those who have a place on a project or open work in it."""
    members = [m.person_id for m in reader.find(Query(Membership, (Where("project_id", "is", project),), limit=None))]
    owners = [t.owner_id for t in reader.find(Query(Task, (Where("project_id", "is", project), Where("status", "not in", ENDED)), limit=None))]
    return tuple(dict.fromkeys(id_ for id_ in (*members, *owners) if id_))
