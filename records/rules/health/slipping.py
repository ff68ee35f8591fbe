"""Slipping: an open milestone is expected later than its tolerance allows, or a gate was missed."""
from collections.abc import Iterator

from records.figures.base import Rows, counted
from records.figures.milestones import days_late
from records.kinds import Milestone
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Milestone: ("key", "title", "type", "planned", "forecast", "actual", "tolerance_days")},
      clause="A milestone beyond its tolerance is escalated to the sponsor; no gate passes in silence.")
def slipping(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001 - each milestone has its own tolerance
    for m in rows[Milestone]:
        expected, days = m.forecast or m.planned, days_late(m, rows.today)
        if m.actual is not None or days <= m.tolerance_days:
            continue
        if m.type == "gate" and expected < rows.today:
            yield Finding("red", f"The gate “{m.title}” was missed: it was due on {expected:%-d %b %Y}.", (m.key,))
        else:
            allowed = f"{m.tolerance_days} tolerated" if m.tolerance_days else "none tolerated"
            said = f"“{m.title}” is {counted(days, 'day')} later than planned, {allowed}."
            yield Finding("red" if days > 2 * m.tolerance_days else "amber", said, (m.key,))
