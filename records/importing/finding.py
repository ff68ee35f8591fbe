"""Which record that is there a row of a file speaks of: by its key, by where it came from, by address or name, or by project and title."""
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from records.access import visible
from records.asker import Asker
from records.database import Reading
from records.finding import folded
from records.importing.base import NAMED, Row
from records.importing.persons import name_of
from records.kinds import Calendar, Person, Project
from records.kinds.base import Record, table

Found = Mapping[str, Any]


class Finder:
    """Loads a kind's visible records once, when a row first asks for it."""

    def __init__(self, session: Reading, asker: Asker) -> None:
        self._session, self._asker = session, asker
        self._by_source: dict[str, dict[tuple[str, Any], Found]] = {}       # the same number in two projects is two records
        self._only: dict[str, dict[str, Found]] = {}
        self._by_key: dict[str, dict[str, Found]] = {}
        self._keys: dict[str, dict[int, str]] = {}
        self._gone: dict[str, dict[str, int]] = {}
        self._by_name: dict[str, dict[tuple[Any, str], list[Found]]] = {}
        self._in_homes: dict[str, dict[str, list[Found]]] = {}              # by name alone, in whichever home
        self._met: dict[tuple[str, Any, str], int] = {}
        self._by_folded: dict[str, list[Found]] = {}
        self._people: set[int] = set()
        self._named: dict[tuple[type[Record], str], int | None] = {}        # a column says the same few names over and over

    def record(self, kind: type[Record], row: Row, values: Mapping[str, Any]) -> Found | None:
        """The record a row speaks of; None when it is new."""
        name = self._load(kind)
        if not self._by_key[name]:
            return None
        if row.source.startswith(NAMED):
            id_ = self.named(kind, row.source.removeprefix(NAMED))
            return self.by_id(kind, id_) if id_ is not None else None
        is_read_back = bool(row.values.get("key"))
        if is_read_back and (kind is not Person or self.is_bare):
            return self._by_key[name].get(str(row.values["key"]))
        if row.origin and not is_read_back:
            by_source = self._by_source[name].get((row.origin, self._home(kind, values))) or self._by_key[name].get(row.origin.removeprefix("key:"))
            if by_source is not None:
                return by_source
        if kind is Person:
            return self._person(str(values.get("email") or "").casefold(), str(values.get("name", "")))
        said = values.get(kind.kind.title)
        at = (self._home(kind, values), str(said).casefold())
        same = [r for r in self._by_name[name].get(at, ()) if not r["source"] or not row.origin] if said else []
        number = self._met.get((name, *at), 0)                   # the second row of one title means the second record of that title
        self._met[name, *at] = number + 1
        return same[number] if number < len(same) else None

    def _person(self, email: str, name: str) -> Found | None:
        """By address, else by name where one alone is called so and no two addresses speak against it; each is found by name once."""
        there = next(iter(self._by_name["person"].get((None, email), ())), None) if email else None
        called = self._called(name)
        if there is None and len(called) == 1 and called[0]["id"] not in self._people and not (email and called[0]["email"]):
            there = called[0]
        if there is not None:
            self._people.add(there["id"])
        return there

    def _called(self, name: str) -> Sequence[Found]:
        """The people of this name, however it is turned and whatever its accents."""
        if not self._by_folded:
            self._load(Person)
            for r in self._by_key["person"].values():
                self._by_folded.setdefault(name_of(r["name"]), []).append(r)
        return self._by_folded.get(name_of(name), ())

    def calendars(self) -> Iterable[Found]:
        return self._by_key[self._load(Calendar)].values()

    def named_person(self, said: str) -> int | None:
        return self.named(Person, said)

    def first_named(self, said: str) -> Sequence[Found]:
        """The people whose first name this is."""
        self._called(said)
        return [r for name, rows in self._by_folded.items() if name.split(" ")[0] == folded(said) for r in rows]

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing yet but the first admin: then a company that is read back takes their place too."""
        self._load(Person)
        self._load(Project)
        return len(self._by_key["person"]) <= 1 and not self._by_key["project"]

    def key(self, kind: type[Record], id_: int) -> str:
        """The key of a record that is there; of a new one, which has none yet, its number below 0 as a text."""
        name = self._load(kind)
        if name not in self._keys:
            self._keys[name] = {r["id"]: key for key, r in self._by_key[name].items()}
        return self._keys[name].get(id_, str(id_))

    def called(self, kind: type[Record], id_: int) -> str:
        """What a record that is there is called; "" where the asker may not see it."""
        return next((str(r[kind.kind.title]) for r in self._by_key[self._load(kind)].values() if r["id"] == id_), "")

    def only(self, kind: type[Record], source: str) -> Found | None:
        """The one record that came from there, whatever it belongs to."""
        return self._only[self._load(kind)].get(source) if source else None

    def by_id(self, kind: type[Record], id_: int) -> Found:
        return self._by_key[self._load(kind)][self.key(kind, id_)]

    def taken_back(self, kind: type[Record], key: str) -> int | None:
        """The id of the archived record with this key, if there is one."""
        name = str(kind.__tablename__)
        if name not in self._gone:
            of = table(kind).c
            found = self._session.execute(sa.select(of.key, of.id).where(visible(kind, self._asker, archived=True)))
            self._gone[name] = {row.key: row.id for row in found}
        return self._gone[name].get(key)

    def has(self, kind: type[Record], key: str) -> bool:
        return key in self._by_key[self._load(kind)]

    def named(self, kind: type[Record], said: str) -> int | None:
        """The id of the one record of a kind that a file calls so; None when there is none, or more than one."""
        if (kind, said) not in self._named:
            self._named[kind, said] = self._one_named(kind, said)
        return self._named[kind, said]

    def _one_named(self, kind: type[Record], said: str) -> int | None:
        name, asked = self._load(kind), said.strip()
        for known in (self._by_key[name], self._only[name]):
            if asked in known:
                return int(known[asked]["id"])
        for spoken in (asked.casefold(), " ".join(reversed([p.strip() for p in asked.split(",")])).casefold()):
            rows = self._by_name[name].get((None, spoken)) or self._in_homes[name].get(spoken, [])
            if spoken and len(found := {r["id"] for r in rows}) == 1:
                return int(found.pop())
        called = self._called(asked) if kind is Person else ()
        return int(called[0]["id"]) if len(called) == 1 else None

    def _home(self, kind: type[Record], values: Mapping[str, Any]) -> Any:
        return values.get(kind.kind.within) if kind.kind.within and kind.kind.within != "id" else None

    def _load(self, kind: type[Record]) -> str:
        name = str(kind.__tablename__)
        if name not in self._by_key:
            rows = [dict(r._mapping) for r in self._session.execute(sa.select(table(kind)).where(visible(kind, self._asker)).order_by(table(kind).c.id))]  # noqa: SLF001
            self._by_key[name] = {r["key"]: r for r in rows}
            self._by_source[name] = {(r["source"], self._home(kind, r)): r for r in rows if r["source"]}
            sources: dict[str, list[Found]] = {}
            for r in rows:
                sources.setdefault(r["source"], []).append(r)
            self._only[name] = {source: same[0] for source, same in sources.items() if source and len(same) == 1}
            by_name: dict[tuple[Any, str], list[Found]] = {}
            for r in rows:
                by_name.setdefault((self._home(kind, r), str(r[kind.kind.title]).casefold()), []).append(r)
                if kind is Person and r["email"]:
                    by_name.setdefault((None, r["email"].casefold()), []).append(r)
            self._by_name[name] = by_name
            in_homes: dict[str, list[Found]] = {}
            for (home, said), same in by_name.items():
                if home is not None:
                    in_homes.setdefault(said, []).extend(same)
            self._in_homes[name] = in_homes
        return name
