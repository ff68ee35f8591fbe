"""What a change brings with it beyond its own record: a baseline its snapshot, a repeated task its next one, a measurement its objective's value; a row of
the communications plan that is told otherwise pauses the schedules it was kept by."""
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
import json
from typing import Any

from dateutil.rrule import rrulestr
from pydantic_core import to_jsonable_python
import sqlalchemy as sa

from language.rrule import ended
from records.access import writable
from records.asker import Asker
from records.database import Reading
from records.errors import BadInput, Refused
from records.kinds import (
    Baseline,
    BudgetLine,
    ChangeRequest,
    Comment,
    Communication,
    Criterion,
    Document,
    Measurement,
    Milestone,
    Objective,
    Project,
    Requirement,
    Schedule,
    Task,
)
from records.kinds.base import Record, table
from records.proposals import Edit
from records.soundness import found_by_key

Values = Mapping[str, Any]
PROVEN: tuple[type[Record], ...] = (Criterion, Requirement, Measurement)
PLANNED = ("audience", "sender_id", "method", "frequency", "archived")       # what a schedule was made from
AGAIN = ("title", "description", "project_id", "owner_id", "priority", "hours", "points", "labels", "type", "parent_id", "recurrence", "acceptance", "links",
         "optimistic", "pessimistic", "calendar_id", "deliverable_id")


def project_of(session: Reading, asker: Asker, values: Values) -> int | None:
    """The project of the record that a comment is about."""
    if not isinstance(values.get("about"), str) or not values["about"]:
        return None
    kind, row = found_by_key(session, asker, values["about"])
    return int(row.id) if kind is Project else getattr(row, "project_id", None)


def computed(session: Reading, asker: Asker, kind: type[Record], after: Values, today: date) -> dict[str, Any]:
    """The fields of a new record that code sets: a baseline's number, day, end, hours, budget and snapshot."""
    if kind is Comment and after["about"]:
        return {"about": found_by_key(session, asker, after["about"])[1].key}
    return _baseline(session, after, today) if kind is Baseline else {}


def evidenced(session: Reading, kind: type[Record], before: Values, after: Values) -> dict[str, Any]:
    """The edition of the document that proves a record: the one in force when it is named, unless another is said."""
    if kind not in PROVEN or after["document_id"] == before.get("document_id") or after["edition"] != before.get("edition", ""):
        return {}
    edition = sa.select(table(Document).c.edition).where(table(Document).c.id == after["document_id"])
    return {"edition": session.execute(edition).scalar() or ""}


def entailed(session: Reading, asker: Asker, edit: Edit, today: date) -> Iterator[Edit]:
    """The further edits that this one brings with it, in the same change."""
    if edit.kind == Baseline.__tablename__ and edit.is_new:
        yield from _agreed(session, edit)
    elif edit.kind == Task.__tablename__ and edit.after.get("status") == "done" and not edit.is_new:
        yield from _next(session, edit, today)
    elif edit.kind == Measurement.__tablename__ and edit.is_new and edit.after.get("objective_id"):
        yield from _measured(session, asker, edit)
    elif edit.kind == Communication.__tablename__ and not edit.is_new and edit.after.keys() & set(PLANNED):
        yield from _paused(session, edit)


def _baseline(session: Reading, after: Values, today: date) -> dict[str, Any]:
    of, home = table(Baseline).c, after["project_id"]
    last = session.execute(sa.select(sa.func.max(of.number)).where(of.project_id == home)).scalar() or 0
    if last:
        _refuse_unless_agreed(session, after)
    tasks, milestones, lines = (_rows(session, kind, home) for kind in (Task, Milestone, BudgetLine))
    ends = [d for d in (*(t.due for t in tasks), *(m.forecast or m.planned for m in milestones)) if d]
    snapshot = {"tasks": {t.key: [t.title, t.start, t.due, t.hours, t.points] for t in tasks},
                "milestones": {m.key: [m.title, m.forecast or m.planned] for m in milestones},
                "budget": {line.key: [line.title, line.amount] for line in lines}}
    title = f"Baseline {last + 1}" if after["title"] == "Baseline" else after["title"]
    return {"title": title, "number": last + 1, "agreed_on": today, "finish": max(ends, default=None), "tasks": len(tasks),
            "hours": float(sum(t.hours or 0 for t in tasks)), "budget": sum((line.amount for line in lines), Decimal(0)),
            "snapshot": json.dumps(to_jsonable_python(snapshot), sort_keys=True, ensure_ascii=False)}


