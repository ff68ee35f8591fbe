"""Why a project has its colours: every finding with the clause it breaks and the records behind it."""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.verdicts import DIMENSIONS, delivery, dimension, value
from reports.blocks import Block, Table, Text
from reports.sections.base import section
from reports.telling import SHAPES, because


@section("why", "Why")
def why(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    delivered, worth = delivery(book, project), value(book, project)
    colour = f" ({delivered.tone})" if delivered.tone != "plain" else ""
    lead = f"{project.name} is {delivered.word}{colour} in delivery"
    count = f", because of {len(delivered.because)} findings" if len(delivered.because) > 1 else ""
    return [Text(f"{lead}{count}. As to its value it is {worth.word}."), _dimensions(book, project),
            *because(book, delivered), *because(book, worth)]


def _dimensions(book: Book, project: Project) -> Table:
    """The colour of each dimension with the rule that fired, beside what was declared."""
    judged = [(area, dimension(book, project, area)) for area in DIMENSIONS]
    rows = tuple((area, f"{SHAPES[of.tone]} {of.word}", of.because[0][0].title if of.because else "–", of.because[0][1].says if of.because else of.note or "–")
                 for area, of in judged)
    return Table(f"Each dimension; declared: {project.declared_colour}", ("dimension", "by the records", "rule that fired", "because"), rows,
                 tuple(project.key for _ in rows))
