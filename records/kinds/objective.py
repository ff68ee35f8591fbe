"""A strategic objective: what the company wants, measured; projects serve it and benefits pay into it."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Level = Literal["theme", "objective", "key result"]
Better = Literal["higher", "lower"]
Status = Literal["proposed", "active", "reached", "dropped"]


class Objective(Record, table=True):
    kind: ClassVar[Kind] = Kind("OBJ", "objective", "objectives",
                                also="goal, strategic objective, strategy, key result, strategic theme", when="horizon", line="{key} {title}",
                                columns=("owner_id", "current", "target", "horizon"), write=(Role.value, Role.executive, Role.admin),
                                sayings=((("no benefit measured, no benefits measured, no measured benefit, no benefit realised, without a measured benefit, "
                                          "without measured benefits, unproven"), {"benefits measured": "is 0"}),))

    title: str = Field(min_length=1, max_length=200)
    description: str = long_text()
    owner_id: Annotated[int | None, Says("responsible")] = Field(None, foreign_key="person.id", index=True)
    status: Annotated[Status, Says("state")] = one_of(Status, "active")
    measure: Annotated[str, Says("metric, indicator")] = Field("", max_length=200)
    unit: str = Field("", max_length=30)
    baseline: float | None = None
    target: float | None = None
    current: Annotated[float | None, Says("now, present value")] = None
    weight: Annotated[float, Says("importance")] = Field(1, ge=0, le=100)
    horizon: Annotated[date | None, Says("until, by when")] = None
    level: Annotated[Level, Says("sort", words=(("strategic theme", "theme"), ("KR", "key result")))] = one_of(Level, "objective")
    parent_id: Annotated[int | None, Says("parent, under, part of")] = Field(None, foreign_key="objective.id", index=True)
    better: Annotated[Better, Says("direction, good when")] = one_of(Better, "higher")
    confidence: Annotated[float | None, Says("how sure", unit="%")] = Field(None, ge=0, le=100)
    funding: Annotated[Money | None, Says("funding envelope", only=SEES_MONEY)] = money(None, ge=0)
