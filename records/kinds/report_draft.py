"""A report that waits for its owner's word before it goes to a client or a steering committee. Its figures are those of the day it was made."""
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Status = Literal["draft", "approved", "sent", "discarded"]


def with_a_reader(of: Any) -> str | None:
    return None if of.recipient else "To whom shall it go?"


class ReportDraft(Record, table=True):
    """Approving it is what sends it: the next worker does, and then it is sent. `note` is the owner's own sentence above the report."""
    kind: ClassVar[Kind] = Kind("RD", "report draft", "report drafts", also="draft, drafted report", own="owner_id", line="{key} {title} ({status})",
                                columns=("recipient", "status", "note"), write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                sayings=(("waiting, open, to approve", {"status": "draft"}),),
                                tells=("(send|approve|release) [the] [report] [draft] {@key} {status=approved}",
                                       "(discard|drop|do not send) [the] [report] [draft] {@key} {status=discarded}"),
                                asks=("(what|which reports|which drafts) (wait|waits|waiting) for my (approval|word)",))
    checks: ClassVar = (with_a_reader,)

    title: str = Field(min_length=1, max_length=200)
    recipient: Annotated[str, Says("to, reader")] = Field("", max_length=200)
    note: Annotated[str, Says("sentence, words, message")] = Field("", max_length=2000)
    status: Annotated[Status, Says("state", words=(("send, release, ok", "approved"), ("drop, rejected", "discarded")))] = one_of(Status, "draft")
    owner_id: Annotated[int | None, Says("whose", asker=True)] = Field(None, foreign_key="person.id", index=True)
    schedule_id: int | None = Field(None, foreign_key="schedule.id", index=True)
    due: Annotated[str, Says(set_by="code")] = Field("", max_length=40)
