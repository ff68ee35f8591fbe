"""Projects and their work breakdown structure: each element below a project's own is a parent task with its path as WBS code."""
from collections.abc import Mapping
from dataclasses import dataclass, field

from records.importing.base import To
from records.importing.schedule import CURRENCIES, LONGEST_WBS, Gathered, day, named
from records.importing.xer.calendars import Known
from records.importing.xer.standing import Standing, together
from records.importing.xer.tables import Line, Tables
from records.importing.xer.values import on, yes

PHASES = {"WS_Planned": "planning", "WS_Open": "in delivery", "WS_Closed": "closed", "WS_Whatif": "candidate"}


@dataclass
class Scheme:
    """One project of the file: how to refer to it, its line, its calendar, its elements by id and the code of each."""
    line: Line
    project: To
    root: Line | None = None
    elements: dict[str, To] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    calendar: Known | None = None

    def own(self, source: str, uid: str) -> str:
        """The source, made another one by the id where it stands twice."""
        source = f"{self.project.said}/{source}"
        source = source if source not in self.taken else f"{source}/{uid}"
        self.taken.add(source)
        return source


def find(tables: Tables, gathered: Gathered) -> Mapping[str, Scheme]:
    """The projects that the file exports, by their id; others are only mentioned in it. A file that marks none holds what it holds."""
    schemes: dict[str, Scheme] = {}
    marked = any(yes(line.said("export_flag")) for line in tables.all("PROJECT"))
    for line in tables.all("PROJECT"):
        short = named(line.said("proj_short_name")) or line.said("proj_id")
        if marked and line.said("export_flag") and not yes(line.said("export_flag")):
            gathered.skip(f"project “{short}”", "The file only mentions it and does not export it; it is left out")
        elif line.said("proj_id") in schemes:
            gathered.skip(line.where, f"The project id {line.said('proj_id')} stands twice; the second is left out")
        else:
            schemes[line.said("proj_id")] = Scheme(line, To("project", f"xer:{short}"))
    for line in tables.all("PROJWBS"):
        scheme = schemes.get(line.said("proj_id"))
        if scheme and yes(line.said("proj_node_flag")):
            scheme.root = line
    return schemes


def read(tables: Tables, schemes: Mapping[str, Scheme], calendars: Mapping[str, Known], below: Mapping[str, list[Standing]], gathered: Gathered) -> None:
    """Add a row for each project and each element of its structure; how an element stands follows from the activities `below` it, by its id."""
    lines = {line.said("wbs_id"): line for line in tables.all("PROJWBS")}
    whole = _whole(lines, below)
    for scheme in schemes.values():
        scheme.calendar = calendars.get(scheme.line.said("clndr_id"))
        _project(scheme, tables.currency, gathered)
    for uid, line in lines.items():
        of = schemes.get(line.said("proj_id"))
        if of and line is not of.root:
            _elements(uid, lines, of, whole, gathered)
    if any(scheme.elements for scheme in schemes.values()):
        gathered.note("Dates, status and progress of WBS elements are those of the activities below them: the file has none of their own.")


def _whole(lines: Mapping[str, Line], below: Mapping[str, list[Standing]]) -> dict[str, list[Standing]]:
    """All activities below each element, at any depth."""
    found: dict[str, list[Standing]] = {}
    for uid, own in below.items():
        seen: set[str] = set()
        while uid in lines and uid not in seen:
            seen.add(uid)
            found.setdefault(uid, []).extend(own)
            uid = lines[uid].said("parent_wbs_id")  # noqa: PLW2901 - upwards, element by element
    return found


def _project(scheme: Scheme, currency: str, gathered: Gathered) -> None:
    line, root = scheme.line, scheme.root
    where = f"project “{line.said('proj_short_name')[:80]}”"
    start = on(line.said("plan_start_date"))
    finish = on(line.said("scd_end_date")) or on(line.said("plan_end_date"))
    if currency and currency not in CURRENCIES:
        gathered.skip(where, f"Its currency {currency[:10]} is not one of {', '.join(CURRENCIES)} and is left out")
    gathered.add("project", scheme.project.said, where, {
        "name": gathered.title(where, root.said("wbs_name") if root else line.said("proj_short_name"), line.said("proj_short_name") or "Schedule"),
        "start": day(start), "finish": day(gathered.due(where, start, finish)),
        "phase": PHASES.get(root.said("status_code")) if root else None,
        "currency": currency if currency in CURRENCIES else None,
        "calendar_id": To("calendar", scheme.calendar.source) if scheme.calendar and scheme.calendar.source else None})
    if data_date := on(line.said("last_recalc_date")):
        gathered.note(f"{scheme.project.said.removeprefix('xer:')}: the file tells how things stood on {data_date}.")


def _elements(uid: str, lines: Mapping[str, Line], scheme: Scheme, whole: Mapping[str, list[Standing]], gathered: Gathered) -> None:
    """Add the element, after those above it."""
    for at in reversed(_above(uid, lines, scheme)):
        line, parent = lines[at], lines[at].said("parent_wbs_id")
        top = scheme.root.said("wbs_short_name") if scheme.root else ""
        code = ".".join(filter(None, (scheme.codes.get(parent, top), line.said("wbs_short_name"))))
        where = f"WBS {code[:80]} “{line.said('wbs_name')[:80]}”"
        scheme.codes[at] = code
        scheme.elements[at] = To("task", scheme.own(f"wbs/{code[:70]}", at))
        standing = together(whole.get(at, []))
        gathered.add("task", scheme.elements[at].said, where, {
            "title": gathered.title(where, line.said("wbs_name"), code or f"WBS {at}"),
            "project_id": scheme.project, "parent_id": scheme.elements.get(parent),
            "wbs": gathered.text(where, "WBS code", code, LONGEST_WBS), **standing.values()})


def _above(uid: str, lines: Mapping[str, Line], scheme: Scheme) -> list[str]:
    """The element and those above it that are of this project and not its root; a circle ends where it began."""
    found: list[str] = []
    while uid in lines and uid not in found and lines[uid] is not scheme.root and uid not in scheme.elements:
        found.append(uid)
        uid = lines[uid].said("parent_wbs_id")
    return found
