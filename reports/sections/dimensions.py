"""The status line: each dimension with its colour by the records, the one at the beginning of the period, and the rule that fired."""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.verdicts import DIMENSIONS, RANK, Tone, dimension
from reports.blocks import Block, Table
from reports.looking import beginning, said
from reports.sections.base import section
from reports.telling import SHAPES
from reports.then import as_it_was


@section("dimensions", "Status")
def dimensions(book: Book, project: Project, period: Period) -> list[Block]:
    judged = [(area, dimension(book, project, area)) for area in DIMENSIONS]
    if all(of.tone == "plain" for _, of in judged):
        return []
    then = as_it_was(book, project, beginning(period))
    was = {area: dimension(*then, area).tone if then else None for area in DIMENSIONS}
    rows = tuple((area, f"{SHAPES[of.tone]} {of.word}", _moved(was[area], of.tone), of.because[0][1].says if of.because else of.note or "nothing off plan",
                  of.because[0][0].title if of.because else "–") for area, of in judged if of.tone != "plain")
    unknown = [f"{area} ({why})" if (why := of.word.partition(": ")[2]) else area for area, of in judged if of.tone == "plain"]
    note = f"Nothing to judge {', '.join(unknown)} by." if unknown else ""
    return [Table(f"By the records, and since {said(period)}; declared: {project.declared_colour}",
                  ("dimension", "by the records", "since then", "because", "rule"), rows, note=note)]


def _moved(was: Tone | None, now: Tone) -> str:
    if was is None or was == "plain":
        return "new"
    return "as before" if was == now else f"{'better' if RANK[now] > RANK[was] else 'worse'}, was {was}"
