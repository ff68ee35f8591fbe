"""People: the labour resources of a file, with their rate and hours where it tells them."""
from collections.abc import Mapping

from records.importing.base import To
from records.importing.schedule import LONGEST_TITLE, MOST_WEEKLY_HOURS, Gathered, named, number
from records.importing.xer.calendars import Known
from records.importing.xer.tables import Line, Tables
from records.importing.xer.values import amount, yes

KINDS = {"RT_Equip": "equipment", "RT_Mat": "material"}
DAYS_A_WEEK = 5


def read(tables: Tables, gathered: Gathered, calendars: Mapping[str, Known]) -> Mapping[str, To]:
    """Add a row for each person; how to refer to them by the id of their resource."""
    rates = _in_force(tables)
    groups = {line.said("parent_rsrc_id") for line in tables.all("RSRC")} - {""}
    busy = {line.said("rsrc_id") for line in tables.all("TASKRSRC")} | {line.said("rsrc_id") for line in tables.all("TASK")}
    people: dict[str, To] = {}
    taken: set[str] = set()
    for line in tables.all("RSRC"):
        uid, name = line.said("rsrc_id"), " ".join(line.said("rsrc_name").split())
        where = f"resource “{name[:80]}”"
        if (kind := KINDS.get(line.said("rsrc_type"))) is not None:
            gathered.skip(where, f"It is {kind}, not a person, and is left out")
        elif uid in groups and uid not in busy:
            gathered.skip(where, "It is a group of resources that no task is assigned to, and is left out")
        else:
            source = f"xer:resource/{named(line.said('rsrc_short_name') or name)}"
            source = source if source not in taken else f"{source}/{uid}"
            taken.add(source)
            people[uid] = To("person", source)
            gathered.add("person", source, where, _values(line, rates.get(uid), gathered, where, calendars))
    return people


def _in_force(tables: Tables) -> Mapping[str, Line]:
    """The rate of each resource on the day the file tells of: the last that had begun, else the first."""
    today = max((line.said("last_recalc_date") for line in tables.all("PROJECT")), default="") or "9999"
    rates: dict[str, Line] = {}
    for line in sorted(tables.all("RSRCRATE"), key=lambda r: r.said("start_date")):
        if line.said("start_date") <= today or line.said("rsrc_id") not in rates:
            rates[line.said("rsrc_id")] = line
    return rates


def _values(line: Line, rate: Line | None, gathered: Gathered, where: str, calendars: Mapping[str, Known]) -> dict[str, object]:
    calendar = calendars.get(line.said("clndr_id"))
    cost = amount(rate.said("cost_per_qty")) if rate else None
    units = amount(rate.said("max_qty_per_hr")) if rate else None
    days = len(calendar.hours) if calendar and calendar.hours else DAYS_A_WEEK
    weekly = units * days * (calendar.day if calendar else 8.0) if units is not None and units >= 0 else None
    if weekly is not None and weekly > MOST_WEEKLY_HOURS:
        gathered.skip(where, f"It stands for {units:g} people; {weekly:g} hours a week are more than the {MOST_WEEKLY_HOURS:g} that one person has")
        weekly = MOST_WEEKLY_HOURS
    if line.said("active_flag") and not yes(line.said("active_flag")):
        gathered.skip(where, "It is marked as inactive there; it is kept as a person")
    return {
        "name": gathered.title(where, line.said("rsrc_name"), line.said("rsrc_short_name") or f"Resource {line.said('rsrc_id')}"),
        "email": gathered.address(where, line.said("email_addr")),
        "job": gathered.text(where, "job", line.said("rsrc_title_name"), LONGEST_TITLE),
        "weekly_hours": number(weekly), "rate": f"{cost:.2f}" if cost and cost > 0 else None,
        "calendar_id": To("calendar", calendar.source) if calendar and calendar.source else None}
