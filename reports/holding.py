"""What holds a task up by the records: the reason it gives, open work before it in the plan, open issues on it and the last word about it;
and who could clear it."""
from collections.abc import Sequence
from dataclasses import dataclass

from records.figures.base import counted
from records.kinds import Comment, Issue, Link, Milestone, Person, Project, Task
from records.kinds.task import ENDED
from records.query import Query, Where
from records.reading import Reader
from reports.telling import day

SOLVED = ("resolved", "closed")
MOST, LONGEST = 4, 160


@dataclass(frozen=True)
class Holding:
    """What holds one task up: sentences, and the names of those who could clear it."""
    before: tuple[str, ...]
    issues: tuple[str, ...]
    comment: str
    people: tuple[str, ...]


def holding(reader: Reader, task: Task) -> Holding:
    people = reader.labels(Person)
    tasks = _tasks_before(reader, task)
    issues = list(reader.find(Query(Issue, (Where("task_id", "is", task.id), Where("status", "not in", SOLVED)), limit=None)))
    named = [name for name in people.values() if name.lower() in task.blocked_by.lower()]
    owners = [people[o] for o in (*(t.owner_id for t in tasks), *(i.owner_id for i in issues)) if o is not None and o in people]
    before = [f"{t.key} {t.title} ({people.get(t.owner_id or 0, 'nobody')}, {t.status}, due {day(t.due)})" for t in tasks]
    before += [f"{m.key} {m.title} (forecast {day(m.forecast or m.planned)})" for m in _milestones_before(reader, task)]
    return Holding(tuple(before), tuple(f"{i.key} {i.title} ({people.get(i.owner_id or 0, 'nobody')}, {i.status})" for i in issues),
                   _comment(reader, task), tuple(dict.fromkeys((*named, *owners))))


def told(reader: Reader, task: Task) -> str:
    """What holds it up and who could clear it, in a few sentences."""
    found = holding(reader, task)
    called = f"{task.key} {task.title}"
    state = f"{called} is blocked: {task.blocked_by.rstrip('.') or 'no reason is given'}." if task.status == "blocked" else (
        f"{called} is {task.status}." if task.status in ENDED else f"{called} is not said to be blocked, it is {task.status}.")
    if task.status in ENDED:
        return f"{state} Nothing holds it up."
    parts = [f"Open work before it: {'; '.join(found.before[:MOST])}." if found.before else "No open work stands before it in the plan."]
    if found.issues:
        parts.append(f"{counted(len(found.issues), 'open issue')} on it: {'; '.join(found.issues[:MOST])}.")
    if found.comment:
        parts.append(f"Last comment: {found.comment}")
    return " ".join((state, *parts, *_who(reader, task, found)))


def _who(reader: Reader, task: Task, found: Holding) -> tuple[str, ...]:
    """Who could clear it, as far as the records name somebody."""
    if found.people:
        return (f"By the records {' and '.join(found.people[:MOST])} could clear it.",)
    if task.status != "blocked":
        return ()
    people = reader.labels(Person)
    home = next(iter(reader.find(Query(Project, (Where("id", "is", task.project_id),), limit=1))), None)
    roles = {home.manager_id if home else None: "who leads the project", task.owner_id: "its owner"}
    asked = [f"{people[who]} ({what})" for who, what in reversed(roles.items()) if who is not None and who in people]
    return (f"No record names who could clear it; ask {' or '.join(asked)}." if asked else "No record names who could clear it.",)


def _tasks_before(reader: Reader, task: Task) -> Sequence[Task]:
    links = reader.find(Query(Link, (Where("successor_id", "is", task.id), Where("predecessor_id", "not empty")), limit=None))
    ids = [k.predecessor_id for k in links]
    return reader.find(Query(Task, (Where("id", "in", ids), Where("status", "not in", ENDED)), sort="due", limit=None)) if ids else ()


def _milestones_before(reader: Reader, task: Task) -> Sequence[Milestone]:
    links = reader.find(Query(Link, (Where("successor_id", "is", task.id), Where("predecessor_milestone_id", "not empty")), limit=None))
    ids = [k.predecessor_milestone_id for k in links]
    return reader.find(Query(Milestone, (Where("id", "in", ids), Where("actual", "empty")), limit=None)) if ids else ()


def _comment(reader: Reader, task: Task) -> str:
    """The last thing that somebody said about it, and who did."""
    last = next(iter(reader.find(Query(Comment, (Where("about", "is", task.key),), sort="-id", limit=1))), None)
    if last is None:
        return ""
    said = last.text if len(last.text) <= LONGEST else f"{last.text[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{said}” ({reader.labels(Person).get(last.author_id or 0, 'somebody')})."
