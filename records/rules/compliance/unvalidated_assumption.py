"""Unvalidated assumption: the plan rests on it, and the day to check it has passed."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Assumption
from records.rules.base import Finding, Thresholds, rule


@rule("risk", needs={Assumption: ("key", "title", "status", "validate_by", "owner_id")},
      clause="An assumption is validated by its day.")
def unvalidated_assumption(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for a in rows[Assumption]:
        if a.status == "open" and a.validate_by and a.validate_by < rows.today:
            yield Finding("amber", f"“{a.title}” was to be validated by {a.validate_by:%-d %b %Y}.", (a.key,), who=a.owner_id)
