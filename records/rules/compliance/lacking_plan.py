"""Lacking plan: a project is being delivered, but its records cannot say how it stands."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Project, Task
from records.kinds.task import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Project: ("key", "name", "phase", "finish"), Task: ("key", "status", "due")},
      clause="A project in delivery has tasks, each with a due date, and no finish date that has passed.")
def lacking_plan(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,) = rows[Project]
    if project.phase != "in delivery":
        return
    tasks = [t for t in rows[Task] if t.status != "cancelled"]
    open_ = [t for t in tasks if t.status not in ENDED]
    if not tasks:
        yield Finding("amber", f"{project.name} is in delivery without a single task.", (project.key,))
    elif open_ and not any(t.due for t in open_):
        yield Finding("amber", f"No open task of {project.name} has a due date.", tuple(t.key for t in open_))
    if project.finish and project.finish < rows.today:
        yield Finding("amber", f"{project.name} should have been finished on {project.finish:%-d %b %Y} and is still in delivery.", (project.key,))
