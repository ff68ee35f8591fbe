"""A preference: what somebody told the assistant about themselves, for them alone to see and delete."""
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import available_timezones

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, one_of

Name = Literal["time zone", "language", "usual project", "report length"]
LENGTHS = ("short", "whole")


def can_be_kept(of: Any) -> str | None:
    if of.name == "time zone" and of.value not in available_timezones():
        return "That is no time zone; say it as “Europe/Berlin”."
    return f"Reports are {' or '.join(LENGTHS)}." if of.name == "report length" and of.value not in LENGTHS else None


class Preference(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("person_id", "name"), STRICT)
    kind: ClassVar[Kind] = Kind("PF", "preference", "preferences", also="my preference", title="name", own="person_id", line="{key} {name}: {value}",
                                columns=("name", "value", "person_id"), write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                tells=("[please] [remember] [that] my {name} is {value}",
                                       "[please] [remember] [that] i (prefer|want|like) {value} reports {name=report length}"))

    checks: ClassVar = (can_be_kept,)

    name: Annotated[Name, Says("which")] = Field(sa_type=one_of(Name, "time zone").sa_type)
    value: Annotated[str, Says("what")] = Field(min_length=1, max_length=200)
    person_id: Annotated[int | None, Says("whose", asker=True)] = Field(None, foreign_key="person.id", index=True)
