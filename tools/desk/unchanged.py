"""Records that nobody has changed since a day, or of which one field was not; and people who have open work and have said nothing about it since."""
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
import re

from records.errors import BadInput
from records.kinds import Person, Task
from records.kinds.base import Record
from records.kinds.task import ENDED
from records.query import Query, Where
from reports.telling import day
from tools.desk import Desk

UNCHANGED = "unchanged"
SAID = re.compile(r"(?:(?P<of>.+?)\s+)?since\s+(?P<day>.+)", re.I)
EVERY, BACK = 20_000, timedelta(days=180)        # changes that are looked through; how far back the last word of somebody is looked for
Parts = tuple[Callable[[Record], bool], tuple[tuple[str, Callable[[Record], str]], ...], Callable[[Record], Decimal], Callable[[Sequence[Record]], str]]


def unchanged(desk: Desk, kind: type[Record], said: str) -> Parts:
    """Which records meet it, the columns that show why, their order, and what is said of the others. Raises `BadInput` where no past day is said."""
    m = SAID.fullmatch(said.strip())
    if m is None:
        raise BadInput(f"“{said}” tells no day; say such as “since Monday” or “progress since 2 weeks ago”.")
    first = min(desk.period(m["day"]).first, desk.today)
    return _quiet(desk, first) if kind is Person else _records(desk, kind, first, m["of"] or "")


def _records(desk: Desk, kind: type[Record], first: date, of: str) -> Parts:
    field = desk.field(kind, of).name if of else ""
    zone = desk.now.tzinfo
    since = desk.reader.events(datetime.combine(first, time.min, zone), None, None, EVERY)
    touched = {e.id for e in since if e.kind is kind and (not field or e.created or field in e.after)}
    last = desk.reader.touched(kind)

    def ago(row: Record) -> Decimal:
        return Decimal((last[row.id or 0][1] if row.id in last else date.min).toordinal())
    return (lambda row: row.id not in touched, (("last changed", lambda row: day(last[row.id or 0][1]) if row.id in last else "–"),), ago, lambda _: "")


def _quiet(desk: Desk, first: date) -> Parts:
    """People with open tasks who changed none since then, with the day on which they last did."""
    zone = desk.now.tzinfo
    open_ = Counter(t.owner_id for t in desk.reader.find(Query(Task, (Where("status", "not in", ENDED), Where("owner_id", "not empty")), limit=None)))
    latest = dict[str, date]()
    for e in desk.reader.events(datetime.combine(desk.today - BACK, time.min, zone), None, None, EVERY):       # newest first
        if e.kind is Task:
            latest.setdefault(e.by, e.at.astimezone(zone).date())

    def last(row: Record) -> date | None:
        return latest.get(str(getattr(row, Person.kind.title)))

    def beside(others: Sequence[Record]) -> str:
        names = ", ".join(str(getattr(r, Person.kind.title)) for r in others if r.id in open_)
        return f"{f'Of those who have open tasks, these changed one since {day(first)}: {names}. ' if names else ''}This counts only tasks that you may see."
    return (lambda row: row.id in open_ and ((said := last(row)) is None or said < first),
            (("open tasks", lambda row: str(open_[row.id])), ("last changed a task", lambda row: day(last(row)))),
            lambda row: Decimal((last(row) or date.min).toordinal()), beside)
