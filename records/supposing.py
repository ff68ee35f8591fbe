"""Records as they would be after some wishes: read with these laid over, so that any figure can be computed of what is not. Nothing is written."""
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from records.kinds.base import R, Record, table
from records.proposals import Change, Create
from records.query import Op, Query
from records.reading import Reader

_HOLDS: Mapping[Op, Callable[[Any, Any], bool]] = {"is": lambda a, b: a == b, "not": lambda a, b: a != b, "in": lambda a, b: a in b,
                                                   "not in": lambda a, b: a not in b}


class Supposed(Reader):
    """The same asker's view of the same records, but for what is supposed of them; conditions are met by the records as they are."""

    def __init__(self, reader: Reader, wishes: Sequence[Create | Change]) -> None:
        vars(self).update(vars(reader))
        self._wishes = tuple(wishes)

    def find(self, query: Query[R]) -> Sequence[R]:
        """What is there, changed as supposed, and what would be made. Something supposed to be archived is not there."""
        found, name = super().find(query), str(table(query.kind).name)
        changes = [w for w in self._wishes if isinstance(w, Change) and w.kind == name]
        made = [w for w in self._wishes if isinstance(w, Create) and w.kind == name]
        if not changes and not made:
            return found
        names = query.fields or tuple(self.columns(query.kind))
        shape = namedtuple("shape", names)  # type: ignore[misc]  # noqa: PYI024 - its fields are those that were asked for
        rows = [{n: getattr(row, n) for n in names} for row in found]
        return cast("Sequence[R]", [shape(**row) for row in _changed([*rows, *_made(query, names, made)], changes)])


def _changed(rows: Sequence[dict[str, Any]], changes: Sequence[Change]) -> Iterator[dict[str, Any]]:
    by_key: dict[str, dict[str, object]] = {}
    for change in changes:
        for key in change.keys:
            by_key.setdefault(key, {}).update(change.values)
    for row in rows:
        supposed = by_key.get(row["key"], {}) if "key" in row else {}
        if not supposed.get("archived"):
            yield row | {name: value for name, value in supposed.items() if name in row}


def _made(query: Query[Any], names: Sequence[str], made: Sequence[Create]) -> Iterator[dict[str, Any]]:
    """Each with the defaults of its kind, and an id and a key that no record has, by which a later wish may change it."""
    kind: type[Record] = query.kind
    for number, wish in enumerate(made, 1):
        infos = kind.model_fields
        whole = {n: None if infos[n].is_required() else infos[n].default for n in infos} | {"id": -number, "key": f"supposed {number}"} | dict(wish.values)
        if all(_HOLDS[w.op](whole[w.field], w.value) for w in query.where):
            yield {n: whole[n] for n in names}
