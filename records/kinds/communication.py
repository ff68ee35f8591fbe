"""A row of the communications plan: who is told what, by whom, how often and when next."""
from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


class Communication(Record, table=True):
    kind: ClassVar[Kind] = Kind("CM", "communication", "communications", also="communications plan, communication plan", within="project_id", when="next_due",
                                line="{key} {title} ({next_due})",
                                columns=("project_id", "audience", "sender_id", "frequency", "next_due", "last_sent"), write=(Role.manager, Role.admin),
                                sayings=(("overdue, missed, late", {"next_due": "before today"}),),
                                tells=("{@title} (was|has been|went) (sent|out) [{last_sent}] {last_sent=today}",
                                       "(we|i) [have] sent {@title} [{last_sent}] {last_sent=today}"),
                                asks=("who (is|must be|has to be) (told|informed) what [by whom|and when|when|how often]",
                                      "what do we (send|tell) [to] {audience}"))

    title: Annotated[str, Says("information, what")] = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    audience: Annotated[str, Says("to whom, recipients")] = Field("", max_length=300)
    stakeholder_id: int | None = Field(None, foreign_key="stakeholder.id", index=True)
    purpose: Annotated[str, Says("why")] = Field("", max_length=500)
    sender_id: Annotated[int | None, Says("sent by, owner, who")] = Field(None, foreign_key="person.id", index=True)
    method: Annotated[str, Says("channel, how")] = Field("", max_length=100)
    frequency: Annotated[str, Says("how often")] = Field("", max_length=100)
    sensitivity: Annotated[str, Says("confidentiality")] = Field("", max_length=100)
    next_due: Annotated[date | None, Says("next, due")] = Field(None, index=True)
    last_sent: Annotated[date | None, Says("sent on, last")] = None
