"""A change request: a wish to move a baseline, what it costs, what happens without it, and the decision."""
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

Type = Literal["scope", "schedule", "cost", "quality", "contract", "corrective", "preventive"]
Level = Literal["low", "medium", "high", "critical"]
YesNo = Literal["no", "yes"]
DECIDES = (("approve|accept|sign|sign off", "approved"), ("reject|decline|turn down", "rejected"), ("defer|put off", "deferred"))
Status = Literal["submitted", "evaluated", "approved", "rejected", "deferred", "implemented"]
DECIDED = ("approved", "rejected", "implemented")
WRITTEN = ("title", "description", "project_id", "type", "scope_effect", "rebaselines")            # who words it asks for it; who assesses it does not


def decided(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """A decision has its day: today when none is given."""
    taken = after["status"] in ("approved", "rejected", "deferred") and after["status"] != before.get("status")
    return {"decided_on": today} if taken and after["decided_on"] is None else {}


class ChangeRequest(Record, table=True):
    kind: ClassVar[Kind] = Kind("CR", "change request", "change requests", also="CR, decision", within="project_id", when="decide_by",
                                line="{key} {title} ({status})",
                                columns=("project_id", "status", "cost_effect", "days_effect", "decide_by", "decider_id"),
                                write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                sayings=((("open, wanted, pending, undecided, waiting, wait for a decision, waiting for a decision, awaiting, "
                                          "to be decided, not decided, needed, need a decision"), {"status": "submitted, evaluated"}),
                                         ("overdue, late, past due", {"decide by": "before today", "status": "submitted, evaluated"})),
                                tells=("(approve|accept) {@title} (change|request|change request) [because {rationale}] {status=approved}",
                                       "(reject|decline) {@title} (change|request|change request) [because {rationale}] {status=rejected}",
                                       "(approve|accept) [the] (change|request|change request) (about|on|for|to) {@title} {status=approved}",
                                       "(reject|decline) [the] (change|request|change request) (about|on|for|to) {@title} {status=rejected}",
                                       *(f"({does}) [all] [the|my|all the|all my] [open|pending|waiting|outstanding] (change requests|CRs|requests) "
                                         "[that|which] [are|is] [still] (waiting|pending|open|due|wait) [for|on] (me|my decision|my approval|my word|my ok) "
                                         f"{{@decider=me}} {{@status=submitted, evaluated}} {{status={status}}}"
                                         for does, status in DECIDES),
                                       *(f"({does}) [all] [of] my (open|pending|waiting|outstanding) (change requests|CRs) "
                                         f"{{@decider=me}} {{@status=submitted, evaluated}} {{status={status}}}" for does, status in DECIDES),
                                       "(approve|accept) {@key} because {rationale} {status=approved}",
                                       "(reject|decline|defer) {@key} because {rationale} {status=rejected}"),
                                asks=(("who (has|have|needs|need|must|should) [to] decide [what|something|anything] [(by|until|and by|and)] [when] "
                                       "{status=submitted, evaluated}"),
                                      ("(which|what) decisions are [still] (open|outstanding|undecided|missing|pending|waiting|to be made|to be taken) "
                                       "{status=submitted, evaluated}"),
                                      ("[list|show|the|all] decisions [that are|which are] [still] (waiting|pending|outstanding) "
                                       "{status=submitted, evaluated}"),
                                      "what is [still] (undecided|not decided|to be decided) {status=submitted, evaluated}",
                                      ("[what are|which are] [all|the|our|any] (open|outstanding|pending|waiting) decisions [are there] "
                                       "{status=submitted, evaluated}")))
    follows: ClassVar = (decided,)

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    description: str = long_text()
    reason: Annotated[str, Says("justification, why")] = long_text()
    type: Type = one_of(Type, "scope")
    requester_id: Annotated[int | None, Says("requested by, raised by", asker=True)] = Field(None, foreign_key="person.id", index=True)
    status: Annotated[Status,
                      Says("state, decision",
                           words=(("approve, accept, accepted", "approved"), ("reject, decline, declined", "rejected"),
                                  ("defer, postpone", "deferred")))] = one_of(Status, "submitted")
    cost_effect: Annotated[Money | None, Says("cost impact, extra cost", only=SEES_MONEY)] = money(None)
    days_effect: Annotated[int | None, Says("schedule impact, delay", unit="days")] = Field(None, ge=-3650, le=3650)
    without_it: Annotated[str, Says("effect of not doing it")] = long_text()
    decider_id: Annotated[int | None, Says("decided by, board, approver")] = Field(None, foreign_key="person.id", index=True)
    decide_by: Annotated[date | None, Says("decision needed by, due")] = Field(None, index=True)
    decided_on: Annotated[date | None, Says("decision date", day_of="approved, rejected, deferred")] = None
    rationale: Annotated[str, Says("grounds for the decision", why="approved, rejected, deferred")] = long_text()
    priority: Annotated[Level, Says("urgency, prio", words=(("urgent", "critical"),))] = one_of(Level, "medium")
    alternatives: Annotated[str, Says("options")] = long_text()
    scope_effect: Annotated[str, Says("scope impact")] = Field("", max_length=1000)
    quality_effect: Annotated[str, Says("quality impact")] = Field("", max_length=1000)
    risk_effect: Annotated[str, Says("risk impact")] = Field("", max_length=1000)
    benefit_effect: Annotated[str, Says("benefits impact")] = Field("", max_length=1000)
    assessor_id: Annotated[int | None, Says("assessed by, evaluated by")] = Field(None, foreign_key="person.id", index=True)
    rebaselines: Annotated[YesNo, Says("re-baseline, new baseline")] = one_of(YesNo, "no")
    target: Annotated[date | None, Says("target implementation")] = None
    implemented_on: Annotated[date | None, Says("implementation date", day_of="implemented")] = None
    verified_by_id: Annotated[int | None, Says("verified by")] = Field(None, foreign_key="person.id", index=True)
