"""What was changed in a time: the news first, then every change with who made it."""
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
import re

from language.dates import Period
from records.kinds import Document, Person, Project, Space
from records.reading import Event
from reports.blocks import Block, Table, Text
from reports.looking import PORTFOLIO, Since, said
from reports.sections.since import since
from reports.telling import few
from tools.base import Changed, Result, tool
from tools.desk import Desk
from tools.desk.aspect import narrowed, read, told
from tools.desk.coloured import COLOUR, coloured
from tools.desk.crossed import crossed
from tools.desk.doings import done_by
from tools.desk.slipped import slipped, slips
from tools.desk.wording import event_lines
from tools.desk.worsened import worsened

USUAL = timedelta(days=7)
MOST, EVERY = 40, 5000
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
SLIPS, WORSE = re.compile(r"^(?:slips|slipped)$"), re.compile(r"^(?:worse|better)$")
TURNED = re.compile(r"^(?P<figure>.+?) (?P<is>(?:below|above|at least|at most|under|over) -?\d[\d.,]*)$", re.I)
PAPERS, FEW_PAPERS = (Document, Space), 5            # changes to documents that stand among the others; more are told in a sentence


@tool("what changed on Apollo since Monday?", "what slipped on Apollo since Monday?", "what is new in the portfolio since yesterday?",
      "what happened on Apollo last week?", "what did Ben do this week?", "what is new on Apollo?", "changes on Apollo",
      "anything new since yesterday?", "what moved on Apollo", "show the recent changes", "what has been updated on Apollo since last week?",
      "who changed Apollo?", "did anything slip this week?", "what did we change yesterday?", "what has happened on Apollo in the last two weeks?",
      "any changes on Apollo?", "did anything change on Apollo?", "what has been going on in Apollo since Monday?",
      "which dates slipped on Apollo this month?", "what is different on Apollo since Monday?", "log of changes", "who changed what today?",
      "show me the changes since Monday", "has the plan of Apollo been touched this month?", "who moved the milestones of Apollo?",
      "what changed on Apollo since I last looked?", "what has moved since I last looked?", "what is new since my last visit?",
      "what did I miss on Apollo?",
      "who moved the dates of Apollo?", "what did I miss?", "what did I miss on Apollo since Monday?", "what has Ben touched this week?",
      "anything new since I was away?", "what have people been doing on Apollo?", "what is new since my holiday?",
      "what was edited on Apollo today?", "which changes were made last week?",
      "any movement on Apollo this week?", "audit trail of the last three days", "change log of Apollo", "history of changes since Monday",
      sign="Reading the log of changes")
def what_changed(desk: Desk, project: Project | None = None, period: Period | None = None, person: Person | None = None,
                 only: Changed = "") -> Result:
    """List what was changed in a time (default: the last 7 days), on one project or on all, by everybody or by one person; what slipped stands first.
    Who set one record, field or kind, when, how often, and since when a project is red or doubtful: only."""
    if only:
        return _narrowed(desk, only, project, period, person)
    about = project.key if project else PORTFOLIO
    period, note = desk.lately(period, about, USUAL)
    zone = desk.now.tzinfo
    first = period.moment if isinstance(period, Since) and period.moment else datetime.combine(period.first, time.min, zone)
    events = desk.reader.events(first, datetime.combine(period.last, time.max, zone), None if project is None else (project.id or 0,))
    if person is not None:
        events = [e for e in events if e.by == person.name]
    where = (project.name if project else "all projects") + (f" by {person.name}" if person else "")
    year = "" if period.first.year == period.last.year else f" {period.first.year}"
    when = f"since {said(period)}" if period.last >= desk.today else f"from {period.first:%a %-d %b}{year} to {period.last:%a %-d %b %Y}"
    before, seen = (Text(note),) if note else (), () if person else (about,)
    before = (*before, *((Text(told_),) if person and (told_ := done_by(desk, person, project, period, is_short=bool(events))) else ()))
    if not events:
        return Result((*before, Text(f"Nothing was changed on {where} {when}.")), seen)
    slips, (events, papers) = _slips(desk, events), _apart(events)
    moved = _moved(desk, project, period) if project and not person and isinstance(period, Since) else ()
    return Result((*before, Text(_lead(events, where, when)), *((Text("Slipped: " + "; ".join(slips) + "."),) if slips else ()), *moved,
                   *((_table(desk, events),) if events else ()), *((Text(papers),) if papers else ())), seen)


