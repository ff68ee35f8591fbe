"""The read log of what is restricted: who was shown which records of restricted projects and which restricted documents. By their keys only, and nothing
else is entered."""
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from assistant.messages import Answer
from assistant.model.leaving import keys_of
from records import auditing, journal
from records.database import Database, Writing

ONCE = timedelta(minutes=1)             # a page asks several doors for what it shows
MOST = 100                              # keys of one entry


def note(tx: Writing, now: datetime, person: int, keys: Iterable[str]) -> None:
    """Enter what of these was restricted, in the transaction that keeps what was shown."""
    said = " ".join(auditing.restricted(tx, keys)[:MOST])
    if said and not auditing.was_noted(tx, now - ONCE, person, journal.Event.restricted_read, said):
        journal.note(tx, now, person, journal.Event.restricted_read, said)


def enter(database: Database, now: datetime, person: int, keys: Iterable[str]) -> None:
    """The same after something was only looked at; where nothing of it is restricted nothing is written, and nobody waits for who writes."""
    known = tuple(keys)
    with database.reading() as session:
        held = auditing.restricted(session, known)
    if held:
        with database.writing() as tx:
            note(tx, now, person, held)


def shown(answer: Answer) -> Iterator[str]:
    """The records and passages that an answer shows."""
    yield from keys_of(answer.blocks)
    yield from (source.key for source in answer.sources)
