"""A record whose values are forgotten: what is left of it."""
from functools import cache
from typing import Any

from records.kinds.base import Record, fields
from records.validating import defaults_as_json, set_by_person

FORGOTTEN = "(forgotten)"


@cache
def blank(kind: type[Record], *keeping: str) -> dict[str, Any]:
    """Every free text, number and date as it would be unsaid, as JSON; choices, references and what is named in `keeping` stay."""
    usual = defaults_as_json(kind)
    free = [f for f in fields(kind) if f.name in set_by_person(kind) and not (f.choices or f.refers or f.name in keeping)]
    return {f.name: FORGOTTEN if f.required and f.type is str else usual.get(f.name) for f in free} | {"source": ""}
