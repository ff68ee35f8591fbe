"""For a board: a short note about all projects, and the questions that it will ask first, with the answers that the records give."""
from collections.abc import Iterator, Sequence
from typing import cast

from records.computing import Book
from records.kinds import Project
from records.kinds.project import ENDED
from records.verdicts import value
from reports.blocks import Block, Fact, Table, Text
from reports.gist import gist
from reports.noting import MINE, WORTH, wanted_told
from reports.portfolio import lead, worst_first
from reports.sections.questions import likely
from reports.telling import day

ASKED = 3


def note_of_all(book: Book) -> list[Block]:
    """The same about all projects."""
    projects = cast("Sequence[Project]", book.records)
    told = [f"{f.label}: {f.display} ({f.how})." for f in gist(book, ()) if isinstance(f, Fact)]
    live = [p for p in projects if p.phase not in ENDED]
    return [Text("\n\n".join(filter(None, (f"The portfolio, {day(book.today)}", lead(book, projects).text, *told, wanted_told(book, live))))), Text(MINE)]


def questions_of_all(book: Book) -> list[Block]:
    """What a board will ask first: of each of the worst projects its most pressing question, with the answer that the records give."""
    live = [p for p in cast("Sequence[Project]", book.records) if p.phase not in ENDED]
    rows = [(p.name, *row) for p in worst_first(book, live) for row in _pressing(book, p)][:ASKED]
    if not rows:
        return [Text("No open project gives a question that the records could answer.")]
    return [Table(f"Likely questions: {len(rows)}, with what the records say", ("project", "question", "answer"), tuple(row[:3] for row in rows),
                  tuple(row[3] for row in rows))]


def _pressing(book: Book, project: Project) -> Iterator[tuple[str, str, str]]:
    """The first question that is about what is wrong: the colour, where it flatters; the worth, where value is lost; else the first of all."""
    rows = list(likely(book, project))
    first = next((row for row in rows if row[0] == WORTH and value(book, project).tone == "red"), None)
    yield from [first] if first else rows[:1]
