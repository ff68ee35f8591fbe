"""The outline of a plan: its phases sum up their tasks, and everything has its WBS code."""
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from records.breakdown.base import Activity


def outlined(activities: Sequence[Activity]) -> list[Activity]:
    """The activities below a summary for each phase, in order, each with its WBS code; numbers are those of their places."""
    phases = list(dict.fromkeys(a.phase for a in activities))
    below: dict[int | None, list[Activity]] = defaultdict(list)
    for a in activities:
        below[a.parent].append(a)
    out, place = list[Activity](), dict[int, int]()

    def put(a: Activity, code: str, parent: int) -> None:
        place[a.number] = len(out)
        out.append(replace(a, wbs=code, parent=parent))
        own = place[a.number]
        for n, child in enumerate(below[a.number], 1):
            put(child, f"{code}.{n}", own)

    for n, phase in enumerate(phases, 1):
        top = len(out)
        out.append(Activity(-n, phase, phase, "summary", None, wbs=str(n)))
        for m, a in enumerate([a for a in below[None] if a.phase == phase], 1):
            put(a, f"{n}.{m}", top)
    return [replace(a, number=n, after=tuple(place[b] for b in a.after if b in place)) for n, a in enumerate(out)]
