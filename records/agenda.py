"""What is due when: one row for each thing that is done again and again, with the moment it comes next. Moments are whole seconds since 1970. Never commits."""
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from records import log
from records.database import Database, Reading, Stored, Writing

# What dbos keeps beside the records, in a schema of its own where there are schemas. No backup holds it: what waits there is of its moment.
JOBS_SCHEMA = "dbos"
JOBS_TABLES = ("application_versions", "dbos_migrations", "notifications", "operation_outputs", "queues", "streams", "workflow_events",
               "workflow_events_history", "workflow_input", "workflow_output", "workflow_schedules", "workflow_status")
WAITING, FAILED = ("ENQUEUED", "DELAYED", "PENDING"), ("ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
MOST_FAILED = 100


class Due(Stored, table=True):
    """`rule` is what `at` was worked out from: when it says something else, `at` is worked out anew. Nothing more to come: `at` is None."""
    name: str = Field(primary_key=True)
    rule: str = ""
    at: int | None = Field(default=None, index=True)


def due(session: Reading, prefix: str, now: int, limit: int = 500) -> Sequence[tuple[str, int]]:
    """What has come due by now, the longest due first: its name and when it was."""
    found = session.execute(_DUE, {"low": prefix, "high": f"{prefix}\uffff", "now": now, "many": limit})
    return [(str(name), int(at)) for name, at in found]


def at(session: Reading, name: str) -> Due | None:
    return session.get(Due, name)


def all_of(session: Reading, prefix: str) -> dict[str, Due]:
    """What has a name with this beginning."""
    found = sa.select(_table.c.name, _table.c.rule, _table.c.at).where(_table.c.name.between(prefix, f"{prefix}\uffff"))
    return {name: Due(name=name, rule=rule, at=when) for name, rule, when in session.execute(found)}


def put(tx: Writing, name: str, rule: str, when: int | None) -> None:
    """Say when something comes next, by which rule."""
    if row := tx.get(Due, name):
        row.rule, row.at = rule, when
    else:
        tx.add(Due(name=name, rule=rule, at=when))
    tx.flush()


def drop(tx: Writing, name: str) -> None:
    if row := tx.get(Due, name):
        tx.delete(row)


def touched(session: Reading, after: int, kinds: Sequence[str]) -> dict[str, dict[int, datetime]]:
    """Which records of some kinds were changed behind a position of the log, and when each was last."""
    found: dict[str, dict[int, datetime]] = {}
    of, change = sa.inspect(log.Touch).local_table.c, sa.inspect(log.Change).local_table.c
    last = sa.select(of.kind, of.record_id, sa.func.max(of.position).label("position")).where(of.position > after, of.kind.in_(kinds)).group_by(
        of.kind, of.record_id).subquery()
    for kind, id_, when in session.execute(sa.select(last.c.kind, last.c.record_id, change.at).join(last, last.c.position == change.position)):
        found.setdefault(kind, {})[id_] = when
    return found


def has_jobs(database: Database) -> bool:
    """Whether the tables of the jobs were made yet; the first worker makes them."""
    return database.is_made() and sa.inspect(database.engine).has_table("workflow_status", schema=None if database.is_sqlite else JOBS_SCHEMA)


def standing(database: Database) -> tuple[int, tuple[str, ...]]:
    """How many jobs wait or run, and the names of those that were given up, the latest first; read without what works them."""
    if not has_jobs(database):
        return 0, ()
    jobs = sa.table("workflow_status", *map(sa.column, ("workflow_uuid", "status", "updated_at")), schema=None if database.is_sqlite else JOBS_SCHEMA).c
    with database.reading() as session:
        waiting = session.execute(sa.select(sa.func.count()).where(jobs.status.in_(WAITING))).scalar_one()
        failed = session.execute(sa.select(jobs.workflow_uuid).where(jobs.status.in_(FAILED)).order_by(jobs.updated_at.desc()).limit(MOST_FAILED))
        return int(waiting), tuple(str(id_).partition(":")[0] for id_, in failed)


_table = sa.inspect(Due).local_table
_DUE = sa.select(_table.c.name, _table.c.at).where(
    _table.c.name.between(sa.bindparam("low"), sa.bindparam("high")), _table.c.at <= sa.bindparam("now")
).order_by(_table.c.at, _table.c.name).limit(sa.bindparam("many"))
