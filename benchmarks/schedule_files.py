"""Schedules out of MS Project XML and Primavera XER, by the readers there are: the plan as it was made, without progress.

The readers keep dates, not durations; so these, and how much of whom a task needs, are looked up in the same file.
"""
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

from records.figures.base import Rows
from records.figures.schedule.activities import NEEDS
from records.importing import mspdi, xer
from records.importing.base import Read, To
from records.importing.mspdi.document import Item, parse
from records.importing.mspdi.outline import lay
from records.importing.mspdi.values import ELAPSED, measures, on, plain, whole, yes
from records.importing.schedule import Gathered
from records.importing.xer.tables import parse as tables_of
from records.importing.xer.values import amount
from records.kinds import Calendar, Project, Task
from records.kinds.base import Record, table

WORK, MATERIAL = "1", "0"                # kinds of resources in MS Project; a cost is 2
EACH_DAY: Mapping[str, object] = {"name": "every day", "workdays": "1, 2, 3, 4, 5, 6, 7", "hours": 24.0, "days_off": ""}
USUAL_START = date(2026, 1, 5)
Share = tuple[str, float]                # a resource, and how much of it


@dataclass(frozen=True)
class Length:
    """What a file says of a task beside its dates: hours, whether nights and weekends count, the day it is pinned to."""
    hours: float
    elapsed: bool = False
    pinned: date | None = None


@dataclass
class Schedule:
    """What a file came to: rows by kind, and by task what it needs."""
    rows: Rows
    shares: Mapping[int, tuple[Share, ...]] = field(default_factory=dict)
    units: Mapping[str, float] = field(default_factory=dict)


def of_mspdi(content: bytes, name: str) -> Schedule:
    document = parse(content, name)
    day = measures(document.project)
    lengths: dict[str, Length] = {}
    for uid, place in lay(document.sections["Tasks"], Gathered()).places.items():
        item = place.item
        hours = day.hours(item.said("Duration"))
        if hours is not None:
            pinned = on(item.said("Start")) if yes(item.said("Manual")) else None
            lengths[uid] = Length(hours, plain(whole(item.said("DurationFormat"))) in ELAPSED, pinned)
    units = {r.said("UID"): _units(r, "MaxUnits") for r in document.sections["Resources"] if (r.said("Type") or WORK) == WORK}
    shares: dict[str, list[Share]] = {}
    for item in document.sections["Assignments"]:
        if item.said("ResourceUID") in units:
            shares.setdefault(item.said("TaskUID"), []).append((item.said("ResourceUID"), _units(item, "Units")))
    return _schedule(mspdi.read(content, name), lambda row: row.source.rpartition("/")[2], lengths, shares, units)


def of_xer(content: bytes, name: str) -> Schedule:
    tables = tables_of(content, name, Gathered())
    lines = {line.said("task_id"): line for line in tables.all("TASK")}
    lengths = {line.said("task_code"): Length(hours) for line in lines.values()
               if line.said("task_type") not in ("TT_LOE", "TT_WBS") and (hours := amount(line.said("target_drtn_hr_cnt"))) is not None}
    kinds = {line.said("rsrc_id"): line.said("rsrc_type") for line in tables.all("RSRC")}
    units = {uid: 1.0 for uid, kind in kinds.items() if kind in ("RT_Labor", "RT_Equip", "")}
    for line in tables.all("RSRCRATE"):
        if line.said("rsrc_id") in units:
            units[line.said("rsrc_id")] = amount(line.said("max_qty_per_hr")) or 1.0
    shares: dict[str, list[Share]] = {}
    for line in tables.all("TASKRSRC"):
        if line.said("rsrc_id") in units and line.said("task_id") in lines:
            share = (line.said("rsrc_id"), amount(line.said("target_qty_per_hr")) or 1.0)
            shares.setdefault(lines[line.said("task_id")].said("task_code"), []).append(share)
    return _schedule(xer.read(content, name), lambda row: str(row.values.get("wbs", "")), lengths, shares, units)


def _units(item: Item, field_: str) -> float:
    """Shares of a whole: 1 is one full-time."""
    return amount(item.said(field_)) or 1.0


def _schedule(read: Read, uid: Callable[[Any], str], lengths: Mapping[str, Length], shares: Mapping[str, list[Share]],
              units: Mapping[str, float]) -> Schedule:
    """The records of the file's largest project as if they stood in the office, untouched by progress."""
    ids = {(row.kind, row.source): n for n, row in enumerate(read.rows, 1)}
    homes = [str(home.said) for row in read.rows if row.kind == "task" and isinstance(home := row.values.get("project_id"), To)]
    own = max(dict.fromkeys(homes), key=homes.count, default="")
    made: dict[type[Record], list[Any]] = {kind: [] for kind in NEEDS}
    by_name = {table(kind).name: kind for kind in NEEDS}
    found: dict[int, tuple[Share, ...]] = {}
    for row in read.rows:
        home = row.values.get("project_id")
        if row.kind not in by_name or (isinstance(home, To) and home.said != own) or (row.kind == "project" and row.source != own):
            continue
        record = _record(by_name[row.kind], ids[row.kind, row.source], row.source, {n: _value(v, ids) for n, v in row.values.items()})
        if row.kind == "task":
            _plan(record, lengths.get(uid(row)))
            if uid(row) in shares:
                found[record.id] = tuple(shares[uid(row)])
        made[by_name[row.kind]].append(record)
    made[Calendar].append(_record(Calendar, 0, "", EACH_DAY))
    project = made[Project][0] if made[Project] else _record(Project, 0, own, {})
    made[Project] = [project]
    project.finish = None
    starts = [t.planned for t in made[Task] if t.planned]
    first = project.start or min(starts, default=USUAL_START)
    return Schedule(Rows(made, {}, first), found, units)


def _plan(task: Any, length: Length | None) -> None:
    """A task as it was planned: its duration instead of its dates."""
    task.planned, task.progress, task.remaining, task.began_on, task.done_on = task.start, 0, None, None, None
    task.status = "cancelled" if task.status == "cancelled" else "to do"
    if length is None:
        return
    task.hours, task.start, task.due = length.hours, None, None
    if length.elapsed:
        task.calendar_id = 0
    if length.pinned:
        task.constraint, task.constraint_on = "start no earlier than", length.pinned


def _record(kind: type[Record], number: int, key: str, values: Mapping[str, object]) -> Any:
    infos = kind.model_fields
    empty = {n: None if infos[n].is_required() else infos[n].default for n in infos}
    return SimpleNamespace(**{**empty, **_dated(values), "id": number, "key": key})


def _dated(values: Mapping[str, object]) -> dict[str, object]:
    days = ("start", "finish", "due", "constraint_on", "hard_deadline", "planned", "forecast", "actual", "end", "began_on", "done_on")
    return {n: date.fromisoformat(v) if n in days and isinstance(v, str) else v for n, v in values.items()}


def _value(value: object, ids: Mapping[tuple[str, str], int]) -> object:
    return ids.get((value.kind, value.said)) if isinstance(value, To) else value
