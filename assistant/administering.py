"""How an installation is run: who is in it and what lets them in, what it is connected to, and which jobs were given up. For the PMO admin alone."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from assistant.entering import Entering, Issued
from assistant.surroundings import Check
from records import agenda, auditing, credentials
from records.asker import Asker, Role
from records.database import Database, Reading
from records.errors import NotFound, Refused
from records.kinds import Person, Task
from records.kinds.task import ENDED
from records.query import Query, Where
from records.reading import Reader

ONLY = "Only the PMO admin may do that."
GONE = "There is no such job that was given up; it may be tried again already."


class Works(Protocol):
    """Who knows which jobs were given up."""

    def failed(self) -> Sequence[Any]: ...

    def again(self, failure: Any) -> None: ...


@dataclass(frozen=True)
class Somebody:
    """A person: what they may, how many open tasks they own, how many sessions and tokens let them in, and when they were last here."""
    key: str
    name: str
    email: str
    role: str
    open_tasks: int
    ways_in: int
    last_here: datetime | None


@dataclass(frozen=True)
class Connection:
    """Something that this installation stands on or speaks with, and how that is; `is_well` where nothing has to be done."""
    name: str
    is_well: bool
    says: str


@dataclass(frozen=True)
class GivenUp:
    """A job that was tried several times and given up: what it is, since when, and why, by the type of the failure and its reference in the log."""
    id: str
    name: str
    key: str
    at: datetime
    why: str


class Administering:
    """`checks` says how what is beside the records stands, `jobs` opens those who work; both are called only when they are asked for."""

    def __init__(self, database: Database, entering: Entering, checks: Callable[[], Sequence[Check]], jobs: Callable[[], Works]) -> None:
        self._database, self._entering, self._checks, self._jobs = database, entering, checks, jobs

    def people(self, who: str) -> tuple[Somebody, ...]:
        """Everybody, by name. Raises `Refused`, as all of these doors do."""
        with self._database.reading() as session:
            reader = Reader(session, _admin(session, who))
            found = reader.find(Query(Person, sort="name", limit=None))
            owned = dict(reader.group(Query(Task, (Where("status", "not in", ENDED),), limit=None), "owner_id"))
            here = auditing.signed_in(session)
        ways = [issued.email for issued in self._entering.issued(who)]
        return tuple(Somebody(p.key, p.name, p.email or "", p.role, owned.get(p.id, 0), ways.count(p.email or "-"), here.get(p.id or 0)) for p in found)

    def ways_in(self, who: str) -> tuple[Issued, ...]:
        """Every session and token that holds, the newest first."""
        self._refuse_others(who)
        return tuple(self._entering.issued(who))

    def end(self, who: str, id_: str) -> None:
        """End a session or a token. Raises `NotFound`."""
        self._refuse_others(who)
        self._entering.revoke(who, id_)

    def sign_out(self, who: str, person: str) -> int:
        """End everything that lets somebody in; returns how much there was. Raises `NotFound`."""
        self._refuse_others(who)
        return self._entering.revoke_all(who, person)

    def link(self, who: str, person: str) -> str:
        """The secret of a link that signs somebody in, once. Raises `NotFound`."""
        self._refuse_others(who)
        return self._entering.link(who, person)

    def connections(self, who: str) -> tuple[Connection, ...]:
        """What this installation stands on and speaks with."""
        self._refuse_others(who)
        waiting, failed = agenda.standing(self._database)
        jobs = Connection("jobs", not failed, f"{waiting or 'none'} waiting" + (f"; {len(failed)} given up" if failed else ""))
        return (*(Connection(name, is_well, says) for is_well, name, says in self._checks()), jobs)

    def given_up(self, who: str) -> tuple[GivenUp, ...]:
        """The jobs that were given up, the latest first."""
        self._refuse_others(who)
        return tuple(GivenUp(f.id, f.name, f.key, f.at, f.why) for f in self._failed())

    def again(self, who: str, id_: str) -> None:
        """Have a job tried anew from its beginning. Raises `NotFound`."""
        self._refuse_others(who)
        found = next((failure for failure in self._failed() if failure.id == id_), None)
        if found is None:
            raise NotFound(GONE)
        self._jobs().again(found)

    def _failed(self) -> Sequence[Any]:
        """Read only where there are some: what works them takes a moment to load."""
        return self._jobs().failed() if agenda.standing(self._database)[1] else ()

    def _refuse_others(self, who: str) -> None:
        with self._database.reading() as session:
            _admin(session, who)


def _admin(session: Reading, who: str) -> Asker:
    asker = credentials.asker(session, who)
    if Role.admin not in asker.roles:
        raise Refused(ONLY)
    return asker
