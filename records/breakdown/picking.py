"""Some of a plan: what a person ticked, by outline number; what waits for something left out waits for what that waited for."""
from collections.abc import Sequence
from dataclasses import replace

from records.breakdown.base import Activity, Plan
from records.breakdown.merging import nearest
from records.breakdown.scheduling import loads


def picked(plan: Plan, only: Sequence[str], dropped: Sequence[str]) -> Plan:
    """The plan with only these outline numbers, or without those; a number stands for all below it. Numbers stay as they were shown."""
    if not only and not dropped:
        return plan
    wanted = {a.number for a in plan.activities if (not only or _is_in(a, only)) and not _is_in(a, dropped)}
    leaves = {a.number for a in plan.activities if a.number in wanted and a.form != "summary"}
    kept = leaves | {above for n in leaves for above in _above(plan.activities, n)}
    gone = tuple((a.title, "you did not want it") for a in plan.activities if a.number not in kept and a.form == "task")
    place = {a.number: n for n, a in enumerate(a for a in plan.activities if a.number in kept)}
    after = {place[a.number]: [place[n] for n in _before(plan.activities, a, kept)] for a in plan.activities if a.number in kept}
    left = tuple(replace(a, number=place[a.number], parent=None if a.parent is None else place.get(a.parent), after=nearest(place[a.number], after))
                 for a in plan.activities if a.number in kept)
    return replace(plan, activities=left, left_out=(*plan.left_out, *gone), path=tuple(place[n] for n in plan.path if n in kept), load=loads(left))


def _is_in(a: Activity, codes: Sequence[str]) -> bool:
    return any(a.wbs == code or a.wbs.startswith(f"{code}.") for code in codes)


def _above(activities: Sequence[Activity], number: int) -> list[int]:
    found, at = list[int](), activities[number].parent
    while at is not None:
        found.append(at)
        at = activities[at].parent
    return found


def _before(activities: Sequence[Activity], a: Activity, kept: set[int]) -> list[int]:
    """What an activity waits for among those that are kept, near or far."""
    found, seen, stack = list[int](), set[int](), list(reversed(a.after))
    while stack:
        n = stack.pop()
        if n in kept:
            found.append(n)
        elif n not in seen:
            seen.add(n)
            stack += reversed(activities[n].after)
    return found
