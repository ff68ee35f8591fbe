"""A report that waits for its owner's word before it goes to a client or a steering committee. Its figures are those of the moment it was made."""
from collections.abc import Mapping
from datetime import date
import re
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from language.stated import stated
from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Status = Literal["draft", "approved", "sent", "discarded"]
APART = "; "
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\sa-z])")          # a sentence begins with no small letter
LOCKED = "“{sentence}” says {said}, which is no figure of this report. Its figures are locked: leave that as it was, or leave it out."


def with_a_reader(of: Any) -> str | None:
    return None if of.recipient else "To whom shall it go?"


def with_its_own_figures(of: Any) -> str | None:
    """Its sentences are its owner's; what they state in figures is what the records stated."""
    locked = set(of.figures.split(APART))
    for sentence in SENTENCE.split(of.text) if of.figures else ():
        for said, form in stated(sentence):
            if form not in locked:
                return LOCKED.format(sentence=sentence.strip(), said=said.strip())
    return None


def locked(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:  # noqa: ARG001
    """Which figures it may state is said once, when it is made, and no sentence comes with others; what went out stands as it went."""
    if not before:
        return {}
    others = ("text",) if after["figures"] != before["figures"] else ()
    decided = ("text", "note") if before["status"] != "draft" else ()
    return {name: before[name] for name in ("figures", *others, *decided)}


class ReportDraft(Record, table=True):
    """Approving it is what sends it: the next worker does, and then it is sent. `note` is the owner's own sentence above the report, `text` the sentences
    it begins with, as its owner wants them said; `figures` what these may state."""
    kind: ClassVar[Kind] = Kind("RD", "report draft", "report drafts", also="draft, drafted report", own="owner_id", line="{key} {title} ({status})",
                                columns=("recipient", "status", "note"), write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                sayings=(("waiting, open, to approve", {"status": "draft"}),),
                                tells=("(send|approve|release) [the] [report] [draft] {@key} {status=approved}",
                                       "(discard|drop|do not send) [the] [report] [draft] {@key} {status=discarded}"),
                                asks=("(what|which reports|which drafts) (wait|waits|waiting) for my (approval|word)",))
    checks: ClassVar = (with_a_reader, with_its_own_figures)
    follows: ClassVar = (locked,)

    title: str = Field(min_length=1, max_length=200)
    recipient: Annotated[str, Says("to, reader")] = Field("", max_length=200)
    note: Annotated[str, Says("sentence, words, message")] = Field("", max_length=2000)
    status: Annotated[Status, Says("state", words=(("send, release, ok", "approved"), ("drop, rejected", "discarded")))] = one_of(Status, "draft")
    owner_id: Annotated[int | None, Says("whose", asker=True)] = Field(None, foreign_key="person.id", index=True)
    schedule_id: int | None = Field(None, foreign_key="schedule.id", index=True)
    due: Annotated[str, Says(set_by="code")] = Field("", max_length=40)
    text: Annotated[str, Says("sentences, summary")] = Field("", max_length=3000)
    figures: Annotated[str, Says("locked figures")] = Field("", max_length=8000)
