"""Calendars: base calendars with their working days, hours and days off; of a resource's own calendar what differs from its base."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from records.importing.mspdi.document import Document, Item
from records.importing.mspdi.exceptions import days
from records.importing.mspdi.values import Measures, whole, yes
from records.importing.schedule import Gathered

NONE_OF_ITS_OWN = ("", "-1", "0")
EXCEPTION = "0"                          # the DayType of an exception in the form before 2007
MOST_SHOWN, MOST_EXCEPTIONS = 5, 1000


@dataclass
class Known:
    """One calendar: `hours` by working day (1 Monday to 7 Sunday), days off, and its source where it became a record."""
    name: str
    base: str
    is_base: bool
    hours: dict[int, float] = field(default_factory=dict)
    off: set[date] = field(default_factory=set)
    own_off: set[date] = field(default_factory=set)
    has_week: bool = False
    source: str = ""


def read(document: Document, gathered: Gathered, measures: Measures, prefix: str) -> Mapping[str, Known]:
    """Add a row for each calendar with days of its own; all of them by UID."""
    items = {item.said("UID"): item for item in document.sections["Calendars"]}
    known: dict[str, Known] = {}
    for uid in items:
        _know(uid, items, known, measures, gathered)
    for uid, calendar in known.items():
        if calendar.is_base or calendar.has_week:
            source = f"{prefix}calendar/{uid}"
            calendar.source = source if gathered.calendar(source, calendar.name or f"Calendar {uid}", calendar.hours, calendar.off) else ""
    return known


def _know(uid: str, items: Mapping[str, Item], known: dict[str, Known], measures: Measures, gathered: Gathered) -> Known | None:
    """The calendar with what it takes from its base; a circle of bases ends at its beginning."""
    if uid in known or uid not in items:
        return known.get(uid)
    item = items[uid]
    base_uid = "" if item.said("BaseCalendarUID") in NONE_OF_ITS_OWN else item.said("BaseCalendarUID")
    calendar = known[uid] = Known(" ".join(item.said("Name").split()), base_uid, yes(item.said("IsBaseCalendar") or "1"))
    base = _know(base_uid, items, known, measures, gathered)
    if base is not None and base is not calendar:
        calendar.hours, calendar.off = dict(base.hours), set(base.off)
    if not calendar.hours and not item.all("WeekDays", "WeekDay"):
        calendar.hours = dict.fromkeys(range(1, 6), measures.day)
    _week(item, calendar, measures)
    _exceptions(item, calendar, gathered)
    return calendar


def _week(item: Item, calendar: Known, measures: Measures) -> None:
    for entry in item.all("WeekDays", "WeekDay"):
        day_type = whole(entry.said("DayType"))
        if day_type is None or not 1 <= day_type <= 7:  # noqa: PLR2004 - Sunday to Saturday
            continue
        at = day_type - 1 or 7
        calendar.has_week = True
        calendar.hours.pop(at, None)
        if yes(entry.said("DayWorking")):
            calendar.hours[at] = _hours(entry) or measures.day


def _hours(entry: Item) -> float:
    return sum(_length(t.said("FromTime"), t.said("ToTime")) for t in entry.all("WorkingTimes", "WorkingTime"))


def _length(start: str, end: str) -> float:
    first, last = _clock(start), _clock(end)
    if first is None or last is None:
        return 0
    return last - first if last > first else last + 24 - first


def _clock(said: str) -> float | None:
    hours, _, rest = said.partition(":")
    return int(hours) + int(rest[:2]) / 60 if hours.isdecimal() and len(hours) < 3 and rest[:2].isdecimal() else None  # noqa: PLR2004


def _exceptions(item: Item, calendar: Known, gathered: Gathered) -> None:
    """The days of both forms: `Exceptions`, and week days of type 0 as written before 2007. Both may tell of the same day."""
    worked: set[date] = set()
    old = [entry for entry in item.all("WeekDays", "WeekDay") if entry.said("DayType") == EXCEPTION]
    entries = [*old, *item.all("Exceptions", "Exception")]
    for entry in entries[:MOST_EXCEPTIONS]:
        (worked if yes(entry.said("DayWorking")) else calendar.own_off).update(days(entry))
    if len(entries) > MOST_EXCEPTIONS:
        gathered.skip(f"calendar “{calendar.name}”", f"It has {len(entries):,} exceptions; those after the first {MOST_EXCEPTIONS:,} are left out")
    calendar.off = (calendar.off - worked) | calendar.own_off
    where = f"calendar “{calendar.name}”"
    gathered.worked_otherwise(where, worked)
    if weeks := item.all("WorkWeeks", "WorkWeek"):
        names = ", ".join(f"“{w.said('Name')}”" for w in weeks[:MOST_SHOWN])
        gathered.skip(where, f"Weeks with other working days are left out: {names}.")
