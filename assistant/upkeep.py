"""What an administrator does: start, fill with the sample, ingest documents, verify the log, and see how things stand."""
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path

from knowledge.intake import Step, steps, taken_before
from language.names import close_names
from records import changing, credentials, log, planning, sample
from records.database import Database, Writing
from records.errors import Ambiguous, Conflict, NotFound, Sorry
from records.kinds import KINDS, Project
from records.migrating import upgrade
from records.proposals import Proposal, Wish
from records.query import Query
from records.reading import Reader

Check = tuple[bool, str, str]
START = "Run `pmo sample` to try it on a sample company, or `make run`."


class Upkeep:
    """Works on the whole installation, as the office itself; for the people who run it."""

    def __init__(self, database: Database, clock: Callable[[], datetime], more: Sequence[Check] = ()) -> None:
        self._database, self._clock, self._more = database, clock, more

    def start(self) -> None:
        """Bring the database to the newest shape; makes it when it is not there."""
        upgrade(self._database)

    def sample(self) -> int:
        """Fill an empty database with the sample company; returns how many records there are."""
        with self._database.writing() as tx:
            if Reader(tx, sample.OFFICE).count(Query(Project)):
                raise Conflict("There are projects already, so the sample is not added.")
            return sample.fill(tx, self._clock())

    def is_made(self) -> bool:
        """Whether there is a database at all."""
        return self._database.is_made()

    def is_empty(self) -> bool:
        """Whether there is no project yet."""
        if not self._database.is_made():
            return True
        with self._database.reading() as session:
            return not Reader(session, sample.OFFICE).count(Query(Project))

    def ingest(self, path: Path) -> Iterator[str]:
        """Take in a document or a folder of them; yields a line for each. Raises `NotFound` when the path is not there."""
        if not path.exists():
            raise NotFound(f"There is no file or folder {path}.")
        with self._database.reading() as session:
            before = taken_before(session, path)
        for step in steps(path, before, self._clock()):
            said = self._stepped(step)
            if step.name:
                yield f"{step.name}: {said}"

    def handbook(self) -> Iterator[str]:
        """Take in the sample handbook; yields a line for each document."""
        with as_file(files("knowledge") / "sample" / "documents") as folder:
            yield from self.ingest(folder)

    def verify(self) -> int | None:
        """Return the first position of the log that does not follow from the one before, or None."""
        with self._database.reading() as session:
            return log.verify(session)

    def people(self) -> Sequence[tuple[str, str, str]]:
        """E-mail, name and role of everyone, admins first."""
        self._refuse_unmade()
        with self._database.reading() as session:
            return credentials.people(session)

    def person(self, said: str) -> str:
        """The e-mail address of whoever a name or address means, of the first admin for ""."""
        people = self.people()
        if not people:
            raise NotFound(f"There are no people yet. {START}")
        found = [e for e, name, _ in people if not said or said.lower() in (e, name.lower())] or [
            e for e, name, _ in people if said.lower() in name.lower().split()]
        if not found:
            near = close_names(said, [name for _, name, _ in people])
            raise NotFound(f"I know no person “{said}”." + (f" Did you mean {' or '.join(near)}?" if near else ""))
        if said and len(found) > 1:
            raise Ambiguous(said, tuple(name for e, name, _ in people if e in found))
        return found[0]

    def doctor(self) -> list[Check]:
        """What is there and whole, one line each: whether it is well, what it is, and how it stands."""
        if not self._database.is_made():
            return [(False, "records", f"there is no database yet. {START}"), *self._more]
        with self._database.reading() as session:
            reader = Reader(session, sample.OFFICE)
            counted = sum(reader.count(Query(kind)) for kind in KINDS)
            projects, positions = reader.count(Query(Project)), log.head(session)
            broken = log.verify(session)
        whole = (True, "log", f"whole, {positions} changes") if broken is None else (False, "log", f"broken at change #{broken}")
        return [(True, "records", f"{counted} records, {projects} projects"), whole, *self._more]

    def _stepped(self, step: Step) -> str:
        """Store one document in a transaction of its own; one that cannot be stored is said, and the others go on."""
        if step.write is None:
            return step.says
        try:
            with self._database.writing() as tx:
                return step.write(tx, self._recorder(tx))
        except Sorry as sorry:
            return f"left out. {sorry}"

    def _recorder(self, tx: Writing) -> Callable[[Wish], str]:
        """How intake has its documents recorded: planned and applied like any change, by the office."""
        def record(wish: Wish) -> str:
            now, office = self._clock(), sample.OFFICE
            changes = planning.plan(tx, office, Proposal((wish,)), now.date())
            return str(log.at(tx, changing.apply(tx, office, changes, now)).edits[0]["key"])
        return record

    def _refuse_unmade(self) -> None:
        if not self._database.is_made():
            raise NotFound(f"There is no database yet. {START}")
