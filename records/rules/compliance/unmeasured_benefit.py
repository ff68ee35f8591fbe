"""Unmeasured benefit: the day to measure it has passed."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Benefit
from records.kinds.benefit import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("benefits", needs={Benefit: ("key", "title", "status", "review", "owner_id")},
      clause="Benefits are measured at the dates in their profile, also after the project is closed.")
def unmeasured_benefit(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for b in rows[Benefit]:
        if b.review and b.review < rows.today and b.status not in ENDED:
            yield Finding("amber", f"“{b.title}” was to be measured on {b.review:%-d %b %Y}.", (b.key,), who=b.owner_id)
