"""Falling behind: less is done than was planned to be done by now."""
from collections.abc import Iterator

from records.figures.base import Rows, Value
from records.figures.progress import planned_progress, progress
from records.rules.base import Finding, Thresholds, above, rule


@rule("schedule", reads=(progress, planned_progress), clause="More than 10 points behind plan is at risk, more than 20 off track.")
def falling_behind(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    done, plan = rows[progress], rows[planned_progress]
    if done.number is None or plan.number is None:
        return
    behind = Value(plan.number - done.number, "")
    if severity := above(behind, thresholds.behind_amber, thresholds.behind_red):
        yield Finding(severity, f"Progress is {done.number:.0f} %, {behind.number:.0f} points behind the plan of {plan.number:.0f} %.", done.keys)
