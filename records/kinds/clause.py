"""A clause of the office's own handbook: how it words a rule, where that stands, and whether it is asked for at all."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

YesNo = Literal["yes", "no"]
Rule = Literal["unled project", "lacking plan", "unbaselined", "unplanned work", "unheld gate", "unbudgeted spending", "undated change", "undecided",
               "self approval", "unreviewed risk", "unowned risk", "unanswered risk", "unvalidated assumption", "unproven gate",
               "unaccountable deliverable", "expired declaration", "unlearned", "overdue report", "missed communication", "unmeasured benefit",
               "unowned benefit", "unscheduled benefit", "serving nothing", "unserved objective", "unreviewed document"]


class Clause(Record, table=True):
    kind: ClassVar[Kind] = Kind("CL", "clause", "clauses", also="handbook clause, compliance clause, compliance rule", title="rule",
                                line="{key} {rule}: {says}", columns=("rule", "says", "document", "section", "enforced"), write=(Role.admin,),
                                tells=("[(the|our)] clause (for|on|of) {@rule} (is|says|reads) {says}",
                                       ("(switch off|turn off|stop checking|stop enforcing|no longer check|no longer enforce|do not enforce|do not check) "
                                        "[the] [clause|rule] [(for|on)] {@rule} {enforced=no}"),
                                       "(switch on|turn on|check again|enforce again|enforce) [the] [clause|rule] [(for|on)] {@rule} [again] {enforced=yes}"),
                                asks=("(which|what) [handbook|compliance] (clauses|rules) (do we|are) (check|checked|enforce|enforced|have)",
                                      "[our|all|the office's] (handbook|compliance) (clauses|rules)"))

    rule: Annotated[Rule, Says("what it asks for")] = Field(sa_type=one_of(Rule, "lacking plan").sa_type, unique=True)
    says: Annotated[str, Says("wording, text")] = Field("", max_length=500)
    document: Annotated[str, Says("handbook, policy")] = Field("", max_length=200)
    section: Annotated[str, Says("number, paragraph")] = Field("", max_length=50)
    enforced: Annotated[YesNo, Says("in force, checked")] = one_of(YesNo, "yes")
