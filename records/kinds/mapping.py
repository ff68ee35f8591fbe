"""How the columns of a file that comes again and again are read; remembered after the first import."""
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text


class Mapping(Record, table=True):
    kind: ClassVar[Kind] = Kind("IM", "import mapping", "import mappings", also="column mapping", title="name", line="{key} {name}",
                                columns=("name", "record", "headers"), write=(Role.member, Role.manager, Role.value, Role.admin))

    name: Annotated[str, Says("file")] = Field(min_length=1, max_length=200)
    record: Annotated[str, Says("kind, record type")] = Field("", max_length=60)
    headers: Annotated[str, Says("known by these headers")] = long_text()
    columns: Annotated[str, Says("columns as JSON")] = Field("{}", max_length=20_000)
    choices: Annotated[str, Says("values as JSON")] = Field("{}", max_length=20_000)
