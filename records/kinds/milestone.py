"""A milestone: a dated event of a project, a gate among them."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Type = Literal["gate", "contract", "external", "payment", "internal"]


class Milestone(Record, table=True):
    kind: ClassVar[Kind] = Kind("MS", "milestone", "milestones", also="gate, key date", within="project_id", when="forecast", line="{key} {title} ({forecast})",
                                columns=("project_id", "type", "planned", "forecast", "actual"), write=(Role.manager, Role.admin),
                                sayings=(("open, next, upcoming, coming", {"actual": "empty"}), ("reached, passed", {"actual": "not empty"}),
                                         ("overdue, late, missed", {"forecast": "before today", "actual": "empty"})))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
    type: Annotated[Type, Says("sort")] = one_of(Type, "internal")
    planned: Annotated[date, Says("baseline, planned date")] = Field(index=True)
    forecast: Annotated[date | None, Says("expected date, now expected")] = Field(None, index=True)
    actual: Annotated[date | None, Says("reached on, actual date, passed on")] = None
    tolerance_days: Annotated[int, Says("tolerance", unit="days")] = Field(5, ge=0, le=365)
    decision: Annotated[str, Says("decision needed")] = Field("", max_length=500)
    wbs: Annotated[str, Says("WBS code, outline number")] = Field("", max_length=60)
    description: Annotated[str, Says("details, notes")] = long_text()
    evidence: Annotated[str, Says("proof, document")] = Field("", max_length=500)
