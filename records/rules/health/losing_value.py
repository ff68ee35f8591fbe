"""Losing value: the business case is worth nothing any more, or half of what was approved."""
from collections.abc import Iterator

from records.figures.base import Rows, joined, whole
from records.figures.business_case import npv, npv_approved
from records.rules.base import Finding, Thresholds, rule


@rule("benefits", reads=(npv, npv_approved),
      clause="When the NPV turns negative the board decides anew; when half of it is lost the board is told.")
def losing_value(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    now, then = rows[npv], rows[npv_approved]
    if now.number is None:
        return
    if now.number < 0:
        yield Finding("red", f"The NPV is negative: {whole(now.number)}.", now.keys)
    elif then.number and now.number < then.number / 2:
        yield Finding("amber", f"The NPV fell from {whole(then.number)} to {whole(now.number)}, less than half.", joined(now, then))
