"""Predecessors: links between tasks, summary tasks among them, and milestones."""
from collections.abc import Mapping

from records.importing.base import To
from records.importing.mspdi.document import Item
from records.importing.mspdi.outline import Outline, Place
from records.importing.mspdi.tasks import Surroundings
from records.importing.mspdi.values import ELAPSED, PER_CENT, Measures, amount, plain, whole, yes
from records.importing.schedule import MOST_LAG, Gathered, number

TYPES = ("FF", "FS", "SF", "SS")
FINISH_TO_START = 1
MINUTES_A_DAY = 1440


def read(outline: Outline, milestones: frozenset[str], around: Surroundings, gathered: Gathered) -> None:
    """Add a row for each link; say each one that cannot be kept."""
    known: set[tuple[str, str, str]] = set()
    for uid, place in outline.places.items():
        for item in place.item.all("PredecessorLink"):
            before = outline.places.get(item.said("PredecessorUID"))
            said = _said(item, outline.places, around.measures)
            if why := _unfit(item, before, place, outline):
                gathered.skip(place.where, f"It waits for {said}: {why}")
            elif before:
                ends = {**_end("predecessor", before.uid, milestones, around), **_end("successor", uid, milestones, around)}
                _add(item, (before, place), ends, known, around, gathered)


def _end(which: str, uid: str, milestones: frozenset[str], around: Surroundings) -> dict[str, object]:
    """One end of a link: the task or the milestone it is."""
    if uid in milestones:
        return {f"{which}_milestone_id": To("milestone", f"{around.prefix}{uid}")}
    return {f"{which}_id": around.task(uid)}


def _said(item: Item, places: Mapping[str, Place], measures: Measures) -> str:
    """A link in words: “task 3 “Walls” (FS + 2 days)”."""
    uid = item.said("PredecessorUID")
    days = lag(item, places.get(uid), measures)
    more = f" {'+' if days > 0 else '-'} {abs(days):g} days" if days else ""
    return f"{places[uid].where if uid in places else f'task with UID {uid}'} ({_type(item)}{more})"


def _type(item: Item) -> str:
    at = whole(item.said("Type"))
    return TYPES[at] if at is not None and 0 <= at < len(TYPES) else TYPES[FINISH_TO_START]


def _unfit(item: Item, before: Place | None, place: Place, outline: Outline) -> str:
    if yes(item.said("CrossProject")) or item.said("PredecessorUID") in outline.external:
        return f"that task is in another project ({item.said('CrossProjectName') or 'not named'}); the link is left out"
    if before is None:
        return "that task is not in the file; the link is left out"
    return "that is itself; the link is left out" if before is place else ""


def _add(item: Item, joined: tuple[Place, Place], ends: Mapping[str, object], known: set[tuple[str, str, str]], around: Surroundings,
         gathered: Gathered) -> None:
    (before, place), of = joined, _type(item)
    if (before.uid, place.uid, of) in known:
        gathered.skip(place.where, f"It waits for {before.where} twice in the same way; the second link is left out")
        return
    known.add((before.uid, place.uid, of))
    days = gathered.within(place.where, "lag in days", lag(item, before, around.measures), MOST_LAG, -MOST_LAG)
    if at := plain(whole(item.said("LagFormat"))) if days else 0:
        _remark(at, amount(item.said("LinkLag")) or 0, days or 0, gathered, place.where)
    gathered.add("link", f"{around.prefix}link/{before.uid}-{place.uid}-{of}", place.where, {
        "project_id": around.project, **ends, "type": of,
        "lag": number(days) or 0})


def lag(item: Item, before: Place | None, measures: Measures) -> float:
    """Working days. The file has tenths of a minute; elapsed time counts the worked part of a week, per cent are of the predecessor's duration."""
    value = amount(item.said("LinkLag")) or 0
    of = plain(whole(item.said("LagFormat")))
    if of in PER_CENT:
        duration = (measures.hours(before.item.said("Duration")) or 0) if before else 0
        value = round(value / 100 * duration * 600)
    elif of in ELAPSED:
        value = round(value / MINUTES_A_DAY * measures.days_a_week / 7 * measures.day * 60)
    return value / 600 / measures.day


def _remark(of: int, value: float, days: float, gathered: Gathered, where: str) -> None:
    if of in PER_CENT:
        gathered.skip(where, f"A lag of {value:g} % of its predecessor is kept as {days:g} working days")
    elif of in ELAPSED:
        gathered.skip(where, f"A lag of {value / 10 / MINUTES_A_DAY:g} elapsed days is kept as {days:g} working days")
