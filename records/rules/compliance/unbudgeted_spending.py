"""Unbudgeted spending: money was spent or ordered for which there is no budget; a credit takes off what it was booked with, and is none by itself."""
from collections.abc import Iterator
from decimal import Decimal

from records.figures.base import Rows, counted, whole
from records.kinds import BudgetLine, CostEntry
from records.rules.base import Finding, Thresholds, rule


@rule("cost", needs={CostEntry: ("key", "type", "amount", "budget_line_id", "on"), BudgetLine: ("key",)},
      clause="Every cost is booked on a budget line of its project.")
def unbudgeted_spending(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    stray = [c for c in rows[CostEntry] if c.budget_line_id is None and (c.type == "commitment" or (c.type == "actual" and c.on <= rows.today))]
    total = sum((c.amount for c in stray), Decimal(0))
    if total > 0:
        why = "without a budget line" if rows[BudgetLine] else "though there is no budget"
        yield Finding("amber" if rows[BudgetLine] else "red", f"{whole(total)} in {counted(len(stray), 'cost entry', 'cost entries')} is booked {why}.",
                      tuple(c.key for c in stray))
