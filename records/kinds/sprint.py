"""A sprint: a short time with a goal, what was committed to it and what came out."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Status = Literal["planned", "active", "closed", "cancelled"]


def end_after_start(of: Any) -> str | None:
    return "The sprint ends before it starts." if of.end < of.start else None


class Sprint(Record, table=True):
    kind: ClassVar[Kind] = Kind("SR", "sprint", "sprints", also="iteration", within="project_id", when="end", line="{key} {title} ({status})",
                                columns=("project_id", "status", "start", "end", "committed", "completed"), write=(Role.member, Role.manager, Role.admin),
                                sayings=(("current, running, active", {"status": "active"}), ("past, finished", {"status": "closed"})),
                                tells=("(close|finish|end) {@title} (with|at) {completed} [points|story points] [completed|done] {status=closed}",
                                       ("(close|finish|end) {@title} [of {@project}] (with|at) {completed} [points|story points] [completed|done] "
                                        "{status=closed}"),
                                       "{@title} [of {@project}] (completed|finished with|delivered) {completed} [points|story points]",
                                       "(new|plan|create|add|set up) sprint {title=Sprint …} [(on|for|in) {project}] {start..end}",
                                       "(new|plan|create|add|set up) [a] sprint [(on|for|in) {project}] {start..end} [{title}]",
                                       "(new|plan a|create a|add a|set up a) sprint [(on|for|in) {project}] {title} {start..end}"),
                                asks=(("how many points (did we|were|have we|did the team) (complete|completed|finish|finished|deliver|delivered) in "
                                       "{title}"),
                                      "how fast (is|are) [the team of] {project} {status=closed}",
                                      "[what is|what was] [the] velocity (of|in) [the] (closed|past|last) sprints [(of|on|for) {project}] {status=closed}"))
    checks: ClassVar = (end_after_start,)

    title: Annotated[str, Says("name")] = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    goal: Annotated[str, Says("sprint goal")] = Field("", max_length=500)
    start: Annotated[date, Says("from, begins")] = Field(index=True)
    end: Annotated[date, Says("until, to, ends")] = Field(index=True)
    capacity: Annotated[float | None, Says("hours available", unit="h")] = Field(None, ge=0)
    committed: Annotated[float | None, Says("committed points, planned points")] = Field(None, ge=0)
    completed: Annotated[float | None, Says("completed points, velocity, done points")] = Field(None, ge=0)
    added: Annotated[float | None, Says("points added after the start")] = Field(None, ge=0)
    wip_limit: Annotated[int | None, Says("WIP limit")] = Field(None, ge=1)
    status: Annotated[Status, Says("state", words=(("start, started", "active"), ("close, finish", "closed")))] = one_of(Status, "planned")
