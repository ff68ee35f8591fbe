"""Drafts of reports: opened with their sentences, edited but for their figures, and written as what would go out."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import get_args

from assistant import keeping
from assistant.confirming import submitted
from assistant.guarding.displays import texts
from assistant.messages import Answer
from assistant.reporting.wanted import DECLARED, Wanted, Written, written
from language.stated import known
from records import credentials, threads
from records.database import Database, refuse_read_only
from records.errors import BadInput, Conflict, NotFound
from records.kinds import Project, ReportDraft, Schedule
from records.kinds.project import Colour
from records.kinds.report_draft import APART, SENTENCE
from records.proposals import Change, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Text
from reports.formats.base import Report
from tools.desk import Desk

OF_SCHEDULE = "schedule:"               # how the source of a draft begins that a schedule made: its key, the moment, the reader
LONGEST = 8000
DECIDED = "{key} is {status}, so its sentences stand as they are."
COLOURS = get_args(Colour)
UNDECLARED = "A colour is declared with a reason and the day until which it holds. Say the {lacks}."


class Undeclared(BadInput):
    """A colour that is not declared as it has to be."""


@dataclass(frozen=True)
class Declared:
    """What a project's manager declares it to be, beside what the records say. `until` is a day, written 2026-12-04."""
    colour: str
    reason: str = ""
    until: str = ""


@dataclass(frozen=True)
class Drafted:
    """A draft as its owner sees it. `figures` is what its sentences may state; `declared` is nothing where it is of several projects;
    `colours` are those that may be declared."""
    key: str
    title: str
    to: str
    status: str
    sentences: tuple[str, ...]
    note: str = ""
    figures: tuple[str, ...] = ()
    project: str = ""
    declared: Declared | None = None
    by: str = ""
    colours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edits:
    """What is to be otherwise; None leaves it as it is. `send`: it goes out at once."""
    text: str | None = None
    note: str | None = None
    declared: Declared | None = None
    send: bool = False


class Drafts:
    """The owner's door; `reports` makes one. Each works in the thread it is called in, so call it off the loop."""

    def __init__(self, database: Database, reports: Callable[[str, Wanted], Report], clock: Callable[[], datetime]) -> None:
        self._database, self._reports, self._clock = database, reports, clock

    def opened(self, who: str, key: str) -> Drafted:
        """The draft with its sentences. Raises `NotFound`."""
        with self._database.reading() as session:
            reader = Reader(session, credentials.asker(session, who))
            draft = found(reader, key)
            wanted = of_draft(reader, draft)
            project = reader.get(Project, wanted.project) if wanted and wanted.project else None
            is_stale = project is not None and wanted is not None and not wanted.by and _is_declared_anew(reader, project, wanted)
        declared = Declared(project.declared_colour, project.declared_reason, f"{project.declared_until or ''}") if project else None
        text = first(self._reports(who, wanted)) if wanted and is_stale else draft.text
        return Drafted(draft.key, draft.title, draft.recipient, draft.status, sentences(text), draft.note,
                       tuple(filter(None, draft.figures.split(APART))), project.key if project else "", declared, wanted.by if wanted else "",
                       COLOURS if declared else ())

    def written(self, who: str, key: str, as_: str) -> Written:
        """What would go out, or went out, as a file. Raises `NotFound` where it is no report."""
        with self._database.reading() as session:
            reader = Reader(session, credentials.asker(session, who))
            wanted = of_draft(reader, found(reader, key))
        if wanted is None:
            raise NotFound(f"{key.upper()} is an answer to a question, which is written when it goes out.")
        return written(self._reports(who, wanted), as_)

    def edited(self, who: str, key: str, edits: Edits, id_: str) -> Answer:
        """Apply what its owner filled in; the same `id_` twice gets the same answer. Raises the family of errors."""
        now = self._clock()
        with self._database.writing() as tx:
            asker = credentials.asker(tx, who)
            if (old := threads.seen(tx, id_, asker)) is not None:
                return keeping.read(old)
            refuse_read_only(tx)
            reader = Reader(tx, asker)
            draft = found(reader, key)
            refuse_unless_waiting(draft)
            if edits.text is not None and not edits.text.strip():
                raise BadInput("A report begins with a sentence; say at least one.")
            wanted, declaring, text = of_draft(reader, draft), list[Change](), edits.text
            if edits.declared and wanted and wanted.project:
                declaring = _declaring(Desk(asker, reader, now), wanted.project, edits.declared)
                was = f"declared {reader.get(Project, wanted.project).declared_colour}"
                own = draft.text if text is None and wanted.by else text                   # what was worded before says the old colour
                text = own.replace(was, f"declared {edits.declared.colour}") if own and declaring else text
            values = {n: said for n, said in (("text", text), ("note", edits.note), ("status", "approved" if edits.send else None)) if said is not None}
            return submitted(tx, asker, id_, Proposal(tuple(w for w in (Change("reportdraft", (draft.key,), values), *declaring) if w.values)), now)


