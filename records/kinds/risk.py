"""A risk: what may happen, from which cause and to what effect, how likely and how bad, and who minds it."""
from datetime import date
from typing import Annotated, ClassVar, Literal

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Type = Literal["threat", "opportunity"]
Status = Literal["draft", "open", "response in progress", "monitored", "triggered", "closed"]
Strategy = Literal["undecided", "avoid", "mitigate", "transfer", "accept", "escalate", "exploit", "enhance", "share"]
Category = Literal["schedule", "cost", "scope", "quality", "people", "supplier", "technical", "legal", "business", "other"]
LIKELY = (("very unlikely, rare, very low, remote, hardly likely", "1"), ("unlikely, low, not likely, improbable", "2"),
          ("possible, medium, moderate, fifty-fifty", "3"), ("likely, high, probable, to be expected", "4"),
          ("very likely, almost certain, very high, certain", "5"))
BAD = (("negligible, very low, insignificant, harmless", "1"), ("minor, low, small", "2"), ("medium, moderate", "3"), ("major, high, big, serious, bad", "4"),
       ("severe, critical, very high, catastrophic, disaster, disastrous, catastrophe, fatal", "5"))


class Risk(Record, table=True):
    kind: ClassVar[Kind] = Kind("R", "risk", "risks", also="threat, opportunity, danger, go wrong", within="project_id", when="review",
                                line="{key} {title} (score {score})",
                                columns=("project_id", "score", "probability", "impact", "status", "owner_id"),
                                write=(Role.member, Role.manager, Role.value, Role.admin),
                                sayings=(("unmitigated, no mitigation, without mitigation, without a response, no response",
                                          {"response": "empty", "status": "not closed"}),
                                         ("open, current", {"status": "not closed"}),
                                         ("top, biggest, worst, highest, main, greatest, serious, most serious, keep me awake, keep us awake, keep me up",
                                          {"status": "not closed"}),
                                         (("unowned, nobody looks after, no one looks after, without owner, without an owner, no owner, nobody owns, no "
                                           "one owns, has no owner, "
                                          "have no owner, unassigned, does nobody own"), {"owner": "nobody", "status": "not closed"})),
                                tells=("close [the] [risk] {@key} (because|since|as) {closed_because} {status=closed}",))

    title: Annotated[str, Says("event, what may happen")] = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    type: Type = one_of(Type, "threat")
    cause: Annotated[str, Says("because")] = Field("", max_length=500)
    effect: Annotated[str, Says("consequence, so that")] = Field("", max_length=500)
    category: Category = one_of(Category, "other")
    probability: Annotated[int, Says("likelihood, chance, prob", words=LIKELY)] = Field(3, ge=1, le=5)
    impact: Annotated[int, Says("severity", words=BAD)] = Field(3, ge=1, le=5)
    score: Annotated[int | None, Says("exposure score", set_by="code")] = Field(None,
                                                                                sa_column=sa.Column(sa.Integer,
                                                                                                    sa.Computed("probability * impact",
                                                                                                                persisted=True), index=True))
    cost_impact: Annotated[Money | None, Says("money at stake, cost if it happens", only=SEES_MONEY)] = money(None, ge=0)
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
    status: Annotated[Status,
                      Says("state",
                           words=(("mitigating", "response in progress"), ("happened, occurred", "triggered"), ("close", "closed"),
                                  ("reopen", "open")))] = one_of(Status, "open")
    strategy: Annotated[Strategy, Says("response strategy")] = one_of(Strategy, "undecided")
    response: Annotated[str, Says("mitigation, response action, plan")] = long_text()
    review: Annotated[date | None, Says("next review, review date")] = Field(None, index=True)
    chance: Annotated[float | None, Says("probability in percent", unit="%")] = Field(None, ge=0, le=100)
    days_impact: Annotated[int | None, Says("delay if it happens, schedule impact", unit="days")] = Field(None, ge=0, le=3650)
    proximity: Annotated[date | None, Says("expected when, may happen on")] = None
    trigger: Annotated[str, Says("warning sign, observable trigger")] = Field("", max_length=500)
    action_owner_id: Annotated[int | None, Says("response owner, acts")] = Field(None, foreign_key="person.id", index=True)
    response_cost: Annotated[Money | None, Says("cost of the response", only=SEES_MONEY)] = money(None, ge=0)
    response_due: Annotated[date | None, Says("response due")] = None
    contingency: Annotated[str, Says("contingency plan")] = Field("", max_length=1000)
    fallback: Annotated[str, Says("fallback plan")] = Field("", max_length=1000)
    residual_probability: Annotated[int | None, Says("probability after the response")] = Field(None, ge=1, le=5)
    residual_impact: Annotated[int | None, Says("impact after the response")] = Field(None, ge=1, le=5)
    residual_cost: Annotated[Money | None, Says("cost impact after the response", only=SEES_MONEY)] = money(None, ge=0)
    objective_id: Annotated[int | None, Says("objective hit")] = Field(None, foreign_key="objective.id", index=True)
    closed_because: Annotated[str, Says("why closed, closure reason", why="closed")] = Field("", max_length=500)
