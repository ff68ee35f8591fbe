"""Words into conditions: a Query over a kind's fields, and conditions on figures that are computed afterwards."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re

from language.amounts import read_number
from language.customs import USUAL
from language.dates import Period, read_date, read_days, read_period
from language.words import words
from records.errors import BadInput, NotFound
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import Person, Project
from records.kinds.base import FieldOf, R, Record, fields, split
from records.query import Op, Query, Where
from records.reading import Reader
from tools.desk import naming
from tools.desk.customs import customs_of
from tools.desk.day_of import with_days
from tools.desk.values import NONE, OVER, field_named, value

BETWEEN = re.compile(r"(?:between|from)\s+(?P<a>\S+?)\s*%?\s+(?:and|to)\s+(?P<b>\S+?)\s*%?", re.I)
LACKS = re.compile(r"^\W*(?:does not|doesn['’]t|not|without) (?:contain|include|hold|have|containing|including|having)s?\s+", re.I)
BARE = re.compile(r"(?<![\w-])[A-Z]{1,3}-\d+(?![\w-])")
OPS: dict[str, Op] = {"is": "is", "not": "not", "before": "before", "after": "after", "at most": "at most", "at least": "at least",
                      "below": "before", "above": "after", "has": "has", "empty": "empty", "not empty": "not empty"}


@dataclass(frozen=True)
class Having:
    """A condition on a computed figure."""
    figure: Figure
    op: Op
    number: Decimal

    def holds(self, found: Decimal | None) -> bool:
        if found is None:
            return False
        return {"before": found < self.number, "after": found > self.number, "at most": found <= self.number,
                "at least": found >= self.number, "not": found != self.number}.get(self.op, found == self.number)


def query(reader: Reader, kind: type[R], said: Mapping[str, str], today: date, sort: str = "", limit: int | None = 50) -> Query[R]:
    asked = {name: words for name, words in _meant(kind, said).items() if _figure(kind, name) is None}
    key = asked.get("key", "").strip()
    own = (kind is Project and key.lower() in naming.OWN_PROJECTS) or (kind is Person and naming.is_of_team(key))
    if "key" in asked and kind.kind.within == "project_id":
        asked["key"] = BARE.sub(lambda m: str(naming.named(reader, kind, m[0]).key), asked["key"])             # T-17, where only one project has one
    mine = (Where("id", "in", naming.referred_ids(reader, str(kind.__tablename__), asked.pop("key").strip())),) if own else ()
    twins = {name: other for name, words in asked.items() if (other := _twin(reader, kind, name, words))}
    where = tuple(w for name, words in asked.items() if name not in twins for w in _where(reader, field_named(reader, kind, name), words, today))
    where += mine + tuple(_same(reader, kind, field_named(reader, kind, name), other) for name, other in twins.items())
    by = "" if not sort or _figure(kind, sort.removeprefix("-")) else sorted_by(reader, kind, sort)
    return Query(kind, where, sort=by, limit=limit)


def _twin(reader: Reader, kind: type[Record], name: str, words: str) -> FieldOf | None:
    """The other field of the kind that a record or person is to be the same in, as in {"decider": "requester"}."""
    of, said = field_named(reader, kind, name), words.strip().lower().removeprefix("the ")
    known = reader.columns(kind) if of.refers else {}
    return next((f for f in fields(kind) if f.name in known and f.refers == of.refers and f.name != of.name and said == f.label.lower()), None)


def _same(reader: Reader, kind: type[Record], of: FieldOf, other: FieldOf) -> Where:
    """Those that hold the same in both fields, by their ids: what a database would compare is few of a kind that people decide or own."""
    rows = reader.find(Query(kind, (Where(of.name, "not empty"), Where(other.name, "not empty")), limit=None))
    return Where("id", "in", tuple(row.id for row in rows if getattr(row, of.name) == getattr(row, other.name)))


def _meant(kind: type[Record], said: Mapping[str, str]) -> Mapping[str, str]:
    """The conditions with what people say of the kind in place of it: a task that is “open” or “not done” is not cancelled either."""
    meant = dict[str, str]()
    for name, asked in said.items():
        low = asked.strip().lower()
        saying = next((found for phrases, found in kind.kind.sayings if low in split(phrases)), {})
        choices = next((f.choices for f in fields(kind) if f.label == name), ())
        meant |= saying if name in saying and low not in choices else {name: asked}
    return meant


def sorted_by(reader: Reader, kind: type[Record], sort: str) -> str:
    return ("-" if sort.startswith("-") else "") + field_named(reader, kind, sort.removeprefix("-")).name


def having(kind: type[Record], said: Mapping[str, str]) -> tuple[Having, ...]:
    return tuple(_having(figure, each) for name, asked in said.items() if (figure := _figure(kind, name)) for each in _ends(asked))


def figure_named(said: str) -> Figure:
    """The figure a person means; raises `NotFound` naming some there are."""
    for figure in FIGURES:
        if said.lower().replace("_", " ") in _names(figure):
            return figure
    raise NotFound(f"I compute no “{said}”; I know {', '.join(f.title for f in FIGURES)}.")


def _figure(kind: type[Record], name: str) -> Figure | None:
    return next((f for f in FIGURES if f.of is kind and name.lower().replace("_", " ") in _names(f)), None)


def _names(figure: Figure) -> tuple[str, ...]:
    return (figure.name.replace("_", " "), figure.title.lower(), *(a.lower() for a in split(figure.also)))


def _ends(said: str) -> tuple[str, ...]:
    """ "Between 0.8 and 1" as the two conditions that it is."""
    m = BETWEEN.fullmatch(said.strip())
    return (f"at least {m['a']}", f"at most {m['b']}") if m else (said,)


def _having(figure: Figure, said: str) -> Having:
    op, rest = _op(said)
    number = read_number(rest.replace("%", "").strip())
    if number is None:
        raise BadInput(f"“{said}” is no condition on {figure.title}; say “below 0.9” or “above 100”.")
    return Having(figure, op, Decimal(str(number)))


def _where(reader: Reader, field: FieldOf, said: str, today: date) -> Iterator[Where]:
    if field.type in (int, float, Decimal) and len(ends := _ends(said)) > 1:
        for each in ends:
            yield from _where(reader, field, each, today)
        return
    said = with_days(reader, said) if field.type is date else said
    op, rest = _op_of(field, LACKS.sub("not ", said))
    customs = customs_of(reader) if field.type is date else USUAL
    if op in ("empty", "not empty") or (op in ("is", "not") and rest.lower() in NONE and not _fits(field, rest)):
        yield Where(field.name, "not empty" if op in ("not", "not empty") else "empty")
    elif field.refers:
        yield _reference(reader, field, op, rest)
    elif field.type is date and (run := read_days(rest, today, past=field.name in OVER, customs=customs)) and run.first != run.last:
        yield from _during(field, op, run)
    elif field.type is date and op == "is" and read_date(rest, today, customs=customs) is None and (period := read_period(rest, today, customs)):
        yield Where(field.name, "at least", period.first)
        yield Where(field.name, "at most", period.last)
    elif field.type is str and field.name != "key":
        yield Where(field.name, "has not", rest) if op == "not" else Where(field.name, "has", rest if op in ("is", "has") else said)
    else:
        yield _listed(reader, field, op, rest, today)


def _op_of(field: FieldOf, said: str) -> tuple[Op, str]:
    """How it is compared, and with what; “not decided” is a choice of its own where no choice is “decided”."""
    op, rest = _op(said)
    return ("is", said.strip().lower()) if said.strip().lower() in field.choices and rest.lower() not in field.choices else (op, rest)


def _during(field: FieldOf, op: Op, run: Period) -> Iterator[Where]:
    """A condition on a run of days: next week is from its first to its last day, before it ends before its first."""
    if op == "not":
        raise BadInput(f"I cannot leave out a run of days from the {field.label}; say “before” or “after” it.")
    if op in ("is", "at least", "before"):
        yield Where(field.name, "before" if op == "before" else "at least", run.first)
    if op in ("is", "at most", "after"):
        yield Where(field.name, "after" if op == "after" else "at most", run.last)


def _listed(reader: Reader, field: FieldOf, op: Op, rest: str, today: date) -> Where:
    parts = [rest] if not field.choices and field.name != "key" else [p for p in re.split(r"\s*(?:,|\bor\b|\band\b)\s*", rest) if p]
    if len(parts) > 1:
        return Where(field.name, "not in" if op == "not" else "in", tuple(value(reader, field, p, today) for p in parts))
    return Where(field.name, op, value(reader, field, rest, today))


def _reference(reader: Reader, field: FieldOf, op: Op, rest: str) -> Where:
    """A reference by the other record's name; several names, or a name several records share, are any of them."""
    from_names = [naming.referred_ids(reader, field.refers or "", part) for part in re.split(r"\s*(?:,|\bor\b)\s*", rest) if part]
    ids = tuple(id_ for found in from_names for id_ in found)
    if len(ids) == 1:
        return Where(field.name, "not" if op == "not" else "is", ids[0])
    return Where(field.name, "not in" if op == "not" else "in", ids)


def _fits(field: FieldOf, said: str) -> bool:
    return said.lower() in field.choices


def _op(said: str) -> tuple[Op, str]:
    """The comparison that a condition begins with, and the rest of it."""
    meaning, rest = words().compared(said)
    return OPS[meaning], "" if meaning == "not empty" else rest
