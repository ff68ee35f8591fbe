"""Expired declaration: a colour was declared against the records, for a time that is over."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Project
from records.kinds.project import ENDED
from records.rules.base import Finding, Thresholds, rule


@rule("quality", needs={Project: ("key", "name", "phase", "declared_colour", "declared_until")},
      clause="A declared colour holds until its day and is then given anew.")
def expired_declaration(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,) = rows[Project]
    if project.phase not in ENDED and project.declared_colour != "not declared" and project.declared_until and project.declared_until < rows.today:
        yield Finding("amber", f"{project.name} was declared {project.declared_colour} until {project.declared_until:%-d %b %Y}.", (project.key,))
