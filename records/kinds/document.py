"""A document: a policy, method, template or minutes, with its edition and the days it is in force."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Type = Literal["policy", "method", "template", "training", "minutes"]
Status = Literal["draft", "in force", "superseded", "retired"]
MANY = (("policy", "(policies|guidelines|governance policies)"), ("minutes", "[meeting] minutes"), ("training", "training (documents|courses|material)"),
        ("method", "(methods|method documents)"), ("template", "(document templates|forms)"))


class Document(Record, table=True):
    kind: ClassVar[Kind] = Kind("DOC", "document", "documents", also="handbook, file", within="space_id", when="review", line="{key} {title}",
                                columns=("type", "edition", "status", "effective", "review"), write=(Role.admin,),
                                sayings=((("due for review, due for a review, up for review, overdue for review, to be reviewed, not reviewed in time, "
                                           "whose review is due, whose review is overdue, out of date, outdated, past their review date, past its review date"),
                                          {"review": "before today", "status": "in force, draft"}),),
                                caveats=("wrote, written by, author, authors, drafted",
                                         "Who wrote a document is kept nowhere; who is responsible for it is its owner, and who approved it its approver."),
                                asks=tuple(f"{asked} {{type={type_}}}" for type_, many in MANY for asked in (
                                    f"[list|show] [me] [all|all the|all our|the|our|any] {many} [are there|do we have|have we got|there are|we have]",
                                    f"(which|what) {many} (are there|do we have|have we got|exist|are in force|are valid|apply) {{status=in force}}",
                                    f"(which|what) {many} are [still] (drafts|draft|in draft|being drafted) {{status=draft}}")))

    title: str = Field(min_length=1, max_length=200)
    space_id: int = Field(foreign_key="space.id", index=True)
    owner_id: Annotated[int | None, Says("responsible")] = Field(None, foreign_key="person.id", index=True)
    approver_id: Annotated[int | None, Says("approved by")] = Field(None, foreign_key="person.id", index=True)
    type: Type = one_of(Type, "policy")
    edition: Annotated[str, Says("version")] = Field("", max_length=50)
    status: Annotated[Status, Says("state")] = one_of(Status, "in force")
    effective: Annotated[date | None, Says("in force from")] = None
    review: Annotated[date | None, Says("next review, review date")] = Field(None, index=True)
