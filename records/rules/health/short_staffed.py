"""Short-staffed: the work of the next weeks needs more hours than those allocated to it can give."""
from collections.abc import Iterator

from records.figures.base import Rows, brief
from records.figures.staffing import staffing_gap
from records.rules.base import Finding, Thresholds, rule

WEEK, MONTH = 40, 160                           # hours of one person


@rule("resources", reads=(staffing_gap,), clause="More than a person-week missing in the weeks ahead is at risk, more than a person-month off track.")
def short_staffed(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    gap = rows[staffing_gap]
    if gap.number is not None and gap.number > WEEK:
        yield Finding("red" if gap.number > MONTH else "amber", f"{brief(gap.number)} h are missing: {gap.how}.", gap.keys)
