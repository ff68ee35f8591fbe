"""A plan as one proposal: what is not there yet is made, and linked with what is."""
from collections.abc import Iterator, Mapping, Sequence

from records.breakdown.base import Activity
from records.breakdown.reconciling import source_of
from records.proposals import Create

PRIORITIES = {1: "high", 0: "medium", -1: "low"}


def wishes(activities: Sequence[Activity], project_id: int, reasons: Mapping[int, str]) -> Iterator[Create]:
    """The records to be made, those that others refer to first. `reasons` tell why each activity is there, by its number."""
    ids = {a.number: a.known_id if a.known_id is not None else -1 - a.number for a in activities}
    for a in activities:
        if a.known_id is None:
            yield _made(a, project_id, ids, reasons.get(a.number, ""))
    for a in activities:
        for before in a.after:
            if a.known_id is None or activities[before].known_id is None:
                lag = {"lag": a.lag} if a.lag else {}
                yield Create("link", {"project_id": project_id, **_end("predecessor", activities[before], ids), **_end("successor", a, ids), **lag})


def _end(which: str, a: Activity, ids: Mapping[int, int]) -> dict[str, object]:
    return {f"{which}_{'milestone_' if a.form == 'milestone' else ''}id": ids[a.number]}


def _made(a: Activity, project_id: int, ids: Mapping[int, int], reason: str) -> Create:
    home = {"title": a.title, "project_id": project_id, "wbs": a.wbs}
    if a.form == "milestone":
        return Create("milestone", {**home, "planned": a.ends, "forecast": a.ends, "type": "gate" if "approved" in a.title.lower() else "internal",
                                    "owner_id": a.owner_id, "description": reason}, ids[a.number], source_of(a))
    values: dict[str, object] = {**home, "start": a.starts, "due": a.ends, "description": reason}
    if a.parent is not None:
        values["parent_id"] = ids[a.parent]
    if a.form == "summary":
        return Create("task", values, ids[a.number], source_of(a))
    values |= {"owner_id": a.owner_id, "acceptance": a.acceptance, "priority": PRIORITIES[a.urgency], "labels": a.role}
    if a.effort is not None:
        values |= {"hours": a.effort.likely, "optimistic": a.effort.optimistic, "pessimistic": a.effort.pessimistic}
    if a.due is not None:
        values["hard_deadline"] = a.due
    return Create("task", values, ids[a.number], source_of(a))
