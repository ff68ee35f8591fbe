"""A comment: what somebody says about a task, a risk or any other record of a project."""
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


class Comment(Record, table=True):
    kind: ClassVar[Kind] = Kind("CO", "comment", "comments", also="remark", within="project_id", title="text", line="{key} {text}",
                                columns=("about", "author_id", "text"), write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                tells=(("(note|comment|remark|add a note|add a comment|add a remark|leave a comment|leave a note|make a note|write a "
                                        "comment|write a note|put a note|new comment|new note) [on|to|about|for|under|at] {about} {text}"),),
                                asks=("(comments|notes|remarks|comment) (on|about|of|for|to|under) {about}",
                                      ("what (was|has been|did we|did people|did anybody|do people|did they|is) [all] "
                                       "(said|say|written|write|noted|note|commented|comment) (about|on) {about}")))

    text: Annotated[str, Says("words, note")] = Field(min_length=1, max_length=4000)
    project_id: int = Field(foreign_key="project.id", index=True)
    about: Annotated[str, Says("on, record, key")] = Field("", max_length=60, index=True)
    author_id: Annotated[int | None, Says("by, who, written by", asker=True)] = Field(None, foreign_key="person.id", index=True)
