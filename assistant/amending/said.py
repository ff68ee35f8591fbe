"""What a message says of the rows that wait: which are left, which are left out, which get another value, and which field nobody wants."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
import re

from assistant.amending.each import said_of_each
from assistant.amending.forms import ALONE, CLAUSE, DOES, EXTENDS, FILLERS, GONE, KEPT, LEADS, ME_DOES, PIECE, QUESTION, THAT_ONE, VERB
from assistant.amending.rows import Row
from assistant.amending.values import UNTIL, ends_in, said_of, swapped
from assistant.amending.which import ALL, TAIL, Hear, meant
from records.kinds.base import fields
from records.proposals import FieldChange

MOST = 30                                       # words of a message that only amends


@dataclass(frozen=True)
class Amended:
    """`left` are the rows that stay, `new` the words by field that a row gets, `empty` the labels of fields that nobody wants."""
    left: tuple[Row, ...]
    new: Mapping[tuple[int, str], Mapping[str, str]] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Of:
    """What waits, as it is talked of."""
    rows: tuple[Row, ...]
    shown: Sequence[FieldChange]
    hear: Hear
    me: str
    alone: bool                                 # no one else reads what is said of all rows


def amended(text: str, rows: Sequence[Row], shown: Sequence[FieldChange], hear: Hear, me: str, *, alone: bool) -> Amended | None:
    """What a message says of the rows; None where a part of it was not read so. Raises `Ambiguous` where one of several is meant."""
    said = text.strip(" \t.!")
    if not rows or "\n" in said or said.endswith("?") or len(said.split()) > MOST or QUESTION.match(FILLERS.sub("", said)):
        return None
    of = _Of(tuple(rows), shown, hear, me, alone)
    if (some := said_of_each(said, rows, hear, me)) is not None:
        return Amended(some)
    result = Amended(of.rows)
    for clause in filter(None, (FILLERS.sub("", part).strip() for part in CLAUSE.split(said))):
        if (read := _clause(clause, of)) is None:
            return None
        left = tuple(row for row in result.left if row in read.left)
        new = {**result.new, **{at: {**result.new.get(at, {}), **values} for at, values in read.new.items()}}
        result = Amended(left, new, result.empty | read.empty)
    return result if result != Amended(of.rows) else None


def _clause(said: str, of: _Of) -> Amended | None:
    return _kept(said, of) or _gone(said, of) or _altered(said, of)


def _kept(said: str, of: _Of) -> Amended | None:
    for m in (m for form in KEPT if (m := form.match(said))):
        if found := meant(m["x"], of.rows, of.hear, of.me):
            return Amended(_with_above(found, of.rows))
    return None


def _gone(said: str, of: _Of) -> Amended | None:
    for m in (m for form in GONE if (m := form.match(said))):
        if (one := THAT_ONE.match(m["x"])) and (found := meant(one["x"], of.rows, of.hear, of.me)) and (new := _new(found, one["v"], of)):
            return Amended(of.rows, new)
        if found := meant(m["x"], of.rows, of.hear, of.me):
            return Amended(tuple(row for row in of.rows if row not in found))
        if empty := _emptied(m["x"], of.rows):
            return Amended(of.rows, {}, empty)
    return None


def _with_above(found: Sequence[Row], rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with what they stand under."""
    return tuple(row for row in rows if row in found or (row.is_above and any(each.at.startswith(f"{row.at}.") for each in found)))


def _emptied(said: str, rows: Sequence[Row]) -> frozenset[str]:
    """The fields by whose name something is said to be not wanted: “no estimates” are the hours, and the best and the worst case."""
    word = re.sub(r"^(?:the|any|all|their|its)\s+", "", TAIL.sub("", said.strip().lower()))
    words = {word, re.sub(r"ies$", "y", word), word.removesuffix("s")}
    named = [(row, f) for row in rows for f in fields(row.kind) if not f.required and f.says.set_by == "person"
             and any(n.lower() in words or any(n.lower().endswith(f" {w}") for w in words) for n in f.names)]
    held = [f.label for row, f in named if row.holds.get(f.name)]
    return frozenset(held or [f.label for _, f in named])


def _altered(said: str, of: _Of) -> Amended | None:
    """Another value of some rows: of each in its own words, or of one behind the other."""
    if (whole := _alters(said, of)) is not None:
        return Amended(of.rows, whole)
    parts = [_alters(part, of) for part in PIECE.split(said)]
    new = dict[tuple[int, str], Mapping[str, str]]()
    for part in parts:
        if part is None:
            return None
        new |= {at: {**new.get(at, {}), **values} for at, values in part.items()}
    return Amended(of.rows, new) if len(parts) > 1 else None


def _alters(said: str, of: _Of) -> dict[tuple[int, str], Mapping[str, str]] | None:
    if swap := swapped(said, of.rows, of.shown, of.hear(said)):
        return _each(swap[0], {swap[1]: swap[2]})
    bare = VERB.sub("", EXTENDS.sub(r"\g<x> until ", said))
    if len(of.rows) == 1 and UNTIL.match(bare) and ends_in(of.rows[0].kind) and (new := _new(of.rows, bare, of)):
        return new
    if len(of.rows) == 1 and (alone := ALONE.match(bare)) and (new := _new(of.rows, alone["v"], of)):
        return new
    heard = of.hear(bare)
    who = next((s for s in heard.of("person") if s.start == 0), None)
    if m := DOES.match(bare[who.end:]) if who else ME_DOES.match(bare):
        found = meant(m["x"], of.rows, of.hear, of.me, strictly=True)
        return (_new(found, f"is for {bare[:who.end] if who else 'me'}", of) or None) if found else None
    if who and bare != said and (found := meant(bare[who.end:], of.rows, of.hear, of.me, strictly=True)):
        return _new(found, f"is for {bare[:who.end]}", of) or None                  # “give Dev the invitation”
    return next((new for x, v in _splits(bare) if _may_be(x, of) and (found := meant(x, of.rows, of.hear, of.me, strictly=True))
                 and (new := _new(found, v, of))), None)


def _each(found: Sequence[Row], values: Mapping[str, str]) -> dict[tuple[int, str], Mapping[str, str]]:
    return {(row.place, row.key): values for row in found}


def _may_be(said: str, of: _Of) -> bool:
    """Whether what is said of all rows is for this to read."""
    return of.alone or not (ALL.fullmatch(said) or said.lower() in ("it", "that", "this"))


def _splits(said: str) -> Iterator[tuple[str, str]]:
    """The words cut in two, what is meant and what it becomes, the longest first."""
    for m in reversed(list(re.finditer(r"[\s:,–—=]+", said))):
        if LEADS.match(said, m.end()):
            yield said[:m.start()].strip(), said[m.end():].strip()


def _new(found: Sequence[Row], said: str, of: _Of) -> dict[tuple[int, str], Mapping[str, str]]:
    """What each of them gets; {} where that is not read whole for all of them."""
    new: dict[tuple[int, str], Mapping[str, str]] = {(row.place, row.key): said_of(row.kind, of.hear(f"it {said}")) for row in found}
    return new if all(new.values()) else {}
