"""Secrets that stand for a person: sessions of the page, API tokens and one-time links. Only their SHA-256 is kept. Never commits."""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Field, col

from records.database import Reading, Stored, Writing
from records.kinds import Person
from records.kinds.base import table

Sort = Literal["session", "api", "link"]
_person = table(Person).c
KEPT = timedelta(days=90)           # how long it is known what there was, after its end


class Token(Stored, table=True):
    """`id` is what a list shows and a revocation names; `audience` the face it is for, `made_by` the person who made it."""
    id: str = Field(primary_key=True)
    digest: str = Field(unique=True)
    sort: str
    person_id: int = Field(index=True)
    name: str
    scopes: str
    audience: str
    made: datetime
    made_by: int
    expires: datetime = Field(index=True)
    used: datetime | None = None
    revoked: datetime | None = None


@dataclass(frozen=True)
class Held:
    """What holds with a secret, and the address that its person has now."""
    id: str
    person_id: int
    scopes: str
    audience: str
    made: datetime
    used: datetime | None
    email: str


def digest(secret: str) -> str:
    """What is kept of a secret. A look-up by it tells nobody by its time how much of a guess was right."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def add(tx: Writing, token: Token) -> None:
    """Keep one; what ended long ago is forgotten."""
    tx.execute(sa.delete(Token).where(col(Token.expires) < token.made - KEPT))
    tx.add(token)
    tx.flush()


def find(session: Reading, secret: str, sort: Sort, now: datetime) -> Held | None:
    """What holds with this secret; None for all that is unknown, over, or of somebody who is gone."""
    found = session.connection().execute(_FINDING, {"digest": digest(secret), "sort": sort, "now": now}).first()
    return Held(*found) if found else None


def spend(tx: Writing, secret: str, now: datetime) -> int | None:
    """Take a one-time link, and with it its person's others: whoever comes second gets nothing. Returns the person's id."""
    own = col(Token.digest) == digest(secret)
    taken = tx.execute(sa.update(Token).where(own, col(Token.sort) == "link", *_holding(now)).values(used=now, revoked=now))
    if not taken.rowcount:  # type: ignore[attr-defined]
        return None
    person = tx.execute(sa.select(col(Token.person_id)).where(own)).scalar_one()
    end(tx, now, person, ("link",))
    return int(person)


def touch(tx: Writing, id_: str, now: datetime) -> None:
    """Keep that one was used."""
    tx.execute(sa.update(Token).where(col(Token.id) == id_).values(used=now))


def get(session: Reading, id_: str) -> Token | None:
    return session.get(Token, id_)


def holding(session: Reading, now: datetime, person_id: int | None = None) -> Sequence[tuple[Token, str]]:
    """The sessions and API tokens that hold, of one person or of all, the newest first, each with its person's address."""
    own = sa.select(Token, _person.email).join(table(Person), _person.id == col(Token.person_id)).where(
        col(Token.sort) != "link", *_holding(now), _person.archived.is_(False))
    if person_id is not None:
        own = own.where(col(Token.person_id) == person_id)
    return [(token, email or "") for token, email in session.execute(own.order_by(col(Token.made).desc(), col(Token.id)))]


def revoke(tx: Writing, id_: str, now: datetime) -> bool:
    """End one; False when it had ended already."""
    return bool(tx.execute(sa.update(Token).where(col(Token.id) == id_, *_holding(now)).values(revoked=now)).rowcount)  # type: ignore[attr-defined]


def end(tx: Writing, now: datetime, person_id: int, sorts: Sequence[Sort] = ("session", "api", "link")) -> int:
    """End all that a person has of these sorts; returns how many."""
    own = sa.update(Token).where(col(Token.person_id) == person_id, col(Token.sort).in_(sorts), *_holding(now))
    return int(tx.execute(own.values(revoked=now)).rowcount)  # type: ignore[attr-defined]


def end_all(tx: Writing, now: datetime) -> None:
    """End everything that lets anybody in."""
    tx.execute(sa.update(Token).where(*_holding(now)).values(revoked=now))


def forget(tx: Writing, person_id: int) -> None:
    """Take away all that ever stood for a person."""
    tx.execute(sa.delete(Token).where(col(Token.person_id) == person_id))


def _holding(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return col(Token.revoked).is_(None), col(Token.expires) > now


_token = sa.inspect(Token).local_table.c
# Made once: to put the statement together takes longer than to run it, and each request asks. Columns, for an object of the table takes as long again.
_FINDING = sa.select(_token.id, _token.person_id, _token.scopes, _token.audience, _token.made, _token.used, _person.email).join(
    table(Person), _person.id == _token.person_id).where(
    _token.digest == sa.bindparam("digest"), _token.sort == sa.bindparam("sort"), _token.revoked.is_(None),
    _token.expires > sa.bindparam("now"), _person.archived.is_(False), _person.email.is_not(None))
