"""What is there of a gate of which no decision is recorded: a milestone that is called so may have been reached without one, and that is told as such."""
from collections.abc import Mapping, Sequence
import re

from records.errors import NotFound
from records.kinds import Criterion, Gate, Milestone, Person, Project
from records.kinds.base import Record
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.telling import day
from tools.desk import Desk

CALLED = re.compile(r"^\W*gate (?P<n>\d{1,2})\b", re.I)
NO_DECISION = ("No decision at gate {n}{home} is recorded, so who approved it, when and on what conditions is not known here.{reached} A decision at a gate is "
               "kept as a phase gate with its decider, day and conditions.")
WITHOUT = " {title} was reached on {day} without a recorded approval, {way}."
NOT_YET = " {title} is not reached yet; it is {way}."
NO_CRITERIA = "No criteria or conditions are recorded for gate {n}{home}."


def ungated(desk: Desk, kind: type[Record], where: Mapping[str, str]) -> tuple[Block, ...]:
    """The milestones of a gate that has no record of its own, with that nothing is decided there; nothing where there is such a gate, or no such milestone."""
    number = re.search(r"\d{1,2}", where.get("number" if kind is Gate else "gate", "")) if kind in (Gate, Criterion) else None
    if number is None or re.search(r"-G-\d", where.get("gate", "")):
        return ()
    try:
        home = desk.named(Project, where["project"]) if where.get("project") else None
    except NotFound:
        return ()
    here = (Where("project_id", "is", home.id),) if home else ()
    n = int(number[0])
    found = milestones(desk, n, home)
    if not found or desk.reader.count(Query(Gate, (Where("number", "is", n), *here))):
        return ()
    of = f" of {home.name}" if home else ""
    if kind is Criterion:
        return (Text(NO_CRITERIA.format(n=n, home=of)),)
    told = "".join(_told(each) for each in found)
    rows = tuple((m.key, m.title, day(m.planned), day(m.forecast or m.planned), day(m.actual) if m.actual else "",
                  desk.reader.labels(Person).get(m.owner_id or 0, "nobody")) for m in found)
    return (Text(NO_DECISION.format(n=n, home=of, reached=told)),
            Table("What is recorded of it", ("milestone", "title", "planned", "forecast", "reached", "owner"), rows, tuple(m.key for m in found)))


def milestones(desk: Desk, number: int, home: Project | None) -> Sequence[Milestone]:
    """Those that are called by the number of a gate, of one project or of all."""
    here = (Where("project_id", "is", home.id),) if home else ()
    found = desk.reader.find(Query(Milestone, (Where("type", "is", "gate"), *here), limit=None))
    return [m for m in found if (said := CALLED.match(m.title)) and int(said["n"]) == number]


def _told(of: Milestone) -> str:
    days = ((of.actual or of.forecast or of.planned) - of.planned).days
    way = "as planned" if not days else f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'} than planned"
    if of.actual:
        return WITHOUT.format(title=f"{of.key} {of.title}", day=day(of.actual), way=way)
    return NOT_YET.format(title=f"{of.key} {of.title}", way=f"expected on {day(of.forecast or of.planned)}, {way}")
