"""An assumption: what the plan takes for true, who finds out by when, and what follows if it is false."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Status = Literal["open", "valid", "false"]
Confidence = Literal["high", "medium", "low"]


class Assumption(Record, table=True):
    kind: ClassVar[Kind] = Kind("AS", "assumption", "assumptions", also="constraint", within="project_id", when="validate_by", line="{key} {title} ({status})",
                                columns=("project_id", "owner_id", "confidence", "validate_by", "status"),
                                write=(Role.member, Role.manager, Role.value, Role.admin),
                                sayings=(("open, unvalidated, not validated", {"status": "open"}),
                                         ("overdue, late", {"validate_by": "before today", "status": "open"})),
                                tells=(("(we|i|the team) (assume|assumes|presume|are assuming|am assuming|take it|take for granted) [that] {title} "
                                        "[because {basis}]"),
                                       "(our|an|the) assumption is [that] {title} [because {basis}]"),
                                asks=("what (do|did|have) we [all] (assume|assumed|presume)",
                                      "what (are we assuming|is assumed)"))

    title: Annotated[str, Says("statement")] = Field(min_length=1, max_length=300)
    project_id: int = Field(foreign_key="project.id", index=True)
    basis: Annotated[str, Says("because, grounds")] = Field("", max_length=500)
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
    validate_by: Annotated[date | None, Says("validated by, due, check by")] = Field(None, index=True)
    confidence: Annotated[Confidence, Says("trust")] = one_of(Confidence, "medium")
    effect: Annotated[str, Says("if false, if wrong, consequence")] = Field("", max_length=500)
    risk_id: Annotated[int | None, Says("linked risk")] = Field(None, foreign_key="risk.id", index=True)
    status: Annotated[Status, Says("state", words=(("validated, true, confirmed", "valid"), ("wrong, refuted", "false")))] = one_of(Status, "open")
