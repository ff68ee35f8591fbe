"""Rows that are pasted, a line each: cells between semicolons, tabs or bars, below a line of headings or without one. Each becomes a line of quick capture."""
from collections.abc import Iterator, Sequence
import re

from assistant.planner.heard.hearing import Heard

SIGNS = (";", "\t", "|")                 # what parts cells
RULE = re.compile(r"^[\s|:+-]+$")
FEW = 2
LEADING = {"due": "by ", "hours": "", "owner": "@", "priority": "!"}
HEADINGS = {"title": ("title", "task", "tasks", "name", "what", "activity", "to do", "todo", "summary", "subject"),
            "owner": ("owner", "who", "person", "assignee", "assigned to", "responsible", "resp", "by whom", "by"),
            "due": ("due", "due date", "date", "deadline", "when", "until", "finish", "end", "by when"),
            "hours": ("hours", "h", "effort", "estimate", "hrs", "work"), "priority": ("priority", "prio")}
HEADING = {word: name for name, words in HEADINGS.items() for word in words}
NUMBER = re.compile(r"\d{1,4}(?:[.,]\d+)?")
LEVELS = re.compile(r"low|medium|high|critical|urgent", re.I)
NOTHING = re.compile(r"[-–—?]*|tbd|n/?a|open|none", re.I)


def rows(lines: Sequence[str], heard: Heard) -> tuple[str, ...]:
    """The rows as lines of quick capture; () where the lines are no rows."""
    while lines and lines[0].rstrip().endswith(":"):
        lines = lines[1:]
    sign = next((s for s in SIGNS if len(lines) >= FEW and all(s in line for line in lines)), "")
    if not sign:
        return ()
    cut = [[cell.strip() for cell in line.strip().strip("|").split(sign)] for line in lines if not RULE.match(line)]
    heads = [HEADING.get(cell.lower().strip(" :."), "") for cell in cut[0]]
    is_headed = "title" in heads and len([h for h in heads if h]) >= FEW
    return tuple(_line(cells, heads if is_headed else [], heard) for cells in (cut[1:] if is_headed else cut) if any(cells))


def _line(cells: Sequence[str], heads: Sequence[str], heard: Heard) -> str:
    at = heads.index("title") if heads else 0
    title = cells[at].replace('"', "").replace("“", "").replace("”", "") if at < len(cells) else ""
    others, unread = list[str](), list[str]()
    for n, cell in enumerate(cells):
        if n == at or NOTHING.fullmatch(cell):
            continue
        said = _said(cell, heads[n] if n < len(heads) else "", heard)
        (others if said else unread).append(said or cell)
    title = ", ".join((title, *unread))                    # what no cell of ours reads is seen in the title, and not lost
    return " ".join((f'"{title}"' if len(title) > 1 else title, *others)).strip()


def _said(cell: str, head: str, heard: Heard) -> str:
    """The cell as quick capture takes it; empty where it is nothing that a task has."""
    found = set(_types(cell, heard))
    if NUMBER.fullmatch(cell) and head in ("hours", ""):
        return f"{cell}h"
    if LEVELS.fullmatch(cell):
        return f"{LEADING['priority']}{cell.lower()}"
    if "person" in found and "DATE" not in found:
        return f"{LEADING['owner']}{cell}"
    return f"{LEADING['due']}{cell}" if "DATE" in found else cell if "HOURS" in found else ""


def _types(cell: str, heard: Heard) -> Iterator[str]:
    yield from (t for t, s in heard.spans if heard.said(s) and heard.said(s).lower() in cell.lower() and len(heard.said(s)) * 2 >= len(cell))
