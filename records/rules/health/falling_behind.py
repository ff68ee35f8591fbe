"""Falling behind: less is done than was planned to be done by now."""
from collections.abc import Iterator

from records.figures.base import Rows, Value, joined, rounded
from records.figures.progress import planned_progress, progress
from records.rules.base import Finding, Thresholds, above, rule


@rule("schedule", reads=(planned_progress, progress), clause="More than {behind_amber} points behind plan is at risk, more than {behind_red} off track.")
def falling_behind(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    done, plan = rows[progress], rows[planned_progress]
    if done.number is None or plan.number is None:
        return
    behind = plan.number - done.number
    if severity := above(Value(behind, ""), thresholds.behind_amber, thresholds.behind_red):
        said = f"Progress is {rounded(done.number)} %, {rounded(behind)} points behind the plan of {rounded(plan.number)} %."
        yield Finding(severity, said, joined(done, plan))
