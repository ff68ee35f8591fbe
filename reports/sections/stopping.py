"""Stopping or going on: what is spent and stays spent, what stopping would save and give up, and what the project is worth from today on."""
from collections.abc import Iterator
from decimal import Decimal

from language.dates import Period
from records.computing import Book
from records.figures.base import Value, display, rounded
from records.figures.benefits import benefit_expected, benefit_forecast, benefit_realised
from records.figures.business_case import npv
from records.figures.earned_value import ac, committed, eac, etc
from records.figures.worth import npv_ahead
from records.kinds import Project
from records.kinds.project import ENDED
from records.verdicts import value
from reports.blocks import Block, Text
from reports.sections.base import section
from reports.telling import facts

FIGURES = (ac, etc, committed, npv_ahead, npv, benefit_forecast, benefit_realised)
DECIDES = "That is what the records say by money alone; whoever decides weighs what they do not hold."


@section("stop", "Stop or go on")
def stopping(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - what is spent is spent until today
    if project.phase in ENDED:
        spent = book.value(project, ac)
        cost = f" It cost {display(ac, spent, project.currency)}." if spent.number else ""
        return [Text(f"{project.name} is {project.phase}: there is nothing left to stop.{cost}"), *facts(book, project, (ac, npv))]
    told = DECIDES if book.value(project, npv_ahead).number is not None else ""
    return [Text(" ".join(filter(None, (*_worth(book, project), *_money(book, project), told)))), *facts(book, project, FIGURES)]


def _worth(book: Book, project: Project) -> Iterator[str]:
    """Whether it gains or loses from today on, and how that goes with its worth over its whole life."""
    ahead, whole = book.value(project, npv_ahead), book.value(project, npv)
    if ahead.number is None:
        yield f"What {project.name} is worth from today on cannot be told: {ahead.how}."
        return
    amount = _amount(ahead, project)
    if ahead.number >= 0:
        yield f"By the records {project.name} is worth going on with: from today on, what is spent left out, it brings {amount} (NPV ahead)."
        if whole.number is not None and whole.number < 0:
            yield (f"Over its whole life it loses money (NPV {display(npv, whole, project.currency)}, “{value(book, project).word}”), but that counts what is "
                   "spent, which stopping does not bring back.")
        return
    yield f"By the records {project.name} loses money if it goes on: from today on, what is spent left out, it costs {amount} more than it brings (NPV ahead)."


def _money(book: Book, project: Project) -> Iterator[str]:
    """What is gone, what would be saved, and what would not come."""
    spent, left, end, ordered = (book.value(project, f) for f in (ac, etc, eac, committed))
    currency = project.currency
    yield (f"What is spent cannot be told: {spent.how}." if spent.number is None else
           f"Spent so far: {display(ac, spent, currency)}, which stays spent." if spent.number else "Nothing is booked as spent yet.")
    if left.number is not None and end.number is not None:
        most = max(Decimal(0), left.number)
        bound = f", less what {rounded(ordered.number)} {currency} of orders oblige to" if ordered.number else ""
        yield f"Stopping now would save at most the {rounded(most)} {currency} still to come (EAC {rounded(end.number)} − spent){bound}."
    else:
        yield f"What is still to come cannot be told: {left.how}."
    now, had = book.value(project, benefit_forecast), book.value(project, benefit_realised)
    now = now if now.number is not None else book.value(project, benefit_expected)
    if now.number is not None and had.number is not None and now.number > had.number:
        yield f"It would give up the {rounded(now.number - had.number)} {currency} of benefits that are expected and have not come."


def _amount(of: Value, project: Project) -> str:
    number = abs(of.number or Decimal(0))
    return f"{rounded(number)} {project.currency}"
