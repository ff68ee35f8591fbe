"""Suppositions about the plan: a task that takes longer, a milestone or a whole project that slips, a person who is away or leaves."""
from collections.abc import Sequence
from datetime import date
import re

from records.errors import BadInput
from records.kinds import Allocation, Benefit, Milestone, Person, Project, Risk, Task
from records.kinds.base import Record
from records.kinds.project import ENDED as OVER
from records.kinds.task import ENDED
from records.proposals import Change, Create
from records.query import Query, Where
from records.reading import Reader
from tools.desk.supposing.base import Supposition
from tools.desk.supposing.heard import Heard
from tools.desk.supposing.worth import flow, flows_ahead, later

LEAVES = re.compile(r"\b(?:leaves?|left|quits?|resigns?|goes for good|is gone|lose|loses|lost|without|drops out|stops? working)\b")
AWAY = re.compile(r"\b(?:away|absent|off|sick|ill|out|on (?:leave|holiday|vacation)|unavailable|not (?:here|available|there)|takes? (?:leave|time off))\b")
HAPPENS = re.compile(r"\b(?:happens?|occurs?|comes? true|materiali[sz]es?|strikes?|hits)\b")
LONGER = re.compile(r"\b(?:longer|takes?|needs?|shorter|lasts?)\b")
MOST_NAMED = 10
FOR_GOOD = 2                                    # years of absence that stand for good
DATES = ("date", "weeks", "days")


def of_record(heard: Heard, kind: type[Record], record: Record, project: Project) -> Supposition:
    """A task, a milestone or a risk that turns out otherwise."""
    if kind is Risk:
        return _risk(heard, record, project)
    if kind not in (Task, Milestone):
        raise BadInput(f"I can suppose something of a task, a milestone, a risk, a person or a project, not of a {kind.kind.one}.")
    if not heard.length:
        raise BadInput(f"Say by how long {record.key} changes, such as “takes two weeks longer”.")
    stretches = kind is Task and LONGER.search(heard.text) is not None
    moves = ("due",) if stretches else ("start", "due", "constraint_on") if kind is Task else ("forecast",)
    dated = {n: heard.moved(day) for n in moves if (day := getattr(record, n, None) or (getattr(record, "planned", None) if n == "forecast" else None))}
    if not dated:
        raise BadInput(f"{record.key} has no date yet that could move.")
    how = heard.said_length.replace("later", "longer").replace("earlier", "shorter") if stretches else heard.said_length
    wish = Change(str(kind.__tablename__), (record.key,), dated)
    return Supposition(f"{record.key} {'takes' if stretches else 'comes'} {how}", (wish,), (project,), first=DATES)


def _risk(heard: Heard, risk: Record, project: Project) -> Supposition:
    cost = getattr(risk, "cost_impact", None)
    if not HAPPENS.search(heard.text):
        raise BadInput(f"Say what becomes of {risk.key}, such as “what if {risk.key} happens?”")
    if not cost:
        raise BadInput(f"Nobody has said what it costs if {risk.key} happens, or you may not see it.")
    wishes = (flow(project.id, heard.today.year, -cost), Change("risk", (risk.key,), {"status": "closed"}))
    return Supposition(f"{risk.key} happens and costs {cost:,.0f}", wishes, (project,), first=("npv", "npv_ahead"))


def of_project(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition:
    """A project whose open work, milestones, finish and benefits all come later."""
    if not heard.length:
        raise BadInput("Say by how long, such as “what if Apollo slips by three months?”")
    inside = Where("project_id", "in", [p.id for p in projects])
    tasks = reader.find(Query(Task, (inside, Where("status", "not in", ENDED)), limit=None))
    stones = reader.find(Query(Milestone, (inside, Where("actual", "empty")), limit=None))
    benefits = reader.find(Query(Benefit, (inside,), limit=None))
    months = heard.months
    wishes = [*_moved("task", tasks, ("start", "due"), heard), *_moved("project", projects, ("finish",), heard),
              *(Change("milestone", (m.key,), {"forecast": heard.moved(m.forecast or m.planned)}) for m in stones),
              *_moved("benefit", benefits, ("start", "end", "review"), heard), *later(flows_ahead(reader, projects, heard.today.year), months)]
    return Supposition(f"{' and '.join(p.name for p in projects)} comes {heard.said_length}", tuple(wishes), tuple(projects), first=(*DATES, "npv"))


def of_person(reader: Reader, heard: Heard, person: Person) -> Supposition:
    """A person who is away for a time, or leaves."""
    owned = reader.find(Query(Task, (Where("owner_id", "is", person.id), Where("status", "not in", ENDED)), limit=None))
    booked = reader.find(Query(Allocation, (Where("person_id", "is", person.id), Where("end", "at least", heard.today)), limit=None))
    at = {t.project_id for t in owned} | {a.project_id for a in booked}
    projects = tuple(p for p in reader.find(Query(Project, (Where("phase", "not in", OVER),), limit=None)) if p.id in at)
    if LEAVES.search(heard.text):
        day = heard.period.first if heard.period else heard.day or heard.today
        wishes: tuple[Create | Change, ...] = (_absence(person, day, day.replace(year=day.year + FOR_GOOD)),)
        said = f"{person.name} leaves on {day:%-d %b %Y}; {len(owned)} open tasks have nobody then" + (f": {_listed(owned)}" if owned else "")
        return Supposition(said, wishes, projects, (person,), (*DATES, "load"))
    if not AWAY.search(heard.text):
        raise BadInput(f"Say what becomes of {person.name}: “is away in December” or “leaves in March”.")
    if heard.period is None and heard.day is None:
        raise BadInput(f"When is {person.name} away? Say such as “in December” or “from 3 to 15 January”.")
    first, last = (heard.period.first, heard.period.last) if heard.period else (heard.day or heard.today, heard.day or heard.today)
    due = [t for t in owned if t.due and first <= t.due <= last]
    said = f"{person.name} is away from {first:%-d %b} to {last:%-d %b %Y}" + (f"; due then: {_listed(due)}" if due else "")
    return Supposition(said, (_absence(person, first, last),), projects, (person,), (*DATES, "load"))


def _listed(tasks: Sequence[Task]) -> str:
    left = len(tasks) - MOST_NAMED
    return ", ".join(t.key for t in tasks[:MOST_NAMED]) + (f" and {left} more" if left > 0 else "")


def _absence(person: Person, first: date, last: date) -> Create:
    return Create("absence", {"person_id": person.id, "type": "other", "start": first, "end": last})


def _moved(kind: str, rows: Sequence[Record], names: tuple[str, ...], heard: Heard) -> list[Change]:
    moved = ((r.key, {n: heard.moved(day) for n in names if (day := getattr(r, n))}) for r in rows)
    return [Change(kind, (key,), values) for key, values in moved if values]
