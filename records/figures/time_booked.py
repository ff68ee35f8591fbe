"""Hours that were booked: of a project by person, of a person by project, and how many of them in the last fourteen days."""
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from records.figures.base import Part, Rows, Value, brief, counted, figure, keys
from records.figures.delivery.planning import summed
from records.kinds import Person, Project, TimeEntry

LATELY = 14                                          # days


@figure(of=Project, needs={TimeEntry: ("key", "person_id", "on", "hours"), Person: ("key", "id", "name")}, unit="hours", label="hours booked",
        also="booked time, time booked, hours spent, effort spent, actual hours, actual effort, hours by person")
def hours_booked(rows: Rows) -> Value:
    """All hours booked on a project, by person behind it."""
    names = {p.id: p.name for p in rows[Person]}
    return _booked(rows[TimeEntry], rows.today, "person", lambda e: names.get(e.person_id, "somebody"))


@figure(of=Person, needs={TimeEntry: ("key", "project_id", "on", "hours")}, unit="hours", label="hours worked",
        also="worked hours, time worked, hours by project, hours on projects")
def hours_worked(rows: Rows) -> Value:
    """All hours a person has booked, by project behind it: an entry's key begins with that of its project."""
    return _booked(rows[TimeEntry], rows.today, "project", lambda e: e.key.rsplit("-", 2)[0])


def _booked(entries: Sequence[TimeEntry], today: date, by: str, name: Callable[[TimeEntry], str]) -> Value:
    if not entries:
        return Value(None, "no time is booked")
    lately = [e for e in entries if today - timedelta(days=LATELY) < e.on <= today]
    names = dict.fromkeys(name(e) for e in entries)
    parts = [Part(f"in the last {LATELY} days", f"{brief(_hours(lately))} h")]
    for each in names:
        own = [e for e in entries if name(e) == each]
        recent = [e for e in lately if name(e) == each]
        parts.append(Part(each, f"{brief(_hours(own))} h, {brief(_hours(recent))} h of them in the last {LATELY} days"))
    said = f"{counted(len(entries), 'time entry', 'time entries')} of {counted(len(names), by, 'people' if by == 'person' else '')}"
    return Value(_hours(entries), f"{said}, {brief(_hours(lately))} h in the last {LATELY} days", keys(entries), tuple(parts))


def _hours(entries: Sequence[TimeEntry]) -> Decimal:
    return summed(Counter(e.hours for e in entries))
