"""A space: a shelf of documents, and the unit of who may read them."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Access = Literal["open", "restricted"]


class Space(Record, table=True):
    """A restricted space is read by those who work on its project, and by those who see everything."""
    kind: ClassVar[Kind] = Kind("SP", "space", "spaces", also="document space, library", within="id", title="name", line="{key} {name}",
                                columns=("access", "project_id"), write=(Role.admin,))

    name: str = Field(min_length=1, max_length=200)
    description: str = long_text()
    access: Annotated[Access, Says("visibility")] = one_of(Access, "open")
    owner_id: Annotated[int | None, Says("responsible, whom to ask")] = Field(None, foreign_key="person.id", index=True)
    project_id: int | None = Field(None, foreign_key="project.id", index=True)
