"""An absence: days on which a person does not work."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Type = Literal["leave", "sick", "training", "other"]


def end_after_start(of: Any) -> str | None:
    return "The absence ends before it starts." if of.end < of.start else None


class Absence(Record, table=True):
    kind: ClassVar[Kind] = Kind("AB", "absence", "absences", also="leave, vacation, day off, days off, time off", title="type", when="start",
                                line="{key} {type} {start} to {end}",
                                columns=("person_id", "type", "start", "end"), write=(Role.manager, Role.admin),
                                sayings=(("current, now", {"start": "at most today", "end": "at least today"}),
                                         ("coming, upcoming, next", {"start": "after today"})))
    checks: ClassVar = (end_after_start,)

    person_id: Annotated[int, Says("who")] = Field(foreign_key="person.id", index=True)
    type: Annotated[Type, Says("sort", words=(("holiday, vacation", "leave"), ("ill, sick leave", "sick")))] = one_of(Type, "leave")
    start: Annotated[date, Says("from, first day")] = Field(index=True)
    end: Annotated[date, Says("until, to, last day")] = Field(index=True)
