"""A row of the quality register: a review, test or audit of one product, planned, held and signed off."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Activity = Literal["review", "test", "audit", "inspection"]
Outcome = Literal["planned", "passed", "passed with findings", "failed", "cancelled"]
CostClass = Literal["prevention", "appraisal", "internal failure", "external failure"]


class Check(Record, table=True):
    kind: ClassVar[Kind] = Kind("QC", "quality check", "quality checks", also="quality review, audit, quality register",
                                within="project_id", when="planned", line="{key} {title} ({result})",
                                columns=("project_id", "activity", "planned", "held_on", "result", "reviewer_id"),
                                write=(Role.member, Role.manager, Role.admin),
                                sayings=(("open, outstanding", {"result": "planned"}), ("failed, not passed", {"result": "failed"}),
                                         ("overdue, late", {"planned": "before today", "result": "planned"})),
                                tells=("[the] (review|test|audit|inspection|quality check|check) of {@title} [has|is|was] {result} [on] [{held_on}]",
                                       "{@title} (review|test|audit|inspection) [has|is|was] {result} [on] [{held_on}]",
                                       "(plan|schedule) [a|an] quality {activity} of {title} [(on|for) {planned}] [(by|with) {reviewer}]"))

    title: Annotated[str, Says("product")] = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    deliverable_id: int | None = Field(None, foreign_key="deliverable.id", index=True)
    activity: Annotated[Activity, Says("kind of check")] = one_of(Activity, "review")
    criteria: Annotated[str, Says("quality criteria")] = long_text()
    planned: Annotated[date | None, Says("planned for, planned date, due")] = Field(None, index=True)
    held_on: Annotated[date | None, Says("actual date, done on, held", day_of="passed, passed with findings, failed")] = None
    producer_id: Annotated[int | None, Says("made by")] = Field(None, foreign_key="person.id", index=True)
    reviewer_id: Annotated[int | None, Says("reviewed by, tester")] = Field(None, foreign_key="person.id", index=True)
    approver_id: Annotated[int | None, Says("approved by, signed off by")] = Field(None, foreign_key="person.id", index=True)
    result: Annotated[Outcome, Says("status, outcome", words=(("pass, ok", "passed"), ("fail", "failed")))] = one_of(Outcome, "planned")
    findings: Annotated[str, Says("remarks")] = long_text()
    rework_hours: Annotated[float, Says("rework", unit="h")] = Field(0, ge=0, le=100_000)
    cost: Annotated[Money | None, Says("cost of quality", only=SEES_MONEY)] = money(None, ge=0)
    cost_class: Annotated[CostClass, Says("cost of quality class")] = one_of(CostClass, "appraisal")
