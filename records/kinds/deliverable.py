"""A deliverable: an entry of the WBS dictionary, with what makes it acceptable."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Status = Literal["planned", "in progress", "delivered", "accepted", "rejected"]
Earning = Literal["0/100", "50/50", "weighted", "physical"]


class Deliverable(Record, table=True):
    kind: ClassVar[Kind] = Kind("D", "deliverable", "deliverables", also="work package, WBS entry", within="project_id", when="due",
                                line="{key} {title} ({status})",
                                columns=("project_id", "wbs", "owner_id", "status", "due"), write=(Role.member, Role.manager, Role.admin),
                                sayings=(("open, outstanding", {"status": "not accepted"}),
                                         ("overdue, late", {"due": "before today", "status": "not delivered, accepted"})),
                                tells=(("[the] {@title} (is|are|was|were|has been|have been) (accepted|signed off) [by the customer|by the sponsor] "
                                        "{status=accepted}"),
                                       "[the] {@title} (is|are|was|were|has been|have been) (delivered|handed over) {status=delivered}",
                                       "[the] {@title} (was|were|is|are|has been|have been) rejected {status=rejected}"),
                                asks=(("(which|what|how many) (acceptances|sign-offs|deliveries) (are|is) [still] "
                                       "(open|outstanding|pending|missing|waiting|due) {status=delivered}"),
                                      "[list|show] [me] [the|all|all the|our] (open|outstanding|pending|missing) (acceptances|sign-offs) {status=delivered}",
                                      ("(which|what|how many) (deliverables|work packages) [still] (have|need|must|wait|are|are still) [yet] [to be|to|for|be] "
                                       "(accepted|signed off|acceptance|sign-off) {status=delivered}"),
                                      ("(which|what|how many) (deliverables|work packages) [are] [still] (await|awaiting|wait for|waiting for|pending|need) "
                                       "(acceptance|sign-off|a signature) {status=delivered}"),
                                      "what (do we|must we|does {project}|will {project}|do we have to|does {project} have to) deliver"))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    wbs: Annotated[str, Says("WBS code, code of account")] = Field("", max_length=50)
    description: Annotated[str, Says("scope, in scope")] = long_text()
    excluded: Annotated[str, Says("out of scope, not included")] = long_text()
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
    milestone_id: int | None = Field(None, foreign_key="milestone.id", index=True)
    acceptance: Annotated[str, Says("acceptance criteria, accepted when")] = long_text()
    quality: Annotated[str, Says("quality requirements")] = long_text()
    assumptions: Annotated[str, Says("constraints")] = long_text()
    earning: Annotated[Earning, Says("percent complete method, earned value method")] = one_of(Earning, "physical")
    due: Annotated[date | None, Says("deadline, due date")] = Field(None, index=True)
    status: Annotated[Status,
                      Says("state", words=(("accept, signed off", "accepted"), ("deliver", "delivered"), ("reject", "rejected")))] = one_of(Status, "planned")
