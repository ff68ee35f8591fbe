"""A schedule link: the successor waits for its predecessor, in one of four ways, with a lag in working days."""
from typing import Annotated, Any, ClassVar, Literal

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, one_of

Type = Literal["FS", "SS", "FF", "SF"]


def not_itself(of: Any) -> str | None:
    return "A task cannot wait for itself." if of.predecessor_id == of.successor_id else None


class Link(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("predecessor_id", "successor_id", "type"), STRICT)
    kind: ClassVar[Kind] = Kind("L", "schedule link", "schedule links", also="task dependency, predecessor, task link", within="project_id", title="type",
                                line="{key} {type}",
                                columns=("predecessor_id", "successor_id", "type", "lag"), write=(Role.member, Role.manager, Role.admin))
    checks: ClassVar = (not_itself,)

    project_id: int = Field(foreign_key="project.id", index=True)
    predecessor_id: Annotated[int, Says("waits for, after")] = Field(foreign_key="task.id", index=True)
    successor_id: Annotated[int, Says("task that waits, before")] = Field(foreign_key="task.id", index=True)
    type: Annotated[Type, Says("relation", words=(("finish to start, finish-to-start", "FS"), ("start to start, start-to-start", "SS"),
                                                  ("finish to finish, finish-to-finish", "FF"), ("start to finish, start-to-finish",
                                                                                                        "SF")))] = one_of(Type, "FS")
    lag: Annotated[float, Says("delay, lead", unit="days")] = Field(0, ge=-3650, le=3650)
