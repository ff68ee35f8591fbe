"""What there may be only once, such as an e-mail address, is looked for before a preview is shown: the rows that would clash are named."""
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from records.database import Reading
from records.kinds.base import Record, table

Mark = tuple[str, ...]


class Once:
    """Marks that are taken, in the records there are, archived ones too, and in the file so far."""

    def __init__(self, session: Reading) -> None:
        self._session = session
        self._taken: dict[tuple[str, Mark], dict[tuple[Any, ...], str]] = {}

    def clash(self, kind: type[Record], values: Mapping[str, Any], own: str = "") -> str:
        """Why a record with these values cannot be, or nothing; `own` is the key of the record that has them."""
        for names, mark in self._marks(kind, values):
            by = self._known(kind, names).get(mark, "")
            if by and by != own:
                said = " and ".join(_label(n) for n in names)
                return f"{by} has the same {said}"
        return ""

    def take(self, kind: type[Record], values: Mapping[str, Any], by: str) -> None:
        """Keep a record's marks; `by` says whose they are: a key, or where in the file."""
        for names, mark in self._marks(kind, values):
            self._known(kind, names)[mark] = by

    def _marks(self, kind: type[Record], values: Mapping[str, Any]) -> Iterator[tuple[Mark, tuple[Any, ...]]]:
        for names in _single(kind):
            mark = tuple(str(values[n]) for n in names if values.get(n) is not None)
            if len(mark) == len(names):
                yield names, mark

    def _known(self, kind: type[Record], names: Mark) -> dict[tuple[Any, ...], str]:
        at = (str(kind.__tablename__), names)
        if at not in self._taken:
            of = table(kind).c
            found = self._session.execute(sa.select(of.key, of.archived, *(of[n] for n in names)))
            self._taken[at] = {tuple(str(v) for v in row[2:]): f"{row[0]}{' (taken back)' if row[1] else ''}" for row in found if None not in row[2:]}
        return self._taken[at]


@cache
def _single(kind: type[Record]) -> Sequence[Mark]:
    """The fields, alone or together, that no two records may share."""
    of = table(kind)
    alone = tuple((c.name,) for c in of.columns if c.unique and c.name not in {"key", "id"})
    return *alone, *(tuple(c.name for c in rule.columns) for rule in of.constraints if isinstance(rule, sa.UniqueConstraint) and len(rule.columns) > 1)


def _label(name: str) -> str:
    return name.removesuffix("_id").replace("_", " ")
