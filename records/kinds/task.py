"""A task: one piece of work that one person finishes."""
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

import sqlalchemy as sa
from sqlmodel import Field

from language.rrule import can_be_kept
from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, long_text, one_of

Status = Literal["backlog", "to do", "in progress", "in review", "blocked", "done", "cancelled"]
Priority = Literal["low", "medium", "high", "critical"]
Type = Literal["task", "story", "bug", "epic"]
Constraint = Literal["as soon as possible", "as late as possible", "must start on", "must finish on", "start no earlier than", "start no later than",
                     "finish no earlier than", "finish no later than"]
ENDED = ("done", "cancelled")


def due_after_start(of: Any) -> str | None:
    return "The due date lies before the start." if of.start and of.due and of.due < of.start else None


def estimates_in_order(of: Any) -> str | None:
    known = [n for n in (of.optimistic, of.hours if of.points is None else None, of.pessimistic) if n is not None]
    return "The optimistic estimate must not be above the likely one, nor that above the pessimistic one." if known != sorted(known) else None


def blocked_with_reason(of: Any) -> str | None:
    return "Say why it is blocked." if of.status == "blocked" and not of.blocked_by else None


def recurrence_can_be_read(of: Any) -> str | None:
    if not of.recurrence:
        return None
    if not can_be_kept(of.recurrence):
        return f"“{of.recurrence}” is no repetition I can read; say it as “every other Friday” or FREQ=WEEKLY;INTERVAL=2;BYDAY=FR."
    return None if of.due else "A task that repeats needs a due date to count from."


