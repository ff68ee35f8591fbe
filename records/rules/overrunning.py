"""Overrunning: the forecast cost lies above the approved budget."""
from collections.abc import Iterator
from decimal import Decimal

from records.figures.base import Rows, Value
from records.figures.earned_value import bac, overrun
from records.rules.base import Finding, Thresholds, above, rule


@rule("cost", reads=(overrun, bac), clause="A forecast more than 5 % above budget needs a change request; more than 10 % the board.")
def overrunning(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    over, budget = rows[overrun], rows[bac]
    if over.number is None or not budget.number:
        return
    share = Value(100 * over.number / budget.number, over.how)
    if severity := above(share, thresholds.overrun_amber, thresholds.overrun_red):
        yield Finding(severity, f"The forecast cost is {share.number or Decimal(0):.0f} % over budget.", over.keys)
