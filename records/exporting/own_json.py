"""Everything as JSON, one record a line: made to be imported again without loss, equal records giving equal bytes.

{"format": "project-assistant", "version": 1, "records": {"<table>": [{"key", "source", "archived", every field}, ...], ...}}

Tables stand in the order of the kinds, each of them, also an empty one; records in the order of their keys. A field has its name in the house
(`project_id`, `due`): a reference is the key of what it refers to, money a string of two decimals, a date ISO; what is not set is null.
A field that the asker may not read is left out, and so is what a database computes by itself.
"""
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
import json
from typing import Any

from records.exporting.base import Keeper, References, taken
from records.kinds import KINDS
from records.kinds.base import FieldOf, Record

FORMAT, VERSION = "project-assistant", 1
PIECE = 1 << 18                 # bytes, about: what is handed on at once
_said = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def write(keeper: Keeper, kinds: tuple[type[Record], ...] = KINDS, project: int | None = None) -> Iterator[bytes]:
    """The file piece by piece."""
    lines, waiting = [f'{{"format":"{FORMAT}","version":{VERSION},"records":{{']  , 0
    for line in _lines(keeper, kinds, project):
        lines.append(line)
        waiting += len(line)
        if waiting > PIECE:
            yield "".join(lines).encode()
            lines, waiting = [], 0
    yield "".join((*lines, "\n}}\n")).encode()


def _lines(keeper: Keeper, kinds: tuple[type[Record], ...], project: int | None) -> Iterator[str]:
    references = References(keeper)
    for number, kind in enumerate(kinds):
        values = [(f.name, _value(f, references)) for f in taken(keeper, kind)]
        yield f'{"," if number else ""}\n"{kind.__tablename__}":['
        comma = ""
        for row in keeper.rows(kind, project):
            yield f"{comma}\n{_said({name: value(row[name]) for name, value in values})}"
            comma = ","
        yield "\n]" if comma else "]"


def _value(field: FieldOf, references: References) -> Callable[[Any], object]:
    """How a field's values are written."""
    if field.refers:
        return partial(references.key, field)
    return _money if field.is_money else _day if field.type is date else _plain


def _money(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _plain(value: Any) -> Any:
    """Text, numbers and yes or no are JSON already; a choice that is an enum is its text."""
    return value
