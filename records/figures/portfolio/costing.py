"""The money that a project still needs, by period: what a budget for next year has to pay for."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from language.counting import Period
from language.customs import USUAL, Customs
from records.kinds import BudgetLine, CashFlow, CostEntry, Project

NOBODY_SAID = "it has neither a budget nor costs in a business case"
LATEST = date(9998, 12, 31)                          # a year that begins later may have no end


@dataclass(frozen=True)
class Ahead:
    """What still has to be paid, by the office's year, and how that is known; without any year nobody said."""
    years: Mapping[int, Decimal]
    how: str
    keys: tuple[str, ...] = ()
    customs: Customs = USUAL

    @property
    def total(self) -> Decimal:
        return sum(self.years.values(), Decimal(0))

    def between(self, first: date, last: date) -> Decimal:
        """What falls into a period, each year's money spread evenly over its days."""
        return sum((money * _overlap(self.customs.fiscal_year(year), first, last) for year, money in self.years.items()), Decimal(0))


def ahead(project: Project, lines: Sequence[BudgetLine], costs: Sequence[CostEntry], flows: Sequence[CashFlow], today: date, *,  # noqa: PLR0913 - all it rests on
          customs: Customs = USUAL, rest: Decimal | None = None) -> Ahead:
    """By budget lines that name their year; else the estimate of the rest (ETC), or what is left of the budget, evenly until the finish.

    A later year costs no less than its business case says; where there is no budget, that says it all.
    A year is the office's own: where that begins in April, 2027 is April 2026 to March 2027.
    """
    running, paid = year_of(today, customs), [f for f in flows if _now(f) < 0]
    if any(b.year for b in lines):
        named = [(b.year, b.amount) for b in lines if b.year and b.year >= running]
        bare = sum((b.amount for b in lines if not b.year), Decimal(0))
        spread = _spread(bare, *_left(project, today), customs) if bare else {}
        said = f"budget lines by year{', those without one evenly' if rest else ''}"
        return Ahead(_summed([*named, *spread.items()]), said, tuple(b.key for b in lines), customs)
    if lines:
        return _of_budget(project, lines, costs, paid, today, customs=customs, rest=rest)
    if not paid:
        return Ahead({}, NOBODY_SAID)
    years = _summed([(f.year, -_now(f)) for f in paid if f.year >= running])
    return Ahead(years, "the costs of its business case by year", tuple(f.key for f in paid), customs)


def _of_budget(project: Project, lines: Sequence[BudgetLine], costs: Sequence[CostEntry], paid: Sequence[CashFlow], today: date, *,  # noqa: PLR0913
               customs: Customs, rest: Decimal | None) -> Ahead:
    """A budget may pay for a first phase only; so each later year takes what the business case says it costs, where that is more."""
    booked = [c for c in costs if c.type == "actual" and c.on <= today]
    left = sum((b.amount for b in lines), Decimal(0)) - sum((c.amount for c in booked), Decimal(0)) if rest is None else rest
    first, last = _left(project, today)
    years = _spread(max(Decimal(0), left), first, last, customs)
    planned = _summed([(f.year, -_now(f)) for f in paid if f.year > year_of(today, customs)])
    more = {year: amount for year, amount in planned.items() if amount > years.get(year, Decimal(0))}
    said = f"{'what is left of the budget' if rest is None else 'the estimate of the rest (ETC)'}, evenly until {last:%-d %b %Y}"
    said += f"; in {' and '.join(map(str, more))} its business case costs more, which counts" if more else ""
    return Ahead(dict(sorted({**years, **more}.items())), said, (*(b.key for b in lines), *(c.key for c in booked), *(f.key for f in paid if more)), customs)


def year_of(day: date, customs: Customs) -> int:
    """The name of the office's year in which a day lies."""
    return customs.fiscal("year", 0, day).last.year


def _left(project: Project, today: date) -> tuple[date, date]:
    """The days that a project still has, of which the last is today where it is past its finish or has none."""
    first = max(today, project.start or today)
    return first, max(first, min(project.finish or first, LATEST))


def _now(flow: CashFlow) -> Decimal:
    return flow.amount if flow.forecast is None else flow.forecast


def _summed(amounts: Sequence[tuple[int, Decimal]]) -> dict[int, Decimal]:
    summed: dict[int, Decimal] = {}
    for year, amount in sorted(amounts):
        summed[year] = summed.get(year, Decimal(0)) + amount
    return summed


def _spread(amount: Decimal, first: date, last: date, customs: Customs) -> dict[int, Decimal]:
    """An amount over the days of a run, by year; the last year takes what rounding leaves."""
    whole, final = Decimal((last - first).days + 1), year_of(last, customs)
    found = {year: (amount * _days(customs.fiscal_year(year), first, last) / whole).quantize(Decimal("0.01"))
             for year in range(year_of(first, customs), final + 1)}
    found[final] += amount - sum(found.values(), Decimal(0))
    return found


def _overlap(year: Period, first: date, last: date) -> Decimal:
    """The share of a year's days that lie in a period."""
    return Decimal(_days(year, first, last)) / ((year.last - year.first).days + 1)


def _days(year: Period, first: date, last: date) -> int:
    return max(0, (min(year.last, last) - max(year.first, first)).days + 1)
