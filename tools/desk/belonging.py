"""Records by others that belong to them: the budget lines of some invoices, the contracts of these costs."""
from collections.abc import Mapping

from records.errors import BadInput
from records.kinds.base import Record, fields, split
from records.query import Query, Where
from tools.desk import Desk

OF = "behind"
MOST = 6                                         # keys that are told


def belonging(desk: Desk, kind: type[Record], where: Mapping[str, str]) -> dict[str, str]:
    """The conditions with “behind: DIONE-C-1, DIONE-C-5” as the keys of what those refer to. Raises `BadInput` where they refer to none of the kind."""
    if OF not in where:
        return dict(where)
    keys = [key.strip().upper() for key in split(where[OF])]
    others = {desk.named_any(key)[0] for key in keys}
    found = set[int]()
    for other in others:
        of = next((f for f in fields(other) if f.refers == kind.__tablename__ and f.name in desk.reader.columns(other)), None)
        if of is None:
            raise BadInput(f"A {other.kind.one} belongs to no {kind.kind.one}, or you may not see to which.")
        found |= {id_ for row in desk.reader.find(Query(other, (Where("key", "in", tuple(keys)),), limit=None)) if (id_ := getattr(row, of.name)) is not None}
    if not (held := desk.reader.find(Query(kind, (Where("id", "in", tuple(found)),), limit=None)) if found else ()):
        raise BadInput(f"None of {', '.join(keys[:MOST])}{' and more' if len(keys) > MOST else ''} names a {kind.kind.one} that you may see.")
    return {**{n: w for n, w in where.items() if n != OF}, "key": ", ".join(row.key for row in held)}

