"""Whom to chase in some projects: owners of what is late or stuck, whoever has a decision to take or a look to have, and others who have not delivered."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from records.computing import Book
from records.figures.base import counted
from records.kinds import Deliverable, Dependency, Issue, Project, Risk, Task
from records.kinds.base import Record
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.deciding import decisions_wanted
from reports.telling import NONE, day, few, person

SOON = timedelta(days=7)                        # a decision by then is asked for now
HEAD, MOST, NAMED = ("whom", "record", "title", "what for", "by", "days late"), 30, 6
OVERDUE: tuple[tuple[type[Record], tuple[str, ...], str, str], ...] = (
    (Task, ("done", "cancelled"), "due", "overdue"), (Issue, ("resolved", "closed"), "due", "overdue"), (Deliverable, ("accepted",), "due", "overdue"),
    (Risk, ("closed",), "review", "its review is overdue"))


@dataclass(frozen=True)
class Chase:
    """What is awaited, of whom, what for, and since or until when."""
    whom: str
    key: str
    title: str
    what: str
    by: date | None


def chasing(book: Book, projects: Sequence[Project], *, is_part: bool) -> list[Block]:
    """Each person with what is late or awaited of them, the latest first; what is the asker's own is no matter of chasing."""
    found = sorted(_all(book, projects), key=lambda c: (c.by or date.max, c.key))
    each: dict[str, list[Chase]] = {}
    for chase in found:
        each.setdefault(chase.whom, []).append(chase)
    where = f" on {few([p.name for p in projects], NAMED)}" if is_part else " in all projects"
    if not each:
        return [Text(f"Nobody has to be chased{where}: nothing of others is overdue, blocked or to be decided in the next 7 days.")]
    told = [f"{whom} ({counted(len(of), 'record')}, first {of[0].key}: {of[0].what}{_late(of[0], book.today)})" for whom, of in each.items()]
    rows = [(c.whom, c.key, c.title, c.what, day(c.by), str((book.today - c.by).days) if c.by and c.by < book.today else NONE)
            for of in each.values() for c in of]
    note = f"The first {MOST} of {len(rows)}." if len(rows) > MOST else ""
    return [Text(f"{counted(len(each), 'person', 'people')} to chase{where}: {few(told, NAMED)}."),
            Table("Whom to chase", HEAD, tuple(rows[:MOST]), tuple(row[1] for row in rows[:MOST]), note)]


def _late(of: Chase, today: date) -> str:
    return f" by {counted((today - of.by).days, 'day')}" if of.by and of.by < today and "overdue" in of.what else ""


def _all(book: Book, projects: Sequence[Project]) -> Iterator[Chase]:
    reader, me = book.reader, book.reader.asker.person
    inside = Where("project_id", "in", [p.id for p in projects])
    yield from _not_done(book, inside)
    for wanted in decisions_wanted(reader, projects, book.today):
        if wanted.decider_id != me and (wanted.by is None or wanted.by <= book.today + SOON):
            yield Chase(person(book, wanted.decider_id), wanted.key, wanted.decision, "to decide", wanted.by)
    awaited = (inside, Where("direction", "is", "get"), Where("status", "in", ("open", "agreed")), Where("needed_by", "at most", book.today + 2 * SOON))
    for row in reader.find(Query(Dependency, awaited, limit=None)):
        yield Chase(row.party or person(book, row.owner_id), row.key, row.title, "to deliver", row.needed_by)


def _not_done(book: Book, inside: Where) -> Iterator[Chase]:
    """What of others is overdue, and what else of theirs is blocked."""
    reader, seen = book.reader, set[str]()
    not_mine = Where("owner_id", "not", reader.asker.person)
    for kind, ended, by, what in OVERDUE:
        for row in reader.find(Query(kind, (inside, not_mine, Where("status", "not in", ended), Where(by, "before", book.today)), limit=None)):
            seen.add(row.key)
            yield Chase(person(book, getattr(row, "owner_id", None)), row.key, str(getattr(row, kind.kind.title)), what, getattr(row, by))
    for task in reader.find(Query(Task, (inside, not_mine, Where("status", "is", "blocked")), limit=None)):
        if task.key not in seen:
            yield Chase(person(book, task.owner_id), task.key, task.title, f"blocked: {task.blocked_by.rstrip('.') or 'no reason given'}", task.due)
