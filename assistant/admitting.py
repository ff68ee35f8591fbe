"""Who comes in and who goes: whether the office knows somebody, before whom an answer stands, letting a colleague in, and what somebody leaves behind."""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant import keeping
from assistant.confirming import submitted
from assistant.messages import Answer
from records import credentials, journal, sample, threads, tokens
from records.asker import Role
from records.database import Database
from records.errors import Conflict, Refused
from records.kinds import ChangeRequest, Person, Project, Risk, Task
from records.kinds.base import Record
from records.kinds.project import ENDED
from records.kinds.task import ENDED as DONE
from records.proposals import Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Block, Table

ROLES = (Role.viewer, Role.member)          # what an admin may let somebody in as with one click; more is a change like any other
MOST = 100
OPEN_REQUESTS = ("submitted", "evaluated")


@dataclass(frozen=True)
class Left:
    """What somebody leaves who is gone: who they were, how many previews of theirs were dropped, and their open work for whoever hands it over."""
    name: str
    dropped: int
    work: tuple[Block, ...]
    tell: tuple[str, ...]


class Admitting:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def knows(self, who: str) -> bool:
        """Whether the office knows somebody by this address."""
        try:
            with self._database.reading() as session:
                credentials.asker(session, who)
        except Refused:
            return False
        return True

    def sees_more(self, who: str, audience: Sequence[str]) -> bool:
        """Whether this person alone may see more than before these readers. Raises `Refused` when the office does not know one of them."""
        with self._database.reading() as session:
            return credentials.narrows(session, credentials.among(session, credentials.asker(session, who), audience))

    def admins(self) -> Sequence[str]:
        """The addresses of those who may let somebody in."""
        with self._database.reading() as session:
            return [email for email, _, role in credentials.people(session) if role == Role.admin and email]

    def admit(self, admin: str, name: str, email: str, role: str, id_: str) -> Answer:
        """Let somebody in with a role, in the name of an admin, once; the receipt has its Undo. Raises the family of errors."""
        if role not in ROLES:
            raise Refused(f"With one click somebody comes in as {' or '.join(ROLES)}. Ask me to make them more.")
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, admin)
            if (old := threads.seen(tx, id_, asker)) is not None:
                return keeping.read(old)
            if email.lower() in {known for known, _, _ in credentials.people(tx)}:
                raise Conflict(f"{name} is in already.")
            return submitted(tx, asker, id_, Proposal((Create("person", {"name": name, "email": email, "role": role}),)), now)

    def leave(self, who: str) -> Left | None:
        """Somebody's account was closed: what lets them in ends and what waits for their yes is dropped at once, and their open
        work listed. None for whom the office does not know."""
        now = self._clock()
        with self._database.writing() as tx:
            try:
                gone = credentials.asker(tx, who)
            except Refused:
                return None
            ended, dropped = tokens.end(tx, now, gone.person), threads.drop(tx, gone.person)
            journal.note(tx, now, gone.person, journal.Event.person_left, f"{dropped} open previews dropped, {ended} sessions and tokens ended")
            reader = Reader(tx, sample.OFFICE)
            work = tuple(_open_work(reader, gone.person))
            live = reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
            theirs = {row[0] for table in work for row in table.rows}
            managers = {p.manager_id for p in live if p.name in theirs} - {gone.person}
            emails = [p.email for p in reader.find(Query(Person, (Where("id", "in", list(managers)),), limit=None))]
        return Left(gone.name, dropped, work, tuple(t for t in dict.fromkeys((*self.admins(), *emails)) if t and t != gone.email))


def _open_work(reader: Reader, person: int) -> Iterator[Table]:
    """What somebody owns, decides or manages that is not done, a table for each kind."""
    projects = reader.labels(Project)
    asked: tuple[tuple[type[Record], str, Where], ...] = (
        (Task, "owner_id", Where("status", "not in", DONE)), (Risk, "owner_id", Where("status", "not", "closed")),
        (ChangeRequest, "decider_id", Where("status", "in", OPEN_REQUESTS)))
    for kind, whose, is_open in asked:
        found = reader.find(Query(kind, (Where(whose, "is", person), is_open), sort="project_id", limit=MOST))
        rows = tuple((projects.get(getattr(r, "project_id"), "–"), r.key, getattr(r, kind.kind.title)) for r in found)  # noqa: B009 - each of these has one
        if rows:
            yield Table(f"{kind.kind.many.capitalize()}: {len(rows)}", ("project", "key", "title"), rows, tuple(r.key for r in found))
    managed = reader.find(Query(Project, (Where("manager_id", "is", person), Where("phase", "not in", ENDED)), limit=None))
    if managed:
        rows = tuple((p.name, p.key, p.phase) for p in managed)
        yield Table(f"Projects managed: {len(managed)}", ("project", "key", "phase"), rows, tuple(p.key for p in managed))
