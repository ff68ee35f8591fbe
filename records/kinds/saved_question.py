"""A saved question: asked again by its name, by its owner and by whoever works on the project it is shared with."""
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


class SavedQuestion(Record, table=True):
    """Who asks it gets their own answer, with their own rights."""
    kind: ClassVar[Kind] = Kind("SQ", "saved question", "saved questions", also="question, my question", within="project_id", own="owner_id",
                                line="{key} {title}", columns=("question", "project_id", "owner_id"),
                                write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                asks=("[what are|show|list] [my|our|the] saved questions",))

    title: Annotated[str, Says("name, called")] = Field(min_length=1, max_length=100)
    question: Annotated[str, Says("text, words, asks")] = Field(min_length=1, max_length=500)
    project_id: Annotated[int | None, Says("shared with, project")] = Field(None, foreign_key="project.id", index=True)
    owner_id: Annotated[int | None, Says("whose, saved by", asker=True)] = Field(None, foreign_key="person.id", index=True)
