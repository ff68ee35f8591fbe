"""What waits for somebody beside decisions: what records say they must accept, approve, judge or look at, and others' work that theirs holds up."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from records.kinds import (
    Allocation,
    Assumption,
    Benefit,
    BusinessCase,
    ChangeRequest,
    Check,
    Criterion,
    Decision,
    Deliverable,
    Dependency,
    Document,
    Gate,
    Issue,
    Link,
    Person,
    Project,
    Task,
)
from records.kinds.base import Record
from records.kinds.project import ENDED as OVER
from records.kinds.task import ENDED
from records.query import Query, Where
from records.reading import Reader

SOON = timedelta(days=14)                       # what is to be looked at by then waits already
AHEAD = timedelta(days=45)                      # as decisions do
SPONSOR, BOSS, BY_GATE = "sponsor", "boss", "by gate"        # of the project, of the person, and by when its gate is held


@dataclass(frozen=True)
class Awaited:
    """Records of one kind that wait for whom `who` names, in which state, to do what, and by the day in `by`; with `within` only those of days until then."""
    kind: type[Record]
    who: str
    to: str
    where: tuple[Where, ...]
    by: str = ""
    within: timedelta | None = None


AWAITED = (
    Awaited(Deliverable, SPONSOR, "accept", (Where("status", "is", "delivered"),), "due"),
    Awaited(BusinessCase, SPONSOR, "approve", (Where("status", "is", "recommended"),)),
    Awaited(Document, "approver_id", "approve", (Where("status", "is", "draft"),), "effective"),
    Awaited(ChangeRequest, "assessor_id", "assess", (Where("status", "is", "submitted"),), "decide_by"),
    Awaited(Criterion, "judge_id", "judge", (Where("status", "is", "open"),), BY_GATE),
    Awaited(Issue, "escalated_to_id", "settle", (Where("status", "is", "escalated"),), "due"),
    Awaited(Allocation, BOSS, "agree to", (Where("commitment", "is", "requested"),), "start"),
    Awaited(Check, "reviewer_id", "review", (Where("result", "is", "planned"),), "planned", SOON),
    Awaited(Check, "approver_id", "sign off", (Where("result", "is", "planned"),), "planned", SOON),
    Awaited(Assumption, "owner_id", "validate", (Where("status", "is", "open"),), "validate_by", SOON),
    Awaited(Document, "owner_id", "review", (Where("status", "in", ("in force", "draft")),), "review", timedelta()),
    Awaited(Benefit, "owner_id", "review", (Where("status", "not in", ("realised", "missed", "written down")),), "review", timedelta()),
    Awaited(Decision, "decider_id", "look at again", (Where("status", "is", "decided"),), "review", timedelta()),
)


@dataclass(frozen=True)
class Waiting:
    """A record that waits for somebody's word: what they must do with it, and by when."""
    key: str
    title: str
    to: str
    by: date | None


@dataclass(frozen=True)
class HeldUp:
    """Somebody else's work that waits for a person's: whose it is, and what of the person's it waits for."""
    key: str
    title: str
    owner_id: int | None
    by: date | None
    waits_for: str


def word_wanted(reader: Reader, who: int, today: date) -> list[Waiting]:
    """All that waits for a person's word and is no decision, the soonest first; what has no day comes last."""
    live = {p.id: p for p in reader.find(Query(Project, (Where("phase", "not in", OVER),), limit=None))}
    found = {(w.key, w.to): w for each in AWAITED for w in _of(reader, each, who, today, live)}
    return sorted(found.values(), key=lambda w: (w.by or date.max, w.key))


def _of(reader: Reader, each: Awaited, who: int, today: date, live: Mapping[int | None, Project]) -> Iterator[Waiting]:
    if each.who == SPONSOR:
        mine = (Where("project_id", "in", [id_ for id_, p in live.items() if p.sponsor_id == who]),)
    elif each.who == BOSS:
        mine = (Where("person_id", "in", [p.id for p in reader.find(Query(Person, (Where("manager_id", "is", who),), limit=None))]),)
    else:
        mine = (Where(each.who, "is", who),)
    due = (Where(each.by, "at most", today + each.within),) if each.within is not None else ()
    gates = {g.id: g.finish for g in reader.find(Query(Gate, (Where("decision", "is", "not decided"), Where("finish", "at most", today + AHEAD)), limit=None))
             } if each.by == BY_GATE else {}
    for row in reader.find(Query(each.kind, (*mine, *each.where, *due), limit=None)):
        home = getattr(row, "project_id", None)
        if (home is not None and home not in live) or (each.by == BY_GATE and getattr(row, "gate_id", None) not in gates):
            continue
        by = gates[getattr(row, "gate_id", None)] if each.by == BY_GATE else getattr(row, each.by) if each.by else None
        yield Waiting(row.key, str(getattr(row, each.kind.kind.title)) or reader.line(each.kind, row), each.to, by)


def held_up(reader: Reader, who: Person, today: date) -> list[HeldUp]:
    """Others' open work that waits for a person's: behind theirs in the plan, said to be blocked by it or by them, or promised to another."""
    open_ = Where("status", "not in", ENDED)
    not_theirs = Where("owner_id", "not", who.id)
    mine = {t.id: t for t in reader.find(Query(Task, (Where("owner_id", "is", who.id), open_), limit=None))}
    links = reader.find(Query(Link, (Where("predecessor_id", "in", list(mine)), Where("successor_id", "not empty")), limit=None)) if mine else ()
    first = {k.successor_id: mine[k.predecessor_id] for k in links}
    behind = reader.find(Query(Task, (Where("id", "in", list(first)), not_theirs, open_), limit=None)) if first else ()
    found = {t.key: _behind(t, first[t.id]) for t in behind}
    for task in reader.find(Query(Task, (Where("status", "is", "blocked"), Where("blocked_by", "not empty"), not_theirs), limit=None)):
        if on := _named_in(task.blocked_by, who, list(mine.values())):
            found[task.key] = HeldUp(task.key, task.title, task.owner_id, task.due, on)
    given = (Where("direction", "is", "give"), Where("owner_id", "is", who.id), Where("status", "in", ("open", "agreed")), Where("needed_by", "at most",
             today + AHEAD))
    for row in reader.find(Query(Dependency, given, limit=None)):
        found[row.key] = HeldUp(row.key, row.title, None, row.needed_by, f"promised to {row.party}" if row.party else "promised to others")
    return sorted(found.values(), key=lambda h: (h.by or date.max, h.key))


def _behind(task: Task, first: Task) -> HeldUp:
    late = f", due {first.due:%a %-d %b %Y}" if first.due else ""
    return HeldUp(task.key, task.title, task.owner_id, task.start or task.due, f"{first.key} {first.title}{late}")


def _named_in(said: str, who: Person, tasks: Sequence[Task]) -> str:
    """What of a person's a task says to be blocked by: a task of theirs by its key, or they themselves by name."""
    low = f" {said.lower()} "
    key = next((t for t in tasks if t.key.lower() in low), None)
    if key is not None:
        return f"{key.key} {key.title}"
    return said if said and any(f" {name.lower()}" in low for name in (who.name, who.name.partition(" ")[0])) else ""
