"""Unanswered risk: it is severe enough to need a response and has none."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Risk
from records.rules.base import Finding, Thresholds, rule


@rule("risk", needs={Risk: ("key", "type", "status", "score", "response", "owner_id")},
      clause="A threat scored {risk_amber} or more has a response.")
def unanswered_risk(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    for r in rows[Risk]:
        if r.status != "closed" and r.type == "threat" and (r.score or 0) >= thresholds.risk_amber and not r.response:
            yield Finding("amber", f"{r.key} scores {r.score} of 25 and has no response.", (r.key,), who=r.owner_id)
