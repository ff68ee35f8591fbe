"""Undated change: it waits for a decision that nobody has to take by any day."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import ChangeRequest
from records.rules.base import Finding, Thresholds, rule


@rule("scope", needs={ChangeRequest: ("key", "title", "status", "decide_by", "decider_id", "requester_id")},
      clause="A change request names who decides it and by when.")
def undated_change(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for c in rows[ChangeRequest]:
        lacks = [what for what, given in (("a day by which it is decided", c.decide_by), ("somebody who decides it", c.decider_id)) if given is None]
        if c.status in ("submitted", "evaluated") and lacks:
            yield Finding("amber", f"“{c.title}” waits without {' and without '.join(lacks)}.", (c.key,), who=c.requester_id)
