"""The rows of what waits: each record that it makes or changes, with all that a person may call it by."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from records.kinds import BY_TABLE, Person, Project
from records.kinds.base import Record, fields
from records.proposals import Change, Create, FieldChange, Proposal
from records.query import Query, Where
from tools.desk import Desk

TITLES = ("title", "name", "text", "note")


@dataclass(frozen=True)
class Row:
    """`place` is that of its wish, `at` its outline number or else where it stands in the preview; `holds` what it would hold, `of` the record as it is."""
    place: int
    key: str
    kind: type[Record]
    title: str
    at: str
    project: str = ""
    people: frozenset[str] = frozenset()
    holds: Mapping[str, object] = field(default_factory=dict)
    of: Record | None = None
    is_above: bool = False

    @property
    def called(self) -> str:
        """How a person is told of it."""
        number = self.at if "." in self.at and not self.key else ""
        return " ".join(filter(None, (self.key or number, f"“{self.title}”" if self.title else f"the new {self.kind.kind.one}" if not self.key else "")))


def rows(wish: Proposal, shown: Sequence[FieldChange], desk: Desk) -> tuple[Row, ...]:
    """Every record of a wish in the order of its preview; what is so already is in no preview, and what only joins others is no row."""
    made = {w.new: w for w in wish.wishes if isinstance(w, Create) and w.new}
    above = {to for w in made.values() for name, to in w.values.items() if name == "parent_id"}
    told = list(dict.fromkeys(c.record for c in shown))
    found = [row for place, each in enumerate(wish.wishes) for row in _of(place, each, made, above, desk)]
    found = [row for row in found if not row.key or row.key in told]
    if all(row.key for row in found):
        found.sort(key=lambda row: told.index(row.key))
    return tuple(Row(r.place, r.key, r.kind, r.title, r.at or str(n), r.project, r.people, r.holds, r.of, r.is_above) for n, r in enumerate(found, 1))


def _of(place: int, wish: object, made: Mapping[int, Create], above: set[object], desk: Desk) -> Iterator[Row]:
    if isinstance(wish, Create):
        kind, title = BY_TABLE[wish.kind], next((str(wish.values[n]) for n in TITLES if wish.values.get(n)), "")
        if title or not any(to in made for to in wish.values.values() if isinstance(to, int)):
            yield Row(place, "", kind, title, str(wish.values.get("wbs") or ""), _key(desk, Project, wish.values.get("project_id")),
                      _people(desk, kind, wish.values), wish.values, None, bool(wish.new) and wish.new in above)
    elif isinstance(wish, Change):
        kind = BY_TABLE[wish.kind]
        found = {row.key: row for row in desk.reader.find(Query(kind, (Where("key", "in", list(wish.keys)),), limit=None))}
        for key in wish.keys:
            row = found.get(key)
            now = {f.name: value for f in fields(kind) if (value := getattr(row, f.name, None)) is not None} if row else {}
            yield Row(place, key, kind, next((str(now[n]) for n in TITLES if now.get(n)), ""), "", _key(desk, Project, now.get("project_id")),
                      _people(desk, kind, now), {**now, **wish.values}, row)


def _people(desk: Desk, kind: type[Record], values: Mapping[str, object]) -> frozenset[str]:
    """Whose it is, by the keys of the people."""
    whose = [values.get(f.name) for f in fields(kind) if f.refers == "person" and f.says.set_by == "person"]
    return frozenset(key for each in whose if (key := _key(desk, Person, each)))


def _key(desk: Desk, kind: type[Record], number: object) -> str:
    row = next(iter(desk.reader.find(Query(kind, (Where("id", "is", number),), limit=1))), None) if isinstance(number, int) and number > 0 else None
    return row.key if row else ""
