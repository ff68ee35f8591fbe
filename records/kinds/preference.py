"""A preference: what somebody told the assistant about themselves, for them alone to see and delete."""
from datetime import time
import re
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import available_timezones

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, one_of

Name = Literal["time zone", "language", "usual project", "report length", "quiet hours", "being told"]
LENGTHS = ("short", "whole")
SWITCHES = ("on", "off")
NEVER = "none"
HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*(?:-|–|to|until)\s*([01]?\d|2[0-3]):([0-5]\d)", re.I)


def quiet_hours(said: str) -> tuple[time, time] | None:
    """From when to when somebody wants to be told nothing, None when never; raises ValueError for anything else."""
    if said.strip().lower() == NEVER:
        return None
    found = HOURS.fullmatch(said.strip())
    if found is None:
        raise ValueError(said)
    return time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))


def can_be_kept(of: Any) -> str | None:
    if of.name == "time zone" and of.value not in available_timezones():
        return "That is no time zone; say it as “Europe/Berlin”."
    if of.name == "being told" and of.value not in SWITCHES:
        return "Being told is on or off."
    if of.name == "quiet hours" and not _is_hours(of.value):
        return "Say quiet hours as “18:00 to 08:00”, or “none”."
    return f"Reports are {' or '.join(LENGTHS)}." if of.name == "report length" and of.value not in LENGTHS else None


def _is_hours(said: str) -> bool:
    try:
        quiet_hours(said)
    except ValueError:
        return False
    return True


class Preference(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("person_id", "name"), STRICT)
    kind: ClassVar[Kind] = Kind("PF", "preference", "preferences", also="my preference", title="name", own="person_id", line="{key} {name}: {value}",
                                columns=("name", "value", "person_id"), write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                tells=("[please] [remember] [that] my {name} (is|are) {value}",
                                       "[please] [remember] [that] i (prefer|want|like) {value} reports {name=report length}",
                                       "[please] (turn off|switch off) [all|my] (notices|notifications|messages) {name=being told} {value=off}",
                                       "[please] (turn on|switch on) [all|my] (notices|notifications|messages) {name=being told} {value=on}"))

    checks: ClassVar = (can_be_kept,)

    name: Annotated[Name, Says("which")] = Field(sa_type=one_of(Name, "time zone").sa_type)
    value: Annotated[str, Says("what")] = Field(min_length=1, max_length=200)
    person_id: Annotated[int | None, Says("whose", asker=True)] = Field(None, foreign_key="person.id", index=True)
