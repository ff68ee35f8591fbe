"""What an auditor reads beside the records: the lines of the log, the journal, the passes, and which of what was shown is restricted. Reads only."""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
import re

import sqlalchemy as sa
from sqlmodel import col, select

from records import log
from records.database import Reading
from records.journal import Event, Note, Sent, Spent
from records.kinds import BY_TABLE, Document, Person, Project, Space
from records.kinds.base import table
from records.tokens import Token

AT_ONCE = 500
_change, _touch = sa.inspect(log.Change).local_table.c, sa.inspect(log.Touch).local_table.c
_note, _spent, _token = (sa.inspect(of).local_table.c for of in (Note, Spent, Token))


@dataclass(frozen=True)
class Line:
    """A line of the log. `touched` tells for each kind how many of its records, and the key where it was one.
    Of kind `log.FORGOTTEN` they are emptied lines."""
    position: int
    at: datetime
    asker_id: int
    undoes: int | None
    hash: str
    touched: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class Wording:
    """Something that was said and not understood, how often, and when last."""
    said: str
    count: int
    last: datetime


def lines(session: Reading, limit: int, before: int | None = None) -> Sequence[Line]:
    """The latest lines of the log, or those before a position; not what they say, which may be a whole import."""
    earlier = sa.true() if before is None else _change.position < before
    found = session.execute(sa.select(_change.position, _change.at, _change.asker_id, _change.undoes, _change.hash).where(earlier).order_by(
        _change.position.desc()).limit(limit)).all()
    touched = _touched(session, [line.position for line in found])
    return [Line(p, at, asker, undoes, hash_, tuple(touched.get(p, ()))) for p, at, asker, undoes, hash_ in found]


def bodies(session: Reading) -> Iterator[sa.Row[tuple[int, datetime, int, int | None, str, str]]]:
    """Every line of the log whole, from the first on."""
    whole = sa.select(_change.position, _change.at, _change.asker_id, _change.undoes, _change.body, _change.hash).order_by(_change.position)
    return iter(session.execute(whole.execution_options(yield_per=log.AT_ONCE)))


def journal(session: Reading) -> Iterator[Note]:
    """Everything in the journal, from the first on."""
    return iter(session.exec(select(Note).order_by(col(Note.id)).execution_options(yield_per=AT_ONCE)))


def notes(session: Reading, since: datetime, event: Event, limit: int) -> Sequence[Note]:
    """What the journal holds of an event since a moment, the latest first."""
    found = select(Note).where(col(Note.at) >= since, Note.event == str(event))
    return session.exec(found.order_by(col(Note.id).desc()).limit(limit)).all()


def sent(session: Reading) -> Iterator[Sent]:
    """Every call of a language model, from the first on."""
    return iter(session.exec(select(Sent).order_by(col(Sent.id)).execution_options(yield_per=AT_ONCE)))


def spent(session: Reading, since: datetime) -> Iterator[Spent]:
    """What each turn with a language model took since a moment, from the first on."""
    return iter(session.exec(select(Spent).where(col(Spent.at) >= since).order_by(col(Spent.id)).execution_options(yield_per=AT_ONCE)))


def was_noted(session: Reading, since: datetime, person: int, event: Event, body: str) -> bool:
    """Whether the journal holds just this of a person since a moment."""
    same = select(Note.id).where(Note.event == str(event), Note.asker_id == person, Note.body == body, col(Note.at) >= since)
    return session.exec(same.limit(1)).first() is not None


def people(session: Reading) -> Iterator[sa.Row[tuple[int, str, str, str | None, str, bool]]]:
    """Everybody who has a record, those who are archived too."""
    own = table(Person).c
    return iter(session.execute(sa.select(own.id, own.key, own.name, own.email, own.role, own.archived).order_by(own.id)))


def passes(session: Reading) -> Sequence[Token]:
    """Every session, token and link that is still known, from the first on; their secrets are not."""
    return session.exec(select(Token).order_by(col(Token.made), col(Token.id))).all()


def misunderstood(session: Reading, since: datetime, limit: int) -> Sequence[Wording]:
    """What was not understood since a moment, by its wording, the most frequent first. Not who said it."""
    said, number, last = sa.func.lower(_note.body).label("said"), sa.func.count(), sa.func.max(_note.at)
    found = sa.select(sa.func.max(_note.body), number, last).where(_note.event == str(Event.question_misunderstood), _note.at >= since).group_by(said)
    return [Wording(*each) for each in session.execute(found.order_by(number.desc(), last.desc()).limit(limit))]


def signed_in(session: Reading) -> dict[int, datetime]:
    """When each person was last here by a session that is still known."""
    last = sa.func.max(sa.func.coalesce(_token.used, _token.made))
    found = session.execute(sa.select(_token.person_id, last).where(_token.sort == "session").group_by(_token.person_id))
    return {int(person): at for person, at in found}


def restricted(session: Reading, keys: Iterable[str]) -> tuple[str, ...]:
    """Which records of restricted projects, and documents on restricted shelves, these are the keys of; a passage's key is its document's."""
    wanted = tuple(dict.fromkeys(re.split("[@/]", key)[0] for key in keys))
    if not wanted:
        return ()
    project, space, document = table(Project).c, table(Space).c, table(Document).c
    home = {key: re.sub(r"-[A-Z]+-\d+$", "", key) for key in wanted}
    closed = set(session.execute(sa.select(project.key).where(project.access == "restricted", project.key.in_({*wanted, *home.values()}))).scalars())
    shelved = sa.select(document.key).join(table(Space), space.id == document.space_id).where(space.access == "restricted", document.key.in_(wanted))
    held = set(session.execute(shelved).scalars())
    return tuple(key for key in wanted if key in held or key in closed or home[key] in closed)


def _touched(session: Reading, positions: Sequence[int]) -> dict[int, list[tuple[str, int, str]]]:
    number, one = sa.func.count(), sa.func.min(_touch.record_id)
    found = session.execute(sa.select(_touch.position, _touch.kind, number, one).where(_touch.position.in_(positions)).group_by(
        _touch.position, _touch.kind).order_by(_touch.position, _touch.kind)).all()
    alone: dict[str, set[int]] = {}
    for _, kind, count, id_ in found:
        if count == 1 and kind in BY_TABLE:
            alone.setdefault(kind, set()).add(id_)
    keys = {(kind, id_): key for kind, ids in alone.items() for id_, key in session.execute(
        sa.select(table(BY_TABLE[kind]).c.id, table(BY_TABLE[kind]).c.key).where(table(BY_TABLE[kind]).c.id.in_(ids)))}
    made: dict[int, list[tuple[str, int, str]]] = {}
    for position, kind, count, id_ in found:
        made.setdefault(position, []).append((kind, count, keys.get((kind, id_), "") if count == 1 else ""))
    return made
