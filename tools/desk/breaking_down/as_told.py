"""A plan held to what was told: what was agreed is due when it was agreed to be, and steps have the order, the days and the people that were said."""
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from language.describing.reading import Said
from language.working import WorkingDays
from records.breakdown.base import Activity, Plan


def as_agreed(plan: Plan, *, said: bool) -> Plan:
    """What was agreed in a meeting is due when it was agreed to be, and not when it could be done; where nothing was, nothing is to be done."""
    if not said:
        return replace(plan, activities=(), finish=None, load={})
    due = [replace(a, starts=min(a.starts or a.due, a.due), ends=a.due, due=None) if a.due else a for a in plan.activities]
    return replace(plan, activities=tuple(due), finish=max((a.ends for a in due if a.ends), default=None))


def as_told(plan: Plan, said: Sequence[Said], days: WorkingDays) -> Plan:
    """Steps as they were told: nobody has them but who was named, and what follows one that has a day of its own comes behind that day."""
    named, found = {s.title for s in said if s.owner or s.unclear}, dict[int, Activity]()
    for a in plan.activities:
        free = replace(a, role="") if a.title in named else replace(a, role="", owner="", owner_id=None, flag="")
        found[a.number] = _behind(free, [found[n].ends for n in a.after if n in found], days)
    every = tuple(found.values())
    return replace(plan, activities=every, finish=max((a.ends for a in every if a.ends), default=None), load={}, path=())


def _behind(a: Activity, before: Sequence[date | None], days: WorkingDays) -> Activity:
    """A step on its own day, else behind the latest of those that it waits for."""
    if a.starts is None or a.ends is None:
        return a
    last = max((day for day in before if day), default=None)
    starts = max(a.starts, days.add(last, 1 + a.lag)) if last else a.starts
    if a.due:
        return replace(a, starts=min(starts, a.due), ends=a.due, due=None)
    return replace(a, starts=starts, ends=days.add(starts, max(days.between(a.starts, a.ends), 1) - 1))
