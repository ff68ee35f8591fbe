"""PERT: what uncertain work is expected to take, and how far it may lie off; of each task (O + 4M + P) / 6 with a standard deviation of (P − O) / 6.

M is the hours it is estimated at; where nobody said an optimistic or a pessimistic estimate, these are taken for it.
"""
from dataclasses import dataclass
from decimal import Decimal

from records.figures.base import Needs, Part, Rows, Value, brief, counted, figure, keys, rounded
from records.figures.delivery.planning import exact
from records.kinds import Project, Task
from records.kinds.task import ENDED

ESTIMATED: Needs = {Task: ("key", "title", "status", "hours", "optimistic", "pessimistic")}
ALSO = "PERT, PERT estimate, three-point estimate, expected effort, beta estimate"


@dataclass(frozen=True)
class Expected:
    """The mean and the standard deviation of one estimate, in hours."""
    mean: Decimal
    deviation: Decimal
    said: str


@figure(of=Task, needs=ESTIMATED, unit="hours", label="PERT estimate", also=ALSO)
def pert(rows: Rows) -> Value:
    (task,) = rows[Task]
    found = expected(task)
    return found if isinstance(found, Value) else Value(found.mean, f"{found.said}, standard deviation {rounded(found.deviation, 1)} h", (task.key,))


@figure(of=Project, needs=ESTIMATED, unit="hours", label="PERT estimate", also=ALSO)
def pert_effort(rows: Rows) -> Value:
    """Of the open tasks together: means add up, and so do the squares of their deviations, as each varies by itself."""
    open_ = [t for t in rows[Task] if t.status not in ENDED]
    spread = [(t, e) for t in open_ if (t.optimistic is not None or t.pessimistic is not None) and isinstance(e := expected(t), Expected)]
    if not spread:
        return Value(None, "no open task has an optimistic or pessimistic estimate beside its hours")
    plain = [t for t in open_ if t.hours is not None and t.key not in {t.key for t, _ in spread}]
    mean = sum((e.mean for _, e in spread), Decimal(0)) + sum((exact(t.hours or 0) for t in plain), Decimal(0))
    deviation = sum((e.deviation ** 2 for _, e in spread), Decimal(0)).sqrt()
    bare = len(open_) - len(spread) - len(plain)
    said = (f"(O + 4M + P) / 6 of {counted(len(spread), 'open task')}, the hours of {len(plain)} more; standard deviation {rounded(deviation, 1)} h"
            + (f"; {bare} without an estimate left out" if bare else ""))
    return Value(mean, said, keys([t for t, _ in spread], plain),
                 tuple(Part(t.title, f"{e.said} = {rounded(e.mean, 1)} h ± {rounded(e.deviation, 1)}", t.key) for t, e in spread))


def expected(task: Task) -> Expected | Value:
    """What a task is expected to take, or why that is not known."""
    if task.hours is None:
        return Value(None, "it has no estimate in hours")
    likely = exact(task.hours)
    low, high = (likely if e is None else exact(e) for e in (task.optimistic, task.pessimistic))
    return Expected((low + 4 * likely + high) / 6, (high - low) / 6, f"({brief(low)} + 4 × {brief(likely)} + {brief(high)}) / 6")
