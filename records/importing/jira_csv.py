"""Jira's CSV: columns that repeat (labels, sprints, comments, links), times in seconds, dates as its profile writes them."""
from collections import defaultdict
from collections.abc import Mapping, Sequence
import re

from records.importing.base import Read
from records.importing.jira import Board, Issue, Said, Sprint
from records.importing.tables import Cell, Sheet
from records.importing.text import is_nothing, plainly
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted

NEEDED = frozenset(("summary", "issue key", "issue type"))
LOOKED_AT = 6                                   # an older Jira writes a title above
BEFORE = frozenset(("blocks", "blocker", "gantt end to start", "finish to start", "predecessor", "preceded", "precedes"))
LINK = re.compile(r"(inward|outward) issue link (.*)")
FIELDS = {"type": ("issue type",), "status": ("status",), "category": ("status category",), "resolution": ("resolution",), "priority": ("priority",),
          "project": ("project name", "project", "project key"), "description": ("description",), "assignee": ("assignee", "custom field assignee e mail"),
          "reporter": ("reporter", "creator")}
DATES = {"due": ("due date", "due"), "start": ("start date", "custom field start date", "target start", "custom field target start"), "created": ("created",),
         "resolved": ("resolved", "resolution date")}
POINTS = ("custom field story points", "custom field story point estimate", "story points", "story point estimate")
KEEPS = frozenset((
    *POINTS, "summary", "issue key", "issue id", "labels", "components", "sprint", "custom field sprint", "comment", "comments", "log work", "parent",
    "parent id", "parent key", "parent summary", "custom field epic link", "epic link", "custom field parent link", "original estimate",
    "remaining estimate", "updated", "last viewed", "acceptance criteria", "custom field acceptance criteria", "custom field rank", "votes", "watchers",
    "watchers id", "assignee id", "reporter id", "creator", "creator id", "project key", "project type", "project lead", "project lead id",
    "project description", "project url", "work ratio"))
Cells = Mapping[str, Sequence[str]]


def is_jira(sheets: Sequence[Sheet]) -> bool:
    """Whether the table is one that Jira wrote."""
    return len(sheets) == 1 and _top(sheets[0]) is not None


def read(sheet: Sheet, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    """Read every issue with all it carries; columns that are not taken are named."""
    top = _top(sheet) or 0
    headers = [plainly(str(h)) if not is_nothing(h) else "" for h in sheet.rows[top]]
    rows = [(number, _cells(headers, row)) for number, row in enumerate(sheet.rows[top + 1:], top + 2) if any(not is_nothing(c) for c in row)]
    keys = {cells["issue id"][0]: cells["issue key"][0] for _, cells in rows if cells["issue id"] and cells["issue key"]}
    issues = [_issue(cells, number, keys) for number, cells in rows]
    repeated = len(issues) - len({i.key for i in issues})
    known = KEEPS.union(*FIELDS.values(), *DATES.values())
    left = sorted({str(h) for h, plain in zip(sheet.rows[top], headers, strict=True) if plain and plain not in known and not LINK.fullmatch(plain)
                   and any(cells[plain] for _, cells in rows)})
    notes = [*sheet.notes, *([f"Not taken: {', '.join(left)}."] if left else []),
             *([f"{repeated} rows have no issue key or repeat one; of each key the last was taken."] if repeated else [])]
    return Board(issues, vocabulary, wanted).read(notes)


def _top(sheet: Sheet) -> int | None:
    for number, row in enumerate(sheet.rows[:LOOKED_AT]):
        if {plainly(c) for c in row if isinstance(c, str)} >= NEEDED:
            return number
    return None


def _cells(headers: Sequence[str], row: Sequence[Cell]) -> Cells:
    """What a row says under each header, in order: a repeated column has several."""
    cells: dict[str, list[str]] = defaultdict(list)
    for header, cell in zip(headers, row, strict=False):
        if header and not is_nothing(cell):
            cells[header].append(str(cell))
    return cells


def _first(cells: Cells, names: Sequence[str]) -> str:
    return next((cells[name][0] for name in names if cells[name]), "")


def _issue(cells: Cells, number: int, keys: Mapping[str, str]) -> Issue:
    key = _first(cells, ("issue key",)).strip()
    parent = _first(cells, ("parent key", "custom field epic link", "epic link", "custom field parent link", "parent", "parent id"))
    numbers = {name: float(said) for name, headers in (("points", POINTS), ("estimate", ("original estimate",)), ("remaining", ("remaining estimate",)))
               if re.fullmatch(r"\d{1,9}(?:\.\d+)?", said := _first(cells, headers))}
    return Issue(key, f"row {number}", _first(cells, ("summary",)), **{name: _first(cells, headers) for name, headers in FIELDS.items()},
                 parent=keys.get(parent.strip(), parent.strip()), labels=[*cells["labels"], *cells["components"]],
                 sprints=[Sprint(" ".join(s.split())) for s in (*cells["sprint"], *cells["custom field sprint"])], links=_links(cells),
                 comments=[_comment(c) for c in (*cells["comment"], *cells["comments"])], work=[w for c in cells["log work"] if (w := _work(c))],
                 dates={name: _first(cells, headers) for name, headers in DATES.items()}, numbers=numbers,
                 texts={"acceptance": _first(cells, ("custom field acceptance criteria", "acceptance criteria"))})


def _links(cells: Cells) -> list[tuple[str, bool]]:
    """The issues this one waits for (inward) or holds up (outward); links that only relate are none of a schedule."""
    return [(other.strip(), m[1] == "inward") for header, others in cells.items() if (m := LINK.fullmatch(header)) and m[2] in BEFORE for other in others]


def _comment(cell: str) -> Said:
    """"01/May/26 9:14 AM;ana;It works"; a comment without that head is all text."""
    when, who, text = (*cell.split(";", 2), "", "")[:3]
    return Said(who, when, text) if text and re.match(r"\d", when) else Said("", "", cell)


def _work(cell: str) -> Said | None:
    """"What I did;01/May/26 9:14 AM;ana;3600": the text may hold semicolons itself."""
    parts = cell.rsplit(";", 3)
    return Said(parts[2], parts[1], parts[0], float(parts[3])) if len(parts) == 4 and parts[3].strip().isdigit() else None  # noqa: PLR2004
