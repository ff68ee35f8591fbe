"""Activities: tasks, and milestones where Primavera calls them so. An activity keeps its id, which planners know it by, as WBS code's last part."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from records.importing.base import To
from records.importing.schedule import LONGEST_TEXT, LONGEST_WBS, MOST_HOURS, Gathered, day, named, number, weekly
from records.importing.xer.calendars import Known
from records.importing.xer.standing import Standing
from records.importing.xer.structure import Scheme
from records.importing.xer.tables import Line, Tables
from records.importing.xer.values import amount, on, plain

MILESTONES = ("TT_Mile", "TT_FinMile")
TYPES = {"TT_LOE": "level of effort", "TT_WBS": "WBS summary"}
PRIORITIES = {"PT_Top": "critical", "PT_High": "high", "PT_Normal": "medium", "PT_Low": "low", "PT_Lowest": "low"}
CONSTRAINTS = {"CS_ALAP": "as late as possible", "CS_MSO": "must start on", "CS_MANDSTART": "must start on", "CS_MEO": "must finish on",
               "CS_MANDFIN": "must finish on", "CS_MSOA": "start no earlier than", "CS_MSOB": "start no later than",
               "CS_MEOA": "finish no earlier than", "CS_MEOB": "finish no later than"}
LONGEST_LABELS = 200
MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Share:
    """One person's part of an activity."""
    person: To
    uid: str
    work: float
    start: date | None
    finish: date | None


@dataclass(frozen=True)
class Around:
    """What activities refer to, each by its id: projects, calendars, shares of people, notes and labels."""
    schemes: Mapping[str, Scheme]
    calendars: Mapping[str, Known]
    shares: Mapping[str, list[Share]]
    notes: Mapping[str, str]
    labels: Mapping[str, list[str]]
    standings: Mapping[str, Standing]
    placed: dict[str, To] = field(default_factory=dict)         # what each became, task or milestone


def read(tables: Tables, around: Around, gathered: Gathered) -> None:
    for line in tables.all("TASK"):
        scheme = around.schemes.get(line.said("proj_id"))
        uid = line.said("task_id")
        if scheme is None or uid not in around.standings:
            gathered.skip(line.where, f"Its project {line.said('proj_id')} is not in the file; it is left out")
        elif uid in around.placed:
            gathered.skip(line.where, f"The activity {uid} stands twice; the second is left out")
        elif line.said("task_type") in MILESTONES:
            _milestone(line, scheme, around, gathered)
        else:
            _task(line, scheme, around, gathered)


def where(line: Line) -> str:
    return f"activity {line.said('task_code')[:60]} “{' '.join(line.said('task_name').split())[:80]}”"


def _task(line: Line, scheme: Scheme, around: Around, gathered: Gathered) -> None:
    at, uid = where(line), line.said("task_id")
    shares, calendar = around.shares.get(uid, []), around.calendars.get(line.said("clndr_id"))
    standing = around.standings[uid]
    around.placed[uid] = To("task", scheme.own(named(line.said("task_code")) or uid, uid))
    gathered.add("task", around.placed[uid].said, at, {
        "title": gathered.title(at, line.said("task_name"), line.said("task_code") or f"Activity {uid}"),
        "project_id": scheme.project, "parent_id": scheme.elements.get(line.said("wbs_id")),
        "wbs": gathered.text(at, "activity id", line.said("task_code"), LONGEST_WBS),
        "description": gathered.text(at, "note", around.notes.get(uid, "")),
        "labels": _labels(line, around.labels.get(uid, []), gathered, at),
        "owner_id": _owner(line, shares),
        "priority": PRIORITIES.get(line.said("priority_type"), "medium"),
        **standing.values(), **_suspended(line, standing),
        "baseline_start": day(on(line.said("target_start_date"))), "baseline_due": day(on(line.said("target_end_date"))),
        **_work(line, bool(shares), gathered, at), **_constraint(line, gathered, at),
        "calendar_id": To("calendar", calendar.source) if calendar and calendar.source else None})
    _allocate(shares, scheme, around.placed[uid], gathered, at)


def _suspended(line: Line, standing: Standing) -> dict[str, object]:
    since, until = on(line.said("suspend_date")), on(line.said("resume_date"))
    if standing.status != "in progress" or since is None or until is not None:
        return {}
    return {"status": "blocked", "blocked_by": f"suspended since {since}"}


def _owner(line: Line, shares: list[Share]) -> To | None:
    """The primary resource if it is a person, else the first who is assigned."""
    primary = next((s.person for s in shares if s.uid == line.said("rsrc_id")), None)
    return primary or (shares[0].person if shares else None)


