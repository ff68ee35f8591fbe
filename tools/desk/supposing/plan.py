"""Suppositions about the plan: a task that takes longer, a milestone or a whole project that slips, a person who is away or leaves."""
from collections.abc import Sequence
from datetime import date
import re
from typing import cast

from records.errors import BadInput
from records.figures.base import counted
from records.kinds import Allocation, Benefit, Milestone, Person, Project, Risk, Task
from records.kinds.base import Record
from records.kinds.project import ENDED as OVER
from records.kinds.task import ENDED
from records.proposals import Change, Create
from records.query import Query, Where
from records.reading import Reader
from tools.desk.supposing.base import Supposition
from tools.desk.supposing.heard import Heard
from tools.desk.supposing.slipping import foreseen, slipped
from tools.desk.supposing.worth import flow, flows_ahead, later

LEAVES = re.compile(r"\b(?:leaves?|left|quits?|resigns?|goes for good|is gone|lose|loses|lost|without|drops out|stops? working)\b")
AWAY = re.compile(r"\b(?:away|absent|off|sick|ill|out|on (?:leave|holiday|vacation)|unavailable|not (?:here|available|there)|takes? (?:leave|time off))\b")
HAPPENS = re.compile(r"\b(?:happens?|occurs?|comes? true|materiali[sz]es?|strikes?|hits)\b")
LONGER = re.compile(r"\b(?:longer|takes?|needs?|shorter|lasts?)\b")
MOST_NAMED = 10
FOR_GOOD = 2                                    # years of absence that stand for good
DATES = ("date", "weeks", "days")
OF_PEOPLE = ("event", "day", "length")


def of_record(heard: Heard, kind: type[Record], record: Record, project: Project) -> Supposition:
    """A task, a milestone or a risk that turns out otherwise."""
    if kind is Risk:
        return _risk(heard, record, project)
    if kind not in (Task, Milestone):
        raise BadInput(f"I can suppose something of a task, a milestone, a risk, a person or a project, not of a {kind.kind.one}.")
    if not heard.length and heard.day and (moved := _on_a_day(kind, record, heard.day)):
        return Supposition(f"{record.key} comes on {heard.day:%-d %b %Y}", (Change(str(kind.__tablename__), (record.key,), moved),), (project,),
                           first=DATES, by=("day",),
                           delays=heard.day >= (getattr(record, "due", None) or getattr(record, "forecast", None) or heard.day))
    if not heard.length:
        raise BadInput(f"Say by how long {record.key} changes, such as “takes two weeks longer”.")
    stretches = kind is Task and LONGER.search(heard.text) is not None
    values = slipped(cast("Task", record), heard, longer=stretches) if kind is Task else foreseen(cast("Milestone", record), heard)
    if not values:
        raise BadInput(f"{record.key} has no date yet that could move.")
    how = heard.said_length.replace("later", "longer").replace("earlier", "shorter") if stretches else heard.said_length
    wish = Change(str(kind.__tablename__), (record.key,), values)
    return Supposition(f"{record.key} {'takes' if stretches else 'comes'} {how}", (wish,), (project,), first=DATES, delays=not heard.is_earlier, by=("length",))


def _on_a_day(kind: type[Record], record: Record, day: date) -> dict[str, object]:
    """The dates of a task that is due, or of a milestone that is expected, on another day; a task begins as much later."""
    if kind is Milestone:
        return {"forecast": day}
    due, start = getattr(record, "due", None), getattr(record, "start", None)
    return {} if due is None else {"due": day, **({"start": start + (day - due)} if start else {})}


def _risk(heard: Heard, risk: Record, project: Project) -> Supposition:
    cost, days = getattr(risk, "cost_impact", None), getattr(risk, "days_impact", None)
    if not HAPPENS.search(heard.text):
        raise BadInput(f"Say what becomes of {risk.key}, such as “what if {risk.key} happens?”")
    if not cost and not days:
        raise BadInput(f"Nobody has said what it costs or how long it takes if {risk.key} happens, or you may not see it.")
    gains = getattr(risk, "type", "") == "opportunity"
    comes = [f"{'brings' if gains else 'costs'} {cost:,.0f}"] if cost else []
    comes += [f"{'saves' if gains else 'takes'} {days:g} {'day' if days == 1 else 'days'}"] if days else []
    flows = (flow(project.id, heard.today.year, cost if gains else -cost),) if cost else ()
    wishes = (*flows, Change("risk", (risk.key,), {"status": "triggered"}))
    first = ("npv", "finish_p80", "cost_p80", "npv_ahead") if cost else DATES
    return Supposition(f"{risk.key} happens and {' and '.join(comes)}", wishes, (project,), first=first, delays=not gains,
                       more=((project.key, -cost if gains else cost),) if cost else (), by=("event",))