def _narrowed(desk: Desk, said: str, project: Project | None, period: Period | None, person: Person | None) -> Result:
    """One record, field or kind: who changed it and when, told first; without a period of all its past."""
    zone = desk.now.tzinfo
    if project is not None and COLOUR.fullmatch(said.strip().lower()):
        return Result(coloured(desk, project, said))
    if WORSE.match(said):
        return Result(worsened(desk, project, (period or Period(desk.today - USUAL, desk.today)).first, is_better=said == "better"))
    if project is not None and (turned := _turned(desk, said, project)) is not None:
        return turned
    first = datetime.combine(period.first, time.min, zone) if period else BEGINNING
    last = datetime.combine(min(period.last, desk.today) if period else desk.today, time.max, zone)
    if SLIPS.match(said):
        return _all_slips(desk, project, (first if period else last - USUAL, last), person)
    aspect = read(desk, said, project)
    found = desk.reader.history(next(iter(aspect.of)), aspect.record.id or 0, EVERY) if aspect.record else desk.reader.events(
        first, last, None if project is None else (project.id or 0,), EVERY)
    events = [e for e in narrowed(found, aspect) if first <= e.at <= last and (person is None or e.by == person.name)]
    where = project.name if project else "all projects"
    when = (f" by {person.name}" if person else "") + (f" from {period.first:%a %-d %b} to {period.last:%a %-d %b %Y}" if period else "")
    return Result((Text(told(desk, aspect, events, where, when)), *((_table(desk, events),) if len(events) > 1 else ())))


def _all_slips(desk: Desk, project: Project | None, times: tuple[datetime, datetime], person: Person | None) -> Result:
    """Every date that was moved later between two moments, on one project or all."""
    events = desk.reader.events(*times, None if project is None else (project.id or 0,), EVERY)
    when = f"from {times[0]:%a %-d %b} to {times[1]:%a %-d %b %Y}"
    where = f"{project.name if project else 'all projects'}{f' by {person.name}' if person else ''}"
    return Result(slipped(desk, [e for e in events if person is None or e.by == person.name], where, when))


def _turned(desk: Desk, said: str, project: Project) -> Result | None:
    """Since when a figure is below or above a number; None where the words are no figure with a condition."""
    m = TURNED.match(said)
    having = desk.having(Project, {m["figure"]: m["is"]}) if m else ()
    if not having:
        return None
    aspect = read(desk, having[0].figure.title, project)
    told_, events = crossed(desk, project, having[0], lambda first, last: list(narrowed(desk.reader.events(first, last, (project.id or 0,), EVERY), aspect)))
    return Result((Text(told_), *((_table(desk, events),) if events else ())))


def _moved(desk: Desk, project: Project, period: Period) -> Sequence[Block]:
    """The verdicts, figures and dates that moved since the asker last looked: the news, before all that was written."""
    return [block for block in since.run(desk.book(project), project, period) if isinstance(block, Table)]


def _apart(events: list[Event]) -> tuple[list[Event], str]:
    """What happened to the work, and in a sentence what happened to documents, where that is so much that it would drown the rest."""
    papers = [e for e in events if e.kind in PAPERS]
    if len(papers) <= FEW_PAPERS:
        return events, ""
    keys = tuple(dict.fromkeys(e.key for e in papers))
    said = f"{_counted(len(papers), 'change')} to {_counted(len(keys), 'document')} beside: {few(keys, FEW_PAPERS)}."
    return [e for e in events if e.kind not in PAPERS], said


def _lead(events: Sequence[Event], where: str, when: str) -> str:
    """How much happened, how much of it is new, and who did it where several did."""
    made, records = sum(e.created for e in events), len({e.key for e in events})
    who = Counter(e.by for e in events).most_common()
    new = f", {made} of them new" if made else ""
    by = f" By whom: {', '.join(f'{name} {n}' for name, n in who)}." if len(who) > 1 else ""
    return f"{_counted(len(events), 'change')} to {_counted(records, 'record')} on {where} {when}{new}.{by}"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")


def _slips(desk: Desk, events: Sequence[Event]) -> Sequence[str]:
    """Each date that moved later in words, once; the events are newest first."""
    return [f"{slip.event.key} {_title(desk, slip.event)} by {_counted(slip.days, 'day')} to {slip.now:%a %-d %b %Y}" for slip in slips(events)]


def _title(desk: Desk, event: Event) -> str:
    return desk.reader.labels(event.kind).get(event.id, "")


def _at(desk: Desk, event: Event) -> str:
    """When it was, with the year where that is another."""
    at = event.at.astimezone(desk.now.tzinfo)
    return f"{at:%a %-d %b %H:%M}" if at.year == desk.today.year else f"{at:%a %-d %b %Y %H:%M}"


def _table(desk: Desk, events: Sequence[Event]) -> Table:
    rows = tuple((_at(desk, e), e.by, e.key, _title(desk, e),
                  "; ".join(event_lines(desk.reader, e))) for e in events[:MOST])
    note = f"The latest {MOST} of {len(events)}." if len(events) > MOST else ""
    return Table("Changes", ("when", "who", "record", "title", "what"), rows, tuple(e.key for e in events[:MOST]), note)
