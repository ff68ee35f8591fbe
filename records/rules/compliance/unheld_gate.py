"""Unheld gate: its day has passed and nobody decided."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Gate
from records.rules.base import Finding, Thresholds, rule


@rule("schedule", needs={Gate: ("key", "title", "finish", "decision", "decider_id")},
      clause="A gate is decided by its planned day.")
def unheld_gate(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for gate in rows[Gate]:
        if gate.decision == "not decided" and gate.finish and gate.finish < rows.today:
            yield Finding("amber", f"“{gate.title}” was due on {gate.finish:%-d %b %Y} and is not decided.", (gate.key,), who=gate.decider_id)
