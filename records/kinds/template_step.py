"""A step of a plan template: a task that every project of the type has, unless its description says it better or leaves it out."""
from typing import Annotated, Any, ClassVar, Literal

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, long_text, one_of

Type = Literal["task", "milestone", "delivery"]
Size = Literal["always", "usually", "thorough"]


def estimates_in_order(of: Any) -> str | None:
    known = [n for n in (of.optimistic, of.hours, of.pessimistic) if n is not None]
    return "The optimistic estimate must not be above the likely one, nor that above the pessimistic one." if known != sorted(known) else None


class TemplateStep(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("template_id", "number"), STRICT)
    kind: ClassVar[Kind] = Kind("TS", "template step", "template steps", also="step of a template", line="{key} {number} {title}",
                                columns=("template_id", "number", "phase", "role", "hours", "after"), write=(Role.manager, Role.admin))
    checks: ClassVar = (estimates_in_order,)

    title: str = Field(min_length=1, max_length=200)
    template_id: int = Field(foreign_key="template.id", index=True)
    number: Annotated[str, Says("WBS code, outline number")] = Field(min_length=1, max_length=20)
    phase: Annotated[str, Says("stage")] = Field(min_length=1, max_length=60)
    type: Annotated[Type, Says("sort")] = one_of(Type, "task")
    size: Annotated[Size, Says("when it is needed", words=(("core, necessary", "always"), ("only for large projects, detailed", "thorough")))] = one_of(
        Size, "usually")
    outcome: Annotated[str, Says("result")] = Field("", max_length=500)
    acceptance: Annotated[str, Says("acceptance criteria, accepted when")] = long_text()
    role: Annotated[str, Says("done by")] = Field("", max_length=60)
    optimistic: Annotated[float | None, Says("best case", unit="h")] = Field(None, ge=0, le=10_000)
    hours: Annotated[float | None, Says("estimate, likely", unit="h")] = Field(None, ge=0, le=10_000)
    pessimistic: Annotated[float | None, Says("worst case", unit="h")] = Field(None, ge=0, le=10_000)
    after: Annotated[str, Says("waits for, predecessors")] = Field("", max_length=200)
    heard: Annotated[str, Says("recognised by, words")] = Field("", max_length=500)
    because: Annotated[str, Says("why, reason")] = Field("", max_length=500)
