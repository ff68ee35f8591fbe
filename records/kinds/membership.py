"""A person's place on a project: whoever has one sees the project even when it is restricted."""
from typing import Annotated, ClassVar

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says


class Membership(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("project_id", "person_id"), STRICT)
    kind: ClassVar[Kind] = Kind("M", "membership", "memberships", also="project team, member, members, team members",
                               within="project_id", title="duty", line="{key} {duty}",
                                columns=("person_id",), write=(Role.manager, Role.admin))

    project_id: int = Field(foreign_key="project.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    duty: Annotated[str, Says("part, function")] = Field("team member", min_length=1, max_length=200)
