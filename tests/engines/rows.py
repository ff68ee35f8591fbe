"""A row in every table, whatever a migration made of it: read off the database itself, so that tables of tomorrow are filled too."""
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
import re
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from records.database import Database

BY_HAND = ("alembic_version", "found_words")        # tables that are filled by others
SAMPLES: tuple[tuple[type[sa.types.TypeEngine[Any]], object], ...] = (
    (sa.DateTime, datetime(2026, 11, 18, 9, tzinfo=UTC)), (sa.Date, date(2026, 11, 18)), (sa.Boolean, False), (sa.Float, 1.5), (sa.Integer, 1),
    (sa.LargeBinary, b"\0"))


def fill(database: Database) -> Mapping[str, int]:
    """Make a row in each table that has none; returns how many rows there are in each."""
    with database.engine.begin() as connection:
        asked = sa.inspect(connection)
        counts = _counts(connection, [name for name in asked.get_table_names() if not name.startswith(BY_HAND)])
        if all(counts.values()):
            return counts
        found = sa.MetaData()
        found.reflect(connection, only=[name for name, count in counts.items() if not count])
        while waiting := [name for name, count in counts.items() if not count]:
            ready = [name for name in waiting if all(counts[to] for to in _needed(found.tables[name]))]
            assert ready, f"{waiting} wait for each other"
            for name in ready:
                connection.execute(sa.insert(found.tables[name]).values(_row(connection, found.tables[name], _choices(asked, name))))
                counts[name] = 1
    return counts


def _needed(table: sa.Table) -> set[str]:
    """The tables that a row of this one must refer to."""
    return {key.column.table.name for c in table.c if not c.nullable for key in c.foreign_keys} - {table.name}


def _row(connection: sa.Connection, table: sa.Table, choices: Mapping[str, str]) -> dict[str, Any]:
    wanted = [c for c in table.c if not c.nullable and c.computed is None and not (c.primary_key and isinstance(c.type, sa.Integer) and c.name == "id")]
    return {c.name: choices.get(c.name) or _value(connection, c) for c in wanted}


def _value(connection: sa.Connection, column: sa.Column[Any]) -> Any:
    for key in column.foreign_keys:
        return connection.execute(sa.select(sa.func.max(key.column))).scalar_one()
    known = SQLModel.metadata.tables.get(column.table.name)
    meant = known.c[column.name].type if known is not None and column.name in known.c else column.type
    for type_, value in SAMPLES:
        if isinstance(meant.impl_instance if isinstance(meant, sa.TypeDecorator) else meant, type_):
            return value if isinstance(column.type, type_) or isinstance(value, int | float | bytes) else _as_text(value)
    return f"{column.name} of one"


def _as_text(value: object) -> str:
    """A day or a moment as SQLite keeps it."""
    return value.strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else str(value)


def _choices(asked: sa.Inspector, name: str) -> Mapping[str, str]:
    """The first of the choices that a column has, by its check."""
    columns = {c["name"] for c in asked.get_columns(name)}
    found = (re.match(r"\W*(\w+)\W.*?'([^']*)'", str(check["sqltext"]), re.S) for check in asked.get_check_constraints(name))
    return {m[1]: m[2] for m in found if m and m[1] in columns}


def _counts(connection: sa.Connection, names: Sequence[str]) -> dict[str, int]:
    """How many rows each of these tables has."""
    counted = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM \"{name}\"" for name in names)  # noqa: S608 - our own names
    return {name: int(count) for name, count in connection.exec_driver_sql(counted)}