OF_VALUE = re.compile(r"\b(?:value|worth|npv|business case|pay ?back|pays? (?:back|off)|roi|benefits?|return|profitable)\b")


def of_project(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition:
    """A project whose open work rests for so long, and whose milestones and benefits come later; its wanted finish stays where it is."""
    if not heard.length:
        raise BadInput("Say by how long, such as “what if Apollo slips by three months?”")
    inside = Where("project_id", "in", [p.id for p in projects])
    tasks = reader.find(Query(Task, (inside, Where("status", "not in", ENDED)), limit=None))
    stones = reader.find(Query(Milestone, (inside, Where("actual", "empty")), limit=None))
    benefits = reader.find(Query(Benefit, (inside,), limit=None))
    wishes = [*_rests(projects, heard), *(Change("task", (t.key,), values) for t in tasks if (values := slipped(t, heard))),
              *(Change("milestone", (m.key,), foreseen(m, heard)) for m in stones),
              *_moved("benefit", benefits, ("start", "end", "review"), heard), *later(flows_ahead(reader, projects, heard.today.year), heard.months)]
    first = ("npv", "npv_ahead", *DATES) if OF_VALUE.search(heard.text) else (*DATES, "npv")
    return Supposition(f"{' and '.join(p.name for p in projects)} comes {heard.said_length}", tuple(wishes), tuple(projects), first=first,
                       delays=not heard.is_earlier, by=("length",))


def _rests(projects: Sequence[Project], heard: Heard) -> list[Change]:
    """What is left of a project begins no sooner than so long from today, or from its start where that lies ahead."""
    return [] if heard.is_earlier else [Change("project", (p.key,), {"start": heard.moved(max(p.start or heard.today, heard.today))}) for p in projects]


def of_person(reader: Reader, heard: Heard, person: Person) -> Supposition:
    """A person who is away for a time, or leaves."""
    owned = reader.find(Query(Task, (Where("owner_id", "is", person.id), Where("status", "not in", ENDED)), limit=None))
    booked = reader.find(Query(Allocation, (Where("person_id", "is", person.id), Where("end", "at least", heard.today)), limit=None))
    at = {t.project_id for t in owned} | {a.project_id for a in booked}
    projects = tuple(p for p in reader.find(Query(Project, (Where("phase", "not in", OVER),), limit=None)) if p.id in at)
    if LEAVES.search(heard.text):
        day = heard.period.first if heard.period else heard.day or heard.today
        wishes: tuple[Create | Change, ...] = (_absence(person, day, day.replace(year=day.year + FOR_GOOD)),)
        left = counted(len(owned), "open task has", "open tasks have")
        said = f"{person.name} leaves on {day:%-d %b %Y}; {left} nobody then" + (f": {_listed(owned)}" if owned else "")
        return Supposition(said, wishes, projects, (person,), (*DATES, "load"), by=OF_PEOPLE)
    if not AWAY.search(heard.text):
        raise BadInput(f"Say what becomes of {person.name}: “is away in December” or “leaves in March”.")
    if heard.period is None and heard.day is None:
        raise BadInput(f"When is {person.name} away? Say such as “in December” or “from 3 to 15 January”.")
    first, last = (heard.period.first, heard.period.last) if heard.period else (heard.day or heard.today, heard.day or heard.today)
    due = [t for t in owned if t.due and first <= t.due <= last]
    said = f"{person.name} is away from {first:%-d %b} to {last:%-d %b %Y}" + (f"; due then: {_listed(due)}" if due else "")
    return Supposition(said, (_absence(person, first, last),), projects, (person,), (*DATES, "load"), by=OF_PEOPLE)


def _listed(tasks: Sequence[Task]) -> str:
    left = len(tasks) - MOST_NAMED
    return ", ".join(t.key for t in tasks[:MOST_NAMED]) + (f" and {left} more" if left > 0 else "")


def _absence(person: Person, first: date, last: date) -> Create:
    return Create("absence", {"person_id": person.id, "type": "other", "start": first, "end": last})


def _moved(kind: str, rows: Sequence[Record], names: tuple[str, ...], heard: Heard) -> list[Change]:
    moved = ((r.key, {n: heard.moved(day) for n in names if (day := getattr(r, n))}) for r in rows)
    return [Change(kind, (key,), values) for key, values in moved if values]
