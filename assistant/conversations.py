"""The conversations of one person, by what was asked in them first, the latest on top."""
from dataclasses import dataclass
from datetime import datetime

from assistant.cursors import NOT_OURS, packed, unpacked
from records import credentials, threads
from records.database import Database
from records.errors import BadInput
from records.query import LARGEST

LONGEST = 120                   # letters of a title


@dataclass(frozen=True)
class Talk:
    """One conversation: `thread` opens it; `title` is how it began, `at` when it went on last."""
    thread: str
    title: str
    at: datetime


@dataclass(frozen=True)
class Talks:
    """Some of them; `next` is the cursor of those before, "" where there are none."""
    conversations: tuple[Talk, ...]
    next: str


class Conversations:
    """Reads and never writes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, who: str, limit: int, cursor: str = "") -> Talks:
        """The latest conversations of the person with this address, or those behind a cursor. Raises `BadInput`, `Refused`."""
        of = ("conversations", who)
        before = _place(unpacked(of, cursor, 1)[0]) if cursor else None
        with self._database.reading() as session:
            found = threads.conversations(session, credentials.asker(session, who), limit + 1, before)
        page = found[:limit]
        return Talks(tuple(Talk(t.thread, _title(t.question), t.at) for t in page), packed(of, (page[-1].seq,)) if len(found) > limit else "")


def _place(said: object) -> int:
    if type(said) is int and 0 <= said < LARGEST:
        return said
    raise BadInput(NOT_OURS)


def _title(question: str) -> str:
    said = " ".join(question.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST - 1].rstrip()}…"
