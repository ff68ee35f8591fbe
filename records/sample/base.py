"""How the sample company is written down: plain data with days counted from today, turned into a history of changes."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from records.proposals import Change, Create, Wish

SATURDAY = 5


@dataclass(frozen=True)
class Job:
    """A task: days from today for its dates; `done` is the day it was finished, `was_due` its date in the baseline."""
    title: str
    owner: str | None = None
    start: int | None = None
    due: int | None = None
    hours: float | None = None
    done: int | None = None
    progress: int = 0
    was_due: int | None = None
    blocked: str = ""
    cancelled: bool = False
    points: float | None = None
    priority: str = "medium"
    wide: tuple[float, float] = (0, 0)            # its optimistic and pessimistic hours


@dataclass(frozen=True)
class Step:
    """One change on one moment. `ago` counts working moments back from now, 0 the latest; else `day` is a day from today."""
    who: str
    wishes: tuple[Wish, ...]
    day: int | None = None
    ago: int | None = None


@dataclass(frozen=True)
class Plan:
    """One project with all that belongs to it. Values refer to people as @name and to objectives by their title."""
    name: str
    planned: int                                  # the day its plan was written
    project: Mapping[str, Any]
    members: tuple[tuple[str, str], ...] = ()
    jobs: tuple[Job, ...] = ()
    milestones: tuple[Mapping[str, Any], ...] = ()
    risks: tuple[Mapping[str, Any], ...] = ()
    lines: tuple[tuple[str, str, int], ...] = ()              # title, category, amount
    costs: tuple[tuple[str, str, int, int, str], ...] = ()    # title, type, day, amount, supplier
    requests: tuple[tuple[int, Mapping[str, Any]], ...] = ()  # day it was raised
    benefits: tuple[Mapping[str, Any], ...] = ()
    flows: tuple[tuple[str, int, int, int | None], ...] = ()  # title, years from now, approved, forecast
    later: tuple[Step, ...] = field(default=())


class Days:
    """Days and moments seen from now; what would fall on a weekend moves off it."""

    def __init__(self, now: datetime) -> None:
        self.now, self.today = now, now.date()

    def day(self, away: int) -> date:
        day = self.today + timedelta(days=away)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1 if away > 0 else -1)
        return day

    def at(self, away: int, hour: int = 10) -> datetime:
        """A moment on a past day, always before now."""
        return min(datetime.combine(self.day(away), time(hour, 15), self.now.tzinfo or UTC), self.now - timedelta(minutes=90))

    def ago(self, moments: int) -> datetime:
        """The latest working moments: two this morning, then three on each working day before."""
        if moments <= 1:
            return self.now - timedelta(minutes=(25, 55)[moments])
        days, which = divmod(moments - 2, 3)
        day = self.today
        for _ in range(days + 1):
            day -= timedelta(days=1)
            while day.weekday() >= SATURDAY:
                day -= timedelta(days=1)
        return datetime.combine(day, time((16, 13, 9)[which], 20), self.now.tzinfo or UTC)


def steps(plan: Plan, days: Days) -> Iterator[tuple[datetime, str, tuple[Wish, ...]]]:
    """The history of one project: set up, planned, worked on, paid for, and what happened lately."""
    lead = plan.project["manager_id"].removeprefix("@")
    yield days.at(plan.planned - 5, 9), "paula", tuple(_set_up(plan, days))
    yield days.at(plan.planned, 11), lead, tuple(_planned(plan, days))
    if plan.benefits or plan.flows:
        yield days.at(plan.planned, 14), "victor", tuple(_case(plan, days))
    for number, job in enumerate(plan.jobs, 1):
        yield from _worked(plan, days, f"{plan.name.upper()}-T-{number}", job)
    for title, type_, day, amount, supplier in plan.costs:
        values = {"title": title, "type": type_, "on": days.day(day), "amount": amount, "supplier": supplier, "project_id": plan.name,
                  "budget_line_id": _line(plan, title)}
        yield days.at(day, 15), lead, (Create("costentry", values),)
    for day, request in plan.requests:
        yield days.at(day, 12), lead, (Create("changerequest", {**dated(request, days), "project_id": plan.name}),)
    for step in plan.later:
        moment = days.ago(step.ago) if step.ago is not None else days.at(step.day or 0, 13)
        yield moment, step.who, tuple(_dated_wish(w, days) for w in step.wishes)


RESERVE = {"Contingency": {"type": "contingency reserve"}}


def _line(plan: Plan, cost: str) -> str:
    """The budget line that a cost belongs to: the one that names what its title begins with."""
    what = cost.partition(",")[0].casefold().split()[0]
    return next(title for title, _, _ in plan.lines if what in title.casefold().split())


def _set_up(plan: Plan, days: Days) -> Iterator[Wish]:
    yield Create("project", {"name": plan.name, **dated(plan.project, days)})


def _planned(plan: Plan, days: Days) -> Iterator[Wish]:
    home = {"project_id": plan.name}
    yield from (Create("membership", {**home, "person_id": f"@{who}", "duty": duty}) for who, duty in plan.members)
    yield from (Create("budgetline", {**home, "title": title, "category": kind, "amount": amount, **RESERVE.get(title, {})}) for title, kind, amount in plan.lines)
    yield from (Create("milestone", {**home, **dated(m, days)}) for m in plan.milestones)
    for job in plan.jobs:
        due = job.was_due if job.was_due is not None else job.due
        yield Create("task", {**home, "title": job.title, "owner_id": f"@{job.owner}" if job.owner else None, "hours": job.hours, "points": job.points,
                              "priority": job.priority, "optimistic": job.wide[0] or None, "pessimistic": job.wide[1] or None, **dated({"start": job.start, "due": due, "baseline_due": due}, days)})
    yield from (Create("risk", {**home, **dated(r, days)}) for r in plan.risks)


def _case(plan: Plan, days: Days) -> Iterator[Wish]:
    home = {"project_id": plan.name}
    yield from (Create("benefit", {**home, **dated(b, days)}) for b in plan.benefits)
    yield from (Create("cashflow", {**home, "title": title, "year": days.today.year + year, "amount": amount, "forecast": forecast})
                for title, year, amount, forecast in plan.flows)


def _worked(plan: Plan, days: Days, key: str, job: Job) -> Iterator[tuple[datetime, str, tuple[Wish, ...]]]:
    """What its owner did to a task: started it, finished it, or got stuck; a new date was set by the project's manager."""
    lead = plan.project["manager_id"].removeprefix("@")
    who = job.owner or lead
    began = max(plan.planned + 1, job.start if job.start is not None else plan.planned + 1)
    if job.cancelled:
        yield days.at(began, 16), lead, (Change("task", (key,), {"status": "cancelled"}),)
    if job.due != job.was_due and job.was_due is not None and job.due is not None:
        yield days.at(min(job.was_due, -12), 17), lead, (Change("task", (key,), {"due": days.day(job.due)}),)
    if job.done is not None:
        yield days.at(job.done, 16), who, (Change("task", (key,), {"status": "done", "done_on": days.day(job.done), "began_on": days.day(min(began, job.done))}),)
    elif job.blocked:
        yield days.at(-6, 11), who, (Change("task", (key,), {"status": "blocked", "blocked_by": job.blocked, "progress": job.progress}),)
    elif job.progress:
        yield days.at(min(began + 2, -4), 9), who, (Change("task", (key,), {"status": "in progress", "progress": job.progress}),)


DATES = {"start", "finish", "due", "baseline_due", "planned", "forecast", "actual", "review", "end", "decide_by", "decided_on", "on", "horizon", "done_on",
         "needed_by", "promised_for", "held_on", "resolved_on", "raised_on", "validate_by", "last_contact", "next_due", "last_sent", "approved_on", "declared_until"}

WORTH = ("benefit", "cashflow")         # their forecast is money, a milestone's is a day


def dated(values: Mapping[str, Any], days: Days) -> dict[str, Any]:
    """The values with days counted from today made dates; amounts of money are never dates."""
    return {n: days.day(v) if n in DATES and isinstance(v, int) and not isinstance(v, bool) and not _is_money(n, values) else v for n, v in values.items()}


def _is_money(name: str, values: Mapping[str, Any]) -> bool:
    return name == "forecast" and ("expected" in values or "realised" in values)


def _dated_wish(wish: Wish, days: Days) -> Wish:
    if isinstance(wish, Change):
        return Change(wish.kind, wish.keys, dated(wish.values, days) if wish.kind not in WORTH else wish.values)
    return Create(wish.kind, dated(wish.values, days)) if isinstance(wish, Create) else wish
