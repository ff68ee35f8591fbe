"""A business case: one way to reach the aim, doing nothing among them, and why it was or was not chosen."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Option = Literal["do nothing", "do the minimum", "do it", "do more"]
Status = Literal["draft", "recommended", "approved", "rejected", "superseded"]


class BusinessCase(Record, table=True):
    kind: ClassVar[Kind] = Kind("BC", "business case", "business cases", also="business case option", within="project_id", when="approved_on",
                                line="{key} {title} ({status})",
                                columns=("project_id", "option", "years", "status", "owner_id"), write=(Role.value, Role.manager, Role.admin),
                                asks=(("(which|what) (option|alternative|business case) (was|is|has been|did we|do we|have we) "
                                       "(chosen|approved|recommended|chose|choose|selected|take|taken) [for {project}] {status=approved, recommended}"),
                                      ("(which|what) (options|alternatives) (were|are|did we|do we|have we) [there|consider|considered|have|looked at|look "
                                       "at] [for {project}]")))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    option: Annotated[Option, Says("alternative")] = one_of(Option, "do it")
    description: Annotated[str, Says("notes")] = long_text()
    owner_id: Annotated[int | None, Says("responsible")] = Field(None, foreign_key="person.id", index=True)
    years: Annotated[int, Says("horizon", unit="years")] = Field(5, ge=1, le=50)
    residual: Annotated[Money | None, Says("residual value", only=SEES_MONEY)] = money(None)
    tax: Annotated[float, Says("tax rate", unit="%")] = Field(0, ge=0, le=100)
    score: Annotated[int | None, Says("non-financial score")] = Field(None, ge=0, le=100)
    assumptions: Annotated[str, Says("rests on")] = long_text()
    gate_id: Annotated[int | None, Says("approved at gate")] = Field(None, foreign_key="gate.id", index=True)
    approved_on: Annotated[date | None, Says("approval date", day_of="approved")] = None
    status: Annotated[Status, Says("state", words=(("approve", "approved"), ("recommend", "recommended"), ("reject", "rejected")))] = one_of(Status, "draft")
