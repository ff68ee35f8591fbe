"""Severe risk: a threat so likely and so bad that it needs an answer, or one that nobody minds."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Risk
from records.rules.base import Finding, Thresholds, rule


@rule("risk", needs={Risk: ("key", "title", "type", "status", "score", "response", "owner_id")},
      clause="A risk scored {risk_red} or more is reported to the sponsor; from {risk_amber} on it has an owner and a response.")
def severe_risk(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    for r in rows[Risk]:
        score = r.score or 0
        if r.status == "closed" or r.type != "threat" or score < thresholds.risk_amber:
            continue
        lacks = [lack for lack, is_so in (("no owner", r.owner_id is None), ("no response", not r.response)) if is_so]
        said = f"“{r.title}” scores {score} of 25{' with ' + ' and '.join(lacks) if lacks else ''}."
        if score >= thresholds.risk_red:
            yield Finding("red", said, (r.key,), who=r.owner_id)
        elif lacks:
            yield Finding("amber", said, (r.key,), who=r.owner_id)
