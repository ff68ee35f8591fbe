"""Conditions of a list as they are said in an address - “due before today”, “owner is me”, “status not in done, cancelled” - read into a `Query`."""
from collections.abc import Sequence
from datetime import date
import re
from typing import get_args

from assistant.registers.rows import field, is_text
from records.errors import BadInput
from records.kinds.base import FieldOf, Record
from records.query import Op, Where
from records.reading import Reader
from tools.desk.values import value

OPS: tuple[Op, ...] = get_args(Op)
SAID = re.compile(rf"\s*(?P<field>\w+)\s+(?P<op>{'|'.join(sorted(OPS, key=len, reverse=True))})(?:\s+(?P<value>.*))?", re.DOTALL)
HOW = f"A condition is a field, one of {', '.join(OPS)}, and a value, such as “due before today”."
SET: tuple[Op, ...] = ("empty", "not empty")
EQUAL: tuple[Op, ...] = ("is", "not", "in", "not in", *SET)


def conditions(reader: Reader, kind: type[Record], said: Sequence[str], today: date) -> tuple[Where, ...]:
    """Every condition that was said; a value may be said in the words that a person uses. Raises `BadInput`, `NotFound`, `Ambiguous`."""
    return tuple(_condition(reader, kind, each, today) for each in said)


def _condition(reader: Reader, kind: type[Record], said: str, today: date) -> Where:
    m = SAID.fullmatch(said)
    if m is None:
        raise BadInput(f"“{said[:60]}” is no condition. {HOW}")
    f, op, rest = field(reader, kind, m["field"]), OPS[OPS.index(m["op"])], (m["value"] or "").strip()
    if op in SET:
        if rest:
            raise BadInput(f"Behind “{op}” stands nothing. {HOW}")
        return Where(f.name, op)
    if not rest:
        raise BadInput(f"“{said[:60]}” says no value. {HOW}")
    if f.refers and op not in EQUAL:
        raise BadInput(f"What {m['field']} names is a record, so it is compared by {', '.join(EQUAL)} only.")
    if op in ("in", "not in"):
        return Where(f.name, op, tuple(_value(reader, f, part.strip(), today) for part in rest.split(",") if part.strip()))
    return Where(f.name, op, rest if op == "has" else _value(reader, f, rest, today))


def _value(reader: Reader, f: FieldOf, said: str, today: date) -> object:
    """A value as its field keeps it; a text is taken as it stands."""
    if f.name == "key":
        return said.upper()
    return said if is_text(f) else value(reader, f, said, today)
