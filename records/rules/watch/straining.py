"""Straining: somebody has more work on this project in the next weeks than hours, days off and days away counted."""
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Rows, brief, rounded
from records.figures.delivery.capacity import Week, has, times
from records.figures.delivery.effort import hours_left
from records.kinds import Absence, Calendar, Office, Person, Project, Task
from records.kinds.task import ENDED
from records.rules.base import Finding, Threat, Thresholds, rule

AHEAD = timedelta(weeks=4)
SLACK = Decimal("1.2")                          # a little too much is caught up with; this much is not


@rule("resources", needs={Project: ("key", "phase"), Task: ("key", "status", "owner_id", "due", "hours", "remaining", "progress"),
                          Person: ("id", "key", "name", "weekly_hours", "calendar_id"), Absence: ("key", "person_id", "start", "end"),
                          Calendar: ("id", "key", "workdays", "days_off", "hours"), Office: ("key", "calendar_id")},
      clause="Nobody is planned beyond the hours they have.")
def straining(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    (project,), ahead = rows[Project], Week(rows.today + timedelta(days=1), rows.today + AHEAD)
    if project.phase != "in delivery":
        return
    by_owner: dict[int, list[Task]] = {}
    for task in rows[Task]:
        if task.owner_id and task.status not in ENDED and task.hours and task.due and task.due <= ahead.last:
            by_owner.setdefault(task.owner_id, []).append(task)
    for person in (p for p in rows[Person] if p.id in by_owner):
        own, by = by_owner[person.id or 0], times(person, rows)[0]
        work, free = sum((hours_left(t) for t in own), Decimal(0)), has(person, by, rows[Absence], ahead)
        if work > SLACK * free * thresholds.load_amber / 100:
            gone = has(person, by, (), ahead) - free
            away = f", {brief(gone)} h away counted" if gone else ""
            yield Finding("amber", f"{person.name} has {brief(work)} h due by {ahead.last:%-d %b %Y} and {brief(free)} h to do it{away}.",
                          (person.key, *(t.key for t in own)), who=person.id, threat=Threat(
                person.key, f"{person.name} has {brief(work)} h of work in four weeks and {brief(free)} h of time{away}.",
                f"{person.name} cannot finish in time",
                f"{brief(work - free)} h of work come late" + (f" ({rounded(100 * work / free)} % load)." if free else "."), "people", 4, 3,
                "Move dates, or give some of the work to others."))
