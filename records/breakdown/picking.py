"""Some of a plan: what a person ticked, by outline number; what waits for something left out waits for what that waited for."""
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from records.breakdown.base import Activity, Plan
from records.breakdown.merging import nearest
from records.breakdown.scheduling import loads
from records.proposals import Create, Proposal, Wish


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


def narrowed(proposal: Proposal, only: Sequence[str]) -> Proposal:
    """Those records of a proposal that carry one of these outline numbers or stand below it, with what they need: their project, summaries and links."""
    made = {w.new: w for w in proposal.wishes if isinstance(w, Create) and w.new}
    ticked = {n for n, w in made.items() if any(_stands_in(str(w.values.get("wbs", "")), code) for code in only)}
    kept, stack = set[int](), [n for n in ticked if n in made]
    while stack:
        n = stack.pop()
        kept.add(n)
        stack += [to for name in ("parent_id", "project_id") if isinstance(to := made[n].values.get(name), int) and to in made and to not in kept]
    return replace(proposal, wishes=tuple(w for w in proposal.wishes if _is_kept(w, kept, made.keys())))


def _is_kept(wish: Wish, kept: AbstractSet[int], made: AbstractSet[int]) -> bool:
    """Whether a wish is ticked, or joins only what is kept or was there before; whatever stands alone is left."""
    if not isinstance(wish, Create) or wish.kind != "link":
        return isinstance(wish, Create) and wish.new in kept
    ends = {to for name, to in wish.values.items() if name.endswith("_id") and isinstance(to, int) and to in made}
    return ends <= kept


def _stands_in(wbs: str, code: str) -> bool:
    return wbs == code or wbs.startswith(f"{code}.")


def _is_in(a: Activity, codes: Sequence[str]) -> bool:
    return any(_stands_in(a.wbs, code) for code in codes)


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
