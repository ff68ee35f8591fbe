"""Tasks and milestones, field by field. A milestone is one that is marked so and has no tasks below it."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from records.importing.base import To
from records.importing.mspdi.assignments import Share, allocate, owner
from records.importing.mspdi.calendars import Known
from records.importing.mspdi.document import Item
from records.importing.mspdi.outline import Outline, Place
from records.importing.mspdi.values import Measures, amount, on, whole, yes
from records.importing.schedule import LONGEST_TEXT, LONGEST_WBS, MOST_HOURS, Gathered, day, number

CONSTRAINTS = ("as soon as possible", "as late as possible", "must start on", "must finish on", "start no earlier than", "start no later than",
               "finish no earlier than", "finish no later than")
DATED = 2                                # the constraints from here on have a date
HUNDRED = 100
PRIORITIES = ((400, "low"), (599, "medium"), (799, "high"))       # up to; above stands "critical". MS Project's own scale has 500 in its middle


@dataclass(frozen=True)
class Surroundings:
    """What a task refers to: its project, calendars by UID, who is assigned by task UID, how long a day is, which days are worked."""
    project: To
    prefix: str
    calendars: Mapping[str, Known]
    shares: Mapping[str, list[Share]]
    measures: Measures
    workdays: tuple[int, ...]

    def task(self, uid: str) -> To:
        return To("task", f"{self.prefix}{uid}")


def read(outline: Outline, milestones: frozenset[str], around: Surroundings, gathered: Gathered) -> None:
    for uid, place in outline.places.items():
        if uid in milestones:
            _milestone(place, around, gathered)
        else:
            _task(place, around, gathered)
            allocate(around.shares.get(uid, []), (around.project, around.task(uid)), around.workdays, gathered, place.where)


def _task(place: Place, around: Surroundings, gathered: Gathered) -> None:
    item, where = place.item, place.where
    shares = around.shares.get(place.uid, [])
    start = on(item.said("Start"))
    due = gathered.due(where, start, on(item.said("Finish")))
    status, progress = _status(item, gathered, where)
    calendar = around.calendars.get(item.said("CalendarUID"))
    gathered.add("task", around.task(place.uid).said, where, {
        "title": gathered.title(where, item.said("Name"), f"Task {item.said('WBS') or item.said('ID') or place.uid}"),
        "project_id": around.project,
        "parent_id": around.task(place.parent) if place.parent else None,
        "wbs": gathered.text(where, "WBS code", item.said("WBS"), LONGEST_WBS),
        "description": gathered.text(where, "note", item.said("Notes")),
        "owner_id": owner(shares),
        "status": status, "progress": progress, "priority": priority(item.said("Priority")),
        "start": day(start), "due": day(due),
        **_baseline(item),
        **_work(place, shares, around.measures, gathered),
        "began_on": day(on(item.said("ActualStart"))),
        "done_on": day(on(item.said("ActualFinish")) or due) if status == "done" else None,
        **_constraint(item, gathered, where), "hard_deadline": day(on(item.said("Deadline"))),
        "calendar_id": To("calendar", calendar.source) if calendar and calendar.source else None,
        "links": _address(item, gathered, where)})
    _what_has_no_field(item, progress, gathered, where)


def priority(said: str) -> str:
    value = whole(said)
    return next((name for most, name in PRIORITIES if (500 if value is None else value) <= most), "critical")


def _status(item: Item, gathered: Gathered, where: str) -> tuple[str, int]:
    said = amount(item.said("PercentComplete")) or 0
    progress = int(gathered.within(where, "per cent complete", said, HUNDRED) or 0)
    if not yes(item.said("Active") or "1"):
        return "cancelled", progress
    if on(item.said("ActualFinish")) and progress < HUNDRED:
        gathered.skip(where, f"It has an actual finish and is {progress} % complete; it is taken as done")
        return "done", HUNDRED
    if progress == HUNDRED:
        return "done", progress
    return "in progress" if progress or on(item.said("ActualStart")) else "to do", progress


def _baseline(item: Item) -> dict[str, object]:
    """Start and finish of the baseline without a number, which is number 0."""
    first = next((b for b in item.all("Baseline") if b.said("Number") in ("", "0")), Item())
    start, due = on(first.said("Start")), on(first.said("Finish"))
    return {"baseline_start": day(start), "baseline_due": day(due)}


def _work(place: Place, shares: list[Share], measures: Measures, gathered: Gathered) -> dict[str, object]:
    """Hours of work. A summary task has only what is assigned to itself: the rest is the sum of the tasks below it and would count twice."""
    item, where = place.item, place.where
    if place.is_summary:
        own = [s for s in shares if s.person]
        work, remaining = _sum(s.work for s in own), _sum(s.remaining for s in own)
        gathered.counts["summary work"] += bool(measures.hours(item.said("Work"))) and not own
    else:
        work, remaining = measures.hours(item.said("Work")), measures.hours(item.said("RemainingWork"))
        if not work and not shares:      # nobody is assigned, so nobody has estimated: MS Project writes 0
            work, remaining = None, None
    return {"hours": number(gathered.within(where, "work in hours", work, MOST_HOURS)),
            "remaining": number(gathered.within(where, "remaining work in hours", remaining, MOST_HOURS))}


def _sum(hours: Iterable[float | None]) -> float | None:
    """The sum of what is known; None where nothing is."""
    known = [h for h in hours if h is not None]
    return sum(known) if known else None


def _constraint(item: Item, gathered: Gathered, where: str) -> dict[str, object]:
    kind = whole(item.said("ConstraintType")) or 0
    on_day = on(item.said("ConstraintDate"))
    if not 0 <= kind < len(CONSTRAINTS):
        gathered.skip(where, f"Its constraint has the unknown type {kind} and is left out")
    elif kind < DATED:
        return {"constraint": CONSTRAINTS[kind]}
    elif on_day is None:
        gathered.skip(where, f"Its constraint “{CONSTRAINTS[kind]}” has no date and is left out")
    else:
        return {"constraint": CONSTRAINTS[kind], "constraint_on": day(on_day)}
    return {"constraint": CONSTRAINTS[0]}


def _address(item: Item, gathered: Gathered, where: str) -> str:
    address = item.said("HyperlinkAddress")
    if not address:
        return ""
    if not address.lower().startswith(("http://", "https://")):
        gathered.skip(where, f"Its hyperlink “{address[:200]}” is no web address and is left out")
        return ""
    within = item.said("HyperlinkSubAddress")
    return gathered.text(where, "hyperlink", f"{address}#{within}" if within else address, 2000)


def _what_has_no_field(item: Item, progress: int, gathered: Gathered, where: str) -> None:
    physical = amount(item.said("PhysicalPercentComplete"))
    if physical and physical != progress:
        gathered.skip(where, f"Its physical per cent complete is {physical:g}; the {progress} % of its duration are taken")
    for name, what in (("StartText", "start"), ("FinishText", "finish"), ("DurationText", "duration")):
        if said := item.said(name):
            gathered.skip(where, f"Its {what} is said in words, “{said[:100]}”; the date that MS Project put there is taken")
    if yes(item.said("IsSubproject")) or item.said("SubprojectName"):
        gathered.skip(where, f"The project inserted here, “{item.said('SubprojectName')[:100]}”, is another file; load that too")
    gathered.counts["recurring"] += yes(item.said("Recurring"))


def _milestone(place: Place, around: Surroundings, gathered: Gathered) -> None:
    item, where = place.item, place.where
    shares = around.shares.get(place.uid, [])
    forecast = on(item.said("Finish")) or on(item.said("Start"))
    planned = _baseline(item)["baseline_due"] or day(forecast)
    if planned is None:
        gathered.skip(where, "It is a milestone without any date and is left out")
        return
    if not yes(item.said("Active") or "1"):
        gathered.skip(where, "It is an inactive milestone and is left out")
        return
    is_reached = (amount(item.said("PercentComplete")) or 0) >= HUNDRED or on(item.said("ActualFinish")) is not None
    gathered.add("milestone", f"{around.prefix}{place.uid}", where, {
        "title": gathered.title(where, item.said("Name"), f"Milestone {item.said('WBS') or item.said('ID') or place.uid}"),
        "project_id": around.project, "owner_id": owner(shares),
        "wbs": gathered.text(where, "WBS code", item.said("WBS"), LONGEST_WBS),
        "planned": planned, "forecast": day(forecast), "description": gathered.text(where, "note", item.said("Notes"), LONGEST_TEXT),
        "actual": day(on(item.said("ActualFinish")) or forecast) if is_reached else None})
    _what_a_milestone_loses(item, shares, around.measures, gathered, where)


def _what_a_milestone_loses(item: Item, shares: list[Share], measures: Measures, gathered: Gathered, where: str) -> None:
    if measures.hours(item.said("Duration")):
        gathered.skip(where, f"It is a milestone that takes time, from {on(item.said('Start'))}; its finish is taken")
    work = measures.hours(item.said("Work"))
    if work and shares:
        gathered.skip(where, f"A milestone has no hours; its {work:g} h are left out")
    if deadline := on(item.said("Deadline")):
        gathered.skip(where, f"Its deadline {deadline} is left out: a milestone has one forecast, and that is its finish")
    kind = whole(item.said("ConstraintType")) or 0
    if 0 < kind < len(CONSTRAINTS):
        gathered.skip(where, f"A milestone has no constraint; “{CONSTRAINTS[kind]} {on(item.said('ConstraintDate')) or ''}” is left out".replace(" ”", "”"))
