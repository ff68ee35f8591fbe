"""Self-approval: somebody decided on their own request."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import ChangeRequest
from records.rules.base import Finding, Thresholds, rule


@rule("scope", needs={ChangeRequest: ("key", "title", "status", "requester_id", "decider_id")},
      clause="Nobody decides on their own change request.")
def self_approval(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for c in rows[ChangeRequest]:
        if c.status in ("approved", "implemented") and c.requester_id is not None and c.requester_id == c.decider_id:
            yield Finding("red", f"“{c.title}” was approved by the person who asked for it.", (c.key,))
