"""The portfolio in twelve lines, for somebody with a minute: the news, the projects to look at first with delivery beside value, money, benefits, what is
to be decided. Everything else is asked for by name."""
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

from records.computing import Book
from records.figures.base import Figure, cell, rounded
from records.figures.benefits import benefit_expected, benefit_forecast
from records.figures.budget import overrun
from records.figures.business_case import npv
from records.figures.earned_value import bac, eac
from records.kinds import Project
from records.kinds.project import ENDED
from records.rules import HEALTH
from reports.blocks import Block, Card, Choices, Fact, Table
from reports.deciding import decisions_wanted
from reports.portfolio import JUDGED, judged, lead, portfolio, worst_first
from reports.telling import NONE, day, person, short

LINES = 12                              # on a terminal of 80 letters, when there is one currency
FIRST = 3                               # projects; a fourth that is the last is shown too
CURRENCIES = 2
COST, BENEFITS = (bac, eac), (benefit_expected, benefit_forecast)
MORE = ("the portfolio in full", "top 5 risks", "what should I watch out for?")


def gist(book: Book, more: Sequence[str] = MORE) -> list[Block]:
    """The gist of this book's projects; `more` is what may be asked next."""
    with book.undisturbed():
        projects = cast("Sequence[Project]", book.records)
        if not projects:
            return portfolio(book)
        book.prepare(*HEALTH, *COST, *BENEFITS, npv)
        live = [p for p in projects if p.phase not in ENDED]
        return [lead(book, projects, is_brief=True), _first(book, projects), *_cost(book, live), *_benefits(book, projects), *_decided(book, live),
                *([Choices("More:", tuple(more))] if more else [])]


def _first(book: Book, projects: Sequence[Project]) -> Table:
    """The worst, each with both verdicts; how many there are stands above."""
    first = worst_first(book, projects)[:len(projects) if len(projects) <= FIRST + 1 else FIRST]
    columns = {"project": [p.name for p in first], **dict(zip(JUDGED, zip(*(judged(book, p) for p in first), strict=True), strict=True))}
    in_one = next(iter({p.currency for p in first})) if len({p.currency for p in first}) == 1 else ""         # said once where it is the same for all
    apart = [NONE if (over := book.value(p, overrun)).number is None else cell(overrun, over, "" if in_one else p.currency) for p in first]
    sums = {f"forecast, {in_one}" if in_one else "forecast": apart, npv.title: [short(book, p, npv) for p in first]}
    columns |= {title: said for title, said in sums.items() if set(said) != {NONE}}
    return Table("", tuple(columns), tuple(zip(*columns.values(), strict=True)), tuple(p.key for p in first))


def _cost(book: Book, live: Sequence[Project]) -> Iterator[Fact]:
    """What the open projects will cost in the end, of those of which all that is known."""
    known = _known(book, live, COST)
    sums = [(currency, _sum(book, own, bac), _sum(book, own, eac)) for currency, own in _by_currency(known)]
    if sums:
        apart = " and ".join(_apart(ends - budget, currency) for currency, budget, ends in sums)
        yield Fact("portfolio.eac", "Cost in the end", " + ".join(f"{rounded(ends)} {currency}" for currency, _, ends in sums),
                   f"{apart}, {_of(known, live)} open {'project' if len(live) == 1 else 'projects'}", tuple(p.key for p in known))


def _apart(over: Decimal, currency: str) -> str:
    return "as budgeted" if rounded(over) == "0" else f"{rounded(abs(over))} {currency} {'over' if over > 0 else 'below'} budget"


def _benefits(book: Book, projects: Sequence[Project]) -> Iterator[Fact]:
    """What is expected now of what was promised, of the projects of which both is known, the closed ones too."""
    known = _known(book, projects, BENEFITS)
    sums = [(currency, _sum(book, own, benefit_expected), _sum(book, own, benefit_forecast)) for currency, own in _by_currency(known)]
    if sums:
        promised = " and ".join(f"{rounded(of)} {currency}" for currency, of, _ in sums)
        yield Fact("portfolio.benefits", "Benefits expected", " + ".join(f"{rounded(now)} {currency}" for currency, _, now in sums),
                   f"of {promised} promised, {_of(known, projects)} {'project' if len(projects) == 1 else 'projects'}", tuple(p.key for p in known))


def _decided(book: Book, live: Sequence[Project]) -> Iterator[Card]:
    wanted = decisions_wanted(book.reader, live, book.today)
    for first in wanted[:1]:
        by = f" by {day(first.by)}" if first.by else ""
        yield Card(f"Decisions wanted: {len(wanted)}{', the first' if len(wanted) > 1 else ''}", "plain",
                   (f"{first.decision} ({first.key}): {person(book, first.decider_id)}{by}",), tuple(w.key for w in wanted))


def _known(book: Book, projects: Sequence[Project], figures: Sequence[Figure]) -> list[Project]:
    """Those of which all these figures can be computed, so that all sums are of the same ones."""
    return [p for p in projects if all(book.value(p, f).number is not None for f in figures)]


def _by_currency(projects: Sequence[Project]) -> list[tuple[str, list[Project]]]:
    """The projects by their currency, never mixed; only the currencies that most of them have."""
    groups = [(str(c), [p for p in projects if p.currency == c]) for c in sorted({p.currency for p in projects})]
    return sorted(groups, key=lambda each: -len(each[1]))[:CURRENCIES]


def _sum(book: Book, projects: Sequence[Project], figure: Figure) -> Decimal:
    return sum((book.value(p, figure).number or Decimal(0) for p in projects), Decimal(0))


def _of(known: Sequence[Project], every: Sequence[Project]) -> str:
    return f"{len(known):,}" if len(known) == len(every) else f"{len(known):,} of {len(every):,}"
