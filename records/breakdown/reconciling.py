"""A plan against what is there: what the project has already is linked and not made again; what is near is said."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from language.cleaning import folded
from records.breakdown.alike import NEAR, SAME, Titles
from records.breakdown.base import Activity

SOURCE = "breakdown: "


@dataclass(frozen=True)
class There:
    """A task or milestone that is there; `source` says what made it."""
    id: int
    key: str
    title: str
    source: str = ""


def source_of(a: Activity) -> str:
    """What a record made from an activity is known by, whatever it is called later."""
    return f"{SOURCE}{a.form} {folded(' '.join(a.title.split()))}"[:200]


def reconciled(activities: Sequence[Activity], tasks: Sequence[There], milestones: Sequence[There], elsewhere: Mapping[str, str]) -> list[Activity]:
    """The activities with the records that they are already; `elsewhere` are open tasks of other projects, title by key."""
    near, far = Titles((t.key, t.title) for t in tasks), Titles(elsewhere.items())
    taken, out = set[str](), list[Activity]()
    for a in activities:
        found = _known(a, milestones if a.form == "milestone" else tasks, taken)
        if found is not None:
            taken.add(found.key)
            out.append(replace(a, known=found.key, known_id=found.id))
        else:
            out.append(replace(a, near=_near(a, near, tasks, far, elsewhere)) if a.form == "task" else a)
    return out


def _known(a: Activity, there: Sequence[There], taken: set[str]) -> There | None:
    """The record that an activity is: made from it before, of the same title, or so much alike that it is no other."""
    free = [t for t in there if t.key not in taken]
    source, title = source_of(a), folded(" ".join(a.title.split()))
    by_name = next((t for t in free if t.source == source), None) or next((t for t in free if folded(" ".join(t.title.split())) == title), None)
    if by_name is not None or a.form != "task":
        return by_name
    same = Titles((t.key, t.title) for t in free).nearest(a.title, SAME)
    return next(t for t in free if t.key == same[0]) if same else None


def _near(a: Activity, near: Titles, tasks: Sequence[There], far: Titles, elsewhere: Mapping[str, str]) -> str:
    if (found := near.nearest(a.title, NEAR)) is not None:
        return f"overlaps with {found[0]} “{next(t.title for t in tasks if t.key == found[0])}”"
    if (found := far.nearest(a.title, NEAR)) is not None:
        return f"{'the same as' if found[1] >= SAME else 'related to'} {found[0]} “{elsewhere[found[0]]}” of another project"
    return ""
