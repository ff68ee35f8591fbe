"""SQLite and PostgreSQL, made to keep, order, compare and refuse the same: what differs between the two stands here and nowhere else.

Whole numbers have 64 bits, text is ordered by its code points, letters are compared without case in every script, and errors are the house's own.
"""
from collections.abc import Mapping
import os
from pathlib import Path
import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.base import PGCompiler, PGDDLCompiler, PGTypeCompiler
from sqlalchemy.dialects.sqlite.base import SQLiteTypeCompiler
from sqlalchemy.engine.interfaces import ExceptionContext

from records.errors import BadInput, Conflict, Sorry

# A connection's own pages stay small: each of a server's connections would hold the whole file, and the machine holds it once for all of them.
PRAGMAS = ("busy_timeout=5000", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "case_sensitive_like=ON", "cache_size=-4096")
BESIDE = ("busy_timeout=30000", "synchronous=NORMAL", "foreign_keys=ON")
# Milliseconds. An administrator may say otherwise by `?options=` in the URL.
LIMITS = {"statement_timeout": 60_000, "lock_timeout": 10_000, "idle_in_transaction_session_timeout": 300_000}
WRITER = 0x504D4F                       # the number of the lock that whoever writes to PostgreSQL holds
READS: Mapping[str, Any] = {"sqlite_begin": "BEGIN", "query_only": 1}
WRITES: Mapping[str, Any] = {"sqlite_begin": "BEGIN IMMEDIATE", "is_writer": True}
POSTGRES_READS: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
POSTGRES_WRITES: Mapping[str, Any] = {"isolation_level": "READ COMMITTED", "is_writer": True}       # its lock comes first, so it always reads the newest

TOO_LARGE = "Something in that cannot be kept: a number that is too large, or characters that nobody can read."
AWAY = "The database of the records cannot be reached. Whoever runs this: see that it runs, and that PMO_DATABASE_URL names it."
NO_URL = "The database's address cannot be read. It looks like sqlite:////folder/pmo.db or postgresql://user:password@host/pmo."

BUSY = Conflict, "Somebody else is changing the records just now. Try again in a moment."
TAKEN = Conflict, "There is one like that already. Change that one, or give this one another name."
NO_MATCH = BadInput, "That compares things of different types, such as a day with a word."
# By the engine's own name of what went wrong.
SAID: Mapping[str, tuple[type[Sorry], str]] = {
    "55P03": BUSY, "SQLITE_BUSY": BUSY, "23505": TAKEN, "SQLITE_CONSTRAINT_UNIQUE": TAKEN, "42883": NO_MATCH, "42804": NO_MATCH,
    "57014": (BadInput, "That took longer than a minute, so it was stopped. Narrow it down."),
}


def made(url: str) -> sa.Engine:
    """An engine for this address; raises `BadInput` when it is none, and never repeats it, for it may hold a password."""
    try:
        known = sa.make_url(re.sub(r"^postgres(ql)?(\+\w+)?(?=:)", "postgresql+psycopg", url))
        return _postgres(known) if known.get_backend_name() == "postgresql" else _sqlite(known)
    except (sa.exc.ArgumentError, ValueError):
        raise BadInput(NO_URL) from None


def _sqlite(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        raise BadInput(NO_URL)
    engine = sa.create_engine(url, hide_parameters=True, **_latest_first(url))
    engine.dialect.type_compiler_instance = _StrictTypes(engine.dialect)
    sa.event.listen(engine, "do_connect", _private)
    sa.event.listen(engine, "connect", _opened)
    sa.event.listen(engine, "begin", _begun)
    sa.event.listen(engine, "handle_error", _said)
    return engine


def beside(engine: sa.Engine) -> sa.Engine:
    """An engine for whoever keeps tables of its own in the same SQLite file and begins its own transactions: as patient as ours, and as sparing of the disk."""
    made = sa.create_engine(engine.url, hide_parameters=True, pool_size=5, **_latest_first(engine.url))
    sa.event.listen(made, "connect", _opened_beside)
    return made


def _latest_first(url: sa.URL) -> Mapping[str, Any]:
    """Take the connection that was given back last: in turn, all of them would hold the same pages and statements."""
    return {"pool_use_lifo": True} if url.database and url.database != ":memory:" else {}


def _postgres(url: sa.URL) -> sa.Engine:
    options = {} if "options" in url.query else {"options": " ".join(f"-c {name}={value}" for name, value in LIMITS.items())}
    engine = sa.create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=20, pool_timeout=10, pool_recycle=1800,
                              connect_args={"connect_timeout": 10, "application_name": "project-assistant", "client_encoding": "UTF8", **options})
    dialect: Any = engine.dialect
    dialect.type_compiler_instance = _LongTypes(dialect)
    dialect.statement_compiler, dialect.ddl_compiler = _CaseBlind, _LongKeys
    dialect.colspecs = {**dialect.colspecs, sa.Integer: _Whole}
    sa.event.listen(engine, "begin", _queued)
    sa.event.listen(engine, "handle_error", _said)
    return engine


