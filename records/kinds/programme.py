"""A programme: projects that are steered together, because only together they bring what is wanted."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Status = Literal["proposed", "active", "closed", "cancelled"]


class Programme(Record, table=True):
    kind: ClassVar[Kind] = Kind("PG", "programme", "programmes", also="program", title="name", when="finish", line="{key} {name} ({status})",
                                columns=("manager_id", "sponsor_id", "status", "finish"), write=(Role.value, Role.executive, Role.admin))

    name: str = Field(min_length=1, max_length=200)
    description: Annotated[str, Says("purpose, notes")] = long_text()
    manager_id: Annotated[int | None, Says("programme manager, led by")] = Field(None, foreign_key="person.id", index=True)
    sponsor_id: Annotated[int | None, Says("sponsored by")] = Field(None, foreign_key="person.id", index=True)
    objective_id: Annotated[int | None, Says("strategic objective, serves")] = Field(None, foreign_key="objective.id", index=True)
    status: Annotated[Status, Says("state", words=(("running", "active"),))] = one_of(Status, "active")
    start: Annotated[date | None, Says("begins, starts")] = None
    finish: Annotated[date | None, Says("end, finishes")] = None
