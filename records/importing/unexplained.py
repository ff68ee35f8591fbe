"""A task that a file says is blocked and not why: what is there already stays, else that no reason was given is what it says; and a person is told."""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NO_REASON = "no reason given"


@dataclass
class Unexplained:
    """How many blocked tasks came without a reason."""
    number: int = 0

    def reasoned(self, values: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
        """A task's values, complete where it is blocked and nobody said why."""
        if values.get("status") != "blocked" or values.get("blocked_by") or before.get("blocked_by"):
            return dict(values)
        self.number += 1
        return {**values, "blocked_by": NO_REASON}

    def notes(self) -> tuple[str, ...]:
        """What a person is told of it."""
        many = "1 task is" if self.number == 1 else f"{self.number:,} tasks are"
        return (f"{many} blocked and the file does not say why: “{NO_REASON}” stands there until somebody does.",) if self.number else ()
