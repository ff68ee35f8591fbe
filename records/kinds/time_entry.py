"""A time entry: hours that one person worked on one day, on a task or on the project at large."""
from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


class TimeEntry(Record, table=True):
    kind: ClassVar[Kind] = Kind("H", "time entry", "time entries", also="timesheet, booked hours, logged hours", within="project_id", title="note", when="on",
                                line="{key} {hours} h on {on}",
                                columns=("person_id", "task_id", "on", "hours", "note"), write=(Role.member, Role.manager, Role.admin),
                                tells=(("{person} (worked|spent|booked|logged|did|put|have worked|have spent) [in] {hours} [of work] [on|for|at|with|into] "
                                        "{task} [{on}] [{note}]"),
                                       "{person} (worked|spent|put|have worked|have spent) [in] {hours} [of work] (on|for|at|with|into) {task~} [{on}]",
                                       "(log|book|record|enter|add|put) {hours} [of work] (on|to|against|into) {task} for {person} [(for|on)] [{on}]",
                                       ("(log|book|record|enter|add|track|note|put|register) {hours} [of work] [{on}] (on|for|to|against|into) [the] {task} "
                                        "[(for|on)] [{on}] [{note}]"),
                                       "(worked|spent|booked|logged|did) {hours} [of work] [on|for|at|with|into] {task} [{on}]",
                                       "[{person}] [have] worked (on|at) {task} [for] {hours} [{on}]",
                                       "{hours} [of work] [{on}] (on|for|at) {task~} [{on}]",
                                       "{hours} [of work] [{on}] (on|for|at) [project] {project} [{on}]",
                                       "{task~} (took|took me|cost me|needed) {hours} [{on}] {person=me}",
                                       "{hours} [of work] (spent|worked|booked|logged|done) (on|for|at) {task} [{on}]",
                                       "(log|book|record|enter|add|put) {hours} [of work] for {person} (on|to|against) {task} [(for|on)] [{on}]",
                                       "(log|book|record|enter|track) {hours} [of work] (on|for|to|against) {project} [(for|on)] [{on}] [{note}]",
                                       "{person} (worked|spent|booked|logged) {hours} [of work] [on|for] {project} [{on}]"),
                                asks=(("how (many hours|much time|long|much) (did|has|have) {person} (book|booked|work|worked|log|logged|spend|spent) "
                                       "[on|for] [{task}]"),
                                      ("how (many hours|much time) (was|were|has been|have been|did we|have we) "
                                       "(booked|book|spent|spend|logged|log|worked|work) (on|for) ({task}|{project})"),
                                      "(did|has|have) {person} (log|logged|book|booked) [any|some] (time|hours) [on|for] [{task}]",
                                      "[the] (time|hours) (booked|logged|spent|worked) [by {person}] (on|for) ({project}|{task}) [by {person}]",
                                      "how (many hours|much time) (went|go|goes) into ({task}|{project})",
                                      "(time sheet|timesheet|hours|booked hours|logged hours|time entries) of {person}",
                                      "[show] {person} (time sheet|timesheet|hours|booked hours|time entries)",
                                      "[show] my (time sheet|timesheet|hours|booked hours|time entries) {person=me}",
                                      "what (did|have) {person} (book|booked|log|logged)"))

    person_id: Annotated[int, Says("who, worked by", asker=True)] = Field(foreign_key="person.id", index=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    task_id: int | None = Field(None, foreign_key="task.id", index=True)
    on: Annotated[date, Says("date, day, worked on")] = Field(index=True)
    hours: Annotated[float, Says("time, worked", unit="h")] = Field(gt=0, le=24)
    note: Annotated[str, Says("on what, comment")] = Field("", max_length=500)
