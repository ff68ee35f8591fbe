"""Running late: too many tasks are overdue."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.figures.work import overdue_share
from records.rules.base import Finding, Thresholds, above, rule


@rule("schedule", reads=(overdue_share,), clause="More than 10 % of the tasks overdue is at risk, more than 30 % off track.")
def running_late(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    late = rows[overdue_share]
    if severity := above(late, thresholds.overdue_amber, thresholds.overdue_red):
        yield Finding(severity, f"{late.how[:1].upper()}{late.how[1:]}.", late.keys)
