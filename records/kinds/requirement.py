"""A requirement: what is asked for, by whom, why, and how it will be shown to be there."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Priority = Literal["must", "should", "could", "won't"]
Type = Literal["business", "stakeholder", "functional", "quality", "transition", "project"]
Status = Literal["proposed", "agreed", "in progress", "implemented", "verified", "dropped"]


class Requirement(Record, table=True):
    kind: ClassVar[Kind] = Kind("RQ", "requirement", "requirements", also="user requirement, traceability row", within="project_id",
                                line="{key} {title} ({status})",
                                columns=("project_id", "priority", "status", "deliverable_id", "owner_id"), write=(Role.member, Role.manager, Role.admin),
                                sayings=(("open, unverified, not verified", {"status": "not verified, dropped"}),
                                         ("untraced, without deliverable, without a deliverable", {"deliverable": "nothing"})),
                                tells=("(link|trace|connect) {@key} to {deliverable}",),
                                asks=("(which|what) requirements (have|has) no deliverable {deliverable=nothing}",
                                      "(which|what) requirements are [not] (met|covered|traced) by (no|a|any) deliverable {deliverable=nothing}"))

    title: Annotated[str, Says("statement")] = Field(min_length=1, max_length=300)
    project_id: int = Field(foreign_key="project.id", index=True)
    type: Type = one_of(Type, "functional")
    origin: Annotated[str, Says("requested by, comes from")] = Field("", max_length=200)
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
    priority: Annotated[Priority, Says("MoSCoW", words=(("must have, must-have", "must"), ("should have, should-have", "should"),
                                                       ("could have, could-have, nice to have, nice-to-have", "could"),
                                                       ("wont, won't have", "won't")))] = one_of(Priority, "should")
    rationale: Annotated[str, Says("why, reason")] = long_text()
    objective_id: Annotated[int | None, Says("serves")] = Field(None, foreign_key="objective.id", index=True)
    deliverable_id: Annotated[int | None, Says("met by, work package")] = Field(None, foreign_key="deliverable.id", index=True)
    task_id: Annotated[int | None, Says("done by")] = Field(None, foreign_key="task.id", index=True)
    acceptance: Annotated[str, Says("acceptance criteria")] = long_text()
    verification: Annotated[str, Says("test, verified by")] = Field("", max_length=500)
    document_id: Annotated[int | None, Says("evidence document, proven by document")] = Field(None, foreign_key="document.id", index=True)
    edition: Annotated[str, Says("edition of the document")] = Field("", max_length=50)
    status: Annotated[Status, Says("state", words=(("agree", "agreed"), ("verify", "verified"), ("drop", "dropped")))] = one_of(Status, "proposed")
