"""A contract: what a supplier owes the project, what it is paid, and how it does."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Type = Literal["fixed price", "time and materials", "cost plus", "framework", "other"]
Status = Literal["draft", "tendering", "signed", "fulfilled", "terminated"]


def end_after_start(of: Any) -> str | None:
    return "The contract ends before it starts." if of.start and of.end and of.end < of.start else None


class Contract(Record, table=True):
    kind: ClassVar[Kind] = Kind("CT", "contract", "contracts", also="procurement, supplier contract", within="project_id", when="end",
                                line="{key} {title} ({status})",
                                columns=("project_id", "supplier", "type", "worth", "end", "status"), write=(Role.manager, Role.admin),
                                sayings=(("open, running, current", {"status": "signed"}),),
                                tells=("(new|add a|create a|record a|note a|log a) contract with {supplier} [(on|for|in) {project}] {title}",),
                                asks=("[the|our|all|which|what] contracts [do we have] with {supplier}",
                                      "what do we pay [to] {supplier}"))
    checks: ClassVar = (end_after_start,)

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    supplier: Annotated[str, Says("vendor, with")] = Field("", max_length=200)
    type: Annotated[Type,
                    Says("sort", words=(("FFP, fixed", "fixed price"), ("T&M", "time and materials"), ("CPFF", "cost plus")))] = one_of(Type, "fixed price")
    worth: Annotated[Money | None, Says("value, amount, price", only=SEES_MONEY)] = money(None, ge=0)
    start: Annotated[date | None, Says("from, begins")] = None
    end: Annotated[date | None, Says("until, ends")] = Field(None, index=True)
    owner_id: Annotated[int | None, Says("responsible, contract manager")] = Field(None, foreign_key="person.id", index=True)
    delivers: Annotated[str, Says("deliverables, what")] = long_text()
    payments: Annotated[str, Says("payment milestones, payment plan")] = long_text()
    penalties: Annotated[str, Says("penalty")] = long_text()
    performance: Annotated[str, Says("supplier performance")] = long_text()
    status: Annotated[Status, Says("state", words=(("sign", "signed"), ("terminate", "terminated")))] = one_of(Status, "draft")
