"""Some projects side by side: both verdicts and the figures that a board weighs, a row each, after a sentence that says how each one stands."""
from collections.abc import Sequence

from records.computing import Book
from records.figures import FIGURES
from records.figures.base import Figure, display
from records.figures.benefits import benefit_expected, benefit_forecast, benefit_realised
from records.figures.budget import overrun
from records.figures.business_case import bcr, npv, payback, roi
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

TWO = 2
SHOWN: tuple[Figure, ...] = (progress, expected_finish, spi, bac, ac, eac, overrun, cpi, npv, bcr, payback, benefit_expected, benefit_forecast,
                             benefit_realised, strategic_fit, board_score, top_risk, risk_exposure)


MAIN: tuple[Figure, ...] = (progress, expected_finish, overrun, npv, payback, strategic_fit)          # of many projects, what fits beside their verdicts
LESS_IS_BETTER = (overrun, payback, top_risk, risk_exposure)
COMPARED: tuple[Figure, ...] = (spi, overrun, cpi, npv, bcr, roi, payback, benefit_forecast, strategic_fit, board_score, top_risk, risk_exposure)


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
    ahead = _ahead(book, *projects) if len(projects) == TWO else ""
    rows = (*rows, *_scored(book, projects))
    return [Text(f"{said}, as of {day(book.today)}. {ahead}".strip()), Table(" and ".join(p.name for p in projects), ("", *(p.name for p in projects)), rows)]


def _ahead(book: Book, one: Project, other: Project) -> str:
    """By which figures each of the two is the better one, as far as both have them."""
    better: dict[str, list[str]] = {one.name: [], other.name: []}
    for figure in COMPARED:
        a, b = (book.value(p, figure).number for p in (one, other))
        if a is not None and b is not None and a != b:
            better[(one if (a > b) is not (figure in LESS_IS_BETTER) else other).name].append(figure.head)
    said = [f"{name} is better by {', '.join(heads)}" for name, heads in sorted(better.items(), key=lambda each: -len(each[1])) if heads]
    return f"{'; '.join(said)}. Which one matters more is for you to weigh." if said else ""


def _scored(book: Book, projects: Sequence[Project]) -> tuple[tuple[str, ...], ...]:
    """What makes up the board's score, a row for each driver."""
    parts = [{part.label: part.said for part in book.value(p, board_score).parts} for p in projects]
    labels = dict.fromkeys(label for each in parts for label in each)
    return tuple((f"board score: {label}", *(each.get(label, "–") for each in parts)) for label in labels)


def _worth(book: Book, project: Project) -> str:
    found = book.value(project, npv)
    return "" if found.number is None else f" (NPV {display(npv, found, project.currency)})"
