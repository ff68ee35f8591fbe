"""What may be looked into of the whole installation: the log and whether it is whole, what left the house and what it cost, what was not understood, and who
read what is restricted. For an auditor, or the PMO admin."""
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import IO

from assistant import auditing, evidence
from assistant.limits import midnight, money
from records import auditing as reading
from records import credentials, log, sample
from records.asker import Asker
from records.backing_up import comparing
from records.database import Database, Reading
from records.errors import Refused
from records.journal import Event, Spent
from records.kinds import BY_TABLE, Person
from records.reading import Names, Reader
from reports.blocks import Table

ONLY = "Only an auditor or the PMO admin may look into that."
MOST = 500
LEFT = "somebody who left"


@dataclass(frozen=True)
class Touched:
    """Records of one kind that a change touched: the key where it was one."""
    says: str
    key: str


@dataclass(frozen=True)
class Line:
    """An applied change as the log holds it; `undoes` is the position of the one that it takes back."""
    position: int
    at: datetime
    by: str
    touched: tuple[Touched, ...]
    undoes: int | None
    hash: str


@dataclass(frozen=True)
class Verified:
    """Whether each line of the log follows from the one before (`broken_at`: the first that does not), how many there are, how many were emptied to forget
    somebody, and where the records are not what the log says."""
    lines: int
    broken_at: int | None
    emptied: int
    differences: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """A wording that was not understood, how often, and when last."""
    said: str
    count: int
    last: datetime


@dataclass(frozen=True)
class Used:
    """What one person's turns with the language model came to on one day."""
    day: date
    person: str
    turns: int
    calls: int
    tokens_in: int
    tokens_out: int
    cost: str


@dataclass(frozen=True)
class Read:
    """Somebody was shown records of restricted projects, or passages of restricted documents."""
    at: datetime
    person: str
    keys: tuple[str, ...]


class Inspecting:
    """Reads and never writes. `days` are those before today that are looked at."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def zone(self, who: str) -> str:
        """The office's time zone, as it is called: Europe/Berlin."""
        with self._open(who):
            return str(self._clock().tzinfo)

    def changes(self, who: str, limit: int, before: int | None = None) -> tuple[Line, ...]:
        """The latest changes, or those before a position. Raises `Refused`, as all of these doors do."""
        with self._open(who) as (session, _):
            people = _names(session)
            return tuple(Line(line.position, line.at, people.get(line.asker_id, LEFT), tuple(_touched(*each) for each in line.touched), line.undoes, line.hash)
                         for line in reading.lines(session, limit, before))

    def verified(self, who: str) -> Verified:
        """Verify the whole log, and compare the records with it."""
        with self._open(who) as (session, _):
            return Verified(log.head(session), log.verify(session), len(log.marks(session)), tuple(comparing.differences(session)))

    def misunderstood(self, who: str, days: int) -> tuple[Wording, ...]:
        """What was not understood, the most frequent first; not who said it."""
        with self._open(who) as (session, _):
            return tuple(Wording(w.said, w.count, w.last) for w in reading.misunderstood(session, self._since(days), MOST))

    def used(self, who: str, days: int) -> tuple[Used, ...]:
        """What the language model was used, by person and day, the latest first."""
        since = self._since(days)
        sums: dict[tuple[date, int], list[Spent]] = {}
        with self._open(who) as (session, _):
            people = _names(session)
            for spent in reading.spent(session, since):
                sums.setdefault((spent.at.astimezone(since.tzinfo).date(), spent.asker_id), []).append(spent)
        return tuple(Used(day, people.get(person, LEFT), len(of), sum(s.calls for s in of), sum(s.tokens_in for s in of), sum(s.tokens_out for s in of),
                          money(sum(s.cost for s in of))) for (day, person), of in sorted(sums.items(), reverse=True))

    def sent(self, who: str, days: int, person: str = "") -> Table:
        """Which records and passages went to the language model. Raises `NotFound` for a person that nobody knows."""
        with self._open(who) as (session, asker):
            return auditing.sent(session, asker, self._since(days), person)

    def reads(self, who: str, days: int) -> tuple[Read, ...]:
        """Who was shown what is restricted, the latest first."""
        with self._open(who) as (session, _):
            people = _names(session)
            return tuple(Read(note.at, people.get(note.asker_id, LEFT), tuple(note.body.split()))
                         for note in reading.notes(session, self._since(days), Event.restricted_read, MOST))

    def evidence(self, who: str) -> tuple[str, IO[bytes]]:
        """Everything for an auditor as one file: its name, and the file, which its reader closes."""
        now = self._clock()
        with self._open(who) as (session, asker):
            return f"evidence-{now:%Y-%m-%d}.zip", evidence.written(session, now, asker)

    def _since(self, days: int) -> datetime:
        return midnight(self._clock()) - timedelta(days=days)

    @contextmanager
    def _open(self, who: str) -> Iterator[tuple[Reading, Asker]]:
        with self._database.reading() as session:
            asker = credentials.asker(session, who)
            if not asker.roles & auditing.MAY:
                raise Refused(ONLY)
            yield session, asker


def _names(session: Reading) -> Names:
    """What people are called, those who are archived too; and the office itself, in whose name documents are taken in."""
    return {sample.OFFICE.person: sample.OFFICE.name, **Reader(session, sample.OFFICE).labels(Person)}


def _touched(kind: str, count: int, key: str) -> Touched:
    if kind == log.FORGOTTEN:
        return Touched(f"{count} {'line' if count == 1 else 'lines'} of the log emptied", "")
    of = BY_TABLE[kind].kind if kind in BY_TABLE else None
    return Touched((of.one if count == 1 else f"{count:,} {of.many}") if of else kind, key)
