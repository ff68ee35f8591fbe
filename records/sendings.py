"""What went out of itself, and to whom: one row for each reader of each occasion, so that nobody gets it twice. Never commits."""
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Field, col

from records.database import Reading, Stored, Writing

State = Literal["begun", "sent", "empty", "failed"]


class Sending(Stored, table=True):
    """`key` is the occasion and the reader; `note` what the way of delivery gave back, or why it failed."""
    key: str = Field(primary_key=True)
    at: datetime
    schedule_id: int = Field(index=True)
    reader: str
    state: str
    note: str = ""


def begin(tx: Writing, key: str, schedule_id: int, reader: str, now: datetime) -> str:
    """Say that something is going out; returns how it stood before, "" when this is the first try."""
    if row := tx.get(Sending, key):
        return row.state
    tx.add(Sending(key=key, at=now, schedule_id=schedule_id, reader=reader, state="begun"))
    tx.flush()
    return ""


def state(session: Reading, key: str) -> str:
    """How something going out stands, "" when it never began."""
    row = session.get(Sending, key)
    return row.state if row else ""


def end(tx: Writing, key: str, state: State, note: str = "") -> None:
    tx.execute(sa.update(Sending).where(col(Sending.key) == key).values(state=state, note=note[:1000]))


def of_schedule(session: Reading, schedule_id: int, limit: int = 20) -> list[Sending]:
    """The latest of a schedule first."""
    return list(session.scalars(sa.select(Sending).where(col(Sending.schedule_id) == schedule_id).order_by(col(Sending.at).desc()).limit(limit)))


def forget(tx: Writing, texts: Sequence[str]) -> None:
    """Take away what went out to somebody, by any of these texts."""
    own = sa.inspect(Sending).local_table.c
    holds = (sa.func.lower(column).contains(said.lower(), autoescape=True) for said in texts for column in (own.key, own.reader, own.note))
    tx.execute(sa.delete(Sending).where(sa.or_(*holds)))
