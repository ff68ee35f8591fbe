"""A criterion of a gate: what must be so, the clause that asks for it, and the evidence that it is."""
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Status = Literal["open", "met", "not met", "waived"]


def waived_with_reason(of: Any) -> str | None:
    return "Say why the criterion is waived." if of.status == "waived" and not of.reason else None


class Criterion(Record, table=True):
    kind: ClassVar[Kind] = Kind("GC", "gate criterion", "gate criteria", also="criterion, gate criterions", within="project_id",
                                line="{key} {title} ({status})",
                                columns=("gate_id", "status", "evidence", "judge_id"), write=(Role.manager, Role.executive, Role.admin),
                                sayings=(("open, unmet, missing", {"status": "not met, waived"}),),
                                tells=("waive {@title} [criterion|criteria] (because|since|as) {reason} {status=waived}",
                                       "mark [the] {@title} [criterion|criteria] [as|to] (met|fulfilled|passed) {status=met}",
                                       "[the] {@title} criterion is [now] {status}"),
                                asks=(("(which|what|how many) [gate] criteria (of|for|at) gate {gate} are [still] (open|unmet|missing|not met|not "
                                       "fulfilled|left) {status=not met, waived}"),
                                      ("(which|what|how many) [gate] criteria are [still] (open|unmet|missing|not met|not fulfilled|left) (of|for|at) gate "
                                       "{gate} {status=not met, waived}"),
                                      "[the|all] (open|unmet|missing) [gate] criteria (of|for|at) gate {gate} {status=not met, waived}",
                                      "what is [still] missing (for|at) gate {gate} {status=not met, waived}",
                                      "(which|what|how many) [gate] criteria (of|for|at) gate {gate} are [already] (met|fulfilled) {status=met}",
                                      "[the|all] gate criteria (of|for|at) gate {gate}",
                                      "(criteria|gate criteria) (of|for|at) gate {gate} (of|on|for|in) {project}",
                                      ("(are|is) [all|every|each|any] [of] [the] [gate] (criteria|criterion) (of|for|at) gate {gate} [already] "
                                       "(met|fulfilled|open)")))
    checks: ClassVar = (waived_with_reason,)

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    gate_id: int = Field(foreign_key="gate.id", index=True)
    clause: Annotated[str, Says("asked for by, section")] = Field("", max_length=200)
    status: Annotated[Status, Says("state", words=(
                                              (("fulfilled, pass, passed, meet, tick, tick off, ticked off, "
                                               "check off, checked off"), "met"), ("failed, missed", "not met"),
                                                   ("waive", "waived")))] = one_of(Status, "open")
    evidence: Annotated[str, Says("proof")] = Field("", max_length=500)
    document_id: Annotated[int | None, Says("evidence document, proven by document")] = Field(None, foreign_key="document.id", index=True)
    edition: Annotated[str, Says("edition of the document")] = Field("", max_length=50)
    judge_id: Annotated[int | None, Says("judged by, waived by")] = Field(None, foreign_key="person.id", index=True)
    reason: Annotated[str, Says("why, because", why="waived")] = Field("", max_length=500)
