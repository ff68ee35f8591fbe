"""Slipping: an open milestone is expected later than its tolerance allows."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Milestone
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Milestone: ("key", "title", "type", "planned", "forecast", "actual", "tolerance_days")},
      clause="A milestone beyond its tolerance is escalated to the sponsor; a gate is never passed late in silence.")
def slipping(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001 - each milestone has its own tolerance
    for m in rows[Milestone]:
        expected = max(m.forecast or m.planned, rows.today)
        days = (expected - m.planned).days
        if m.actual is None and days > m.tolerance_days:
            severity = "red" if days > 2 * m.tolerance_days else "amber"
            yield Finding(severity, f"{m.title} is {days} days later than planned, {m.tolerance_days} are tolerated.", (m.key,))
