"""The projects among which is chosen: what each is worth, what it uses of every limit, and what binds it to others."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from language.counting import Period
from records.computing import Book
from records.figures.base import Figure, whole
from records.figures.earned_value import etc
from records.figures.portfolio.costing import Ahead, ahead
from records.figures.portfolio.selecting import Candidate, Limits
from records.figures.portfolio.staffing import has, takes
from records.figures.scoring import board_score, cost_ahead
from records.figures.value.options import chosen
from records.figures.worth import npv_ahead
from records.kinds import Absence, Allocation, BudgetLine, BusinessCase, CashFlow, CostEntry, Dependency, Office, Person, Project, Rate
from records.query import Query, Where
from records.reading import Reader
from tools.desk.customs import customs_of
from tools.desk.selecting.wish import ALWAYS, Wish, said

BINDING = ("open", "agreed")
MEASURES: Mapping[str, Figure] = {"score": board_score, "NPV": npv_ahead}
MONEY = "money"


@dataclass(frozen=True)
class Field:
    """All there is to choose from; `unknown`: why a project could not be compared; `notes`: what was taken for granted."""
    projects: Mapping[str, Project]
    candidates: tuple[Candidate, ...]
    limits: Limits
    measure: str
    currency: str
    unknown: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def gathered(book: Book, projects: Sequence[Project], wish: Wish) -> Field:
    """The projects of a book as candidates under the limits of a wish."""
    reader, by_key = book.reader, {p.key: p for p in projects}
    office = next(iter(reader.find(Query(Office, limit=1))), None)
    currency = wish.currency or (office.currency if office else "EUR")
    rates = _rates(reader, currency)
    hours, most, notes = _staff(reader, projects, wish.period) if wish.period else ({}, {}, ())
    made = {p.key: _candidate(book, p, wish, rates, hours.get(p.key, {})) for p in projects}
    needs, excludes = _bound(reader, by_key)
    return Field(by_key, tuple(c for c in made.values() if isinstance(c, Candidate)),
                 Limits({**{_named(period): amount for period, amount in wish.budgets}, **most}, needs, excludes), wish.measure or "score", currency,
                 {key: c for key, c in made.items() if isinstance(c, str)}, notes)


def _candidate(book: Book, project: Project, wish: Wish, rates: Mapping[str, Decimal], hours: Mapping[str, Decimal]) -> Candidate | str:
    """A project with its worth and what it uses, or why it cannot be compared; what must be done is compared in any case."""
    if project.key in wish.without:
        return "you leave it out"
    must = project.must_do == "yes" or project.phase == "closing" or project.key in wish.must
    worth, money = _worth(book, project, wish.measure, rates), _needed(book, project) if wish.budgets else Ahead({}, "")
    if wish.budgets and project.currency not in rates:
        return f"its money is in {project.currency}, and no rate is kept"
    for found in () if must else (worth, money):
        if isinstance(found, str):
            return found
    spent = money if isinstance(money, Ahead) else Ahead({}, "")
    uses = {_named(period): (spent.total if period == ALWAYS else spent.between(period.first, period.last)) * rates.get(project.currency, Decimal(1))
            for period, _ in wish.budgets}
    return Candidate(project.key, worth if isinstance(worth, Decimal) else Decimal(0), {**uses, **hours}, must)


def _named(period: Period) -> str:
    return MONEY if period == ALWAYS else f"{MONEY} {said(period)}"


def _worth(book: Book, project: Project, measure: str, rates: Mapping[str, Decimal]) -> Decimal | str:
    found = book.value(project, MEASURES[measure or "score"])
    if found.number is None:
        return found.how
    if measure != "NPV":
        return found.number
    return found.number * rates[project.currency] if project.currency in rates else f"its money is in {project.currency}, and no rate is kept"


def _needed(book: Book, project: Project) -> Ahead | str:
    """The money a project still needs, or why it is not known."""
    if hidden := book.unseen(cost_ahead):
        return f"it rests on {hidden}, which you may not see"
    lines, costs, flows, cases = (cast("Any", book.needed(project, cost_ahead, kind)) for kind in (BudgetLine, CostEntry, CashFlow, BusinessCase))
    rest = book.value(project, etc).number
    found = ahead(project, lines, costs, chosen(flows, cases), book.today, customs=customs_of(book.reader), rest=rest)
    return found if found.years or found.keys else found.how


def _rates(reader: Reader, currency: str) -> Mapping[str, Decimal]:
    """What one unit of each currency is worth in the one that is counted in."""
    kept = reader.find(Query(Rate, (Where("type", "is", "exchange"),), limit=None)) if "value" in reader.columns(Rate) else ()
    return {**{r.name.upper(): Decimal(str(r.value)) for r in kept}, currency: Decimal(1)}


def _staff(reader: Reader, projects: Sequence[Project], period: Period) -> tuple[dict[str, dict[str, Decimal]], dict[str, Decimal], tuple[str, ...]]:
    """Hours by role that each project takes and that there are; a role that nobody has is no limit, and that is said."""
    people = reader.find(Query(Person, limit=None))
    supply = has(people, reader.find(Query(Absence, limit=None)), period.first, period.last)
    jobs, booked = {p.id or 0: p.job for p in people}, reader.find(Query(Allocation, limit=None))
    taken = {p.key: takes([a for a in booked if a.project_id == p.id], jobs, period.first, period.last) for p in projects}
    asked = sorted({role for roles in taken.values() for role in roles})
    missing = [role for role in asked if role not in supply]
    notes = (f"Nobody has the job {' or '.join(missing)}, so that is no limit here.",) if missing else ()
    return {key: {role: hours for role, hours in roles.items() if role in supply} for key, roles in taken.items()}, {
        role: supply[role] for role in asked if role in supply}, notes


def _bound(reader: Reader, projects: Mapping[str, Project]) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Which project needs which, and which rule each other out; one that is over is there already."""
    by_id, by_name = {p.id: p.key for p in projects.values()}, {p.name.lower(): p.key for p in projects.values()}
    needs, excludes = list[tuple[str, str]](), list[tuple[str, str]]()
    for d in reader.find(Query(Dependency, (Where("status", "in", BINDING),), limit=None)):
        here, there = by_id.get(d.project_id), by_id.get(d.other_project_id) or by_name.get(d.party.lower())
        if here and there and here != there:
            (excludes if d.direction == "excludes" else needs).append((here, there) if d.direction != "give" else (there, here))
    return tuple(dict.fromkeys(needs)), tuple(dict.fromkeys(excludes))


def money_of(candidate: Candidate) -> Decimal:
    return sum((n for thing, n in candidate.uses.items() if thing.startswith(MONEY)), Decimal(0))


def amount(thing: str, number: Decimal, currency: str) -> str:
    """An amount of a limited thing: money or hours."""
    return f"{whole(number)} {currency}" if thing.startswith(MONEY) else f"{number:,.0f} h"


def names(keys: Iterable[str], projects: Mapping[str, Project]) -> str:
    """ "Apollo, Corvus and Dione"."""
    said_ = sorted(projects[k].name if k in projects else k for k in keys)
    return " and ".join(filter(None, (", ".join(said_[:-1]), said_[-1]))) if said_ else "no project"


def must_use(candidates: Sequence[Candidate], thing: str) -> Decimal:
    return sum((c.uses.get(thing, Decimal(0)) for c in candidates if c.must), Decimal(0))
