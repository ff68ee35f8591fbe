"""Unled project: nobody leads it, or nobody sponsors it."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Project
from records.kinds.project import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("resources", needs={Project: ("key", "name", "phase", "manager_id", "sponsor_id")},
      clause="Every project has a project manager and a sponsor.")
def unled_project(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,) = rows[Project]
    lacks = [role for role, who in (("project manager", project.manager_id), ("sponsor", project.sponsor_id)) if who is None]
    if lacks and project.phase not in ENDED:
        yield Finding("amber", f"{project.name} has no {' and no '.join(lacks)}.", (project.key,), who=project.sponsor_id)
