"""An issue: what is wrong now and what it does to us, until it is resolved; a defect is one too."""
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Type = Literal["issue", "defect"]
Level = Literal["low", "medium", "high", "critical"]
Status = Literal["open", "in progress", "escalated", "resolved", "closed"]
ENDED = ("resolved", "closed")


def resolved(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """An issue has the day it was raised, and that of its resolution; a reopened one loses the latter."""
    more: dict[str, Any] = {} if after["raised_on"] else {"raised_on": today}
    if (after["status"] in ENDED) != (before.get("status") in ENDED):
        more["resolved_on"] = (after["resolved_on"] or today) if after["status"] in ENDED else None
    return more


class Issue(Record, table=True):
    kind: ClassVar[Kind] = Kind("I", "issue", "issues", also="problem, defect, bug", within="project_id", when="due", line="{key} {title} ({status})",
                                columns=("project_id", "type", "severity", "status", "owner_id", "due"), write=(Role.member, Role.manager, Role.admin),
                                sayings=(("open, unresolved, current", {"status": "not resolved, closed"}),
                                         ("overdue, late", {"due": "before today", "status": "not resolved, closed"}),
                                         ("critical, severe", {"severity": "critical", "status": "not resolved, closed"}),
                                         ("unowned, without owner, without an owner, nobody owns", {"owner": "nobody", "status": "not resolved, closed"}),
                                         ("escalated", {"status": "escalated"})),
                                tells=("escalate [the] [issue|problem|defect|bug] {@title} to {escalated_to} {status=escalated}",
                                       "(close|resolve) {@key} (because|since|as) {resolution} {status=resolved}",
                                       "(there is|we have|i have|we have got|i see) [a|an] [{severity}] (problem|issue) with {title=Problem with …}",
                                       "[(i|we)] (found|noticed|spotted|discovered|saw) [a|an] [{severity}] {type} (that|:) {title}"))
    follows: ClassVar = (resolved,)

    title: Annotated[str, Says("problem statement")] = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    type: Annotated[Type, Says("sort", words=(("bug", "defect"),))] = one_of(Type, "issue")
    description: Annotated[str, Says("details, notes")] = long_text()
    effect: Annotated[str, Says("impact, consequence")] = Field("", max_length=500)
    severity: Annotated[Level, Says("how bad", words=(("blocker, severe", "critical"), ("major, serious", "high"), ("minor", "low")))] = one_of(Level, "medium")
    priority: Annotated[Level, Says("urgency, prio", words=(("urgent", "critical"),))] = one_of(Level, "medium")
    raised_by_id: Annotated[int | None, Says("raised by, reported by, found by", asker=True)] = Field(None, foreign_key="person.id", index=True)
    raised_on: Annotated[date | None, Says("reported on, found on")] = None
    owner_id: Annotated[int | None, Says("responsible, who, assignee")] = Field(None, foreign_key="person.id", index=True)
    due: Annotated[date | None, Says("resolve by, deadline")] = Field(None, index=True)
    cause: Annotated[str, Says("root cause, because")] = Field("", max_length=500)
    response: Annotated[str, Says("action, response log")] = long_text()
    escalated_to_id: Annotated[int | None, Says("escalated to")] = Field(None, foreign_key="person.id", index=True)
    risk_id: Annotated[int | None, Says("came from risk")] = Field(None, foreign_key="risk.id", index=True)
    task_id: int | None = Field(None, foreign_key="task.id", index=True)
    status: Annotated[Status, Says("state", words=(("resolve, fixed, solved, sorted", "resolved"), ("close", "closed"), ("reopen", "open"),
                                                   ("escalate", "escalated")))] = one_of(Status, "open")
    resolution: Annotated[str, Says("solution", why="resolved, closed")] = long_text()
    resolved_on: Annotated[date | None, Says("closed on, fixed on", day_of="resolved, closed")] = None
