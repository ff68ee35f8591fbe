"""The money that a project still needs, by period: what a budget for next year has to pay for."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from records.kinds import BudgetLine, CashFlow, CostEntry, Project

NOBODY_SAID = "it has neither a budget nor costs in a business case"


@dataclass(frozen=True)
class Ahead:
    """What still has to be paid, by calendar year, and how that is known; without any year nobody said."""
    years: Mapping[int, Decimal]
    how: str
    keys: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        return sum(self.years.values(), Decimal(0))

    def between(self, first: date, last: date) -> Decimal:
        """What falls into a period, each year's money spread evenly over its days."""
        return sum((money * _overlap(year, first, last) for year, money in self.years.items()), Decimal(0))


def ahead(project: Project, lines: Sequence[BudgetLine], costs: Sequence[CostEntry], flows: Sequence[CashFlow], today: date) -> Ahead:
    """By budget lines that name their year; else what is left of the budget, evenly until the finish; else the costs of the business case."""
    if any(b.year for b in lines):
        named = [(b.year, b.amount) for b in lines if b.year and b.year >= today.year]
        rest = sum((b.amount for b in lines if not b.year), Decimal(0))
        spread = _spread(rest, *_left(project, today)) if rest else {}
        return Ahead(_summed([*named, *spread.items()]), f"budget lines by year{', those without one evenly' if rest else ''}", tuple(b.key for b in lines))
    if lines:
        booked = [c for c in costs if c.type == "actual"]
        left = sum((b.amount for b in lines), Decimal(0)) - sum((c.amount for c in booked), Decimal(0))
        first, last = _left(project, today)
        return Ahead(_spread(max(Decimal(0), left), first, last), f"what is left of the budget, evenly until {last:%-d %b %Y}",
                     (*(b.key for b in lines), *(c.key for c in booked)))
    paid = [f for f in flows if _now(f) < 0]
    if not paid:
        return Ahead({}, NOBODY_SAID)
    return Ahead(_summed([(f.year, -_now(f)) for f in paid if f.year >= today.year]), "the costs of its business case by year", tuple(f.key for f in paid))


def _left(project: Project, today: date) -> tuple[date, date]:
    """The days that a project still has, of which the last is today where it is past its finish or has none."""
    first = max(today, project.start or today)
    return first, max(first, project.finish or first)


def _now(flow: CashFlow) -> Decimal:
    return flow.amount if flow.forecast is None else flow.forecast


def _summed(amounts: Sequence[tuple[int, Decimal]]) -> dict[int, Decimal]:
    summed: dict[int, Decimal] = {}
    for year, amount in sorted(amounts):
        summed[year] = summed.get(year, Decimal(0)) + amount
    return summed


def _spread(amount: Decimal, first: date, last: date) -> dict[int, Decimal]:
    """An amount over the days of a run, by year; the last year takes what rounding leaves."""
    days = (last - first).days + 1
    shares = {year: Decimal((min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1) / days for year in range(first.year, last.year + 1)}
    found = {year: (amount * share).quantize(Decimal("0.01")) for year, share in shares.items()}
    found[last.year] += amount - sum(found.values(), Decimal(0))
    return found


def _overlap(year: int, first: date, last: date) -> Decimal:
    """The share of a year's days that lie in a period."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    days = (min(end, last) - max(start, first) + timedelta(days=1)).days
    return Decimal(max(0, days)) / ((end - start).days + 1)
