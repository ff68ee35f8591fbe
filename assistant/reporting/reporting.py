"""Reports as files: one project's, or the portfolio's, in any format, with the rights of whoever asks."""
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import cast, get_args

from assistant import reads
from assistant.model.leaving import keys_of
from assistant.model.summarising import Summaries
from assistant.reporting.drafts import Drafts
from assistant.reporting.kept import Kept
from assistant.reporting.looks import looks
from assistant.reporting.wanted import DECLARED, Wanted, Written, written
from knowledge import library
from language.dates import Period
from records import credentials, journal
from records.asker import Asker, Role
from records.database import Database, Reading
from records.errors import BadInput, NotFound
from records.kinds import Project
from records.proposals import Change
from records.reading import Reader
from records.supposing import Supposed
from reports import formats
from reports.attached import opened
from reports.blocks import Text
from reports.formats.base import Report
from reports.looking import PORTFOLIO, is_said, since
from reports.overview import overview
from reports.selecting import chosen
from reports.whole import Audience, report
from tools.desk import Desk

USUAL = timedelta(days=14)
EDITED = "The sentences above were edited by {by}; every figure is that of the records."


@dataclass(frozen=True)
class Shown:
    """A report to look at: of which record by its key, when this reader looked at it last, before this visit, and of which facts it is."""
    report: Report
    about: str
    looked: datetime | None
    snapshot: str = ""
    audience: Audience = "project manager"


class Reporting:
    """Makes reports; it writes nothing but that somebody has looked, and who read what is restricted."""

    def __init__(self, database: Database, clock: Callable[[], datetime], summaries: Summaries | None = None) -> None:
        self._database, self._clock, self._kept, self._summaries = database, clock, Kept(), summaries
        self.drafts = Drafts(database, self.report, clock)

    def report(self, who: str, wanted: Wanted) -> Report:
        """The report as the person with this address may see it. Raises the family of errors."""
        made = self.shown(who, wanted, fit=True)
        if wanted.text:
            return edited(made.report, wanted.text, wanted.by)
        if self._summaries is None or not is_summed_up(wanted):
            return made.report
        with self._database.reading() as session:
            asker = _reader(session, who, wanted)
        return self._summaries.written(made.report, made.snapshot, asker, made.about, made.audience, self._clock())

    def shown(self, who: str, wanted: Wanted, *, fit: bool = False) -> Shown:
        """The report to look at, and when this reader did so last. `fit`: as short as its audience wants it; what unfolds need not be."""
        now = self._clock()
        with self._database.reading() as session:
            asker = _reader(session, who, wanted)
            audience = _audience(wanted.audience, asker)
            desk = Desk(asker, Reader(session, asker), now)
            desk = as_drafted(desk, wanted) if wanted.moment else desk.at(wanted.as_of) if wanted.as_of else desk
            project = desk.named(Project, wanted.project) if wanted.project else None
            about = project.key if project else PORTFOLIO
            looked = journal.looked(session, now, asker.person, about)
            period = _period(desk, wanted.period, looked)
            if project is None:
                made = self._of_many(desk, wanted, period, fit=fit)
            else:
                made = report(desk.book(project), project, period, desk.now, audience=audience, names=wanted.sections, fit=fit)
            ours = looks(session, asker)
            made = replace(made, brand=ours, says=" · ".join(filter(None, (ours.name, made.says))))
            is_written = self._summaries is not None and not fit and is_summed_up(wanted)
            snapshot = f"{about} {desk.reader.latest_position()} {desk.today} {period.first} {period.last} {audience}"
        reads.enter(self._database, now, asker.person, (about, *keys_of(made.blocks)))
        return Shown(self._summaries.kept(made, snapshot, asker) if self._summaries and is_written else made, about, looked, snapshot, audience)

    def _of_many(self, desk: Desk, wanted: Wanted, period: Period, *, fit: bool) -> Report:
        found = chosen(desk.reader, wanted.of, must=True)
        title = f"Portfolio of {found.what}" if found.what else "Portfolio"

        def make() -> Report:
            return overview(desk.book(*found.projects), period, desk.now, title, fit=fit, is_part=bool(found.what))
        if wanted.as_of or wanted.moment:
            return make()
        return self._kept.of(desk.reader, (period, title, tuple(p.id for p in found.projects), fit), desk.now, make)

    def look(self, who: str, project: str) -> None:
        """Keep that a person looked at the report of a project, or of all where none is named."""
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, who)
            about = Desk(asker, Reader(tx, asker), now).named(Project, project).key if project else PORTFOLIO
            journal.look(tx, now, asker.person, about)

    def original(self, who: str, key: str) -> Written:
        """The file that an answer names: a document as it was taken in, or a report as it is now. Raises `NotFound`."""
        return self.handed(who, key)[-1]

    def handed(self, who: str, key: str, before: tuple[str, ...] = (), *, pictured: bool = False) -> tuple[Written, ...]:
        """The same for a conversation, as all who read it may see it; `pictured`: of a report its first page too, to look at. Raises `NotFound`."""
        found = opened(key)
        if found is None:
            return (original(self._database, who, key),)
        project, readers, as_ = found
        made = self.report(who, Wanted(project, audience=readers, before=before))
        return (*((written(made, "png"),) if pictured and as_ != "png" else ()), written(made, as_))

    def file(self, who: str, wanted: Wanted, as_: str) -> Written:
        """The report as a file in a format, named by what it is about and its day."""
        chosen = formats.named(as_)                         # before it is made, as there may be none
        return written(self.report(who, wanted), chosen.name)


