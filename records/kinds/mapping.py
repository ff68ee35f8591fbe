"""How the columns of a file that comes again and again are read; remembered after the first import."""
import json
from typing import Annotated, Any, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text


def can_be_read(of: Any) -> str | None:
    for name, depth in (("columns", 1), ("choices", 2)):
        try:
            said = json.loads(getattr(of, name) or "{}")
        except ValueError:
            said = None
        values = said.values() if isinstance(said, dict) else (None,)
        inner = values if depth == 1 else (v for each in values for v in (each.values() if isinstance(each, dict) else (None,)))
        if not all(isinstance(v, str) for v in inner):
            return f"The {name} of an import mapping are JSON, such as {EXAMPLES[depth - 1]}."
    return None


EXAMPLES = ('{"Who": "owner"}', '{"State": {"Parked": "on hold"}}')


class Mapping(Record, table=True):
    kind: ClassVar[Kind] = Kind("IM", "import mapping", "import mappings", also="column mapping", title="name", own="person_id", line="{key} {name}",
                                columns=("name", "record", "headers"), write=(Role.member, Role.manager, Role.value, Role.admin))

    checks: ClassVar = (can_be_read,)

    name: Annotated[str, Says("file")] = Field(min_length=1, max_length=200)
    person_id: Annotated[int | None, Says("whose, of", asker=True)] = Field(None, foreign_key="person.id", index=True)
    record: Annotated[str, Says("kind, record type")] = Field("", max_length=60)
    headers: Annotated[str, Says("known by these headers")] = long_text()
    columns: Annotated[str, Says("columns as JSON")] = Field("{}", max_length=20_000)
    choices: Annotated[str, Says("values as JSON")] = Field("{}", max_length=20_000)
