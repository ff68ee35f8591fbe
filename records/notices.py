"""What is told to whom unasked, when, and what came of it: each thing once, by its id, and in which message it went out. Never commits."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlmodel import Field, col, select

from records import log
from records.database import Reading, Stored, Writing

State = Literal["waiting", "going", "told", "answered", "dropped", "failed"]
OPEN = ("waiting", "going", "told", "failed")           # what its receiver may still answer
LOOKED = 100                                            # changes that are looked through together


class Notice(Stored, table=True):
    """One thing worth telling one person. It names the record and keeps none of its words; `note` are the words of a person that stand nowhere else."""
    id: str = Field(primary_key=True)
    sort: str
    person_id: int = Field(index=True)
    about: str = Field(index=True)
    from_id: int | None = None
    at: datetime
    until: datetime | None = None                       # not to be told before
    state: str = Field("waiting", index=True)
    message: str = Field("", index=True)
    told: datetime | None = None
    note: str = ""
    answer: str = ""
    position: int | None = None                         # of the change that its answer made


class Telling(Stored, table=True):
    """One message to one person, with everything that is told in it; `place` is where a face put it, `way` which face."""
    key: str = Field(primary_key=True)
    person_id: int = Field(index=True)
    at: datetime
    state: str = "new"
    way: str = ""
    place: str = ""


class Seen(Stored, table=True):
    """How far something was looked through: the position of the log, or a day."""
    name: str = Field(primary_key=True)
    at: int


@dataclass(frozen=True)
class Due:
    """What is worth telling somebody. The same id again is nothing new."""
    id: str
    sort: str
    person_id: int
    about: str
    from_id: int | None = None
    note: str = ""
    until: datetime | None = None


def add(tx: Writing, found: Iterable[Due], now: datetime) -> int:
    """Keep what is not known yet; returns how many that are."""
    new = {each.id: each for each in found}
    ids = list(new)
    for start in range(0, len(ids), LOOKED * 10):
        for known in tx.exec(select(Notice.id).where(col(Notice.id).in_(ids[start:start + LOOKED * 10]))).all():
            del new[known]
    rows = [{"id": d.id, "sort": d.sort, "person_id": d.person_id, "about": d.about, "from_id": d.from_id, "at": now, "until": d.until,
             "state": "waiting", "message": "", "told": None, "note": d.note, "answer": "", "position": None} for d in new.values()]
    if rows:
        tx.execute(sa.insert(Notice), rows)
    return len(rows)


def get(session: Reading, id_: str) -> Notice | None:
    return session.get(Notice, id_)


def waiting(session: Reading, now: datetime) -> Mapping[int, list[Notice]]:
    """What may be told by now, by person, the longest waiting first."""
    due = select(Notice).where(Notice.state == "waiting", sa.or_(col(Notice.until).is_(None), col(Notice.until) <= now))
    found: dict[int, list[Notice]] = {}
    for notice in session.exec(due.order_by(col(Notice.at), col(Notice.id))):
        found.setdefault(notice.person_id, []).append(notice)
    return found


def open_ones(session: Reading, person_id: int, limit: int = 50) -> Sequence[Notice]:
    """What somebody was told, or will be, and has not answered; the oldest first."""
    mine = select(Notice).where(Notice.person_id == person_id, col(Notice.state).in_(OPEN))
    return session.exec(mine.order_by(col(Notice.at), col(Notice.id)).limit(limit)).all()


def told_since(session: Reading, person_id: int, since: datetime) -> Sequence[Notice]:
    """What somebody was told since a moment, or is being told."""
    mine = select(Notice).where(Notice.person_id == person_id, col(Notice.told) >= since)
    return session.exec(mine.order_by(col(Notice.told), col(Notice.id))).all()


def about(session: Reading, sort: str, key: str, person_id: int | None = None) -> Sequence[Notice]:
    """What was told of one record, the latest first."""
    own = select(Notice).where(Notice.sort == sort, Notice.about == key)
    if person_id is not None:
        own = own.where(Notice.person_id == person_id)
    return session.exec(own.order_by(col(Notice.at).desc(), col(Notice.id).desc())).all()


def send(tx: Writing, key: str, person_id: int, them: Sequence[Notice], now: datetime) -> None:
    """Put notices into one message that goes out now."""
    tx.add(Telling(key=key, person_id=person_id, at=now))
    for notice in them:
        notice.state, notice.message, notice.told = "going", key, now
        tx.add(notice)
    tx.flush()


def message(session: Reading, key: str) -> tuple[Telling, Sequence[Notice]] | None:
    """A message with what is told in it, in the order in which it came up; None when there is none."""
    found = session.get(Telling, key)
    if found is None:
        return None
    return found, session.exec(select(Notice).where(Notice.message == key).order_by(col(Notice.at), col(Notice.id))).all()


def stuck(session: Reading, since: datetime) -> Sequence[str]:
    """The messages from before a moment that did not get out."""
    return session.exec(select(Telling.key).where(col(Telling.state).in_(("new", "begun")), Telling.at < since)).all()


def settle(tx: Writing, notice: Notice, state: State, *, answer: str = "", until: datetime | None = None, position: int | None = None) -> None:
    """Say what became of a notice."""
    notice.state, notice.answer, notice.until = state, answer or notice.answer, until
    notice.position = position if position is not None else notice.position
    tx.add(notice)
    tx.flush()


def put_back(tx: Writing, notice: Notice, until: datetime) -> None:
    """What was to be told now is told later, in another message."""
    notice.state, notice.message, notice.told, notice.until = "waiting", "", None, until
    tx.add(notice)
    tx.flush()


def seen(session: Reading, name: str) -> int | None:
    row = session.get(Seen, name)
    return row.at if row else None


def look(tx: Writing, name: str, at: int) -> None:
    """Say how far something was looked through."""
    if row := tx.get(Seen, name):
        row.at = at
    else:
        tx.add(Seen(name=name, at=at))
    tx.flush()


def happened(session: Reading, after: int, kinds: Iterable[str]) -> Sequence[log.Entry]:
    """The next changes of records of some kinds behind a position, the oldest first."""
    touch = sa.inspect(log.Touch).local_table.c
    positions = sa.select(touch.position).where(touch.position > after, touch.kind.in_(tuple(kinds))).distinct().order_by(touch.position).limit(LOOKED)
    return log.entries(session, positions, LOOKED)[::-1]


def forget(tx: Writing, person_id: int, texts: Sequence[str]) -> None:
    """Take away what a person was told and asked for, and every note that holds one of these texts."""
    own: Any = sa.inspect(Notice).local_table.c
    holds = (sa.func.lower(own.note).contains(said.lower(), autoescape=True) for said in texts)
    tx.execute(sa.delete(Notice).where(sa.or_(own.person_id == person_id, own.from_id == person_id, *holds)))
    tx.execute(sa.delete(Telling).where(col(Telling.person_id) == person_id))


def sweep(tx: Writing, before: datetime) -> None:
    """Forget what was settled before a moment, and the messages of which nothing is left; the journal knows what came of each."""
    settled = sa.func.coalesce(col(Notice.told), col(Notice.at)) < before, col(Notice.state).in_(("answered", "dropped"))
    tx.execute(sa.delete(Notice).where(*settled))
    tx.execute(sa.delete(Telling).where(col(Telling.at) < before, ~sa.exists().where(col(Notice.message) == col(Telling.key))))


def counted(session: Reading) -> dict[str, int]:
    """How many there are in each state."""
    of = sa.inspect(Notice).local_table.c
    return {str(state): int(n) for state, n in session.execute(sa.select(of.state, sa.func.count()).group_by(of.state).order_by(of.state))}
