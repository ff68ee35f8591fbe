"""A report for a client: of the work and the dates, without what it costs and what it is worth to the house."""
from collections.abc import Sequence

from language.dates import Period
from records.computing import Book
from records.figures import FIGURES
from records.figures.base import Figure
from records.figures.earned_value import cpi, spi
from records.kinds import Project
from reports.blocks import Block, Fact, Text
from reports.sections.base import Section
from reports.sections.since import FIGURES as MOVING
from reports.sections.since import moved_since, since
from reports.sections.summary import sentences, summary


def is_priced(figure: Figure) -> bool:
    """Whether a figure, or how it came about, says an amount of money."""
    return figure.unit == "money" or figure in (cpi, spi)


PRICED = frozenset(f.name for f in FIGURES if is_priced(f))


def unpriced(book: Book, project: Project, period: Period, section: Section) -> Sequence[Block]:
    """What a section says, without money."""
    if section is summary:
        return [Text(" ".join(sentences(book, project, priced=False)))]
    if section is since:
        return moved_since(book, project, period, [f for f in MOVING if not is_priced(f)])
    return [b for b in section.run(book, project, period) if not (isinstance(b, Fact) and b.slot.rpartition(".")[2] in PRICED)]
