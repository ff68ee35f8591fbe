"""What every way out stands on: the rows an asker may take out, in the order of their keys, and what a reference is called."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
import re
from typing import Any

import sqlalchemy as sa

from language.cleaning import folded
from language.names import close_names
from records.access import home_of, permitted, visible
from records.asker import Role
from records.errors import Ambiguous, BadInput
from records.kinds import BY_TABLE, KINDS, Person, Project, kind_said
from records.kinds.base import FieldOf, Record, fields, table
from records.reading import Reader

SEES_ARCHIVED = {Role.admin, Role.auditor}
BATCH = 500
NUMBERED = re.compile(r"(.*?)(\d*)", re.S)
HEAD = ("key", "source", "archived")
LEFT_OUT = {"id", "version"}            # they mean something in one database only
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Wanted:
    """What is to be taken out, in a person's words: one kind or all, one project or all, and for a calendar one person or everybody."""
    format: str
    kind: str = ""
    project: str = ""
    person: str = ""


@dataclass(frozen=True)
class Exported:
    """A file on its way out. `content` reads records as it goes: the reader's session stays open until its last piece is taken."""
    name: str
    media_type: str
    content: Iterable[bytes]

    @property
    def is_text(self) -> bool:
        return self.media_type.startswith("text/") or self.media_type in ("application/json", "application/xml")


class Keeper(Reader):
    """A reader that also hands out archived records, to those who may take them out; rights and narrow fields hold as everywhere."""

    @property
    def sees_archived(self) -> bool:
        return bool(self.asker.roles & SEES_ARCHIVED)

    def rows(self, kind: type[Record], project: int | None = None) -> Iterator[Row]:
        """Every record of a kind, or those of one project, in the order of their keys; a few hundred are in memory at a time."""
        if (claim := self._claim(kind, project)) is None:
            return
        columns, c = self.columns(kind), table(kind).c
        names, at = tuple(columns), tuple(columns).index("id")
        numbered = sorted(self._session.execute(sa.select(c.key, c.id).where(claim)), key=lambda row: in_order(row.key))
        ids = iter([row.id for row in numbered])
        while batch := tuple(islice(ids, BATCH)):
            # The ids were narrowed a moment ago, and the session still sees that moment: asking for the rights again would cost most of the time.
            found = {row[at]: row for row in self._session.execute(sa.select(*columns.values()).where(c.id.in_(batch)))}
            yield from (dict(zip(names, found[id_], strict=True)) for id_ in batch)

    def keys(self, kind: type[Record]) -> Mapping[int, str]:
        """The keys of all records of a kind that the asker may see, by id: how a file refers to them."""
        known = self._session.execute(sa.select(table(kind).c.id, table(kind).c.key).where(permitted(kind, self.asker)))
        return {row.id: row.key for row in known}

    def _claim(self, kind: type[Record], project: int | None) -> sa.ColumnElement[bool] | None:
        """Which records of a kind are meant; None when a kind belongs to no project and one is asked for."""
        shown = permitted(kind, self.asker) if self.sees_archived else visible(kind, self.asker)
        if project is None:
            return shown
        return sa.and_(shown, table(kind).c[kind.kind.within] == project) if home_of(kind) is table(Project) and kind.kind.within else None


class References:
    """Keys and names of what records refer to, each kind looked up once."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._keys: dict[str, Mapping[int, str]] = {}

    def key(self, field: FieldOf, value: Any) -> str | None:
        """The key of a reference; None where there is none, or none that the asker may see."""
        if value is None or field.refers is None:
            return None
        if field.refers not in self._keys:
            self._keys[field.refers] = self._keeper.keys(BY_TABLE[field.refers])
        return self._keys[field.refers].get(value)

    def name(self, field: FieldOf, value: Any) -> str:
        """What a reference is called; "" where there is none, or none that the asker may see."""
        return "" if value is None or field.refers is None else self._keeper.labels(BY_TABLE[field.refers]).get(value, "")


def taken(keeper: Keeper, kind: type[Record]) -> Sequence[FieldOf]:
    """The fields of a kind that leave the house, as far as the asker may read them: key, source, archived, then all others in their order."""
    columns = table(kind).c
    known = {f.name: f for f in fields(kind) if f.name in keeper.columns(kind) and f.name not in LEFT_OUT and columns[f.name].computed is None}
    return [*(known[name] for name in HEAD if name in known), *(f for name, f in known.items() if name not in HEAD)]


def in_order(key: str) -> tuple[str, int, str]:
    """Keys sort by series, then by number: T-2 before T-10."""
    series, number = NUMBERED.fullmatch(key).groups()  # type: ignore[union-attr]  # it matches any text
    return series, int(number or 0), key


def kind_named(said: str) -> type[Record]:
    """The kind that a word means: tasks, task, to-do. Raises `BadInput` with the nearest ones."""
    if (kind := kind_said(said)) is not None:
        return kind
    near = close_names(said, [k.kind.many for k in KINDS])
    raise BadInput(f"I keep no “{said}”." + (f" Did you mean {' or '.join(near)}?" if near else ""))


def project_named(keeper: Keeper, said: str) -> Row:
    """The project that a key or a name means, among those that the asker may see."""
    return _named(list(keeper.rows(Project)), said, ("key", "name"), "project")


def person_named(keeper: Keeper, said: str) -> Row:
    """The person that an address, a name or a first name means."""
    return _named(list(keeper.rows(Person)), said, ("key", "email", "name"), "person")


def _named(rows: Sequence[Row], said: str, by: Sequence[str], noun: str) -> Row:
    spoken = folded(said.strip())
    found = [r for r in rows if any(folded(r[name]) == spoken for name in by)] or [r for r in rows if spoken in folded(r["name"]).split()]
    if not found:
        near = close_names(said, [r["name"] for r in rows])
        raise BadInput(f"I know no {noun} “{said}”." + (f" Did you mean {' or '.join(near)}?" if near else ""))
    if len(found) > 1:
        raise Ambiguous(said, tuple(f"{r['name']} ({r['key']})" for r in found))
    return found[0]
