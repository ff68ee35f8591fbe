"""A project: what everything else belongs to."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, fields, long_text, money, one_of, split

Access = Literal["open", "restricted"]
Approach = Literal["predictive", "agile", "hybrid"]
Phase = Literal["candidate", "planning", "in delivery", "closing", "closed", "on hold", "cancelled"]
ENDED = ("closed", "cancelled")
Colour = Literal["not declared", "green", "amber", "red"]
Currency = Literal["EUR", "USD", "GBP", "CHF"]
YesNo = Literal["no", "yes"]


def finish_after_start(of: Any) -> str | None:
    return "The finish lies before the start." if of.start and of.finish and of.finish < of.start else None


class Project(Record, table=True):
    kind: ClassVar[Kind] = Kind("", "project", "projects", also="initiative", within="id", title="name", when="finish", line="{key} {name} ({phase})",
                                columns=("phase", "approach", "manager_id", "finish"), write=(Role.manager, Role.admin),
                                sayings=(("running, active, ongoing, current", {"phase": "in delivery"}),
                                         ("open, unfinished, not closed", {"phase": "not closed, cancelled"}),
                                         (("over budget, over its budget, blew their budget, blew its budget, blown their budget, blew the budget, bust "
                                           "their budget, break their budget, "
                                          "exceeded their budget, exceeded its budget, exceed budget, more than expected, cost more, costs more, overshot, "
                                          "out of budget, over the budget, overspent, over their budget, too expensive, "
                                          "overrunning, overspending, spent too much, spending too much, cost too much, more than planned, "
                                          "above budget, exceed their budget, exceeds its budget, exceeding their budget"),
                                          {"overrun": "above 0"}),
                                         (("late, behind, delayed, overdue, behind schedule, running late, not on time, "
                                          "off schedule"), {"finish delay": "above 0"}),
                                         ("slipping, slipped", {"milestone slip": "above 0"}),
                                         ("drifting, losing value, losing its value, losing benefits", {"drift": "above 15"})),
                                tells=(("declare {@key} [as|to be] {declared_colour} [(until|till|up to) {declared_until}] "
                                        "[(because|since|as|reason|the reason being that|the reason being) "
                                        "{declared_reason}]"),
                                       ("declare {@key} [as|to be] {declared_colour} (because|since|as) {declared_reason} (until|till|up to) "
                                        "{declared_until}"),
                                       "(park|shelve|freeze) {@key} [(for now|for the moment|for the time being)] {phase=on hold}",
                                       "(make|name|appoint) {manager} [as] [the] [new] (manager|project manager|lead|leader) of {@key}",
                                       "(add|put|bring) {manager} as [a|the] [new] (manager|project manager|lead|leader) (to|of|on|for) {@key}",
                                       ("{manager} (leads|manages|takes over|will lead|will manage|is the new manager of|becomes manager of) {@key} "
                                        "[now|from now on|from now|from today|from today on]"),
                                       ("{manager} (is|becomes|will be) [now] [the] [new] (manager|project manager|lead|leader) (of|for|on) {@key} "
                                        "[now|from now on|from now|from today|from today on]"),
                                       "(make|name|appoint) {sponsor} [as] [the] [new] sponsor of {@key}",
                                       "{sponsor} (sponsors|is the new sponsor of|becomes sponsor of) {@key}",
                                       "(put|move|add|assign) {@key} (into|to|in|under) [the] [programme|program] {programme} programme",
                                       "(put|move|add|assign) {@key} (into|to|in|under) [the] programme {programme}"),
                                asks=("(which|what) projects (are|belong) (in|to|part of) [the] programme {programme}",
                                      "(which|what) projects (are|belong) (in|to|part of) the {programme} programme",
                                      "projects (of|in) [the] programme {programme}",
                                      "projects (of|in) the {programme} programme"))
    checks: ClassVar = (finish_after_start,)

    name: str = Field(min_length=1, max_length=200)
    purpose: Annotated[str, Says("goal, description, why")] = long_text()
    approach: Annotated[Approach,
                        Says("method, delivery approach",
                             words=(("waterfall", "predictive"), ("scrum, kanban, adaptive", "agile")))] = one_of(Approach, "predictive")
    phase: Annotated[Phase,
                     Says("status, stage, state",
                          words=(("running, delivery, execution", "in delivery"), ("paused, pause, hold", "on hold"),
                                 ("proposed, idea", "candidate"), ("close, finished, completed", "closed"),
                                 ("cancel, stop, stopped", "cancelled"), ("restart, resume", "in delivery")))] = one_of(Phase, "candidate")
    manager_id: Annotated[int | None, Says("project manager, PM, led by, lead")] = Field(None, foreign_key="person.id", index=True)
    sponsor_id: Annotated[int | None, Says("sponsored by")] = Field(None, foreign_key="person.id", index=True)
    objective_id: Annotated[int | None, Says("strategic objective, serves")] = Field(None, foreign_key="objective.id", index=True)
    priority: Annotated[int, Says("rank")] = Field(3, ge=1, le=5)
    strategic_fit: Annotated[int | None, Says("fit, alignment")] = Field(None, ge=0, le=10)
    start: Annotated[date | None, Says("begin, starts")] = None
    finish: Annotated[date | None, Says("end, target date, finishes")] = Field(None, index=True)
    declared_colour: Annotated[Colour, Says("declared status, declared, declare")] = one_of(Colour, "not declared")
    declared_reason: Annotated[str, Says("reason for the declared colour")] = Field("", max_length=500)
    access: Annotated[Access, Says("visibility, confidentiality")] = one_of(Access, "open")
    currency: Currency = one_of(Currency, "EUR")
    discount_rate: Annotated[float, Says("hurdle rate, rate of return", unit="%")] = Field(8, ge=0, le=100)
    programme_id: Annotated[int | None, Says("program, part of")] = Field(None, foreign_key="programme.id", index=True)
    product_id: Annotated[int | None, Says("service, contributes to")] = Field(None, foreign_key="product.id", index=True)
    calendar_id: Annotated[int | None, Says("working calendar")] = Field(None, foreign_key="calendar.id", index=True)
    tags: Annotated[str, Says("tag")] = Field("", max_length=200)
    tier: Annotated[str, Says("category, size class")] = Field("", max_length=50)
    success: Annotated[str, Says("success criteria, exit criteria")] = long_text()
    scope_in: Annotated[str, Says("scope, in scope")] = long_text()
    scope_out: Annotated[str, Says("out of scope, excluded")] = long_text()
    constraints: Annotated[str, Says("constraint, limits")] = long_text()
    declared_until: Annotated[date | None, Says("declared colour holds until, declaration ends")] = None
    declared_cost: Annotated[Money | None, Says("declared forecast, declared cost at completion", only=SEES_MONEY)] = money(None, ge=0)
    declared_finish: Annotated[date | None, Says("declared end")] = None
    business_value: Annotated[int | None, Says("user value")] = Field(None, ge=0, le=10)
    time_criticality: Annotated[int | None, Says("risk of not doing it")] = Field(None, ge=0, le=10)
    risk_reduction: Annotated[int | None, Says("opportunity enabled")] = Field(None, ge=0, le=10)
    job_size: Annotated[int | None, Says("relative size")] = Field(None, ge=1, le=100)
    delivery_risk: Annotated[int | None, Says("risk of doing it")] = Field(None, ge=0, le=10)
    must_do: Annotated[YesNo, Says("mandatory, obligatory, regulatory")] = one_of(YesNo, "no")


def phases_called(said: str) -> tuple[str, ...]:
    """The phases that a word for the state of projects stands for: “closed”, “running”, “open” for all that have not ended; () for any other word."""
    low, phase = said.strip().lower(), next(f for f in fields(Project) if f.name == "phase")
    if low in ("open", "live"):
        return tuple(p for p in phase.choices if p not in ENDED)
    meant = {low, *(to for words, to in phase.says.words if low in split(words)),
             *(asked["phase"] for words, asked in Project.kind.sayings if set(asked) == {"phase"} and low in split(words))}
    return tuple(p for p in phase.choices if p in meant)
