"""Unbaselined: a project is delivered without a plan that was agreed."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Baseline, Project, Task
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Project: ("key", "name", "phase"), Baseline: ("key",), Task: ("key", "baseline_due")},
      clause="A project in delivery has an agreed baseline.")
def unbaselined(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,) = rows[Project]
    if project.phase == "in delivery" and not rows[Baseline] and not any(t.baseline_due for t in rows[Task]):
        yield Finding("amber", f"{project.name} is in delivery without a baseline.", (project.key,))
