"""Hours by role: what the people of a role have in a period, and what the allocations of a project take of it."""
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from records.figures.delivery.planning import exact
from records.kinds import Absence, Allocation, Person

WEEK = Decimal(7)
Hours = Mapping[str, Decimal]


def has(people: Iterable[Person], absences: Iterable[Absence], first: date, last: date) -> Hours:
    """The hours of each role (a person's job) in a period, without absences."""
    away: dict[int, int] = {}
    for a in absences:
        away[a.person_id] = away.get(a.person_id, 0) + _days(a.start, a.end, first, last)
    found: dict[str, Decimal] = {}
    for p in people:
        if role := named(p.job):
            days = max(0, (last - first).days + 1 - away.get(p.id or 0, 0))
            found[role] = found.get(role, Decimal(0)) + exact(p.weekly_hours) * days / WEEK
    return found


def takes(allocations: Iterable[Allocation], jobs: Mapping[int, str], first: date, last: date) -> Hours:
    """The hours of each role that allocations take in a period: of the role they name, else of the person's job."""
    found: dict[str, Decimal] = {}
    for a in allocations:
        if role := named(a.role or jobs.get(a.person_id or 0, "")):
            found[role] = found.get(role, Decimal(0)) + exact(a.hours) * _days(a.start, a.end, first, last) / WEEK
    return {role: hours for role, hours in found.items() if hours}


def named(role: str) -> str:
    return " ".join(role.lower().split())


def _days(start: date, end: date, first: date, last: date) -> int:
    return max(0, (min(end, last) - max(start, first)).days + 1)
