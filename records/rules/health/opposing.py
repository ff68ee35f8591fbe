"""Opposing: somebody with power stands against the project, or not where they are needed."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.figures.engagement import MUCH, STEPS
from records.kinds import Stakeholder
from records.rules.base import Finding, Thresholds, rule


@rule("stakeholders", needs={Stakeholder: ("key", "name", "power", "current", "desired", "engager_id")},
      clause="A stakeholder with power who is against the project is the sponsor's matter; one below the engagement that is needed has somebody who wins them.")
def opposing(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for s in rows[Stakeholder]:
        if s.power >= MUCH and s.current == "resistant":
            yield Finding("red", f"{s.name}, with power {s.power} of 5, is against it.", (s.key,), who=s.engager_id)
        elif s.power >= MUCH and s.current in STEPS and s.desired in STEPS and STEPS[s.current] < STEPS[s.desired]:
            yield Finding("amber", f"{s.name}, with power {s.power} of 5, is {s.current} and should be {s.desired}.", (s.key,), who=s.engager_id)
