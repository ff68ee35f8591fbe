"""A benefit: what a project was started for, owned by one person, measured also after closure."""
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Type = Literal["financial", "non-financial", "dis-benefit"]
YesNo = Literal["no", "yes"]
Status = Literal["planned", "in delivery", "realising", "realised", "missed", "written down"]
ENDED = ("realised", "missed", "written down")


def end_after_start(of: Any) -> str | None:
    return "The end of realisation lies before its start." if of.start and of.end and of.end < of.start else None


class Benefit(Record, table=True):
    kind: ClassVar[Kind] = Kind("BN", "benefit", "benefits", also="value, outcome", within="project_id", when="review", line="{key} {title} ({status})",
                                columns=("project_id", "owner_id", "status", "expected", "forecast", "realised"), write=(Role.value, Role.manager, Role.admin),
                                sayings=(("unowned, without owner, without an owner, no owner, nobody owns, has no owner, have no owner",
                                          {"owner": "nobody"}),
                                         (("nobody has started to realise, nobody has started to realize, nobody started to realise, not yet started, "
                                           "not started to realise, not yet being realised"), {"status": "planned"}),
                                         (("late, running behind, falling behind, behind plan, behind schedule, behind their plan, "
                                           "behind its plan, delayed, overdue, lagging, lagging behind, below plan, short of plan, not on plan, off plan, "
                                           "not delivering, not coming, not come, not coming as planned, not come as planned, not as planned, slipping, "
                                           "slipped, running late, in arrears, underdelivering, under-delivering, not on track, off track, "
                                           "missing their target, short of their target"), {"shortfall": "above 0"}),
                                         (("below the promise, below their promise, below its promise, less than promised, expected below plan, "
                                           "forecast below plan, shrunk, shrinking, worth less than promised, bringing less than promised, "
                                           "bring less than promised"), {"lost of the promise": "above 0"}),
                                         (("without an objective, serve no objective, serves no objective, serving no objective, without objective, "
                                          "linked to no objective"), {"objective": "nothing"})),
                                caveats=(("late, behind plan, behind schedule, delayed, overdue, lagging, below plan, short of plan, off plan, "
                                          "underdelivering"),
                                         ("A benefit counts as late where it should have brought more by today than it has; those whose forecast has "
                                          "fallen are told by “which benefits bring less than promised?”.")),
                                tells=("[the] {@title} (is|are) [now] (forecast|forecasted|expected) (at|to be|to bring) {forecast}",))
    checks: ClassVar = (end_after_start,)

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    objective_id: Annotated[int | None, Says("serves, strategic objective")] = Field(None, foreign_key="objective.id", index=True)
    owner_id: Annotated[int | None, Says("benefit owner, responsible, who")] = Field(None, foreign_key="person.id", index=True)
    type: Annotated[Type, Says(words=(("not money, no money, not in money, intangible, soft", "non-financial"),
                                      ("in money", "financial")))] = one_of(Type, "financial")
    description: str = long_text()
    measure: Annotated[str, Says("metric, measured by")] = Field("", max_length=200)
    expected: Annotated[Money, Says("promised, planned value, target", only=SEES_MONEY)] = money(Decimal("0.00"))
    forecast: Annotated[Money | None, Says("forecast value, now expected", only=SEES_MONEY)] = money(None)
    realised: Annotated[Money, Says("realized, achieved, delivered so far", only=SEES_MONEY)] = money(Decimal("0.00"))
    start: Annotated[date | None, Says("realisation start, from")] = None
    end: Annotated[date | None, Says("realisation end, until")] = None
    review: Annotated[date | None, Says("measurement date, next measurement")] = Field(None, index=True)
    status: Annotated[Status, Says("state")] = one_of(Status, "planned")
    cashable: YesNo = one_of(YesNo, "no")
    beneficiary: Annotated[str, Says("who gains")] = Field("", max_length=200)
    output: Annotated[str, Says("enabler, made possible by")] = Field("", max_length=500)
    milestone_id: Annotated[int | None, Says("enabling milestone, after milestone")] = Field(None, foreign_key="milestone.id", index=True)
    product_id: Annotated[int | None, Says("service")] = Field(None, foreign_key="product.id", index=True)
    unit: str = Field("", max_length=30)
    formula: Annotated[str, Says("computed by, data source")] = Field("", max_length=500)
    frequency: Annotated[str, Says("how often measured")] = Field("", max_length=100)
    baseline: Annotated[float | None, Says("measured before, value before")] = None
    baseline_on: Annotated[date | None, Says("baseline date")] = None
    aim: Annotated[float | None, Says("measured target, value aimed at")] = None
    tolerance: Annotated[float, Says("allowed deviation", unit="%")] = Field(0, ge=0, le=100)
    priority: Annotated[int, Says("rank")] = Field(3, ge=1, le=5)
    confidence: Annotated[float | None, Says("how sure", unit="%")] = Field(None, ge=0, le=100)
    cost_to_realise: Annotated[Money | None, Says("cost of realising it", only=SEES_MONEY)] = money(None, ge=0)
    validated_by_id: Annotated[int | None, Says("validated by, validated by finance")] = Field(None, foreign_key="person.id", index=True)
