"""Decisions needed: what waits for a decision, with by whom, by when and what happens without."""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from reports.blocks import Block, Table
from reports.deciding import HEAD, as_rows, decisions_wanted
from reports.sections.base import section


@section("decisions", "Decisions needed")
def decisions(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    wanted = decisions_wanted(book.reader, (project,), book.today)
    return [Table(f"Decisions needed: {len(wanted)}", HEAD, as_rows(book, wanted), tuple(w.key for w in wanted))] if wanted else []
