"""One append-only journal of what is worth knowing and is no record: what was not understood, failures, and what a language model was sent and cost."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, col, select

from records import log
from records.database import Reading, Stored, Writing

VISIT = timedelta(minutes=30)
MOST_LOOKS = 100                # that a visit may have


class Event(StrEnum):
    answer_failed = "answer:failed"
    feedback_given = "feedback:given"
    link_made = "link:made"
    person_left = "person:left"
    question_misunderstood = "question:misunderstood"
    report_looked = "report:looked"
    report_summarised = "report:summarised"
    restricted_read = "restricted:read"
    session_ended = "session:ended"
    session_opened = "session:opened"
    token_made = "token:made"                # noqa: S105 - names of what happened
    token_revoked = "token:revoked"          # noqa: S105
    notice_told = "notice:told"
    notice_answered = "notice:answered"
    notice_held = "notice:held"
    notice_dropped = "notice:dropped"
    notice_failed = "notice:failed"


class Note(Stored, table=True):
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    asker_id: int
    event: str = Field(index=True)
    body: str


class Sent(Stored, table=True):
    """One call of a language model: in whose turn, to which model at which host, and the keys of the records and passages that went with it.
    It is written before anything is sent."""
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    asker_id: int = Field(index=True)
    turn: str
    model: str
    host: str
    keys: str


class Spent(Stored, table=True):
    """What a turn with a language model took: its calls, its tokens, and the cost in millionths of the prices' money. `why`: the planner took over."""
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    asker_id: int = Field(index=True)
    turn: str
    calls: int
    tokens_in: int
    tokens_out: int
    cost: int
    why: str


@dataclass(frozen=True)
class Used:
    """The sums of some turns."""
    turns: int = 0
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: int = 0

    @property
    def tokens(self) -> int:
        return self.tokens_in + self.tokens_out


def note(tx: Writing, at: datetime, asker_id: int, event: Event, body: str) -> None:
    tx.add(Note(at=at, asker_id=asker_id, event=str(event), body=body[:4000]))


def look(tx: Writing, at: datetime, asker_id: int, about: str) -> None:
    """Keep that a person looked at the report of a record, by its key."""
    note(tx, at, asker_id, Event.report_looked, about)


def looked(session: Reading, now: datetime, asker_id: int, about: str) -> datetime | None:
    """When a person last looked at the report of a record, before this visit: looks that follow each other closely are one."""
    own = select(Note.at).where(Note.asker_id == asker_id, Note.event == str(Event.report_looked), Note.body == about, col(Note.at) < now)
    later = now
    for at in session.exec(own.order_by(col(Note.id).desc()).limit(MOST_LOOKS)):
        if later - at > VISIT:
            return at
        later = at
    return None


def keep_summary(tx: Writing, at: datetime, asker_id: int, digest: str, text: str) -> None:
    """Keep what a language model wrote of some facts, by their digest."""
    note(tx, at, asker_id, Event.report_summarised, f"{digest}\n{text}")


def summary(session: Reading, digest: str) -> str:
    """What was written of exactly these facts; "" where nothing was."""
    own = select(Note.body).where(Note.event == str(Event.report_summarised), col(Note.body).startswith(f"{digest}\n"))
    return (session.exec(own.order_by(col(Note.id)).limit(1)).first() or "").partition("\n")[2]


def note_sent(tx: Writing, sent: Sent) -> None:
    tx.connection().execute(_SENDING, sent.model_dump(exclude={"id"}))


def note_spent(tx: Writing, spent: Spent) -> None:
    tx.connection().execute(_SPENDING, spent.model_dump(exclude={"id"}))


def used(session: Reading, since: datetime, asker_id: int | None = None) -> Used:
    """What was used since a moment, by one person or by all."""
    row = session.execute(_OF_ALL if asker_id is None else _OF_ONE, {"since": since, "asker": asker_id}).one()
    return Used(*(int(n or 0) for n in row))


def most(session: Reading, since: datetime, limit: int = 3) -> Sequence[tuple[int, int]]:
    """Who used the most tokens since a moment: a person's id and how many."""
    of = _spent.c
    tokens = sa.func.sum(of.tokens_in + of.tokens_out)
    found = sa.select(of.asker_id, tokens).where(of.at >= since).group_by(of.asker_id).order_by(tokens.desc(), of.asker_id)
    return [(int(who), int(n)) for who, n in session.execute(found.limit(limit))]


def sent(session: Reading, since: datetime, askers: Iterable[int] | None = None, limit: int = 200) -> Sequence[Sent]:
    """The calls of a language model since a moment, newest first, of some people or of all."""
    found = select(Sent).where(col(Sent.at) >= since)
    if askers is not None:
        found = found.where(col(Sent.asker_id).in_(tuple(askers)))
    return session.exec(found.order_by(col(Sent.id).desc()).limit(limit)).all()


def forget(tx: Writing, asker_id: int, texts: Sequence[str]) -> None:
    """Take away what a person said, and every note that holds one of these texts; what was sent and spent names nobody and stays."""
    own = sa.inspect(Note).local_table.c
    holds = (sa.func.lower(own.body).contains(said.lower(), autoescape=True) for said in texts)
    with log.alterable(tx, "note"):
        tx.execute(sa.delete(Note).where(sa.or_(own.asker_id == asker_id, *holds)))


_spent = sa.inspect(Spent).local_table
# Made once: to put a statement together takes longer than to run it.
_SENDING, _SPENDING = sa.insert(Sent.__table__), sa.insert(Spent.__table__)  # type: ignore[attr-defined]
_OF_ALL = sa.select(sa.func.count(), *(sa.func.sum(c) for c in (_spent.c.calls, _spent.c.tokens_in, _spent.c.tokens_out, _spent.c.cost))).where(
    _spent.c.at >= sa.bindparam("since"))
_OF_ONE = _OF_ALL.where(_spent.c.asker_id == sa.bindparam("asker"))
