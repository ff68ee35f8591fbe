"""Unaccountable deliverable: people work on it and nobody answers for it."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Deliverable, Responsibility
from records.rules.base import Finding, Thresholds, rule


@rule("quality", needs={Deliverable: ("id", "key", "title", "owner_id"), Responsibility: ("key", "deliverable_id", "letter")},
      clause="Each deliverable has exactly one person accountable.")
def unaccountable_deliverable(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for d in rows[Deliverable]:
        roles = [r for r in rows[Responsibility] if r.deliverable_id == d.id]
        if roles and sum(r.letter == "accountable" for r in roles) != 1:
            yield Finding("amber", f"“{d.title}” has no one person accountable for it.", (d.key, *(r.key for r in roles)), who=d.owner_id)
