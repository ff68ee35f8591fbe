"""A phase of a project and the gate it ends at: what was decided there, by whom, and under which conditions."""
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Decision = Literal["not decided", "go", "conditional go", "hold", "recycle", "kill"]


def finish_after_start(of: Any) -> str | None:
    return "The phase ends before it starts." if of.start and of.finish and of.finish < of.start else None


def conditional_with_conditions(of: Any) -> str | None:
    return "Say the conditions of the conditional go." if of.decision == "conditional go" and not of.conditions else None


def decided(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """A decision has its day: today when none is given; what is open again has none."""
    if after["decision"] == before.get("decision", "not decided"):
        return {}
    return {"decided_on": None if after["decision"] == "not decided" else after["decided_on"] or today}


class Gate(Record, table=True):
    kind: ClassVar[Kind] = Kind("G", "phase gate", "phase gates", also="gate decision, project phase, stage gate, gate", within="project_id", when="finish",
                                line="{key} {title} ({decision})",
                                columns=("project_id", "phase", "finish", "decision", "decider_id"), write=(Role.manager, Role.executive, Role.admin),
                                sayings=(("open, next, upcoming, undecided, pending", {"decision": "not decided"}),),
                                tells=(("(pass|approve|open) gate {@number} [(of|for|on|in) {@project}] (with|on|under) [the] (condition|conditions) "
                                        "[that] {conditions} [(until|by) {conditions_due}] {decision=conditional go}"),
                                       "{decision} gate {@number} [(of|for|on|in) {@project}]",
                                       ("gate {@number} [(of|for|on|in) {@project}] [is|was|gets|has] [a] {decision} "
                                        "[(with|under|on condition|on the condition|on conditions|on the conditions) [the] [condition|conditions] "
                                        "[that] {conditions}] [(until|by) {conditions_due}]"),
                                       "gate {@number} [(of|for|on|in) {@project}] [is|was|has been] {decision} [on] {decided_on}"))
    checks: ClassVar = (finish_after_start, conditional_with_conditions)
    follows: ClassVar = (decided,)

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    phase: Annotated[str, Says("stage, phase it ends")] = Field("", max_length=100)
    number: Annotated[int, Says("order, gate number")] = Field(1, ge=0, le=99)
    start: Annotated[date | None, Says("phase start, begins")] = None
    finish: Annotated[date | None, Says("gate date, held on, due")] = Field(None, index=True)
    decider_id: Annotated[int | None, Says("decided by, board, decision maker")] = Field(None, foreign_key="person.id", index=True)
    decision: Annotated[Decision, Says("status, result",
                                       words=(("passed, approved, pass, approve", "go"), ("conditional, passed with conditions", "conditional go"),
                                              ("stopped, stop, cancel", "kill"), ("repeat", "recycle")))] = one_of(Decision, "not decided")
    decided_on: Annotated[date | None, Says("decision date", day_of="go, conditional go, hold, recycle, kill")] = None
    conditions: Annotated[str, Says("condition")] = long_text()
    conditions_due: Annotated[date | None, Says("conditions met by")] = None
