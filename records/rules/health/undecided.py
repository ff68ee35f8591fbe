"""Undecided: a change waits for its decision longer than it can."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import ChangeRequest
from records.rules.base import Finding, Thresholds, rule


@rule("scope", needs={ChangeRequest: ("key", "title", "status", "decide_by")},
      clause="A change request is decided by the day the decision is needed.")
def undecided(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for c in rows[ChangeRequest]:
        if c.status in ("submitted", "evaluated") and c.decide_by and c.decide_by < rows.today:
            yield Finding("amber", f"“{c.title}” should have been decided by {c.decide_by:%-d %b %Y}.", (c.key,))
