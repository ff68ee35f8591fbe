"""A person of the office, what the office lets them do, and how much time they have."""
import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, money, one_of

Roles = Literal["viewer", "member", "project manager", "value manager", "executive", "auditor", "PMO admin"]


def _address(said: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", said):
        raise ValueError("that is no e-mail address")
    return said.lower()


Address = Annotated[str, AfterValidator(_address)]


class Person(Record, table=True):
    kind: ClassVar[Kind] = Kind("P", "person", "people", also="colleague, team member", title="name", line="{name} ({role})",
                                columns=("job", "role", "weekly_hours"), write=(Role.admin,),
                                sayings=((("overloaded, overworked, too much load, too busy, too many tasks, more work than, too much on their hands, "
                                           "overwhelmed, burned "
                                           "out, drowning, swamped, overbooked, overcommitted, overstretched, "
                                          "overburdened, stretched, too much work, too much to do, too much on, too much on their plate, "
                                          "working too much, works too much, fully booked, over capacity, at their limit, over their hours, above their hours"),
                                          {"load": "above 100"}),
                                         (("free, available, has air, have air, some air, has bandwidth, have bandwidth, headroom, take something on, "
                                         "take on something, take something, give another task, free hours, take on another job, another job, "
                                         "give more work, take another "
                                           "task, take on another task, room for another, "
                                           "nothing to do, bored, has time, have time, spare time, idle, has capacity, have capacity, free capacity, "
                                          "spare capacity, capacity left, capacity, take on more, take on more work, take more work, has room, "
                                          "room for more, underused, not busy, could help, can help, help out, "
                                           "could take over, can take over, could take on, can take on, can spare, could spare"),
                                          {"load": "below 60"})),
                                tells=("set [the] role of {@name} to {role}",
                                       "(make|give) {@name} [the role] [of] [a|an] {role}",
                                       "{@name} (is|becomes) [now] [a|an] {role} [now]",
                                       ("{@name} [now|only|just] works [now] [only|just] {weekly_hours} [(a|per) week] "
                                        "[from now on|from now|now|from today|from today on]"),
                                       "(set|change|make|put) [the] weekly hours of {@name} [to] {weekly_hours} [from now|from now on|now]",
                                       "(set|change|make|put) {@name} weekly hours [to] {weekly_hours} [from now|from now on|now]",
                                       "set [the] hourly rate of {@name} to {rate}",
                                       "set {@name} [hourly] rate to {rate} [(an|per) hour]"))

    name: str = Field(min_length=1, max_length=200)
    email: Annotated[Address | None, Says("e-mail, mail")] = Field(None, max_length=200, unique=True)
    role: Annotated[Roles,
                    Says("rights",
                         words=(("admin, administrator", "PMO admin"), ("manager, PM", "project manager"), ("VMO", "value manager")))] = one_of(Roles,
                             "member")
    job: Annotated[str, Says("job title, position")] = Field("", max_length=200)
    weekly_hours: Annotated[float, Says("capacity, hours a week", unit="h")] = Field(40, ge=0, le=80)
    rate: Annotated[Money | None, Says("hourly rate", only=SEES_MONEY)] = money(None, ge=0)
    skills: Annotated[str, Says("skill, knows")] = Field("", max_length=500)
    location: Annotated[str, Says("place, office location, site")] = Field("", max_length=200)
    manager_id: Annotated[int | None, Says("line manager, boss, reports to")] = Field(None, foreign_key="person.id", index=True)
    calendar_id: Annotated[int | None, Says("working calendar")] = Field(None, foreign_key="calendar.id", index=True)
