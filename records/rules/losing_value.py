"""Losing value: the business case is worth nothing any more, or half of what was approved."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.figures.business_case import npv, npv_approved
from records.rules.base import Finding, Thresholds, rule


@rule("benefits", reads=(npv, npv_approved), clause="A business case with a negative NPV is stopped or decided anew; one that lost half is brought to the board.")
def losing_value(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    now, then = rows[npv], rows[npv_approved]
    if now.number is None:
        return
    if now.number < 0:
        yield Finding("red", f"The NPV is negative: {now.number:,.0f}.", now.keys)
    elif then.number and now.number < then.number / 2:
        yield Finding("amber", f"The NPV fell from {then.number:,.0f} to {now.number:,.0f}, less than half.", now.keys)
