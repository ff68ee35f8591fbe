"""Some projects side by side: both verdicts and the figures that a board weighs, a row each, after a sentence that says how each one stands."""
from collections.abc import Sequence

from records.computing import Book
from records.figures import FIGURES
from records.figures.base import Figure, display
from records.figures.benefits import benefit_expected, benefit_forecast, benefit_realised
from records.figures.budget import overrun
from records.figures.business_case import bcr, npv, payback
from records.figures.earned_value import ac, bac, cpi, eac, spi
from records.figures.progress import progress
from records.figures.risks import risk_exposure, top_risk
from records.figures.schedule.expected import expected_finish
from records.figures.scoring import board_score
from records.figures.strategy import strategic_fit
from records.kinds import Objective, Project
from records.verdicts import delivery, value
from reports.blocks import Block, Table, Text
from reports.telling import day, person, short

SHOWN: tuple[Figure, ...] = (progress, expected_finish, spi, bac, ac, eac, overrun, cpi, npv, bcr, payback, benefit_expected, benefit_forecast,
                             benefit_realised, strategic_fit, board_score, top_risk, risk_exposure)


def beside(book: Book, projects: Sequence[Project]) -> list[Block]:
    """The sentence and the table; a figure that none of them has is left out."""
    figures = [f for f in FIGURES if f in SHOWN and any(book.value(p, f).number is not None for p in projects)]
    goals = book.reader.labels(Objective)
    facts = (("delivered well?", [delivery(book, p).word for p in projects]), ("still worth it?", [value(book, p).word for p in projects]),
             ("phase", [p.phase for p in projects]), ("manager", [person(book, p.manager_id) for p in projects]),
             ("wanted finish", [day(p.finish) for p in projects]))
    rows = (*((said, *cells) for said, cells in facts), *((f.head, *(short(book, p, f) for p in projects)) for f in figures),
            ("objective", *(goals.get(p.objective_id or 0, "–") for p in projects)))
    said = "; ".join(f"{p.name} is {delivery(book, p).word.partition(':')[0]} and {value(book, p).word.partition(':')[0]}{_worth(book, p)}" for p in projects)
    return [Text(f"{said}, as of {day(book.today)}."), Table(" and ".join(p.name for p in projects), ("", *(p.name for p in projects)), rows)]


def _worth(book: Book, project: Project) -> str:
    found = book.value(project, npv)
    return "" if found.number is None else f" (NPV {display(npv, found, project.currency)})"
