"""Falling silent: a project in delivery, and nobody wrote anything about it for weeks."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Comment, CostEntry, Milestone, Project, Risk, Task
from records.rules.base import Finding, Threat, Thresholds, rule

KINDS = (Task, Milestone, Risk, CostEntry, Comment)


@rule("schedule", needs={Project: ("id", "key", "name", "phase"), **dict.fromkeys(KINDS, ("id", "key"))}, written=(Project, *KINDS),
      clause="A project in delivery is brought up to date at least every two weeks, or as often as the office's threshold says.")
def falling_silent(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    (project,) = rows[Project]
    if project.phase != "in delivery":
        return
    last = max(rows.written(kind, row)[1] for kind in (Project, *KINDS) for row in rows[kind])
    days = (rows.today - last).days
    if days > thresholds.silent_after:
        yield Finding("amber", f"Nothing was written about {project.name} for {days} days, since {last:%-d %b %Y}.", (project.key,), threat=Threat(
            project.key, f"No record of {project.name} was touched since {last:%-d %b %Y}.", f"{project.name} drifts without anybody noticing",
            "Delays and costs come to light when it is late to act.", "people", 3, 3, "One question to its manager: what is the state, what is in the way?"))
