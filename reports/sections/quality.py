"""Quality: metrics against their targets, open defects by how bad they are, and the checks that are due."""
from collections import Counter

from language.dates import Period
from records.computing import Book
from records.figures.quality import checks_due, checks_failed, cost_of_quality, escaped_defects, metrics_on_target, open_defects, rework
from records.kinds import Issue, Project
from records.query import Query, Where
from reports.blocks import Block, Table
from reports.sections.base import section
from reports.telling import facts

FIGURES = (metrics_on_target, open_defects, escaped_defects, checks_due, checks_failed, rework, cost_of_quality)
ORDER = ("critical", "high", "medium", "low")


@section("quality", "Quality", area="quality", figures=FIGURES)
def quality(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    asked = (Where("project_id", "is", project.id), Where("type", "is", "defect"), Where("status", "not in", ("resolved", "closed")))
    counts: Counter[str] = Counter(i.severity for i in book.reader.find(Query(Issue, asked, limit=None)))
    total = sum(counts.values())
    rows = tuple((level, f"{counts[level]} of {total}") for level in ORDER if counts[level])
    told = [f for f in facts(book, project, FIGURES) if rows or not f.display.startswith("0")]
    return [*told, *([Table(f"Open defects: {total}", ("severity", "how many"), rows)] if rows else [])]
