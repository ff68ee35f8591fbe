"""What a task or a milestone would be if it slipped or took longer.

The plan stays as it was agreed: a supposed slip is late, no new plan. What would slip from a day that has passed slips from today.
"""
from datetime import date

from records.kinds import Milestone, Task
from tools.desk.supposing.heard import Heard

MOVED = ("start no earlier than", "must start on", "must finish on", "finish no earlier than")          # a deadline stays where it is
BEGUN = ("in progress", "in review")
Values = dict[str, object]


def slipped(task: Task, heard: Heard, *, longer: bool = False) -> Values:
    """The fields of a task that comes later or earlier, or takes longer; none where it has no date."""
    names = ("due",) if longer else ("start", "due", *(["constraint_on"] if task.constraint in MOVED else []))
    moved: Values = {n: heard.moved(day) for n in names if (day := getattr(task, n))}
    if not moved:
        return {}
    kept: Values = {"baseline_due": task.baseline_due or task.due, "baseline_start": task.baseline_start or task.start}
    return kept | moved | ({} if heard.is_earlier else _held(task, heard, longer=longer))


def foreseen(stone: Milestone, heard: Heard) -> Values:
    """A milestone that is foreseen later or earlier."""
    day = stone.forecast or stone.planned
    return {"forecast": heard.moved(day if heard.is_earlier else max(day, heard.today))}


def _held(task: Task, heard: Heard, *, longer: bool) -> Values:
    """The bound that holds a task where dates alone do not, because it waits for others or has begun."""
    begun = task.began_on is not None or task.progress > 0 or task.status in BEGUN
    if task.start and not begun:
        return {} if longer else _bound("start no earlier than", task.start, heard)
    return _bound("finish no earlier than", task.due, heard) if task.due else {}


def _bound(constraint: str, day: date, heard: Heard) -> Values:
    return {"constraint": constraint, "constraint_on": heard.moved(max(day, heard.today))}
