"""Overrunning: the forecast cost lies above the approved budget."""
from collections.abc import Iterator

from records.figures.base import Rows, Value, rounded
from records.figures.budget import overrun
from records.figures.earned_value import bac
from records.rules.base import Finding, Thresholds, above, rule


@rule("cost", reads=(overrun, bac), clause="A forecast more than {overrun_amber} % above budget needs a change request; more than {overrun_red} % the board.")
def overrunning(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    over, budget = rows[overrun], rows[bac]
    if over.number is None or not budget.number:
        return
    share = 100 * over.number / budget.number
    if severity := above(Value(share, ""), thresholds.overrun_amber, thresholds.overrun_red):
        yield Finding(severity, f"The cost is forecast {rounded(share)} % over budget: {over.how}.", over.keys)
