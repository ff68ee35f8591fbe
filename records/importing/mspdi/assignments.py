"""Who works on what: the first person of a task owns it; where several share it, each one's part becomes an allocation."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from records.importing.base import To
from records.importing.mspdi.document import Document
from records.importing.mspdi.people import NOBODY
from records.importing.mspdi.values import Measures, on
from records.importing.schedule import Gathered, day, number, weekly

Shares = Mapping[str, "list[Share]"]


@dataclass(frozen=True)
class Share:
    """One person's part of a task: hours (None where the file tells none) and days. `person` is None for a material or a cost."""
    person: To | None
    uid: str
    work: float | None
    remaining: float | None
    start: date | None
    finish: date | None


def read(document: Document, people: Mapping[str, To], measures: Measures) -> dict[str, list[Share]]:
    """The shares by the UID of their task, in the order of the file."""
    shares: dict[str, list[Share]] = {}
    for item in document.sections["Assignments"]:
        resource = item.said("ResourceUID")
        if resource in NOBODY and resource not in people:
            continue
        shares.setdefault(item.said("TaskUID"), []).append(Share(
            people.get(resource), item.said("UID"), measures.hours(item.said("Work")), measures.hours(item.said("RemainingWork")),
            on(item.said("Start")), on(item.said("Finish"))))
    return shares


def owner(shares: list[Share]) -> To | None:
    return next((s.person for s in shares if s.person), None)


def allocate(shares: list[Share], to: tuple[To, To], workdays: tuple[int, ...], gathered: Gathered, where: str) -> None:
    """Add an allocation for each person of a task (project and task in `to`) that more than one works on."""
    own = [s for s in shares if s.person]
    if len({s.person for s in own}) < 2:  # noqa: PLR2004 - one alone is the owner
        return
    for share in own:
        if share.start is None or share.finish is None or share.finish < share.start:
            gathered.skip(where, "One who is assigned beside its owner is left out: the assignment has no start and finish")
            continue
        project, task = to
        gathered.add("allocation", f"{task.said}/assignment/{share.person.said.rpartition('/')[2] if share.person else ''}", where, {
            "person_id": share.person, "project_id": project, "task_id": task, "commitment": "soft",
            "hours": number(weekly(share.work or 0, share.start, share.finish, workdays)), "start": day(share.start), "end": day(share.finish)})
