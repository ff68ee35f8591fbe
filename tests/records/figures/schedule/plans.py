"""Projects as the schedule sees them: tasks by number, links between them, on a Wednesday."""
from datetime import date, timedelta
from typing import Any

from records.kinds import Link, Milestone, Project, Task
from tests.records.building import TODAY, Case, Made, made


def task(number: int, hours: float | None = 8, **values: Any) -> Made:
    return made(Task, id=number, key=f"T-{number}", title=f"Task {number}", hours=hours, **values)


def link(before: int, after: int, of: str = "FS", lag: float = 0) -> Made:
    return made(Link, key=f"L-{before}-{after}-{of}", predecessor_id=before, successor_id=after, type=of, lag=lag)


def milestone(number: int, **values: Any) -> Made:
    return made(Milestone, id=number, key=f"MS-{number}", title=f"Milestone {number}", **{"planned": TODAY, **values})


def project(**values: Any) -> Made:
    return made(Project, id=1, key="APOLLO", **{"phase": "in delivery", **values})


def case(*records: Made, today: date = TODAY) -> Case:
    known = records if any(r.kind is Project for r in records) else (project(), *records)
    return Case(*known, today=today)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)
