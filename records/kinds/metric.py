"""A quality metric: what is measured, how, how often, and which value is good enough."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Better = Literal["higher", "lower"]


class Metric(Record, table=True):
    kind: ClassVar[Kind] = Kind("QM", "quality metric", "quality metrics", also="metric, KPI", within="project_id", line="{key} {title}",
                                columns=("project_id", "target", "tolerance", "unit", "owner_id"), write=(Role.member, Role.manager, Role.admin))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    definition: Annotated[str, Says("formula, description")] = long_text()
    unit: str = Field("", max_length=30)
    better: Annotated[Better, Says("good when")] = one_of(Better, "higher")
    target: Annotated[float | None, Says("goal")] = None
    tolerance: Annotated[float, Says("allowed deviation")] = Field(0, ge=0)
    method: Annotated[str, Says("measured by, data from")] = Field("", max_length=500)
    frequency: Annotated[str, Says("how often")] = Field("", max_length=100)
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
