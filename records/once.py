"""What a request with an id of its own was answered, for a day: sent again, it gets the same answer and is done once. Never commits."""
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Field, col

from records.database import Reading, Stored, Writing

LASTS = timedelta(days=1)


class Once(Stored, table=True):
    """`id` is the digest of who asked and of their own id for it, `asked` that of everything they asked."""
    id: str = Field(primary_key=True)
    asker_id: int = Field(index=True)
    at: datetime = Field(index=True)
    asked: str
    answer: str


def seen(session: Reading, id_: str, now: datetime) -> Once | None:
    """What was answered to it before, within a day."""
    return session.execute(sa.select(Once).where(col(Once.id) == id_, col(Once.at) > now - LASTS)).scalar()


def keep(tx: Writing, kept: Once) -> None:
    """Keep an answer; what is older than a day is forgotten."""
    tx.execute(sa.delete(Once).where(col(Once.at) <= kept.at - LASTS))
    tx.add(kept)
    tx.flush()


def forget(tx: Writing, asker_id: int, texts: Sequence[str]) -> None:
    """Take away what a person was answered, and every answer that holds one of these texts."""
    holds = (sa.func.lower(col(Once.answer)).contains(said.lower(), autoescape=True) for said in texts)
    tx.execute(sa.delete(Once).where(sa.or_(col(Once.asker_id) == asker_id, *holds)))
