"""Why records are in the state that a list is narrowed to: the field that gives the reason, and for tasks what else holds them up."""
from collections.abc import Iterator, Sequence
from typing import cast

from records.kinds import Task
from records.kinds.base import FieldOf, R, fields, split
from records.query import Query
from reports.holding import holding
from tools.desk import Desk
from tools.desk.wording import shown

FEW = 20                                        # records of which it is looked up what else holds them up
NONE = "–"


def reasons(desk: Desk, query: Query[R], found: Sequence[R]) -> tuple[tuple[str, Sequence[str]], ...]:
    """The columns that tell why, by their titles; () where the list is not narrowed to a state that has a reason."""
    states = {str(v) for w in query.where if w.op in ("is", "in") for v in (w.value if isinstance(w.value, tuple | list) else (w.value,))}
    seen = desk.reader.columns(query.kind)
    why = [f for f in fields(query.kind) if f.says.why and f.name in seen and f.name not in query.kind.kind.columns and states & set(split(f.says.why))]
    return tuple(column for f in why if found for column in _columns(desk, query, f, found))


def _columns(desk: Desk, query: Query[R], of: FieldOf, found: Sequence[R]) -> Iterator[tuple[str, Sequence[str]]]:
    yield of.label, [shown(desk.reader, of, getattr(row, of.name)) or NONE for row in found]
    if query.kind is not Task or len(found) > FEW:
        return
    held = [holding(desk.reader, cast("Task", row)) for row in found]
    for title, said in (("open before it", ["; ".join((*h.before, *h.issues)) for h in held]), ("last comment", [h.comment for h in held])):
        if any(said):
            yield title, [each or NONE for each in said]
