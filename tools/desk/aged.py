"""Conditions on how long a record has been there, and how long nobody has written to it, by its own day of origin and by the log of changes."""
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
import re

from records.errors import BadInput
from records.figures.base import counted
from records.kinds import KINDS, Project
from records.kinds.base import Record, split
from records.query import Query
from reports.telling import day, few
from tools.desk import Desk
from tools.desk.judging import Judged

AGE, UNTOUCHED = "age", "untouched"
RAISED = "raised_on"                            # the day that a kind keeps of its own, which may be before it was written down
SAID = re.compile(r"(?:(?P<op>above|below|at least|at most)\s+)?(?P<length>\d+ \w+)|since (?P<since>.+)", re.I)
FEW = 5                                         # that are over, named beside those that are open
NEAREST = {AGE: "oldest", UNTOUCHED: "one longest untouched"}
Days = Mapping[int, tuple[date, date]]


def aged(desk: Desk, kind: type[Record], where: Mapping[str, str]) -> Judged | None:
    """The conditions among them on age and on the last touch; None when there are none."""
    asked = {name: said for name, said in where.items() if name in (AGE, UNTOUCHED)}
    if not asked:
        return None
    written = _written(desk, kind)
    bounds = {name: _bound(desk, said) for name, said in asked.items()}
    has_own = RAISED in desk.reader.columns(kind)

    def of(row: Record, name: str) -> date:
        first, last = written.get(row.id or 0, (desk.today, desk.today))
        return last if name == UNTOUCHED else (getattr(row, RAISED, None) if has_own else None) or first

    def is_as_old(row: Record) -> bool:
        return all(_meets(of(row, name), bounds[name]) for name in asked)

    rest = {name: said for name, said in where.items() if name not in asked}
    still = _still_open(desk, kind, rest)

    def beside(others: Sequence[Record]) -> str:
        over = [row.key for row in others if is_as_old(row)]
        so = "old" if AGE in asked else "long untouched"
        return " ".join(filter(None, (none(others), f"Not open any more, and as {so}: {few(over, FEW)}." if over else "")))

    def none(others: Sequence[Record]) -> str:
        """Where none is meant, the one that comes nearest."""
        live, name = [row for row in others if still is None or row.id in still], next(iter(asked))
        if not live or len(others) < desk.reader.count(desk.query(kind, rest, limit=None)):
            return ""
        most = min(live, key=lambda row: of(row, name))
        return f"The {NEAREST[name]} of {len(live)} is {most.key}, {told(name, most)}."

    def told(name: str, row: Record) -> str:
        return f"{day(of(row, name))}, {counted((desk.today - of(row, name)).days, 'day')}"

    columns = tuple((title, lambda row, name=name: told(name, row)) for name, title in ((AGE, "there since"), (UNTOUCHED, "last touched")) if name in asked)
    return Judged(rest, lambda row: is_as_old(row) and (still is None or row.id in still), columns,
                  lambda row: Decimal(of(row, next(iter(asked))).toordinal()), beside)


def _still_open(desk: Desk, kind: type[Record], rest: Mapping[str, str]) -> frozenset[int] | None:
    """The records that are open, in the kind's own words for it: what is over does not lie about; None where a state is said, or there is none."""
    asked = next((named for spoken, named in kind.kind.sayings if "open" in split(spoken)), None)
    if not asked or set(asked) & set(rest):
        return None
    return frozenset(row.id or 0 for row in desk.reader.find(desk.query(kind, asked, limit=None)))


def _bound(desk: Desk, said: str) -> tuple[str, date]:
    """How a day is compared with which one."""
    m = SAID.fullmatch(said.strip())
    if m is None:
        raise BadInput(f"“{said}” is no length of time; say “above 30 days” or “at least 2 weeks”.")
    if m["since"]:
        return "before", desk.period(m["since"]).first
    op = (m["op"] or "at least").lower()
    return {"above": "before", "below": "after", "at least": "until", "at most": "from"}[op], desk.period(f"{m['length']} ago").first


def _meets(found: date, bound: tuple[str, date]) -> bool:
    op, last = bound
    return found < last if op == "before" else found > last if op == "after" else found <= last if op == "until" else found >= last


def _written(desk: Desk, kind: type[Record]) -> Days:
    """The days on which each record was written first and last; a project is written to with every record in it."""
    own = desk.reader.touched(kind)
    if kind is not Project:
        return own
    found = dict(own)
    for other in (k for k in KINDS if k.kind.within == "project_id"):
        homes = {row.id: row.project_id for row in desk.reader.find(Query(other, limit=None, fields=("id", "project_id")))}  # type: ignore[attr-defined]
        for id_, (_, last) in desk.reader.touched(other).items():
            home = homes.get(id_)
            if home in found:
                found[home] = (found[home][0], max(found[home][1], last))
    return found
