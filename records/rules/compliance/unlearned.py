"""Unlearned: a project was closed and left no lesson."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Lesson, Project
from records.rules.base import Finding, Thresholds, rule


@rule("quality", needs={Project: ("key", "name", "phase"), Lesson: ("key",)},
      clause="A project leaves its lessons before it is closed.")
def unlearned(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,) = rows[Project]
    if project.phase == "closed" and not rows[Lesson]:
        yield Finding("amber", f"{project.name} was closed without a recorded lesson.", (project.key,))
