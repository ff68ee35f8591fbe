"""A short note about one project that somebody may send on: every sentence is computed from the records."""
from collections.abc import Sequence

from records.computing import Book
from records.kinds import Project
from records.kinds.project import ENDED
from records.verdicts import delivery
from reports.blocks import Block, Text
from reports.deciding import decisions_wanted
from reports.sections.questions import likely
from reports.telling import day, finish_told, person, verdict_told, worth_told

MOST = 3
MINE = "Every sentence is computed from the records; nothing was sent."
COST, WORTH = "What will it cost in the end?", "Is it still worth it?"


def note(book: Book, project: Project) -> list[Block]:
    """The note about one project: how it stands, when it ends, what it costs, whether it is worth it, what is wanted of the reader."""
    rows = dict(row[:2] for row in likely(book, project))
    cost = f"It is expected to cost {rows[COST]}" if COST in rows else ""
    worth = rows.get(WORTH, "") or " ".join(worth_told(book, project))
    lines = (f"{project.name}, {day(book.today)}", verdict_told(book, project, delivery(book, project), in_one=True), *(
        () if project.phase in ENDED else (finish_told(book, project),)), cost, worth, wanted_told(book, (project,)))
    return [Text("\n\n".join(filter(None, lines))), Text(MINE)]


def wanted_told(book: Book, projects: Sequence[Project]) -> str:
    """What the reader is to decide, the first few."""
    wanted = decisions_wanted(book.reader, projects, book.today)
    if not wanted:
        return ""
    told = "; ".join(f"{w.decision} ({w.key}), {person(book, w.decider_id)}{f' by {day(w.by)}' if w.by else ''}" for w in wanted[:MOST])
    more = f"; and {len(wanted) - MOST} more" if len(wanted) > MOST else ""
    return f"To be decided: {told}{more}."
