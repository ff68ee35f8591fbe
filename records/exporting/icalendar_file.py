"""Due dates and milestones as iCalendar (RFC 5545): all-day events that any calendar shows, with the keys of their records for UIDs."""
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from language.cleaning import clean
from records.exporting.base import Keeper, References, Row
from records.kinds import Milestone, Task
from records.kinds.base import Record, fields
from records.kinds.task import ENDED

HOST = "project-assistant"
PIECE = 1 << 16


def write(keeper: Keeper, now: datetime, project: int | None = None, person: int | None = None, name: str = "") -> Iterator[bytes]:
    """The calendar piece by piece: what is still due and not yet reached, of one project, of one person, or all that the asker may see."""
    calendar = Calendar()
    calendar.add("prodid", "-//Project Assistant//due dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name or "Project Assistant")
    head, _, foot = calendar.to_ical().partition(b"END:VCALENDAR")
    yield head
    waiting = b""
    for event in _events(keeper, now, project, person):
        waiting += event.to_ical()
        if len(waiting) > PIECE:
            yield waiting
            waiting = b""
    yield waiting + b"END:VCALENDAR" + foot


def _events(keeper: Keeper, now: datetime, project: int | None, person: int | None) -> Iterator[Event]:
    references = References(keeper)
    for row in keeper.rows(Milestone, project):
        day = row["forecast"] or row["planned"]
        if row["actual"] is None and _is_meant(row, person):
            yield _event(Milestone, row, day, now, references)
    for row in keeper.rows(Task, project):
        if row["due"] and row["status"] not in ENDED and _is_meant(row, person):
            yield _event(Task, row, row["due"], now, references)


def _is_meant(row: Row, person: int | None) -> bool:
    return not row["archived"] and (person is None or row["owner_id"] == person)


def _event(kind: type[Record], row: Row, day: date, now: datetime, references: References) -> Event:
    """One whole day that blocks nobody's time. The record's version counts the event's, so that a newer file mends an older one."""
    event = Event()
    event.add("uid", f"{row['key']}@{HOST}")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", row["version"] - 1)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", clean(f"{row['title']} ({row['key']})"))
    event.add("description", clean("\n".join(_told(kind, row, references))))
    event.add("categories", [kind.kind.one])
    event.add("transp", "TRANSPARENT")
    return event


def _told(kind: type[Record], row: Row, references: References) -> Iterator[str]:
    """What stands below the title: its project, who it is for, how it stands."""
    by_name: dict[str, Any] = {f.name: f for f in fields(kind)}
    for name in ("project_id", "owner_id"):
        if said := references.name(by_name[name], row[name]):
            yield f"{by_name[name].label.capitalize()}: {said}"
    for name in ("status", "priority", "type"):
        if name in row:
            yield f"{by_name[name].label.capitalize()}: {row[name]}"
