"""A kind as a table for people: a head row of the fields' labels, then a row for each record; a reference is a key, with its name beside it."""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from records.exporting.base import Keeper, References, taken
from records.kinds.base import FieldOf, Record


@dataclass(frozen=True)
class Column:
    """One column: its heading, the field it shows, and what it makes of the field's value."""
    heading: str
    field: FieldOf
    shown: Callable[[Any], Any]
    is_name: bool = False


def columns(keeper: Keeper, kind: type[Record], references: References) -> Sequence[Column]:
    """The columns of a kind, as far as the asker may read its fields."""
    return tuple(_columns(keeper, kind, references))


def _columns(keeper: Keeper, kind: type[Record], references: References) -> Iterator[Column]:
    for f in taken(keeper, kind):
        if f.name == "archived" and not keeper.sees_archived:
            continue
        if f.refers:
            yield Column(f.label, f, partial(references.key, f))
            yield Column(f"{f.label} name", f, partial(references.name, f), is_name=True)
        else:
            yield Column(f.label, f, _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value


def cells(keeper: Keeper, kind: type[Record], shown: Sequence[Column], project: int | None) -> Iterator[list[Any]]:
    """A list of values for each record, one for each column; None where nothing is set."""
    for row in keeper.rows(kind, project):
        yield [column.shown(row[column.field.name]) for column in shown]
