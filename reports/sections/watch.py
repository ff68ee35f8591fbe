"""What the watch sees coming on a project."""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from reports import watch as watching
from reports.blocks import Block
from reports.sections.base import section


@section("watch", "Early signs")
def watch(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - signs are of today
    return watching.watch(book)
