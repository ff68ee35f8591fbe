"""Unreviewed risk: its review date has passed."""
from collections.abc import Iterator

from records.figures.base import Rows, counted
from records.kinds import Risk
from records.rules.base import Finding, Thresholds, rule


@rule("risk", needs={Risk: ("key", "status", "review")}, clause="Every open risk is reviewed by its review date, at least once a month.")
def unreviewed_risk(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    late = tuple(r.key for r in rows[Risk] if r.status != "closed" and r.review and r.review < rows.today)
    if late:
        yield Finding("amber", f"The review of {counted(len(late), 'open risk')} is overdue.", late)
