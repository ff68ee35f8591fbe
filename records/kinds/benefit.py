"""A benefit: what a project was started for, owned by one person, measured also after closure."""
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Type = Literal["financial", "non-financial", "dis-benefit"]
Status = Literal["planned", "in delivery", "realising", "realised", "missed", "written down"]


def end_after_start(of: Any) -> str | None:
    return "The end of realisation lies before its start." if of.start and of.end and of.end < of.start else None


class Benefit(Record, table=True):
    kind: ClassVar[Kind] = Kind("BN", "benefit", "benefits", also="value, outcome", within="project_id", when="review", line="{key} {title} ({status})",
                                columns=("project_id", "owner_id", "status", "expected", "forecast", "realised"), write=(Role.value, Role.manager, Role.admin),
                                sayings=(("unowned, without owner, without an owner, no owner, nobody owns, has no owner, have no owner",
                                          {"owner": "nobody"}),))
    checks: ClassVar = (end_after_start,)

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    objective_id: Annotated[int | None, Says("serves, strategic objective")] = Field(None, foreign_key="objective.id", index=True)
    owner_id: Annotated[int | None, Says("benefit owner, responsible, who")] = Field(None, foreign_key="person.id", index=True)
    type: Type = one_of(Type, "financial")
    description: str = long_text()
    measure: Annotated[str, Says("metric, measured by")] = Field("", max_length=200)
    expected: Annotated[Money, Says("promised, planned value, target", only=SEES_MONEY)] = money(Decimal("0.00"))
    forecast: Annotated[Money | None, Says("forecast value, now expected", only=SEES_MONEY)] = money(None)
    realised: Annotated[Money, Says("realized, achieved, delivered so far", only=SEES_MONEY)] = money(Decimal("0.00"))
    start: Annotated[date | None, Says("realisation start, from")] = None
    end: Annotated[date | None, Says("realisation end, until")] = None
    review: Annotated[date | None, Says("measurement date, next measurement")] = Field(None, index=True)
    status: Annotated[Status, Says("state")] = one_of(Status, "planned")
