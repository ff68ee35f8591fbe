"""Being blocked: a task waits for something and says for what."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Task
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Task: ("key", "title", "status", "priority", "blocked_by")},
      clause="A blocked task is cleared or escalated within five working days.")
def being_blocked(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for t in rows[Task]:
        if t.status == "blocked":
            why = f": {t.blocked_by.rstrip('.')}" if t.blocked_by else ""
            yield Finding("red" if t.priority == "critical" else "amber", f"“{t.title}” is blocked{why}.", (t.key,))
