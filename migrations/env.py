"""Alembic's door: the kinds and the house's own tables, on the connection it is given."""
from functools import partialmethod
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.operations import Operations
import sqlalchemy as sa
from sqlmodel import SQLModel

import knowledge.library  # noqa: F401 - importing them fills the metadata
from records import agenda, files, inbox, journal, kinds, log, notices, numbering, once, sendings, threads, tokens  # noqa: F401 - importing them fills the metadata
from records.kinds.base import Cents


def render(what: str, obj: object, ctx: AutogenContext) -> str | Literal[False]:
    if what == "type" and isinstance(obj, Cents):
        ctx.imports.add("from records.kinds.base import Cents")
        return "Cents()"
    if what == "type" and type(obj).__module__ == "sqlmodel.sql.sqltypes":
        ctx.imports.add("import sqlmodel.sql.sqltypes")
        return f"sqlmodel.sql.sqltypes.{obj!r}"
    return False


def differs(ctx: Any, _column: Any, _meta: Any, found: Any, wanted: Any) -> bool | None:
    """What an engine makes of both types is compared: STRICT tables know four types only, and PostgreSQL's numbers are longer here than SQLAlchemy's."""
    dialect = ctx.connection.engine.dialect
    same = found.compile(dialect=dialect) == wanted.compile(dialect=dialect)
    return None if not same and dialect.name != "sqlite" else not same


def kept(said: sa.MetaData) -> sa.MetaData:
    """The tables as a database keeps them: what the kinds call unique is so among the records that are there, since an archived one has no say."""
    made = sa.MetaData(naming_convention=said.naming_convention)
    for known in said.sorted_tables:
        table = known.to_metadata(made)
        for unique in [c for c in table.constraints if isinstance(c, sa.UniqueConstraint) and known.name in kinds.BY_TABLE]:
            table.constraints.remove(unique)
            there = table.c.archived.is_(False)
            sa.Index(str(unique.name), *unique.columns, unique=True, sqlite_where=there, postgresql_where=there)
    return made


def compared(name: str | None, type_: str, _parents: object) -> bool:
    """The engines' own indexes of words are made by hand, each in its engine's way, so the kinds do not say them."""
    return type_ != "table" or not str(name).startswith("found_words")


# A table that SQLite makes anew is looked at alone: with all that it refers to, and what those refer to, a whole run took nearly twice as long.
Operations.batch_alter_table = partialmethod(Operations.batch_alter_table, reflect_kwargs={"resolve_fks": False})

# The transaction is the caller's: it holds the writer's lock, and commits all of the run or nothing.
connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
said = SQLModel.metadata
names = sa.MetaData(naming_convention=said.naming_convention)
target = kept(said) if context.config.attributes["compares"] else names          # to put all tables together takes a sixth of a whole run
context.configure(connection=connection, target_metadata=target, render_as_batch=True, render_item=render, compare_type=differs,
                  include_name=compared, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
