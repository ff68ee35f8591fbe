"""A comment: what somebody says about a task, a risk or any other record of a project."""
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


class Comment(Record, table=True):
    kind: ClassVar[Kind] = Kind("CO", "comment", "comments", also="remark", within="project_id", title="text", line="{key} {text}",
                                columns=("about", "author_id", "text"), write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin))

    text: Annotated[str, Says("words")] = Field(min_length=1, max_length=4000)
    project_id: int = Field(foreign_key="project.id", index=True)
    about: Annotated[str, Says("on, record, key")] = Field("", max_length=60, index=True)
    author_id: Annotated[int | None, Says("by, who, written by", asker=True)] = Field(None, foreign_key="person.id", index=True)
