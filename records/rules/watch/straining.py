"""Straining: somebody has more work on this project in the next weeks than hours, days away counted."""
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from records.figures.base import Rows, brief, rounded
from records.kinds import Absence, Person, Project, Task
from records.kinds.task import ENDED
from records.rules.base import Finding, Threat, Thresholds, rule

AHEAD = timedelta(weeks=4)
WORKDAYS = 5
SLACK = Decimal("1.2")                          # a little too much is caught up with; this much is not


@rule("resources", needs={Project: ("key", "phase"), Task: ("key", "status", "owner_id", "due", "hours", "progress"),
                          Person: ("id", "key", "name", "weekly_hours"), Absence: ("key", "person_id", "start", "end")},
      clause="Nobody is planned beyond the hours they have.")
def straining(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    (project,), until = rows[Project], rows.today + AHEAD
    if project.phase != "in delivery":
        return
    by_owner: dict[int, list[Task]] = {}
    for task in rows[Task]:
        if task.owner_id and task.status not in ENDED and task.hours and task.due and task.due <= until:
            by_owner.setdefault(task.owner_id, []).append(task)
    for person in (p for p in rows[Person] if p.id in by_owner):
        own = by_owner[person.id or 0]
        work = sum((Decimal(str(t.hours)) * (100 - t.progress) / 100 for t in own), Decimal(0))
        away = sum(_workdays(max(a.start, rows.today), min(a.end, until)) for a in rows[Absence] if a.person_id == person.id)
        free = Decimal(str(person.weekly_hours)) * (AHEAD.days // 7 * WORKDAYS - away) / WORKDAYS
        if work > SLACK * free * thresholds.load_amber / 100:
            gone = f", {away} working days away counted" if away else ""
            yield Finding("amber", f"{person.name} has {brief(work)} h due by {until:%-d %b %Y} and {brief(free)} h to do it{gone}.",
                          (person.key, *(t.key for t in own)), who=person.id, threat=Threat(
                person.key, f"{person.name} has {brief(work)} h of work in four weeks and {brief(free)} h of time{gone}.",
                f"{person.name} cannot finish in time",
                f"{brief(work - free)} h of work come late" + (f" ({rounded(100 * work / free)} % load)." if free else "."), "people", 4, 3,
                "Move dates, or give some of the work to others."))


def _workdays(first: date, last: date) -> int:
    return sum((first + timedelta(days=n)).weekday() < WORKDAYS for n in range((last - first).days + 1))
