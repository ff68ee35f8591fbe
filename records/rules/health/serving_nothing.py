"""Serving nothing: a project without a strategic objective."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Project
from records.kinds.project import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("strategy", needs={Project: ("key", "name", "objective_id", "phase")}, clause="Every project names the strategic objective it serves.")
def serving_nothing(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,) = rows[Project]
    if project.objective_id is None and project.phase not in ENDED:
        yield Finding("amber", f"{project.name} serves no strategic objective.", (project.key,))
