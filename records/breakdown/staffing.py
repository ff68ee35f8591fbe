"""Who does each task: whoever the description names, else the one on the team whose duty it is; never one of two."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from language.articles import one
from records.breakdown.alike import stems
from records.breakdown.base import Activity

SAME_DUTY: Mapping[str, tuple[str, ...]] = {
    "developer": ("developer", "engineer", "programmer", "software"), "tester": ("tester", "quality", "test"), "designer": ("designer", "ux"),
    "project manager": ("project manager", "project lead"), "trainer": ("trainer", "training"), "architect": ("architect",),
    "system engineer": ("system engineer", "administrator", "infrastructure", "operations"), "buyer": ("buyer", "procurement", "purchasing"),
    "legal": ("legal", "lawyer", "counsel"), "communications": ("communications", "communication", "marketing"),
    "business analyst": ("analyst", "business analyst"),
    "event manager": ("event manager", "events"), "change manager": ("change manager", "human resources"), "researcher": ("researcher", "scientist"),
    "data analyst": ("data analyst", "data scientist", "statistician"), "site manager": ("site manager", "construction manager", "foreman"),
    "compliance officer": ("compliance", "data protection officer"), "auditor": ("auditor",), "sponsor": ("sponsor",)}


@dataclass(frozen=True)
class Member:
    """Someone on the project: what they do there, and their job."""
    id: int
    key: str
    name: str
    duty: str = ""
    job: str = ""


def staffed(activities: Sequence[Activity], team: Sequence[Member], people: Mapping[str, Member]) -> list[Activity]:
    """The activities with their owners, or with what is missing."""
    return [a if a.form == "summary" else _staffed(a, team, people) for a in activities]


def _staffed(a: Activity, team: Sequence[Member], people: Mapping[str, Member]) -> Activity:
    if a.owner and (named := people.get(a.owner)):
        return replace(a, owner_id=named.id, flag="")
    if a.flag or not a.role:
        return a
    fit = fitting(a.role, team)
    if len(fit) == 1:
        return replace(a, owner_id=fit[0].id, owner=fit[0].key)
    why = f"nobody on the team is {_article(a.role)}" if not fit else f"{' and '.join(m.name for m in fit[:3])} could do it"
    return replace(a, flag=why)


def fitting(role: str, team: Sequence[Member]) -> list[Member]:
    """Those on the team whose duty is this role, else those whose job is."""
    wanted = [stems(w) for w in SAME_DUTY.get(role, (role,))]

    def fits(said: str) -> bool:
        return any(own <= stems(said) for own in wanted)

    by_duty = [m for m in team if m.duty and fits(m.duty)]
    return by_duty or [m for m in team if m.job and fits(m.job)]


def _article(role: str) -> str:
    return one(role) if role not in ("legal", "communications") else f"from {role}"
