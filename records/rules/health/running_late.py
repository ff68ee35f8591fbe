"""Running late: tasks are overdue; few of them are a delay, many a danger."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.figures.work import overdue, overdue_share
from records.rules.base import Finding, Thresholds, above, rule


@rule("schedule", reads=(overdue_share, overdue),
      clause="Any overdue task is a delay; more than {overdue_amber} % of the tasks is at risk, more than {overdue_red} % off track.")
def running_late(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    share = rows[overdue_share]
    if share.number:
        severity = above(share, thresholds.overdue_amber, thresholds.overdue_red)
        yield Finding(severity or "amber", f"Overdue: {share.how.removesuffix(' overdue')}.", rows[overdue].keys, mild=severity is None)