def found(reader: Reader, key: str) -> ReportDraft:
    """A draft of the asker. Raises `NotFound`."""
    return reader.get(ReportDraft, key.strip().upper())


def refuse_unless_waiting(draft: ReportDraft | Drafted) -> None:
    if draft.status != "draft":
        raise Conflict(DECIDED.format(key=draft.key, status=draft.status))


def first(report: Report) -> str:
    """The sentences that a report begins with."""
    return report.blocks[0].text if report.blocks and isinstance(report.blocks[0], Text) else ""


def sentences(text: str) -> tuple[str, ...]:
    return tuple(s.strip() for s in SENTENCE.split(text) if s.strip())


def of_draft(reader: Reader, draft: ReportDraft) -> Wanted | None:
    """What a draft is of, at its moment, with its sentences as they were edited; None where it is no report that a schedule made."""
    made = next(iter(reader.find(Query(Schedule, (Where("id", "is", draft.schedule_id),), limit=1))), None)
    at = moment(draft)
    if made is None or made.what == "question" or at is None:
        return None
    projects = reader.find(Query(Project, (Where("id", "is", made.project_id),), limit=1)) if made.project_id else ()
    by = _by(reader, draft)
    return Wanted(projects[0].key if projects else "", audience=made.readers, moment=at, text=draft.text if by else "", by=by)


def moment(draft: ReportDraft) -> datetime | None:
    """When its schedule came due; None of a draft that no schedule made."""
    parts = draft.source.removeprefix(OF_SCHEDULE).split("/")
    return datetime.fromtimestamp(int(parts[1]), UTC) if draft.source.startswith(OF_SCHEDULE) and len(parts) > 1 else None


def locked(report: Report) -> str:
    """Every figure that the sentences of a report may state, in the form they are compared in."""
    own = first(report)
    said = "\n".join((report.title, report.says, *(t for block in (*report.blocks, *report.longer) for t in texts(block))))
    kept, room = list[str](), LONGEST
    for form in sorted(known(own, own)) + sorted(known(said, own) - known(own, own)):
        room -= len(form) + len(APART)
        if room >= 0:
            kept.append(form)
    return APART.join(kept)


def _by(reader: Reader, draft: ReportDraft) -> str:
    """Whoever edited its sentences last."""
    return next((e.by for e in reader.history(ReportDraft, draft.id or 0) if "text" in e.after and not e.created), "")


def _is_declared_anew(reader: Reader, project: Project, wanted: Wanted) -> bool:
    """Whether a project is declared otherwise than when its report was drafted, so that its sentences say something else by now."""
    assert wanted.moment is not None  # noqa: S101 - a draft has one
    then = reader.at(wanted.moment).find(Query(Project, (Where("key", "is", project.key),), limit=1))
    return any(getattr(then[0], name) != getattr(project, name) for name in DECLARED) if then else False


def _declaring(desk: Desk, key: str, said: Declared) -> list[Change]:
    """The change of a project's declared colour; nothing where it is declared so already."""
    project = desk.reader.get(Project, key)
    until = desk.values(Project, {"declared_until": said.until})["declared_until"] if said.until else None
    new = dict(zip(DECLARED, (said.colour, said.reason.strip(), until), strict=True))
    if all(getattr(project, name) == value for name, value in new.items()):
        return []
    if said.colour not in COLOURS:
        raise Undeclared(f"“{said.colour}” is no colour that is declared; there are {', '.join(COLOURS)}.")
    if said.colour == "not declared":
        return [Change("project", (key,), dict(zip(DECLARED, (said.colour, "", None), strict=True)))]
    is_stale = said.colour != project.declared_colour and new["declared_reason"] == project.declared_reason       # the reason of another colour
    reason = "" if is_stale else new["declared_reason"]
    if lacks := [what for what, value in (("reason", reason), ("end date", until)) if not value]:
        raise Undeclared(UNDECLARED.format(lacks=" and the ".join(lacks)))
    if isinstance(until, date) and until < desk.today:
        raise Undeclared(f"{until:%-d %b %Y} is past; say until when it is {said.colour}.")
    return [Change("project", (key,), new)]
