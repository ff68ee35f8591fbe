"""The summary: at most four sentences, a decision first where one is due, then the news of delivery, money and value, each with its figure."""
from collections.abc import Iterator
from datetime import date, timedelta

from language.dates import Period
from records.computing import Book
from records.figures.base import display, rounded
from records.figures.benefits import benefit_due, benefit_expected, benefit_forecast, benefit_realised
from records.figures.budget import overrun
from records.figures.business_case import npv
from records.figures.earned_value import ac, bac, cpi
from records.figures.schedule.chances import finish_p80
from records.kinds import Project
from records.kinds.project import ENDED
from records.verdicts import delivery, value
from reports.blocks import Block, Text
from reports.deciding import decisions_wanted
from reports.sections.base import section
from reports.telling import day, finish_told, person, verdict_told

SOON = timedelta(days=14)
MOST = 4


@section("summary")
def summary(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - a summary is of today
    return [Text(" ".join(sentences(book, project)))]


def sentences(book: Book, project: Project, *, priced: bool = True) -> list[str]:
    """At most four, each with a figure or a name, and none twice. Not `priced`: without money, as a client reads it."""
    said = (*_decision(book, project), verdict_told(book, project, delivery(book, project), in_one=True), *_delivery(book, project, priced=priced),
            *(_value(book, project) if priced else ()))
    return list(dict.fromkeys(said))[:MOST]


def _decision(book: Book, project: Project) -> Iterator[str]:
    """The decision that is due first, within two weeks or late already."""
    due = [w for w in decisions_wanted(book.reader, (project,), book.today) if w.by and w.by <= book.today + SOON]
    for of in due[:1]:
        if of.by and of.by < book.today:
            said = f"The decision on “{of.decision}” ({of.key}) has been late since {day(of.by)}"
        else:
            said = f"{person(book, of.decider_id) if of.decider_id else 'Nobody named'} is to decide by {day(of.by)} on “{of.decision}” ({of.key})"
        yield f"{said}{f'; without it: {_clause(of.without)}' if of.without else ''}."


def _clause(said: str) -> str:
    first = said.split(". ", maxsplit=1)[0].strip().rstrip(".")
    return first[:1].lower() + first[1:] if first[:2] != first[:2].upper() else first


def _delivery(book: Book, project: Project, *, priced: bool) -> Iterator[str]:
    """When it will end and at what cost, in one sentence; of what is over what it cost, of what has not begun nothing."""
    if project.phase in ENDED:
        yield from _cost_of(book, project) if priced else ()
        return
    said = [] if project.phase == "candidate" else [*_finish(book, project), *(_money(book, project) if priced else ())]
    if said:
        yield f"It is {', and '.join(said)}."


def _cost_of(book: Book, project: Project) -> Iterator[str]:
    spent, budget = book.value(project, ac), book.value(project, bac)
    if spent.number is not None and budget.number is not None:
        yield f"It cost {display(ac, spent, project.currency)} of its budget of {display(bac, budget, project.currency)}."


def _finish(book: Book, project: Project) -> Iterator[str]:
    told = finish_told(book, project).partition(" (")[0].rstrip(".")
    start = f"{project.name} is "
    if project.phase in ("in delivery", "closing", "planning") and told.startswith(start):
        safe = book.value(project, finish_p80).number
        yield told.removeprefix(start) + (f" (80 % sure by {day(date.fromordinal(int(safe)))})" if safe else "")


def _money(book: Book, project: Project) -> Iterator[str]:
    over, budget, index = (book.value(project, f) for f in (overrun, bac, cpi))
    if over.number is None or budget.number is None:
        return
    amount, of = (display(f, v, project.currency) for f, v in ((overrun, over), (bac, budget)))
    by = f" at a CPI of {display(cpi, index)}" if index.number is not None else ""
    yield f"forecast to overrun its budget of {of} by {amount}{by}" if over.number > 0 else f"forecast to keep its budget of {of}{by}"


def _value(book: Book, project: Project) -> Iterator[str]:
    promised, now, due, come = (book.value(project, f) for f in (benefit_expected, benefit_forecast, benefit_due, benefit_realised))
    word, worth = value(book, project).word, book.value(project, npv)
    said = {"doubtful": "Its value is in doubt", "worth it": "It is still worth it"}.get(word, f"It is {word}")
    if (promised.number is None or now.number is None) and worth.number is not None and value(book, project).tone in {"red", "amber"}:
        because, shown = value(book, project).because[:1], display(npv, worth, project.currency)
        is_else = worth.number > 0 and because             # a value that is made is no reason to doubt it
        yield f"{said}, although its NPV is {shown}: {because[0][1].says}" if is_else else f"{said}: its NPV is {shown}."
    if promised.number is None or now.number is None:
        return
    got = f", and {rounded(come.number)} of {rounded(due.number)} due by now has come" if due.number and come.number is not None else ""
    of = display(benefit_expected, promised, project.currency)
    expected = f"{rounded(now.number)} is expected now, more than the {of} promised" if now.number > promised.number else (
        f"{rounded(now.number)} of the {of} promised is expected now")
    yield f"{said}: {expected}{got}."
