"""What came in from a face and is not done yet, stored before it is acknowledged.

When it is done its body is emptied; its key stays, so that nothing is taken twice."""
from datetime import datetime, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Field, col

from records.database import Reading, Stored, Writing

LASTS = timedelta(days=14)          # longer than any face delivers something again
State = Literal["new", "begun", "done"]


class Arrived(Stored, table=True):
    """`body` is as JSON what came in, `note` what whoever works on it must know after a crash."""
    key: str = Field(primary_key=True)
    at: datetime = Field(index=True)
    body: str
    state: str = "new"
    note: str = ""


def store(tx: Writing, key: str, body: str, now: datetime) -> bool:
    """Take something in; False when this key was there already."""
    if tx.execute(_THERE, {"key": key}).first():
        return False
    tx.execute(_TAKING, {"key": key, "at": now, "body": body, "state": "new", "note": ""})
    return True


def get(session: Reading, key: str) -> Arrived | None:
    return session.get(Arrived, key)


def begin(tx: Writing, key: str) -> Arrived | None:
    """Mark as begun; returns the row as it was before, None when it is done or unknown."""
    row = tx.get(Arrived, key)
    if row is None or row.state == "done":
        return None
    before = Arrived(key=row.key, at=row.at, body=row.body, state=row.state, note=row.note)
    row.state = "begun"
    return before


def note(tx: Writing, key: str, said: str) -> None:
    tx.execute(sa.update(Arrived).where(col(Arrived.key) == key).values(note=said))


def done(tx: Writing, key: str) -> None:
    """Nothing is left to do; what came in is forgotten, its key is not."""
    tx.execute(sa.update(Arrived).where(col(Arrived.key) == key).values(state="done", body="", note=""))


def sweep(tx: Writing, now: datetime) -> None:
    """Forget the keys of what was done long ago."""
    tx.execute(sa.delete(Arrived).where(col(Arrived.state) == "done", col(Arrived.at) < now - LASTS))


_table = sa.inspect(Arrived).local_table
_THERE = sa.select(_table.c.key).where(_table.c.key == sa.bindparam("key"))
_TAKING = sa.insert(Arrived.__table__)  # type: ignore[attr-defined]