class _StrictTypes(SQLiteTypeCompiler):
    """STRICT tables know INTEGER, REAL, TEXT and BLOB only."""

    def _text(self, *_: Any, **__: Any) -> str:
        return "TEXT"

    def _integer(self, *_: Any, **__: Any) -> str:
        return "INTEGER"

    def _real(self, *_: Any, **__: Any) -> str:
        return "REAL"

    visit_VARCHAR = visit_TEXT = visit_DATE = visit_DATETIME = visit_TIMESTAMP = visit_JSON = _text  # noqa: N815 - SQLAlchemy calls them so
    visit_BIGINT = visit_BOOLEAN = _integer  # noqa: N815
    visit_FLOAT = _real  # noqa: N815


class _LongTypes(PGTypeCompiler):
    """Columns of text are ordered as SQLite orders them and as long as the kinds allow; whole numbers are as long as SQLite's."""

    def _text(self, *_: Any, **how: Any) -> str:
        return 'VARCHAR COLLATE "C"' if _is_column(how) else "VARCHAR"

    def _integer(self, *_: Any, **how: Any) -> str:
        return "BIGINT" if _is_column(how) else "INTEGER"

    visit_VARCHAR = visit_TEXT = _text  # noqa: N815 - SQLAlchemy calls them so
    visit_INTEGER = _integer  # noqa: N815


def _is_column(how: Mapping[str, Any]) -> bool:
    """Whether a type is a column's, or what one is altered to, and not that of a cast."""
    return not how or isinstance(how.get("type_expression"), sa.Column)


class _Whole(sa.Integer):
    """A whole number goes out as long as it is; with SQLAlchemy's cast it would have 32 bits at most."""
    render_bind_cast = False


class _LongKeys(PGDDLCompiler):
    def get_column_specification(self, column: Any, **how: Any) -> str:
        said = str(super().get_column_specification(column, **how))  # type: ignore[no-untyped-call]  # it has no types
        return said.replace(" SERIAL", " BIGSERIAL", 1)


class _CaseBlind(PGCompiler):
    """In the order of code points only ASCII has cases; the database's own language knows them all."""

    def visit_ilike_case_insensitive_operand(self, element: Any, **how: Any) -> str:
        return f'CAST({element.element._compiler_dispatch(self, **how)} AS VARCHAR) COLLATE "default"'  # noqa: SLF001 - as the compiler's own does

    def visit_lower_func(self, function: Any, **how: Any) -> str:
        return f'lower(({self.process(function.clauses, **how)}) COLLATE "default")'


def _private(_dialect: object, _record: object, cargs: list[Any], _cparams: object) -> None:
    """Make a database file for nobody but its owner; what SQLite lays beside it gets the same rights."""
    file = Path(str(cargs[0])) if cargs and cargs[0] else None
    if file and file.name != ":memory:" and file.parent.is_dir() and not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def _opened(connection: Any, _: object) -> None:
    connection.isolation_level = None
    connection.create_function("lower", 1, _lower, deterministic=True)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _opened_beside(connection: Any, _: object) -> None:
    connection.isolation_level = "IMMEDIATE"
    for pragma in BESIDE:
        connection.execute(f"PRAGMA {pragma}")


def _lower(text: object) -> object:
    """SQLite's own knows the cases of ASCII only. One letter for one, as PostgreSQL does it: Python would make two of İ, and ς of a Σ that ends a word."""
    return text.replace("\u0130", "i").replace("\u03a3", "\u03c3").lower() if isinstance(text, str) else text


def _begun(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only={options.get('query_only', 0)}")
    connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN"))


def _queued(connection: sa.Connection) -> None:
    """Whoever writes waits here, before the first look at what is there; released with the transaction."""
    if connection.get_execution_options().get("is_writer"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER})")


def _said(failed: ExceptionContext) -> Sorry | None:
    """The sentence for what went wrong below, where there is one; else it stays what it is."""
    if failed.is_pre_ping:
        return None
    wrong = failed.original_exception
    code = str(getattr(wrong, "sqlstate", None) or getattr(wrong, "sqlite_errorname", None) or "")
    if known := SAID.get("SQLITE_BUSY" if code.startswith("SQLITE_BUSY") else code):
        return known[0](known[1])
    if isinstance(wrong, OverflowError | UnicodeEncodeError) or "DataError" in (c.__name__ for c in type(wrong).__mro__):
        return BadInput(TOO_LARGE)
    return Sorry(AWAY) if failed.is_disconnect or failed.connection is None else None
