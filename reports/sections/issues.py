"""Issues: what is wrong now, the worst first, with who minds it and by when."""
from language.dates import Period
from records.computing import Book
from records.kinds import Issue, Project
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import day, person

TOP = 5
ORDER = {"critical": 0, "high": 1, "medium": 2, "low": 3}


@section("issues", "Issues")
def issues(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    asked = (Where("project_id", "is", project.id), Where("type", "is", "issue"), Where("status", "not in", ("resolved", "closed")))
    found = sorted(book.reader.find(Query(Issue, asked, sort="due", limit=None)), key=lambda i: ORDER[i.severity])
    rows = tuple((i.key, i.title, i.severity, person(book, i.owner_id), day(i.due), i.status) for i in found[:TOP])
    title = f"Top {len(rows)} of {len(found)} open issues" if len(found) > 1 else "Open issue"
    return [Table(title, ("issue", "what is wrong", "severity", "owner", "due", "status"), rows, tuple(i.key for i in found[:TOP]))] if rows else []