def edited(report: Report, text: str, by: str) -> Report:
    """The report with its first sentences as somebody wants them said, and that they do; itself where it says just that."""
    own = report.blocks[0] if report.blocks else None
    if not isinstance(own, Text) or own.text == text:
        return report
    first = (Text(text), Text(EDITED.format(by=by)))
    return replace(report, blocks=(*first, *report.blocks[1:]), longer=(*first, *report.longer[1:]) if report.longer else ())


def as_drafted(desk: Desk, wanted: Wanted) -> Desk:
    """The desk at the moment of a draft; but a project is declared as it is now, as that is its manager's word and no figure."""
    assert wanted.moment is not None  # noqa: S101 - whoever calls has one
    then = replace(desk, reader=desk.reader.at(wanted.moment), now=wanted.moment.astimezone(desk.now.tzinfo))
    if not wanted.project:
        return then
    project = desk.named(Project, wanted.project)
    declared = {name: getattr(project, name) for name in DECLARED}
    return replace(then, reader=Supposed(then.reader, (Change("project", (project.key,), declared),)))


def is_summed_up(wanted: Wanted) -> bool:
    """Whether a report begins with a summary, of today: what stood on a past day is told by our own sentences."""
    return bool(wanted.project) and not wanted.as_of and not wanted.moment and (not wanted.sections or "summary" in wanted.sections)


def _reader(session: Reading, who: str, wanted: Wanted) -> Asker:
    """Who reads it: somebody alone, or with others, and then with the rights that all of them have."""
    asker = credentials.asker(session, who)
    return credentials.among(session, asker, wanted.before) if wanted.before else asker


def original(database: Database, who: str, key: str) -> Written:
    """The file of a document, as it was taken in, for whoever may read it. Raises `NotFound`."""
    with database.reading() as session:
        found = library.original(session, credentials.asker(session, who), key)
    if found is None:
        raise NotFound(f"There is no document {key}.")
    path = Path(found[0])
    content = path.read_bytes() if path.is_file() else b""
    if sha256(content).hexdigest() != found[1]:
        raise NotFound(f"The file of {key} is no longer where it was read from. Whoever looks after it has it, or can have it read in again.")
    return Written(path.name, guess_type(path.name)[0] or "application/octet-stream", content)


def _period(desk: Desk, said: str, looked: datetime | None) -> Period:
    if is_said(said):
        if looked is None:
            raise BadInput("You have not looked at this report before, so nothing can have moved since. Say a day, such as “since Monday”.")
        return since(looked.astimezone(desk.now.tzinfo), desk.today)
    return desk.period(said) if said else Period(desk.today - USUAL, desk.today)


def _audience(said: str, asker: Asker) -> Audience:
    """The readers that are named, else who asks: an executive and an auditor read as such."""
    known = get_args(Audience)
    short = {"pm": "project manager", "manager": "project manager", "exec": "executive", "steerco": "steering committee", "board": "steering committee",
             "customer": "client"}
    own = next((role.value for role in (Role.executive, Role.auditor) if asker.roles == {role}), "project manager")
    name = short.get(said.strip().lower(), said.strip().lower()) or own
    if name not in known:
        raise BadInput(f"I know no readers called “{said}”. There are {', '.join(known)}.")
    return cast("Audience", name)
