"""A decision: the question, the options, what was recommended, and what was decided by whom and why."""
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Status = Literal["open", "decided", "superseded", "withdrawn"]


def decided_says_what(of: Any) -> str | None:
    return "Say what was decided." if of.status == "decided" and not of.decision else None


def decided(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """Saying what was decided decides it, today when no other day is given."""
    newly = after["decision"] and not before.get("decision")
    status = "decided" if newly and after["status"] == "open" else after["status"]
    return {"status": status, "decided_on": after["decided_on"] or today} if status == "decided" else {}


class Decision(Record, table=True):
    kind: ClassVar[Kind] = Kind("DE", "decision", "decisions", also="decision log, decision record", within="project_id", when="decide_by",
                                line="{key} {title} ({status})",
                                columns=("project_id", "status", "decision", "decider_id", "decide_by"),
                                write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                sayings=((("open, undecided, needed, pending, waiting, outstanding, to be decided, not decided, wait for a decision, "
                                          "waiting for a decision, awaiting, missing"), {"status": "open"}), ("taken, made", {"status": "decided"}),
                                         ("overdue, late, past due", {"decide by": "before today", "status": "open"})),
                                tells=(("(we|the team|the board|the office|the committee|it was|it is|it has been) [have|had|all] (decided|agreed) "
                                        "[with [the] *] [(on|for) {project}] [[on] {decided_on}] (to|that|on|for) {title+decision} "
                                        "[(because|since) {rationale}] {status=decided}"),
                                       ("{decider} [has] (decided|agreed) [[on] {decided_on}] (to|that|on|for) {title+decision} "
                                        "[(because|since) {rationale}] {status=decided}"),
                                       ("(record|log|note|add|enter|register|write down|new) [a|the|this] [new] decision [(on|for|in|of) {project}] : "
                                        "{title+decision} [it was|this was|was] (decided|taken|made|agreed) by {decider} [on] [{decided_on}] {status=decided}"),
                                       "(we|i) [will|have] (go|went|gone) with {decision} for [the] {@title} {status=decided}",
                                       "decide {@key} [(to|for|on|in favour of|as)] {decision} [(because|since) {rationale}] {status=decided}",
                                       ("{@key} (is|was|has been) decided [(to|for|on|in favour of|as)] {decision} [(because|since) {rationale}] "
                                        "{status=decided}"),
                                       "(we|i) need a decision [from {decider}] (on|about|for|whether) {title} [by {decide_by}] [from {decider}]",
                                       "{decider} (must|has to|should|needs to) decide [on|about|whether|if] {title} [by {decide_by}]"),
                                asks=(("who (has|have|needs|need|must|should) [to] decide [what|something|anything] [(by|until|and by|and)] [when] "
                                       "{status=open}"),
                                      ("(which|what) decisions are [still] (open|outstanding|undecided|missing|pending|waiting|to be made|to be taken) "
                                       "{status=open}"),
                                      "[what are|which are] [all|the|our|any] (open|outstanding|pending|waiting) decisions [are there] {status=open}",
                                      "[list|show|the|all] decisions [that are|which are] [still] (waiting|pending|outstanding) {status=open}",
                                      "what is [still] (undecided|not decided|to be decided) {status=open}",
                                      "what (did|have|has) (we|the team|the board|been) [already] (decide|decided|agree|agreed) [on] {status=decided}",
                                      ("(which|what) decisions (did we|have we|were|have been|has the board) [already] (take|make|taken|made|decided) "
                                       "{status=decided}")))
    checks: ClassVar = (decided_says_what,)
    follows: ClassVar = (decided,)

    title: Annotated[str, Says("question")] = Field(min_length=1, max_length=300)
    project_id: int = Field(foreign_key="project.id", index=True)
    options: Annotated[str, Says("alternatives, choices")] = long_text()
    criteria: str = long_text()
    recommendation: Annotated[str, Says("recommended")] = long_text()
    decision: Annotated[str, Says("decided, outcome")] = long_text()
    rationale: Annotated[str, Says("why, grounds, reason", why="decided")] = long_text()
    decider_id: Annotated[int | None, Says("decided by, decision maker, who")] = Field(None, foreign_key="person.id", index=True)
    decide_by: Annotated[date | None, Says("due, needed by")] = Field(None, index=True)
    decided_on: Annotated[date | None, Says("decision date", day_of="decided")] = None
    review: Annotated[date | None, Says("review date")] = None
    without_it: Annotated[str, Says("consequence of none, if not decided")] = Field("", max_length=500)
    supersedes_id: Annotated[int | None, Says("replaces")] = Field(None, foreign_key="decision.id", index=True)
    status: Annotated[Status, Says("state", words=(("withdraw", "withdrawn"),))] = one_of(Status, "open")
