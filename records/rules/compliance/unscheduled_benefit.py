"""Unscheduled benefit: nobody knows when it will be measured."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Benefit
from records.kinds.benefit import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("benefits", needs={Benefit: ("key", "title", "status", "review", "owner_id")},
      clause="Every benefit has a date on which it is measured.")
def unscheduled_benefit(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for b in rows[Benefit]:
        if b.review is None and b.status not in ENDED:
            yield Finding("amber", f"“{b.title}” has no date on which it is measured.", (b.key,), who=b.owner_id)
