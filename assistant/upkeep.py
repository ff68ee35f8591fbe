"""What an administrator does: start, fill with the sample, ingest documents, verify the log, and see how things stand."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from types import MappingProxyType

from assistant import auditing, doctor
from assistant.documents import Documents
from assistant.limits import Limits, midnight
from assistant.surroundings import Check
from knowledge.formats.base import Parsed
from knowledge.intake import Step, count, steps, taken_before
from knowledge.meaning import WORDS_ALONE
from knowledge.sample import shelving
from language.names import close_names
from records import backing_up, changing, credentials, exporting, forgetting, log, planning, sample, starting, tokens, versions
from records.asker import Role
from records.backing_up import comparing, house
from records.database import Database, Writing, refuse_read_only
from records.errors import Ambiguous, Conflict, NotFound, Refused, Sorry
from records.files import keep
from records.kinds import Office
from records.migrating import upgrade
from records.proposals import Change, Proposal, Wish
from records.query import Query
from records.reading import Reader
from reports.blocks import Table

HERE = Path()
START = "Run `pmo sample` to try it on a sample company, or `pmo start` to begin your own."


@dataclass(frozen=True)
class Upgraded:
    """From which version to which the records were brought, and where they are kept as they were before."""
    was: str
    now: str
    kept: Path | None


class Upkeep:
    """Works on the whole installation, as the office itself; for the people who run it."""

    def __init__(self, database: Database, clock: Callable[[], datetime], more: Callable[[], Sequence[Check]] = tuple, limits: Limits | None = None,
                 documents: Documents | None = None, home: Path = HERE) -> None:
        """`more` checks what is beside the records, when the doctor asks; `limits` are given where a language model is configured; `home` is the folder
        of state, for copies."""
        self._home = home
        self._database, self._clock, self._more, self._limits = database, clock, more, limits
        self._documents = documents or Documents(database, WORDS_ALONE)

    def start(self, *, keeps: bool = True) -> Upgraded | None:
        """Bring the database to the newest shape, and what is searched with it; makes it when it is not there. One of an older version is copied
        before, unless it `keeps` nothing. Returns what was upgraded, None when it was not. Raises `Conflict` when no copy can be made."""
        done = self._kept(keeps=keeps)
        upgrade(self._database)
        self._documents.cut_anew()
        return done

    def _kept(self, *, keeps: bool) -> Upgraded | None:
        was = versions.version(self._database) if self._database.is_made() else ""
        if not was or was not in versions.chain() or versions.is_newest(self._database):
            return None
        return Upgraded(was, versions.chain()[-1], backing_up.keep_as_it_is(self._database, self._clock(), self._home) if keeps else None)

    def sample(self) -> int:
        """Fill an empty database with the sample company; returns how many records there are."""
        with self._database.writing() as tx:
            if log.head(tx):
                raise Conflict("There is a company already, so the sample is not added.")
            made = sample.fill(tx, self._clock())
            house.note_sample(tx, self._clock())
            return made

    def refuse_begun(self) -> None:
        """Raise `Conflict` where a company of somebody's own is, `Refused` where nothing may be changed."""
        refuse_read_only(self._database)
        house.refuse_touched(self._database, house.BEGIN)

    def begin(self, answers: Mapping[str, str], home: Path) -> Path | None:
        """Make a company of one's own from sound answers to `questions`; an untouched sample is set aside, and where it is returned."""
        now = self._clock()
        self.refuse_begun()
        aside = backing_up.set_aside(self._database, now, home) if self._database.is_made() and not self.is_empty() else None
        self.start()
        with self._database.writing() as tx:
            changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, starting.first(answers, now.date()), now.date()), now)
        return aside

    @property
    def questions(self) -> Sequence[starting.Question]:
        """What is asked before a company begins."""
        return starting.QUESTIONS

    @contextmanager
    def export(self, who: str, as_: str, *, kind: str = "", project: str = "", person: str = "") -> Iterator[exporting.Exported]:
        """Records as a file in a format, with the rights of the person with this address; its content is read while this is open."""
        self._refuse_unmade()
        with self._database.reading() as session:
            keeper = exporting.Keeper(session, credentials.asker(session, who))
            yield exporting.write(keeper, exporting.Wanted(as_, kind, project, person), self._clock())

    def back_up(self, to: Path, *, force: bool = False) -> backing_up.Counted:
        """Write a checked backup of everything; says what it holds."""
        self._refuse_unmade()
        made = backing_up.back_up(self._database, to, force=force)
        with self._database.writing() as tx:
            house.note_backup(tx, self._clock())
        return made

    def restore(self, source: Path, home: Path, *, force: bool = False) -> backing_up.Restored:
        """Put a checked backup in the place of an empty house or an untouched sample; of anything else only with `force`. It is set aside.
        Everybody signs in anew: who was signed out or revoked since the backup was made would be in again."""
        refuse_read_only(self._database)
        if not force:
            house.refuse_touched(self._database, house.RESTORE)
        restored = backing_up.restore(self._database, source, self._clock(), home)
        with self._database.writing() as tx:
            tokens.end_all(tx, self._clock())
        return restored

    def is_made(self) -> bool:
        """Whether there is a database at all."""
        return self._database.is_made()

    def is_empty(self) -> bool:
        """Whether nothing was ever recorded."""
        return house.is_empty(self._database)

    def is_sample(self) -> bool:
        """Whether the people are those of the sample company, whatever was changed since."""
        return any(email.endswith(f"@{sample.HOST}") for email, _, _ in self.people())

    def documents_in(self, path: Path) -> int:
        """How many files there are to be taken in. Raises `BadInput` when none can be read."""
        return count(path)

    def ingest(self, path: Path, known: Mapping[str, Parsed] = MappingProxyType({}), space: str = "") -> Iterator[str]:
        """Take in a document or a folder of them; yields a line for each. `known` and `space` as in `intake.steps`. Raises `NotFound` when the path is
        not there."""
        refuse_read_only(self._database)
        if not path.exists():
            raise NotFound(f"There is no file or folder {path}.")
        with self._database.reading() as session:
            before = taken_before(session, path)
        for step in steps(path, before, self._clock(), self._documents.embedding, known, space):
            said = self._stepped(step)
            if step.name:
                yield f"{step.name}: {said}"

    def reindex(self) -> Iterator[str]:
        """Make everything that documents are found by anew from their sections; yields a line for each part."""
        self._refuse_unmade()
        yield f"{self._documents.cut_anew(everything=True)} documents cut into passages."
        self._documents.forget_vectors()
        made = 0
        for made in self._documents.embed_missing():  # noqa: B007 - the last one counts
            pass
        yield self.search_note or f"{made} passages given their vectors; the others had them. A server brings its index in step by itself."

    @property
    def search_note(self) -> str:
        """Why documents are found by their words alone; "" when they are found by their meaning too."""
        return self._documents.note

    def handbook(self) -> Iterator[str]:
        """Take in the sample handbook; yields a line for each document."""
        is_sample = house.is_untouched_sample(self._database)
        with as_file(files("knowledge") / "sample" / "documents") as folder:
            yield from self.ingest(folder, shelving.read())
        if is_sample:
            for more in (shelving.arranged, shelving.set_apart):
                with self._database.writing() as tx:
                    for wish in tuple(more(Reader(tx, sample.OFFICE))):
                        self._recorder(tx)(wish)
            with self._database.writing() as tx:
                house.note_sample(tx, self._clock())

    def verify(self) -> int | None:
        """Return the first position of the log that does not follow from the one before, or None."""
        with self._database.reading() as session:
            return log.verify(session)

    def emptied(self) -> int:
        """How many lines of the log were emptied because somebody was to be forgotten."""
        with self._database.reading() as session:
            return len(log.marks(session))

    def differences(self) -> Sequence[str]:
        """The first differences between the records and what the log says of them, a line each; none when they agree."""
        with self._database.reading() as session:
            return comparing.differences(session)

    def forget(self, who: str, email: str) -> tuple[forgetting.Forgotten, bool]:
        """Have a person forgotten, for the admin `who`; says what it came to, and whether the database's files were written anew.

        Raises `Refused` for who is no admin, `Conflict` for the only admin."""
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, who)
            if Role.admin not in asker.roles:
                raise Refused("Only the PMO admin may have a person forgotten.")
            done = forgetting.person(tx, email)
            changing.apply(tx, asker, done.changes, now, done.marks)
        return done, forgetting.erase(self._database)

    def dress(self, who: str, looks: Mapping[str, str], logo: bytes | None = None) -> Sequence[str]:
        """Change how the office's reports look, for `who` may change the office; says what was changed. Raises the family of errors."""
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, who)
            office = next(iter(Reader(tx, asker).find(Query(Office, sort="id", limit=1))), None)
            if office is None:
                raise NotFound("There is no record of the office yet, which its looks belong to. Create one: create office Northlight")
            new = {**looks, **({"logo": keep(tx, logo) if logo else ""} if logo is not None else {})}
            planned = planning.plan(tx, asker, Proposal((Change("office", (office.key,), new),)), now.date())
            changing.apply(tx, asker, planned, now)
            return [f"{change.field}: {(change.after or 'ours again') if change.field != 'logo' or not logo else 'kept'}" for change in planned.shown]

    def sent(self, who: str, days: int = 7, person: str = "") -> Table:
        """What went to a language model in these days, for an auditor or an admin with this address; of one person or of all. Raises `Refused`."""
        since = midnight(self._clock()) - timedelta(days=days)
        with self._database.reading() as session:
            return auditing.sent(session, credentials.asker(session, who), since, person)

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
            return [(False, "records", f"there is no database yet. {START}"), *self._more()]
        try:
            versions.refuse_other(self._database)
        except Sorry as other:
            return [(False, "records", str(other)), *self._more()]
        with self._database.reading() as session:
            found = list(doctor.of_records(session))
            kept = [] if self.is_sample() else list(doctor.of_the_house(session, self._clock()))
            used = [(True, "use of the model", auditing.told(session, self._clock(), self._limits))] if self._limits else []
        search = (not self.search_note, "documents", self.search_note or "found by their words and by what they mean")
        return [*found, search, doctor.of_jobs(self._database), *kept, *self._more(), *used]

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
            return str(changing.apply(tx, office, changes, now).edits[0]["key"])
        return record

    def refuse_other_version(self) -> None:
        """Raise `Conflict` when the records are to be upgraded first, `Sorry` when only a newer version can open them."""
        versions.refuse_other(self._database)

    def _refuse_unmade(self) -> None:
        if not self._database.is_made():
            raise NotFound(f"There is no database yet. {START}")
        self.refuse_other_version()
