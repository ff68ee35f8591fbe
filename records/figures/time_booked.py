"""Hours that were booked: of a project by person, of a person by project, how many of them in the last fourteen days, and what is not booked yet."""
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from language.dates import Period
from records.figures.base import Needs, Part, Rows, Value, brief, counted, figure, keys
from records.figures.delivery.capacity import PEOPLE, Week, has, times
from records.figures.delivery.planning import summed
from records.figures.delivery.wanting import spoken
from records.kinds import Absence, Person, Project, TimeEntry

LATELY = 14                                          # days
WEEK = timedelta(days=7)
UNBOOKED: Needs = {**{kind: PEOPLE[kind] for kind in PEOPLE if kind.__tablename__ in ("person", "calendar", "office", "absence")},
                   TimeEntry: ("key", "on", "hours")}


@figure(of=Project, needs={TimeEntry: ("key", "person_id", "on", "hours"), Person: ("key", "id", "name")}, unit="hours", label="hours booked",
        also="booked time, time booked, hours spent, effort spent, actual hours, actual effort, hours by person")
def hours_booked(rows: Rows) -> Value:
    """All hours booked on a project, by person behind it."""
    names = {p.id: p.name for p in rows[Person]}
    return _booked(rows[TimeEntry], rows.today, "person", lambda e: names.get(e.person_id, "somebody"))


@figure(of=Person, needs={TimeEntry: ("key", "project_id", "on", "hours")}, unit="hours", label="hours worked",
        also="worked hours, time worked, hours by project, hours on projects", is_over_days=True, looks_back=True)
def hours_worked(rows: Rows) -> Value:
    """All hours a person has booked, or those of the days that are asked for, by project behind it: an entry's key begins with that of its project."""
    if rows.over:
        within = [e for e in rows[TimeEntry] if rows.over.first <= e.on <= rows.over.last]
        homes = dict.fromkeys(e.key.rsplit("-", 2)[0] for e in within)
        by = {home: _hours([e for e in within if e.key.rsplit("-", 2)[0] == home]) for home in homes}
        said = f"{counted(len(within), 'time entry', 'time entries')} {spoken(rows.over)}" if within else f"no time is booked {spoken(rows.over)}"
        return Value(sum(by.values(), Decimal(0)), said, keys(within), tuple(Part(name, f"{brief(n)} h") for name, n in by.items()))
    return _booked(rows[TimeEntry], rows.today, "project", lambda e: e.key.rsplit("-", 2)[0])


@figure(of=Person, needs=UNBOOKED, unit="hours", label="hours not booked", is_over_days=True, looks_back=True, left_of=hours_worked,
        also="unbooked hours, missing hours, hours missing, hours not logged, missing time entries, missing timesheet")
def hours_unbooked(rows: Rows) -> Value:
    """Hours to work, without days off and absences, that are not booked: of the days that are asked for, up to today, else of the last seven."""
    (person,) = rows[Person]
    by, known = times(person, rows)
    days = Period(rows.over.first, min(rows.over.last, rows.today)) if rows.over else Period(rows.today - WEEK, rows.today - timedelta(days=1))
    within = [e for e in rows[TimeEntry] if days.first <= e.on <= days.last]
    away = [a for a in rows[Absence] if a.start <= days.last and a.end >= days.first]
    there, booked = has(person, by, away, Week(days.first, days.last)), _hours(within)
    said = f"{brief(booked)} h booked of {brief(there)} h to work {spoken(days)}{_away(len(away))}"
    return Value(max(there - booked, Decimal(0)), said, tuple(dict.fromkeys((person.key, *known, *keys(within, away)))))


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


def _away(count: int) -> str:
    return f"; {counted(count, 'absence')} in these days" if count else ""


def _hours(entries: Sequence[TimeEntry]) -> Decimal:
    return summed(Counter(e.hours for e in entries))