def done_means_done(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """A task taken up began today, one that becomes done is complete, one that is reopened or has work left is not, one no longer blocked loses its
    reason."""
    if after["status"] == before.get("status"):
        is_taken_back = after["status"] == "done" and after["progress"] < before.get("progress", 0)
        return {"status": "in progress", "done_on": None} if is_taken_back else {}
    if after["status"] == "done":
        return {"progress": 100, "done_on": after["done_on"] or today, "blocked_by": ""}
    began = after["progress"] if after["progress"] != before.get("progress") else 0
    again = {"done_on": None, "progress": began} if before.get("status") == "done" else {}
    begun = {"began_on": today} if after["status"] == "in progress" and after["began_on"] is None else {}
    return again | begun | ({"blocked_by": ""} if after["status"] != "blocked" else {})


def taken_on_by_its_owner(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:  # noqa: ARG001
    """Who gets a task of somebody else has not taken it on yet."""
    is_handed_on = before.get("owner_id") is not None and after["owner_id"] != before["owner_id"]
    return {"taken_on": None} if is_handed_on and after["taken_on"] == before["taken_on"] else {}


class Task(Record, table=True):
    kind: ClassVar[Kind] = Kind("T", "task", "tasks", also="to-do, todo, ticket, action, work item, reminder, assignment", within="project_id", when="due",
                                line="{key} {title} ({status})",
                                columns=("project_id", "owner_id", "status", "due", "hours"), write=(Role.member, Role.manager, Role.executive, Role.admin),
                                sayings=(("in review, being reviewed, under review", {"status": "in review"}),
                                         (("overdue, late, running late, past due, beyond their due date, beyond its due date, beyond the deadline, did we "
                                           "miss, have we "
                                           "missed, missed, miss, behind, behind schedule, delayed, past its "
                                           "deadline, past their deadline, "
                                          "past the deadline, past their due date, past its due date, past the due date, missed their deadline, "
                                          "missed its deadline, missed the deadline, missed their due date, slipped, slipping, lagging, "
                                          "should have been done, should have been finished, too late"),
                                          {"due": "before today", "status": "not done, cancelled"}),
                                         (("open, unfinished, outstanding, remaining, still open, not done, not finished, not complete, incomplete, "
                                          "left to do, to be done, still to do, still has to be done, has to be done, left, still have to do, "
                                          "still has to do, still needs to do, need to be done"),
                                          {"status": "not done, cancelled"}),
                                         (("unassigned, nobody's, without owner, without an owner, nobody owns, no one owns, no owner, "
                                          "nobody takes care of, no one takes care of, nobody looks after, not assigned, "
                                          "does nobody own, unowned, has no owner, have no owner, without assignee, "
                                          "assigned to nobody"),
                                          {"owner": "nobody", "status": "not done, cancelled"}),
                                         ("blocked, stuck, waiting, held up, on hold, impeded", {"status": "blocked"}),
                                         (("not started, not yet started, not been started, not yet been started, not begun yet, "
                                          "nobody has started, unstarted, not begun"), {"status": "to do, backlog"}),
                                         ("done, finished, completed, closed, finish, complete, get done, got done, accomplish, achieved",
                                          {"status": "done"}),
                                         ("repeating, recurring, repeat, recur, are repeated, repeated", {"recurrence": "not empty"}),
                                         ("undated, without a date, without a due date, no due date, no date, no deadline", {"due": "empty"})),
                                tells=("{owner} (is|will be) [now] responsible for {@key}",
                                       ("(i|we) [have|just|have just|am|are|have now] (finished with|done with|through with|finished|completed|done) "
                                        "[the|my|our] {@title~} {status=done}"),
                                       "[just] (finished with|done with|through with|finished|completed) [the|my|our] {@title~} {status=done}",
                                       "(the|my|our) {@title~} (is|are) [now|finally] (done|finished|complete|completed|ready) {status=done}",
                                       "(i|we) [have|just|have just] (started|begun|began) [with|on] [the|my|our] {@title~} {status=in progress}",
                                       "[the|my|our] {@title~} (is|is now|now|at|now at|is at|is now at|stands at) {progress}",
                                       ("[the|my|our] {@title~} (is|are) [still|again|now] "
                                        "(blocked|stuck|held up|waiting) (because of|by|because|as|for|on) {blocked_by} {status=blocked}"),
                                       ("[the|my|our] {@title~} (has|have|needs|will have) to wait [still|again|now] [because of|because|as|for|until|since] "
                                        "{blocked_by} {status=blocked}"),
                                       ("[the|my|our] {@title~} [task] (should|must|has to|needs to|will) be (done|finished|ready|completed|delivered) [by "
                                        "{owner}] (by|until|till|before|on) {due} [by {owner}]"),
                                       "[i] (accept|take on|took on|will take on) {@key} {taken_on=today}"),
                                asks=("(what|who|which tasks) (is|are) [still] (waiting|blocked|stuck|held up) (for|on|by) {blocked_by}",))
    # What is open, late or next in the projects somebody sees is answered by this index alone, whatever the number of tasks.
    __table_args__ = (sa.Index(None, "project_id", "due", "status", "archived"), STRICT)
    checks: ClassVar = (due_after_start, blocked_with_reason, estimates_in_order, recurrence_can_be_read)
    follows: ClassVar = (done_means_done, taken_on_by_its_owner)

    title: str = Field(min_length=1, max_length=200)
    description: Annotated[str, Says("details, notes")] = long_text()
    project_id: int = Field(foreign_key="project.id")
    owner_id: Annotated[int | None, Says("assignee, who, assigned to, responsible")] = Field(None, foreign_key="person.id", index=True)
    status: Annotated[Status,
                      Says("state",
                           words=(("finished, closed, complete, completed, finish, close, tick off, ticked off, check off, wrap up, wrapped up, tick",
                                   "done"),
                                  (("started, doing, begun, underway, start, begin, unblock, unblocked, resume, resumed, no longer blocked, "
                                    "not blocked any more, not blocked anymore, isn't blocked, isn’t blocked, picking up, picked up, "
                                     "working on"), "in progress"),
                                                   ("waiting, stuck, on hold", "blocked"), ("todo, to-do, not started, reopen, reopened", "to do"),
                                                   ("review", "in review"),
                                                   ("dropped, cancel, drop, canceled, scrap, scrapped, abandon, abandoned",
                                                    "cancelled")))] = one_of(Status, "to do")
    blocked_by: Annotated[str, Says("blocked because, waiting for, reason", why="blocked")] = Field("", max_length=500)
    priority: Annotated[Priority, Says("urgency, prio", words=(("urgent", "critical"), ("normal", "medium")))] = one_of(Priority, "medium")
    start: Annotated[date | None, Says("begins, starts")] = None
    due: Annotated[date | None, Says("deadline, due by, due date, until, finish")] = Field(None, index=True)
    baseline_due: Annotated[date | None, Says("baseline, planned due")] = None
    hours: Annotated[float | None, Says("estimate, effort", unit="h")] = Field(None, ge=0, le=10_000)
    progress: Annotated[int, Says("percent complete, completion", unit="%")] = Field(0, ge=0, le=100)
    points: Annotated[float | None, Says("story points")] = Field(None, ge=0, le=1000)
    labels: Annotated[str, Says("tags, label")] = Field("", max_length=200)
    done_on: Annotated[date | None, Says("completed on, finished on", day_of="done")] = Field(None, index=True)
    type: Annotated[Type, Says("sort, issue type", words=(("user story", "story"), ("defect", "bug")))] = one_of(Type, "task")
    parent_id: Annotated[int | None, Says("parent task, part of, under, epic")] = Field(None, foreign_key="task.id", index=True)
    wbs: Annotated[str, Says("WBS code, outline number")] = Field("", max_length=60)
    deliverable_id: Annotated[int | None, Says("work package, for deliverable")] = Field(None, foreign_key="deliverable.id", index=True)
    sprint_id: Annotated[int | None, Says("iteration, in sprint")] = Field(None, foreign_key="sprint.id", index=True)
    calendar_id: Annotated[int | None, Says("working calendar")] = Field(None, foreign_key="calendar.id", index=True)
    baseline_start: Annotated[date | None, Says("planned start")] = None
    began_on: Annotated[date | None, Says("actual start, started on", day_of="in progress")] = None
    optimistic: Annotated[float | None, Says("optimistic estimate, best case", unit="h")] = Field(None, ge=0, le=10_000)
    pessimistic: Annotated[float | None, Says("pessimistic estimate, worst case", unit="h")] = Field(None, ge=0, le=10_000)
    remaining: Annotated[float | None, Says("remaining hours, hours left, still to go", unit="h")] = Field(None, ge=0, le=10_000)
    constraint: Annotated[Constraint, Says("date constraint")] = one_of(Constraint, "as soon as possible")
    constraint_on: Annotated[date | None, Says("constraint date")] = None
    hard_deadline: Annotated[date | None, Says("must be finished by")] = None
    recurrence: Annotated[str, Says("repeats, recurs, repeat")] = Field("", max_length=200)
    acceptance: Annotated[str, Says("acceptance criteria, definition of done")] = long_text()
    links: Annotated[str, Says("link, URL, attachment")] = Field("", max_length=2000)
    taken_on: Annotated[date | None, Says("agreed to by its owner on")] = None
