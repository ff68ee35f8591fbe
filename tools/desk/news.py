"""The news of a list in its first sentence: how many are late, the longest of them and whose they are; what comes next; what holds them up; what is highest;
what was settled last."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from records.figures.base import counted
from records.kinds import Person
from records.kinds.base import FieldOf, R, Record, fields, split
from records.query import Query, Where
from reports.blocks import Text
from reports.telling import ahead, day, few
from tools.desk import Desk
from tools.desk.wording import shown

FEW, MOST = 3, 6                                # records that are named in the sentence, people that are
DUE = ("forecast", "due", "finish", "decide_by")  # the days by which something is to be there; others are looks at it
GRADES = ("score", "probability", "impact")
PASSED = {"due": "overdue", "decide_by": "past the day to decide them by", "review": "overdue for review", "needed_by": "past the day they are needed by",
          "validate_by": "overdue to be validated", "finish": "past their end"}
Shown = tuple[tuple[str, Sequence[str]], ...]


def news(desk: Desk, query: Query[R], number: int) -> tuple[Text, ...]:
    """The sentence before a list of several, or of one that is late or settled; nothing where the list is narrowed to nothing of the kind."""
    said = _late(desk, query, number) or _to_come(desk, query, number) or _held(desk, query, number) or _graded(desk, query, number)
    return (Text(said),) if said and number else ()


def settled(desk: Desk, query: Query[R]) -> FieldOf | None:
    """The day on which records of a list became what it is narrowed to, where such a day is kept: decided ones, resolved ones, done ones."""
    states = {f.name: {str(v) for w in query.where if w.field == f.name and w.op in ("is", "in") for v in _values(w.value)}
              for f in fields(query.kind) if f.choices}
    dated = {f.name: set(split(f.says.day_of)) for f in fields(query.kind) if f.says.day_of and f.name in desk.reader.columns(query.kind)}
    whole = set[str]().union(*dated.values())
    return next((f for f in fields(query.kind) if f.name in dated and any(own and own <= whole and own & dated[f.name] for own in states.values())), None)


def settled_told(desk: Desk, query: Query[R], of: FieldOf, found: Sequence[R], number: int) -> tuple[Text, ...]:
    """How many there are, and the newest: on which day, by whom, and what was made of it."""
    first = next((row for row in found if getattr(row, of.name) is not None), None)
    if first is None:
        return ()
    kind, known = query.kind, desk.reader.columns(query.kind)
    by = next((f for f in fields(kind) if f.refers == Person.__tablename__ and f.name == "decider_id" and f.name in known), None)
    what = next((str(getattr(first, f.name)) for f in fields(kind) if f.name == "decision" and f.type is str and f.name in known), "")
    who = shown(desk.reader, by, getattr(first, by.name)) if by else _whose(desk, query.kind, first)
    told = f"{_named(query.kind, first)}: {what}" if what else _named(query.kind, first)
    lead = f"{counted(number, kind.kind.one, kind.kind.many)}, the newest " if number > 1 else ""
    return (Text(f"{lead}{told} ({of.label} {day(getattr(first, of.name))}{f', {who}' if who else ''})."),)


def settled_since(desk: Desk, kind: type[Record], row: Record, asked: FieldOf) -> str:
    """Behind a day to keep, that the record is settled and since when, as its day is then no news; "" of any other."""
    if asked.name not in (*PASSED, *DUE, kind.kind.when) or asked.type is not date or is_open(desk, kind, row):
        return ""
    states = [f for f in fields(kind) if f.name in ("status", "decision") and f.choices and f.name in desk.reader.columns(kind)]
    state = str(getattr(row, states[0].name)) if states else ""
    of = next((f for f in fields(kind) if f.says.day_of and state in split(f.says.day_of) and f.name in desk.reader.columns(kind)), None)
    on = getattr(row, of.name) if of else None
    return f"; {state} already{f', on {day(on)}' if on else ''}" if state else ""


def days_late(desk: Desk, query: Query[R], found: Sequence[R]) -> Shown:
    """By how many days each is late, where the list is narrowed to what is."""
    of = _passed(desk, query)
    return (("days late", [str((desk.today - value).days) if (value := getattr(row, of.name)) else "–" for row in found]),) if of else ()


def when_due(desk: Desk, kind: type[Record], found: Sequence[Record]) -> tuple[Text, ...]:
    """Of the one record that is listed and still open, on which day to come it is due and in how many days."""
    of = next((f for f in fields(kind) if f.name == kind.kind.when and f.name in DUE and f.name in desk.reader.columns(kind)), None)
    on = getattr(found[0], of.name) if of and len(found) == 1 else None
    if of is None or on is None or on < desk.today or not is_open(desk, kind, found[0]):
        return ()
    return (Text(f"{getattr(found[0], kind.kind.title)} ({found[0].key}): {of.label} {day(on)}{ahead(on, desk.today)}."),)


def is_open(desk: Desk, kind: type[Record], row: Record) -> bool:
    """Whether a record is still open as its kind understands that: a day to come of what is closed is no news."""
    asked = next((dict(found) for spoken, found in kind.kind.sayings if "open" in split(spoken)), None)
    known = {f.label for f in fields(kind) if f.name in desk.reader.columns(kind)}
    return asked is None or not set(asked) <= known or bool(desk.reader.count(desk.query(kind, {**asked, "key": row.key}, limit=None)))


def _late(desk: Desk, query: Query[R], number: int) -> str:
    of = _passed(desk, query)
    first = _first(desk, query, of.name) if of else None
    if of is None or first is None:
        return ""
    passed = PASSED.get(of.name, f"past their {of.label}")
    late = counted((desk.today - getattr(first, of.name)).days, "day")
    whose = f" ({who})" if (who := _whose(desk, query.kind, first)) else ""
    kind = query.kind.kind
    if number == 1:
        passed = passed.replace("them", "it").replace("they are", "it is").replace("their", "its")
        return f"1 {kind.one} is {passed}: {_named(query.kind, first)}, by {late}{whose}."
    return f"{number} {kind.many} are {passed}, the longest {_named(query.kind, first)}, by {late}{whose}.{_by_person(desk, query)}"


def _passed(desk: Desk, query: Query[R]) -> FieldOf | None:
    """The day to keep that all of the list have let pass."""
    ends = [w for w in query.where if w.op in ("before", "at most") and isinstance(w.value, date) and w.value <= desk.today
            and not (w.op == "at most" and w.value == desk.today)]
    of = {f.name: f for f in fields(query.kind) if f.name in (*PASSED, query.kind.kind.when)}
    found = next((of[w.field] for w in ends if w.field in of and w.field in desk.reader.columns(query.kind)), None)
    return found if found and not found.says.day_of and not settled(desk, query) and found.name not in ("on", "start") else None


def _to_come(desk: Desk, query: Query[R], number: int) -> str:
    """Of what falls due in a time, what is late already and what is next."""
    kind, known = query.kind.kind, desk.reader.columns(query.kind)
    of = next((f for f in fields(query.kind) if f.name == kind.when and f.name in PASSED and f.name in known), None)
    limits = [w for w in query.where if of and w.field == of.name and isinstance(w.value, date)]
    if of is None or number < 2 or not any(w.op in ("at most", "before", "is") for w in limits) or settled(desk, query):  # noqa: PLR2004 - of one it is said
        return ""
    late = replace(query, where=(*query.where, Where(of.name, "before", desk.today)))
    left = replace(query, where=(*query.where, Where(of.name, "at least", desk.today)))
    first, following = _first(desk, late, of.name), _first(desk, left, of.name)
    passed = desk.reader.count(replace(late, sort="", limit=None)) if first else 0
    said = counted(number, kind.one, kind.many)
    if first is not None:
        days = counted((desk.today - getattr(first, of.name)).days, "day")
        longest = "" if passed == 1 else "the longest "
        said += f", {passed} of them late already: {longest}{_named(query.kind, first)}, by {days}{_in_brackets(_whose(desk, query.kind, first))}"
    if following is not None:
        on = getattr(following, of.name)
        lead = ". Next: " if first is not None else ", next "
        said += f"{lead}{_named(query.kind, following)} on {day(on)}{ahead(on, desk.today)}{_in_brackets(_whose(desk, query.kind, following))}"
    return f"{said}."


def _held(desk: Desk, query: Query[R], number: int) -> str:
    """Why the first of them are in the state that the list is narrowed to, where it is one that holds something up."""
    seen = desk.reader.columns(query.kind)
    states = {str(v) for w in query.where if w.op in ("is", "in") for v in _values(w.value)}
    why = next((f for f in fields(query.kind) if f.says.why and f.name in seen and states and states <= set(split(f.says.why))), None)
    if why is None or settled(desk, query) or len(states) > 1:
        return ""
    rows = desk.reader.find(replace(query, limit=FEW))
    reasons = [shown(desk.reader, why, getattr(row, why.name)) or "no reason given" for row in rows]
    beside = ["; ".join(filter(None, (reason, _whose(desk, query.kind, row)))) for row, reason in zip(rows, reasons, strict=True)]
    each = [f"{_named(query.kind, row)} ({more})" for row, more in zip(rows, beside, strict=True)]
    more = f" and {number - len(rows)} more" if number > len(rows) else ""
    kind = query.kind.kind
    return f"{number} {kind.one if number == 1 else kind.many} {'is' if number == 1 else 'are'} {next(iter(states))}: {'; '.join(each)}{more}."


def _graded(desk: Desk, query: Query[R], number: int) -> str:
    """The highest of those that are narrowed to grades."""
    seen, asked = desk.reader.columns(query.kind), {w.field for w in query.where}
    if "score" not in seen or not asked & set(GRADES) or any(w.op in ("at most", "before") for w in query.where if w.field in GRADES) or number < 1:
        return ""
    first = _first(desk, query, "-score")
    if first is None:
        return ""
    score, whose = getattr(first, "score", None), _whose(desk, query.kind, first) or "nobody"
    kind = query.kind.kind
    least = next((f" with a score of at least {w.value}" for w in query.where if w.field == "score" and w.op == "at least"), "")
    lead = f"{number} {kind.many}{least}, the highest " if number > 1 else f"1 {kind.one}{least}: "
    return f"{lead}{_named(query.kind, first)}, score {score} ({whose}).{_by_person(desk, query) if number > 1 else ''}"


def _first(desk: Desk, query: Query[R], by: str) -> R | None:
    return next(iter(desk.reader.find(replace(query, sort=by, limit=1))), None)


def _by_person(desk: Desk, query: Query[R]) -> str:
    """How many each has, the most first; nothing where one person has them all."""
    of = _person(desk, query.kind)
    each: list[tuple[Any, int]] = list(desk.reader.group(replace(query, sort="", limit=None), of.name)) if of else []
    if of is None or len(each) < 2:  # noqa: PLR2004 - among several
        return ""
    told = [f"{shown(desk.reader, of, value) or 'nobody'} {n}" for value, n in each]
    return f" By {of.label}: {few(told, MOST)}."


def _whose(desk: Desk, kind: type[Record], row: Record) -> str:
    of = _person(desk, kind)
    return "" if of is None else shown(desk.reader, of, getattr(row, of.name)) or "nobody"


def _person(desk: Desk, kind: type[Record]) -> FieldOf | None:
    """The field of the person whose a record is: the one that its lists show."""
    known = desk.reader.columns(kind)
    return next((f for name in kind.kind.columns for f in fields(kind) if f.name == name and f.refers == Person.__tablename__ and name in known), None)


def _named(kind: type[Record], row: Record) -> str:
    return f"{row.key} {getattr(row, kind.kind.title)}".rstrip(".?")


def _in_brackets(said: str) -> str:
    return f" ({said})" if said else ""


def _values(value: object) -> Iterator[object]:
    yield from value if isinstance(value, tuple | list | frozenset | set) else (value,)
