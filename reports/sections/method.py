"""Method: how far the numbers can be trusted, and which rules are broken."""
from language.dates import Period
from records.computing import Book
from records.figures.confidence import confidence
from records.kinds import Project
from reports.blocks import Block, Table, Text
from reports.compliance import asked_by, broken
from reports.sections.base import section
from reports.telling import SHAPES, person

MOST = 10


@section("method", "Method")
def method(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    trust = book.value(project, confidence)
    found = [b for b in broken(book) if b.record.id == project.id]
    asks = asked_by(book, [b.rule for b in found[:MOST]])
    rows = tuple((b.finding.says, f"{SHAPES[b.finding.severity]} {b.rule.title}", asks[b.rule], person(book, b.finding.who)) for b in found[:MOST])
    left = f"and {len(found) - MOST} more" if len(found) > MOST else ""
    lead: list[Block] = [Text(f"The data of {project.name} is of {trust.how}.")] if trust.number is not None else []
    return [*lead, *([Table(f"Rules that are broken: {len(found)}", ("what", "rule", "what is asked", "who can act"), rows,
                            tuple((b.finding.keys or (project.key,))[0] for b in found[:MOST]), left)] if rows else [])]
