"""The past: a kind's table as it was at a position of the log, made in SQL of the rows of now and the edits since.

Every question is then asked of it in the very words that are asked of the present: sorting, comparing and counting cannot differ.
"""
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from records import log
from records.database import Reading
from records.kinds.base import Cents, Record, table

Fields = dict[str, Any]                         # a record's changed fields as the log kept them
Column = sa.Column[Any]
CHANGE, TOUCH = sa.inspect(log.Change).local_table.c, sa.inspect(log.Touch).local_table.c


class Past:
    """What the log knows of a moment: the state after the last change at or before it."""

    def __init__(self, session: Reading, moment: datetime) -> None:
        self._session, self.moment = session, moment
        self.position = int(session.execute(sa.select(sa.func.max(CHANGE.position)).where(CHANGE.at <= moment)).scalar() or 0)
        self._tables: dict[type[Record], sa.FromClause] = {}

    def table(self, kind: type[Record]) -> sa.FromClause:
        """The kind's rows as they were, archived ones too, under the same columns; what was made since is not among them."""
        if kind not in self._tables:
            self._tables[kind] = self._made(kind).subquery(f"{table(kind).name}_then")
        return self._tables[kind]

    def _made(self, kind: type[Record]) -> "sa.Select[Any] | sa.CompoundSelect[Any]":
        touched = sa.select(TOUCH.record_id).where(TOUCH.kind == table(kind).name, TOUCH.position > self.position)
        same = sa.select(*table(kind).c).where(table(kind).c.id.not_in(touched))
        changed = self._before.get(table(kind).name)
        return same.union_all(self._restored(kind, changed)) if changed else same

    def _restored(self, kind: type[Record], changed: Mapping[int, Fields]) -> sa.Select[Any]:
        """The rows that were changed since, each with its changed fields as they were; what the database computes is computed anew."""
        own = table(kind)
        names = {name for fields in changed.values() for name in fields}
        kept = json.dumps({id_: {n: _stored(own.c[n], v) for n, v in fields.items() if n in own.c} for id_, fields in changed.items()})
        was, taken = self._unpacked(kept)
        inner = sa.select(*(sa.type_coerce(taken(c), c.type).label(c.name) if c.name in names else c for c in own.c if c.computed is None)).select_from(
            own.join(was, own.c.id == sa.cast(was.c.key, sa.Integer))).subquery(f"{own.name}_was")
        return sa.select(*(_computed(c) if c.computed is not None else inner.c[c.name] for c in own.c)).select_from(inner)

    def _unpacked(self, kept: str) -> tuple[Any, Callable[[Column], sa.ColumnElement[Any]]]:
        """A table of what is kept by id, and how a column is taken from it; in each engine's words."""
        said = sa.literal(kept, sa.String())
        if self._session.get_bind().dialect.name == "sqlite":
            was: Any = sa.func.json_each(said).table_valued("key", "value", name="was")
            return was, lambda c: sa.case((sa.func.json_type(was.c.value, f'$."{c.name}"').is_not(None),
                                           sa.func.json_extract(was.c.value, f'$."{c.name}"')), else_=c)
        was = sa.func.jsonb_each(sa.cast(said, JSONB)).table_valued("key", sa.column("value", JSONB), name="was")
        return was, lambda c: sa.case((sa.func.jsonb_exists(was.c.value, c.name),
                                       sa.cast(was.c.value.op("->>")(c.name), sa.BigInteger() if isinstance(c.type, Cents) else c.type)), else_=c)

    @cached_property
    def _before(self) -> Mapping[str, Mapping[int, Fields]]:
        """By kind and record the fields that were changed since, as they were then."""
        found: dict[str, dict[int, Fields]] = {}
        since = sa.select(CHANGE.body).where(CHANGE.position > self.position).order_by(CHANGE.position.desc())
        for body in self._session.execute(since).scalars():
            for edit in reversed(json.loads(body)):
                records = found.setdefault(edit["kind"], {})
                if edit["before"]:
                    records.setdefault(edit["id"], {}).update(edit["before"], version=edit["version"] - 1)
                else:
                    records.pop(edit["id"], None)                     # it was made since
        return found


def _stored(column: Column, value: Any) -> Any:
    """A value of the log as the database stores it; of all types only money differs from its JSON."""
    return int(Decimal(str(value)).scaleb(2)) if isinstance(column.type, Cents) and value is not None else value


def _computed(column: Column) -> sa.ColumnElement[Any]:
    made = column.computed
    assert made is not None  # noqa: S101 - the caller looked
    return sa.type_coerce(sa.literal_column(str(made.sqltext)), column.type).label(column.name)
