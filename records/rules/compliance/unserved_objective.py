"""Unserved objective: it is wanted, and no project works for it."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Benefit, Objective, Project
from records.rules.base import Finding, Thresholds, rule


@rule("strategy", of=Objective, needs={Objective: ("key", "title", "status", "owner_id"), Project: ("key", "phase"), Benefit: ("key",)},
      clause="Every active objective is served by a project.")
def unserved_objective(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (objective,) = rows[Objective]
    if objective.status == "active" and not any(p.phase != "cancelled" for p in rows[Project]) and not rows[Benefit]:
        yield Finding("amber", f"No project works for “{objective.title}”.", (objective.key,), who=objective.owner_id)
