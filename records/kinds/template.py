"""A plan template: how this office does one type of project, so that a description becomes tasks without being asked twice."""
from typing import Annotated, ClassVar

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, long_text


class Template(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("name"), STRICT)
    kind: ClassVar[Kind] = Kind("TP", "plan template", "plan templates", also="methodology template, project template", title="name",
                                line="{key} {name}", columns=("name", "heard"), write=(Role.manager, Role.admin),
                                asks=("(which|what) plan templates (do we have|are there)",))

    name: Annotated[str, Says("project type")] = Field(min_length=1, max_length=100)
    heard: Annotated[str, Says("recognised by, words")] = long_text()
    purpose: Annotated[str, Says("description, notes")] = long_text()
