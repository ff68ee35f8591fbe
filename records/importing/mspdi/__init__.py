"""MS Project XML (MSPDI), with and without its namespace: a project, its calendars, people, tasks, milestones, links and shared assignments.

A record's source is "msp:", the project's name and the UID, which MS Project keeps for life: next week's file finds its records again.
"""
from pathlib import PurePath
import re

from records.importing.base import Read, To
from records.importing.mspdi import assignments, calendars, leavings, links, people, tasks
from records.importing.mspdi.calendars import Known
from records.importing.mspdi.document import Item, parse
from records.importing.mspdi.outline import lay, milestones
from records.importing.mspdi.values import measures, on
from records.importing.schedule import CURRENCIES, Gathered, day, named

_ANY_PROJECT = re.compile(r"(?:project|projekt|projet|proyecto|progetto|projeto)\s*\d*", re.I)        # what MS Project calls a file before anyone does
_ENDING = re.compile(r"\.(?:xml|mpp|mpt|mspdi)$", re.I)
_OF_A_DAY = re.compile(r"[\s_.,-]*(?:\d{4}-?\d{2}-?\d{2}|\(\d+\))$")      # what tells this week's file from last week's
MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)


def read(content: bytes, name: str) -> Read:
    """Read a whole file. Raises BadInput with what to do where it is no MS Project XML, not well formed or hostile."""
    document = parse(content, name)
    gathered = Gathered()
    if document.repaired:
        gathered.note(document.repaired)
    outline = lay(document.sections["Tasks"], gathered)
    title = _title(document.project, outline.root, name)
    prefix, lengths = f"msp:{named(title)}/", measures(document.project)
    known = calendars.read(document, gathered, lengths, prefix)
    persons = people.read(document, gathered, known, lengths, prefix)
    project = To("project", prefix.rstrip("/"))
    own = known.get(document.project.said("CalendarUID"))
    _project(document.project, outline.root, title, (project, own), gathered)
    around = tasks.Surroundings(project, prefix, known, assignments.read(document, persons, lengths), lengths,
                                tuple(own.hours) if own and own.hours else MONDAY_TO_FRIDAY)
    marks = frozenset(milestones(outline))
    tasks.read(outline, marks, around, gathered)
    links.read(outline, marks, around, gathered)
    leavings.tell(document, outline, marks, gathered)
    return gathered.read()


def _title(project: Item, root: Item, name: str) -> str:
    """What the project is called: its title, else its summary task, else its file; "Project1" is nobody's name unless there is no other."""
    file = _ENDING.sub("", PurePath(name.replace("\\", "/")).name)
    file = _OF_A_DAY.sub("", file) or file
    said = [" ".join(s.split()) for s in (project.said("Title"), root.said("Name"), _ENDING.sub("", project.said("Name")), file)]
    return next((s for s in said if s and not _ANY_PROJECT.fullmatch(s)), "") or next((s for s in said if s), "Schedule")


def _project(item: Item, root: Item, title: str, refers: tuple[To, Known | None], gathered: Gathered) -> None:
    project, calendar = refers
    where = f"project “{title[:80]}”"
    currency = item.said("CurrencyCode").upper()
    if currency and currency not in CURRENCIES:
        gathered.skip(where, f"Its currency {currency[:10]} is not one of {', '.join(CURRENCIES)} and is left out")
    start = on(item.said("StartDate")) or on(root.said("Start"))
    manager = " ".join(item.said("Manager").split())
    gathered.add("project", project.said, where, {
        "name": gathered.title(where, title, "Schedule"),
        "purpose": gathered.text(where, "note", root.said("Notes") or item.said("Comments") or item.said("Subject")),
        "start": day(start), "finish": day(gathered.due(where, start, on(item.said("FinishDate")) or on(root.said("Finish")))),
        "currency": currency if currency in CURRENCIES else None,
        "manager_id": To("person", manager[:200]) if manager else None,
        "calendar_id": To("calendar", calendar.source) if calendar and calendar.source else None})