def _work(line: Line, has_people: bool, gathered: Gathered, at: str) -> dict[str, object]:  # noqa: FBT001 - said in its name
    """Planned and remaining hours of labour; where nothing was planned, done and remaining ones; where nobody is assigned either, none."""
    remaining = amount(line.said("remain_work_qty"))
    planned = amount(line.said("target_work_qty")) or (amount(line.said("act_work_qty")) or 0) + (remaining or 0)
    if not planned and not remaining and not has_people:
        return {}
    return {"hours": number(gathered.within(at, "planned labour in hours", planned, MOST_HOURS)),
            "remaining": number(gathered.within(at, "remaining labour in hours", remaining, MOST_HOURS))}


def _constraint(line: Line, gathered: Gathered, at: str) -> dict[str, object]:
    kind, on_day = line.said("cstr_type"), on(line.said("cstr_date"))
    if second := line.said("cstr_type2"):
        gathered.skip(at, f"Its second constraint, {CONSTRAINTS.get(second, second)} {on(line.said('cstr_date2')) or ''}, is left out")
    if expected := on(line.said("expect_end_date")):
        gathered.skip(at, f"Its expected finish {expected} is left out: its due date is the finish that was computed")
    said = CONSTRAINTS.get(kind)
    if kind and said is None:
        gathered.skip(at, f"Its constraint “{kind[:40]}” is unknown and is left out")
    elif said and kind != "CS_ALAP" and on_day is None:
        gathered.skip(at, f"Its constraint “{said}” has no date and is left out")
        said = None
    return {"constraint": said or "as soon as possible", "constraint_on": day(on_day) if said and kind != "CS_ALAP" else None}


def _labels(line: Line, codes: list[str], gathered: Gathered, at: str) -> str:
    kept: list[str] = []
    for label in filter(None, (TYPES.get(line.said("task_type"), ""), *codes)):
        if len(", ".join([*kept, label])) > LONGEST_LABELS:
            gathered.skip(at, f"Its activity code “{label[:80]}” has no room among its labels")
        else:
            kept.append(label)
    return ", ".join(kept)


def _allocate(shares: list[Share], scheme: Scheme, task: To, gathered: Gathered, at: str) -> None:
    """An allocation for each person, where more than one works on it; one alone is the owner."""
    if len({s.person for s in shares}) < 2:  # noqa: PLR2004
        return
    workdays = tuple(scheme.calendar.hours) if scheme.calendar and scheme.calendar.hours else MONDAY_TO_FRIDAY
    for share in shares:
        if share.start is None or share.finish is None or share.finish < share.start:
            gathered.skip(at, "One who is assigned beside its owner is left out: the assignment has no start and finish")
            continue
        gathered.add("allocation", scheme.own(f"{task.said.rpartition('/')[2]}/assignment/{share.uid}", share.uid), at, {
            "person_id": share.person, "project_id": scheme.project, "task_id": task, "commitment": "soft",
            "hours": number(weekly(share.work, share.start, share.finish, workdays)), "start": day(share.start), "end": day(share.finish)})


def _milestone(line: Line, scheme: Scheme, around: Around, gathered: Gathered) -> None:
    at, uid = where(line), line.said("task_id")
    standing = around.standings[uid]
    ends = line.said("task_type") == "TT_FinMile"
    forecast = (standing.due if ends else standing.start) or standing.start or standing.due
    columns = ("target_end_date", "target_start_date") if ends else ("target_start_date", "target_end_date")
    planned = on(line.said(columns[0])) or on(line.said(columns[1])) or forecast
    if planned is None:
        gathered.skip(at, "It is a milestone without any date and is left out")
        return
    around.placed[uid] = To("milestone", scheme.own(named(line.said("task_code")) or uid, uid))
    reached = on(line.said("act_end_date")) or on(line.said("act_start_date")) or forecast
    gathered.add("milestone", around.placed[uid].said, at, {
        "title": gathered.title(at, line.said("task_name"), line.said("task_code") or f"Milestone {uid}"),
        "project_id": scheme.project, "owner_id": _owner(line, around.shares.get(uid, [])),
        "wbs": gathered.text(at, "activity id", line.said("task_code"), LONGEST_WBS),
        "description": gathered.text(at, "note", plain(around.notes.get(uid, "")), LONGEST_TEXT),
        "planned": day(planned), "forecast": day(forecast), "actual": day(reached) if standing.status == "done" else None})
    if kind := line.said("cstr_type"):
        gathered.skip(at, f"A milestone has no constraint; “{CONSTRAINTS.get(kind, kind)} {on(line.said('cstr_date')) or ''}” is left out")