def _refuse_unless_agreed(session: Reading, after: Values) -> None:
    of = table(ChangeRequest).c
    request = session.execute(sa.select(of.key, of.status).where(of.id == after["change_request_id"])).first() if after["change_request_id"] else None
    if request is None:
        raise BadInput("A new baseline replaces an agreed one, so it needs the change request that asks for it; say which one, such as “by APOLLO-CR-2”.")
    if request.status not in ("approved", "implemented"):
        raise Refused(f"{request.key} is {request.status}; a new baseline needs an approved change request.")
    used = sa.select(table(Baseline).c.key).where(table(Baseline).c.change_request_id == after["change_request_id"], table(Baseline).c.archived.is_(False))
    if (key := session.execute(used).scalar()) is not None:
        raise Refused(f"{request.key} led to {key} already; another baseline needs another change request.")


def _agreed(session: Reading, edit: Edit) -> Iterator[Edit]:
    """From the new baseline on, plans are compared with the dates of now."""
    home = edit.after["project_id"]
    for task in _rows(session, Task, home):
        yield from _moved(task, Task, {"baseline_start": task.start, "baseline_due": task.due})
    for milestone in _rows(session, Milestone, home):
        if milestone.actual is None and milestone.forecast is not None:
            yield from _moved(milestone, Milestone, {"planned": milestone.forecast})


def _next(session: Reading, edit: Edit, today: date) -> Iterator[Edit]:
    """The next of a task that repeats: the same work with its next dates, once this one is done."""
    row = session.execute(sa.select(table(Task)).where(table(Task).c.id == edit.id)).one()
    rule, due = edit.after.get("recurrence", row.recurrence), edit.after.get("due", row.due)
    if not rule or due is None:
        return
    due = due if isinstance(due, date) else date.fromisoformat(str(due))
    rule = ended(str(rule), due)
    following = rrulestr(str(rule).removeprefix("RRULE:"), dtstart=datetime.combine(due, time())).after(datetime.combine(max(due, today), time()))
    if following is None:
        return
    values = to_jsonable_python({name: getattr(row, name) for name in AGAIN if getattr(row, name) not in (None, "")})
    values |= {name: edit.after[name] for name in AGAIN if name in edit.after} | {"recurrence": rule}
    start = {"start": (row.start + (following.date() - due)).isoformat()} if row.start else {}
    yield Edit(edit.kind, None, "", 0, {}, {**values, **start, "due": following.date().isoformat(), "status": "to do"})


def _measured(session: Reading, asker: Asker, edit: Edit) -> Iterator[Edit]:
    """The latest measurement of an objective is its value of now, where the asker may set that."""
    of = table(Measurement).c
    later = sa.select(of.id).where(of.objective_id == edit.after["objective_id"], of.on > date.fromisoformat(str(edit.after["on"])), of.archived.is_(False))
    if edit.after.get("value") is None or session.execute(later).first():
        return
    try:
        mine = sa.select(table(Objective)).where(table(Objective).c.id == edit.after["objective_id"], writable(Objective, asker))
    except Refused:
        return
    row = session.execute(mine).first()
    if row is not None:
        yield from _moved(row, Objective, {"current": edit.after["value"]})


def _paused(session: Reading, edit: Edit) -> Iterator[Edit]:
    """What the plan does not say any more is sent no longer, until somebody looks."""
    of = table(Schedule).c
    for row in session.execute(sa.select(table(Schedule)).where(of.communication_id == edit.id, of.status == "on", of.archived.is_(False)).order_by(of.id)):
        yield from _moved(row, Schedule, {"status": "paused"})


def _rows(session: Reading, kind: type[Record], home: Any) -> list[Any]:
    of = table(kind)
    return list(session.execute(sa.select(of).where(of.c.project_id == home, of.c.archived.is_(False)).order_by(of.c.id))) if home > 0 else []


def _moved(row: Any, kind: type[Record], values: Values) -> Iterator[Edit]:
    before, after = to_jsonable_python({n: getattr(row, n) for n in values}), to_jsonable_python(dict(values))
    new = {n: v for n, v in after.items() if v != before[n]}
    if new:
        yield Edit(str(kind.__tablename__), row.id, row.key, row.version, {n: before[n] for n in new}, new)
