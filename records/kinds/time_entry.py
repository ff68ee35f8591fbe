"""A time entry: hours that one person worked on one day, on a task or on the project at large."""
from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


class TimeEntry(Record, table=True):
    kind: ClassVar[Kind] = Kind("H", "time entry", "time entries", also="timesheet, booked hours, logged hours", within="project_id", title="note", when="on",
                                line="{key} {hours} h on {on}",
                                columns=("person_id", "task_id", "on", "hours", "note"), write=(Role.member, Role.manager, Role.admin))

    person_id: Annotated[int, Says("who, worked by", asker=True)] = Field(foreign_key="person.id", index=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    task_id: int | None = Field(None, foreign_key="task.id", index=True)
    on: Annotated[date, Says("date, day, worked on")] = Field(index=True)
    hours: Annotated[float, Says("time, worked", unit="h")] = Field(gt=0, le=24)
    note: Annotated[str, Says("on what, comment")] = Field("", max_length=500)
