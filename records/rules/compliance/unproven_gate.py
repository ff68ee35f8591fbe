"""Unproven gate: it was passed although a criterion is not met, or says so without evidence."""
from collections.abc import Iterator

from records.figures.base import Rows, counted
from records.kinds import Criterion, Gate
from records.rules.base import Finding, Thresholds, rule

PASSED = ("go", "conditional go")


@rule("quality", needs={Gate: ("id", "key", "title", "decision", "decider_id"), Criterion: ("key", "gate_id", "status", "evidence", "reason")},
      clause="A gate is passed when each criterion is met with evidence, or waived with a reason.")
def unproven_gate(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for gate in rows[Gate]:
        if gate.decision not in PASSED:
            continue
        own = [c for c in rows[Criterion] if c.gate_id == gate.id]
        unmet = tuple(c.key for c in own if c.status in ("open", "not met"))
        bare = tuple(c.key for c in own if (c.status == "met" and not c.evidence) or (c.status == "waived" and not c.reason))
        said = [said for said, keys in ((f"{counted(len(unmet), 'criterion', 'criteria')} not met", unmet),
                                        (f"{counted(len(bare), 'criterion', 'criteria')} without evidence", bare)) if keys]
        if said:
            yield Finding("red" if unmet and gate.decision == "go" else "amber", f"“{gate.title}” was passed with {' and '.join(said)}.",
                          (gate.key, *unmet, *bare), who=gate.decider_id)
