"""Overdrawing: more is spent than was approved, or will be once what is ordered is paid."""
from collections.abc import Iterator

from records.figures.base import Rows, joined, whole
from records.figures.earned_value import ac, bac, committed
from records.rules.base import Finding, Thresholds, rule


@rule("cost", reads=(bac, ac, committed), clause="Nothing is spent or ordered beyond the approved budget.")
def overdrawing(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    budget, spent, ordered = rows[bac], rows[ac], rows[committed]
    if budget.number is None or spent.number is None or ordered.number is None:
        return
    if spent.number > budget.number:
        yield Finding("red", f"The budget is overspent: {whole(spent.number)} of {whole(budget.number)}.", joined(spent, budget))
    elif spent.number + ordered.number > budget.number:
        said = f"Spent {whole(spent.number)} and ordered {whole(ordered.number)}: more than the budget of {whole(budget.number)}."
        yield Finding("amber", said, joined(ordered, spent, budget))
