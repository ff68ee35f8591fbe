"""People: the work resources of a file, and the days on which their own calendars say they are away."""
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from records.importing.base import To
from records.importing.mspdi.calendars import Known
from records.importing.mspdi.document import Document, Item
from records.importing.mspdi.values import Measures, amount, yes
from records.importing.schedule import LONGEST_TITLE, MOST_WEEKLY_HOURS, Gathered, number

WORK, MATERIAL, COST = "1", "0", "2"
NOBODY = ("", "0", "-65535", "-1")       # the UIDs of "no resource"


def read(document: Document, gathered: Gathered, calendars: Mapping[str, Known], measures: Measures, prefix: str) -> Mapping[str, To]:
    """Add a row for each person and each absence; how to refer to people by the UID of their resource."""
    people: dict[str, To] = {}
    for item in document.sections["Resources"]:
        uid, name = item.said("UID"), " ".join(item.said("Name").split())
        if yes(item.said("IsNull")) or (uid in NOBODY and not name):
            continue
        where = f"resource {item.said('ID') or uid} “{name[:80]}”"
        if why := _no_person(item):
            gathered.skip(where, why)
            continue
        people[uid] = To("person", f"{prefix}resource/{uid}")
        calendar = calendars.get(item.said("CalendarUID"))
        gathered.add("person", people[uid].said, where, _values(item, gathered, where, calendars, measures))
        if calendar and not calendar.is_base and not calendar.has_week:
            _absences(people[uid], calendar.own_off, gathered, where)
    return people


def _no_person(item: Item) -> str:
    if item.said("Type") == COST or yes(item.said("IsCostResource")):
        return "It is a cost, not a person, and is left out."
    if item.said("Type") == MATERIAL:
        return "It is material, not a person, and is left out."
    if yes(item.said("IsBudget")):
        return "It is a budget, not a person, and is left out."
    return ""


def _values(item: Item, gathered: Gathered, where: str, calendars: Mapping[str, Known], measures: Measures) -> dict[str, object]:
    if yes(item.said("IsGeneric")):
        gathered.skip(where, "It is a generic resource, a role that nobody has yet; it is kept as a person of that name.")
    units, rate = amount(item.said("MaxUnits")), amount(item.said("StandardRate"))
    weekly = units * measures.week if units is not None else None
    if weekly is not None and weekly > MOST_WEEKLY_HOURS:
        gathered.skip(where, f"It stands for {units:g} people; {weekly:g} hours a week are more than the {MOST_WEEKLY_HOURS:g} that one person has.")
        weekly = MOST_WEEKLY_HOURS
    calendar = calendars.get(item.said("CalendarUID"))
    if calendar and not calendar.source:
        calendar = calendars.get(calendar.base)
    return {
        "name": gathered.title(where, item.said("Name"), f"Resource {item.said('ID') or item.said('UID')}"),
        "email": gathered.address(where, item.said("EmailAddress")),
        "job": gathered.text(where, "job", item.said("Group"), LONGEST_TITLE),
        "weekly_hours": number(weekly) if weekly is not None and weekly >= 0 else None,
        "rate": f"{rate:.2f}" if rate and rate > 0 else None,
        "calendar_id": To("calendar", calendar.source) if calendar and calendar.source else None}


def _absences(person: To, off: Iterable[date], gathered: Gathered, where: str) -> None:
    for first, last in _stretches(sorted(off)):
        gathered.add("absence", f"{person.said}/absence/{first}", where, {
            "person_id": person, "type": "other", "start": first.isoformat(), "end": last.isoformat()})


def _stretches(days: list[date]) -> Iterator[tuple[date, date]]:
    """Days in a row as one stretch."""
    while days:
        end = 1
        while end < len(days) and days[end] - days[end - 1] == timedelta(days=1):
            end += 1
        yield days[0], days[end - 1]
        days = days[end:]
