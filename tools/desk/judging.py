"""Conditions on what is worked out and kept in no field: colours and verdicts of projects, the days by which a milestone or a task is late."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
import re
from typing import cast

from records.computing import Book
from records.errors import BadInput
from records.figures.base import counted
from records.figures.milestones import days_late
from records.kinds import Absence, Milestone, Person, Project, Task, kind_said
from records.kinds.base import Record, fields
from records.query import Query, Where
from records.verdicts import RANK, delivery, value
from reports.taking_over import people_on
from reports.telling import few
from tools.desk import Desk
from tools.desk.declared import DECLARED, OTHERWISE, otherwise
from tools.desk.unchanged import UNCHANGED, unchanged

COLOUR, DELIVERY, VALUE, SLIP, WITHOUT, THERE = "colour", "delivery", "value", "slip", "without", "there"
OF: Mapping[type[Record], tuple[str, ...]] = {Project: (COLOUR, DELIVERY, VALUE), Milestone: (SLIP,), Task: (SLIP,)}
DATES = {Milestone: ("planned", "forecast", "actual"), Task: ("due", "baseline_due", "done_on")}
NAMED = 4                                       # projects that are named in the sentence
COMPARED = re.compile(r"(?P<op>above|over|more than|at least|below|under|less than|at most)\s+(?P<n>-?\d+)(?:\s*days?)?", re.I)
SUCH = re.compile(r"(?P<kind>[^()]+?)(?: \((?P<such>[^()]+)\))?", re.I)
WORDS_OF = re.compile(r"(?:^|; )(\S+) ([^;]+)")
NOT = re.compile(r"^(?:is )?not\s+", re.I)
Shown = tuple[str, Callable[[Record], str]]


@dataclass(frozen=True)
class Judged:
    """What is left of the conditions, which records meet the others, the columns that show why, and the order in which they stand."""
    rest: Mapping[str, str]
    holds: Callable[[Record], bool]
    columns: tuple[Shown, ...]
    worst_first: Callable[[Record], Decimal]
    beside: Callable[[Sequence[Record]], str]
    lead: Callable[[Sequence[Record]], str] = lambda _: ""              # the news of those that are kept, the worst first


def judged(desk: Desk, kind: type[Record], where: Mapping[str, str], book: Callable[[], Book]) -> Judged | None:
    """The conditions among them that are worked out; None when there are none."""
    if (single := _single(desk, kind, where, book)) is not None:
        return single
    asked = {name: said for name, said in where.items() if name in OF.get(kind, ())}
    if not asked:
        return None
    rest = {name: said for name, said in where.items() if name not in asked}
    return _verdicts(rest, asked, book) if kind is Project else _slips(desk, kind, rest, asked[SLIP])


def _single(desk: Desk, kind: type[Record], where: Mapping[str, str], book: Callable[[], Book]) -> Judged | None:
    """A condition that is worked out by itself; None where none is said."""
    if WITHOUT in where:
        return _lacking(desk, kind, {n: v for n, v in where.items() if n != WITHOUT}, where[WITHOUT])
    if UNCHANGED in where:
        return Judged({n: v for n, v in where.items() if n != UNCHANGED}, *unchanged(desk, kind, where[UNCHANGED]))
    if kind is Project and where.get(DECLARED) == OTHERWISE:
        return Judged({n: v for n, v in where.items() if n != DECLARED}, *otherwise(book))
    if kind is Person and THERE in where:
        return _there(desk, {n: v for n, v in where.items() if n != THERE}, where[THERE])
    if kind is Absence and "project" in where:
        return _of_project(desk, {n: v for n, v in where.items() if n != "project"}, where["project"])
    return None


def _there(desk: Desk, rest: Mapping[str, str], said: str) -> Judged:
    """The people of whom no absence is recorded on any of some days, with those who are away."""
    days = desk.period(said)
    overlap = (Where("start", "at most", days.last), Where("end", "at least", days.first))
    away = {a.person_id for a in desk.reader.find(Query(Absence, overlap, limit=None))}

    def beside(others: Sequence[Record]) -> str:
        names = ", ".join(str(getattr(r, Person.kind.title)) for r in others if r.id in away)
        return f"{f'Away then: {names}. ' if names else ''}This goes by the absences that are recorded; where somebody works from is not recorded."
    return Judged(rest, lambda row: row.id not in away, (), lambda _: Decimal(0), beside)


def _of_project(desk: Desk, rest: Mapping[str, str], said: str) -> Judged:
    """The absences of those who lead a project, are on its team, are allocated to it or have tasks in it."""
    project = desk.named(Project, said)
    here = people_on(desk.reader, (project,))[project.id or 0]

    def beside(others: Sequence[Record]) -> str:
        return f"{len(others)} more {'is' if len(others) == 1 else 'are'} of people who are not on {project.name}." if others else ""
    return Judged(rest, lambda row: getattr(row, "person_id", None) in here, (), lambda row: Decimal(cast("Absence", row).start.toordinal()), beside)


def _verdicts(rest: Mapping[str, str], asked: Mapping[str, str], book: Callable[[], Book]) -> Judged:
    def tone(row: Record) -> str:
        return delivery(book(), cast("Project", row)).tone

    def word(row: Record) -> str:
        return delivery(book(), cast("Project", row)).word

    def worth(row: Record) -> str:
        return value(book(), cast("Project", row)).word

    told = {COLOUR: tone, DELIVERY: word, VALUE: worth}

    def beside(others: Sequence[Record]) -> str:
        """Those that are worse than what was asked for, or red in their value alone, so that nobody thinks them well."""
        is_middling = asked.get(COLOUR) == "amber" or asked.get(DELIVERY) in {"at risk", "delayed"}
        worse = [r.key for r in others if is_middling and tone(r) == "red"]
        lost = [r.key for r in others if asked.get(COLOUR) == "red" and value(book(), cast("Project", r)).tone == "red"]
        return " ".join(f"{said}: {', '.join(keys)}." for said, keys in (("Red in delivery", worse), ("Red in value, not in delivery", lost)) if keys)

    return Judged(rest, lambda row: all(_is(told[name](row), said) for name, said in asked.items()), (("delivered well?", word), ("still worth it?", worth)),
                  lambda row: Decimal(RANK[delivery(book(), cast("Project", row)).tone]), beside,
                  lambda kept: few([f"{getattr(row, Project.kind.title)} ({word(row)}; {worth(row)})" for row in kept], NAMED) + "." if kept else "")


def _is(found: str, said: str) -> bool:
    """Whether a colour or a verdict is one of those said; “worth it” is not “no longer worth it”."""
    wanted = [w for w in re.split(r"\s*(?:,|\bor\b|\band\b)\s*", NOT.sub("", said.lower())) if w]
    return (found.partition(":")[0] in wanted) is not bool(NOT.match(said))


def _lacking(desk: Desk, kind: type[Record], rest: Mapping[str, str], said: str) -> Judged:
    """Those to which no record of another kind belongs, of such as are so where that is said behind it: “cost entry (on in November)”."""
    m = SUCH.fullmatch(said.strip())
    other = kind_said(m["kind"]) if m else None
    own = next((f for f in fields(kind) if other and f.refers == other.__tablename__), None)
    if own is not None:
        return Judged({**rest, own.label: "nothing"}, lambda _: True, (), lambda _: Decimal(0), lambda _: "")
    of = next((f for f in fields(other) if f.refers == kind.__tablename__), None) if other else None
    if m is None or other is None or of is None or of.name not in desk.reader.columns(other):
        raise BadInput(f"No {said} belongs to a {kind.kind.one}, or you may not see which, so I cannot say which lack one.")
    such = dict(WORDS_OF.findall(m["such"] or ""))
    held = {value for value, _ in desk.reader.group(replace(desk.query(other, such, limit=None), sort=""), of.name)}
    told = f"a {other.kind.one}" + (f" ({m['such']})" if m["such"] else "")

    def beside(others: Sequence[Record]) -> str:
        names = ", ".join(str(getattr(r, kind.kind.title)) for r in others if r.id in held) if such else ""
        return f"With {told}: {names}." if names else ""
    return Judged(rest, lambda row: row.id not in held, (), lambda _: Decimal(0), beside)


def _slips(desk: Desk, kind: type[Record], rest: Mapping[str, str], said: str) -> Judged:
    if hidden := [name for name in DATES[cast("type[Milestone]", kind)] if name not in desk.reader.columns(kind)]:
        raise BadInput(f"You may not see the {hidden[0].replace('_', ' ')} of a {kind.kind.one}, so I cannot say which are late.")
    m = COMPARED.fullmatch(said.strip())
    if m is None:
        raise BadInput(f"“{said}” is no number of days; say “above 0” for all that are late, or “above 7”.")
    op, least = m["op"].lower(), int(m["n"])

    def holds(n: int) -> bool:
        return n > least if op in ("above", "over", "more than") else n >= least if op == "at least" else n <= least if op == "at most" else n < least

    def days(row: Record) -> int | None:
        return _late(kind, row, desk.today)

    def shown(row: Record) -> str:
        n = days(row)
        return "–" if n is None else "as planned" if not n else f"{counted(abs(n), 'day')} {'late' if n > 0 else 'early'}"

    def told(kept: Sequence[Record]) -> str:
        """How many, and the one that is furthest from its plan."""
        most = max(kept, key=lambda row: abs(days(row) or 0), default=None)
        n = (days(most) or 0) if most else 0
        if most is None or not n:
            return ""
        first, how = f"{most.key} {getattr(most, kind.kind.title)}, by {counted(abs(n), 'day')}", "later" if n > 0 else "earlier"
        return f"1 {kind.kind.one} is {how} than planned: {first}." if len(kept) == 1 else (
            f"{len(kept)} {kind.kind.many} are {how} than planned, the furthest {first}.")

    return Judged(rest, lambda row: (n := days(row)) is not None and holds(n), (("against plan", shown),),
                  lambda row: Decimal(-(days(row) or 0)), lambda _: "", told)


def _late(kind: type[Record], row: Record, today: date) -> int | None:
    """Days after the plan, below 0 for early: as reached or done, else as foreseen, or today where that has passed."""
    if kind is Milestone:
        stone = cast("Milestone", row)
        return (stone.actual - stone.planned).days if stone.actual else days_late(stone, today)
    task = cast("Task", row)
    plan = task.baseline_due or task.due
    now = task.done_on if task.status == "done" else max(task.due, today) if task.due and task.status != "cancelled" else None
    return (now - plan).days if plan and now else None
