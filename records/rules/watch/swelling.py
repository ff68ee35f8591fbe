"""Swelling: work was added since the plan was agreed, with no change request that says so."""
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from records.figures.base import Rows, brief, counted
from records.kinds import Baseline, ChangeRequest, Project, Task
from records.rules.base import Finding, Threat, Thresholds, rule

LARGE = Decimal("0.1")                          # of the hours that were agreed
LEAST = 3                                       # tasks; fewer are no creep


@rule("scope", needs={Project: ("key", "phase"), Baseline: ("key", "agreed_on", "hours"), ChangeRequest: ("key", "status", "type", "decided_on"),
                      Task: ("id", "key", "status", "hours", "parent_id")}, written=(Task,),
      clause="Work beyond the agreed scope is asked for by a change request.")
def swelling(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,), agreed = rows[Project], max(rows[Baseline], key=lambda b: b.agreed_on or date.min, default=None)
    if project.phase != "in delivery" or agreed is None or agreed.agreed_on is None or not agreed.hours:
        return
    new = [t for t in rows[Task] if t.status != "cancelled" and t.parent_id is None and t.hours and rows.written(Task, t)[0] > agreed.agreed_on]
    asked = any(c.type == "scope" and c.status in ("approved", "implemented") and c.decided_on and c.decided_on > agreed.agreed_on for c in rows[ChangeRequest])
    added, planned = sum((Decimal(str(t.hours)) for t in new), Decimal(0)), Decimal(str(agreed.hours))
    if len(new) >= LEAST and added > LARGE * planned and not asked:
        said = f"{counted(len(new), 'task')} with {brief(added)} h came since the baseline of {brief(planned)} h, and no approved change request asks for them."
        yield Finding("amber", said, (agreed.key, *(t.key for t in new)), threat=Threat(
            agreed.key, f"{counted(len(new), 'task')} with {brief(added)} h were added since {agreed.agreed_on:%-d %b %Y} without a change request.",
            "The scope grows beyond what was agreed", "Dates and money that were agreed do not hold.", "scope", 4, 3,
            "Ask for it by a change request, or take it out again."))
