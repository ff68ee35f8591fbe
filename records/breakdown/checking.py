"""What every plan is held to, whoever drew it: no circle, no orphan, no task without a verb, a quote that stands in the description."""
from collections.abc import Sequence
from dataclasses import replace

from records.breakdown.base import Activity
from records.breakdown.merging import reaches


def checked(activities: Sequence[Activity], description: str) -> tuple[list[Activity], list[str]]:
    """The activities with what is unsound taken out, and what that was, in sentences. Numbers are those of their places."""
    said, out = list[str](), list[Activity]()
    known = range(len(activities))
    after: dict[int, list[int]] = {a.number: [] for a in activities}
    for a in activities:
        quote = a.quote if a.quote and a.quote in description else ""
        if a.quote and not quote:
            said.append(f"the reason of “{a.title}” does not stand in the description, so it is taken out")
        for n in a.after:
            if n not in known or n == a.number:
                said.append(f"“{a.title}” waits for a task that is not there; the link is taken out")
            elif reaches(after, n, a.number):
                said.append(f"“{a.title}” and “{activities[n].title}” would wait for each other; the link is taken out")
            elif n not in after[a.number]:
                after[a.number].append(n)
        parent = a.parent if a.parent in known and a.parent != a.number and not _is_above(activities, a) else None
        if a.parent is not None and parent is None:
            said.append(f"what “{a.title}” belongs to is not there or in a circle; it stands for itself")
        out.append(replace(a, quote=quote, parent=parent))
    return [replace(a, after=tuple(after[a.number])) for a in out], said


def _is_above(activities: Sequence[Activity], a: Activity) -> bool:
    """Whether an activity is, near or far, a part of itself."""
    seen, at = set[int](), a.parent
    while at is not None and at not in seen and at < len(activities):
        if at == a.number:
            return True
        seen.add(at)
        at = activities[at].parent
    return False
