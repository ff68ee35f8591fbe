"""From what a file says to a proposal: each row finds the record it speaks of, or becomes a new one; what cannot be taken is said row by row."""
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from pydantic_core import to_jsonable_python
import sqlalchemy as sa

from records.access import home_of, may_create_in, writable
from records.asker import Asker, Role
from records.authority import DECIDES, refuse_without_authority
from records.database import Reading
from records.errors import BadInput, Refused
from records.importing.at_home import home_of_file
from records.importing.at_home import told as told_home
from records.importing.base import NAMED, Read, Row, Skipped, To
from records.importing.by_hand import ByHand
from records.importing.calendars import Calendars
from records.importing.finding import Finder
from records.importing.first_names import FirstNames
from records.importing.no_flow import without_empty
from records.importing.once import Once
from records.importing.persons import united
from records.importing.phases import phased
from records.importing.rates import compared
from records.importing.undated import Undated
from records.importing.unexplained import Unexplained
from records.kinds import BY_TABLE, Person, Project, Task
from records.kinds.base import FieldOf, Record, fields, table
from records.proposals import Change, Create, Proposal, Wish, is_new
from records.validating import checked, may_set, set_by_person, trouble, within_project

FEW = 3
GIVEN = ("key", "source", "archived")                    # what only a whole company read back carries


@dataclass
class Matched:
    """The wishes a file comes to, and what was left out of it."""
    wishes: list[Wish] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def proposal(self, name: str) -> Proposal:
        return Proposal(tuple(self.wishes), "", name)


def matched(session: Reading, asker: Asker, read: Read, today: date, project: int | None = None, *, over: bool = False) -> Matched:
    """Match a file's rows with the records there are, as this asker may see and change them; `project` is where rows without one belong.
    What was changed by hand since it was imported stays, unless the file is to go `over` it."""
    return _Matching(session, asker, read, today, project, over=over).done()


class _Matching:
    """One file being matched. New records are numbered below 0; a row is taken after those it refers to."""

    def __init__(self, session: Reading, asker: Asker, read: Read, today: date, project: int | None, *, over: bool) -> None:
        self._session, self._asker, self._today, self._project = session, asker, today, project
        self._people = united(read.rows)
        self._rows = self._people.rows
        self._finder = Finder(session, asker)
        self._by_hand = ByHand(session, asker, self._finder, over=over)
        self._once, self._calendars = Once(session), Calendars(self._finder)
        self._made = Matched(skipped=[*read.skipped, *self._people.skipped], notes=(*read.notes, *_few(self._people.notes)))
        self._by_source = {**{(row.kind, row.source): row for row in self._rows if row.source}, **self._people.also}
        self._first_names = FirstNames(self._people, self._finder)
        self._taken: dict[int, int | None] = {}                     # what each row came to, by the row's identity
        self._unknown: dict[tuple[str, str], int | None] = {}       # people and projects the file names that nobody knew
        self._refused: dict[str, str] = {}
        self._homes: dict[tuple[str, int], bool] = {}
        self._mine: dict[type[Record], set[int]] = {}
        self._met: set[tuple[str, int]] = set()
        self._number = self._bare_colours = 0
        self._rates, self._homeless = read.rates, read.homeless
        self._undated, self._unexplained = Undated(today), Unexplained()

    def done(self) -> Matched:
        if self._project is None and (home := home_of_file(self._rows, self._finder)) is not None:
            self._project = home
            self._made.notes += (told_home(self._finder, home),)
        elif self._homeless:
            self._made.notes += (self._homeless,)
        is_bare = self._finder.is_bare and any(row.kind == Person.__tablename__ and row.values.get("key") for row in self._rows)
        for row in self._rows:
            self._take(row)
        self._made.wishes, empty = without_empty(self._made.wishes)
        self._made.wishes, told = phased(self._made.wishes, self._today)
        told += (*empty, *compared(self._rates, self._spoken_of))
        if self._bare_colours:
            many = f"{self._bare_colours:,} projects" if self._bare_colours > 1 else "1 project"
            told += (f"The declared colour of {many} was left out: it needs a reason and until when it holds. Their colour is computed from their records.",)
        self._made.notes += (*told, *_few(self._first_names.notes()))
        self._made.notes += (*self._undated.notes(), *self._unexplained.notes(), *self._by_hand.notes())
        if is_bare:
            self._made.notes += ("A whole company is read back into an empty one: its people take the place of the first admin.",)
        return self._made

    def _spoken_of(self, project: str) -> Mapping[str, Any] | None:
        """The project that is there of those a file may speak of."""
        id_ = self._finder.named(Project, project) if project else self._project
        return self._finder.by_id(Project, id_) if id_ else None

    def _take(self, row: Row) -> None:
        """Take a row and first all it refers to, without recursion: outlines can be deep."""
        stack, open_ = [row], set[int]()
        while stack:
            at = stack[-1]
            open_.add(id(at))
            waits = [r for r in self._wanted(at) if id(r) not in self._taken and id(r) not in open_]
            if waits:
                stack += waits
                continue
            stack.pop()
            if id(at) not in self._taken:
                self._taken[id(at)] = self._came_to(at)

    def _wanted(self, row: Row) -> list[Row]:
        said = [value for value in row.values.values() if isinstance(value, To)]
        return [other for to in said if (other := self._in_file(to)) is not None and other is not row]

    def _in_file(self, to: To) -> Row | None:
        """The row of the file that a value refers to, by where it comes from; people also by address or name, or by a first name alone."""
        if to.kind != Person.__tablename__ or (to.kind, to.said) in self._by_source:
            return self._by_source.get((to.kind, to.said))
        return self._people.meant(to.said) or self._first_names.of(to.said).row

    def _came_to(self, row: Row) -> int | None:
        """The id of the record that a row speaks of, a number below 0 for a new one, None when it is left out."""
        kind = BY_TABLE.get(row.kind)
        if kind is None:
            self._skip(row, f"there is no kind of record “{row.kind}”")
            return None
        if self._refusal(kind):
            self._skip(row, self._refusal(kind))
            return None
        values = self._values(kind, row)
        if values is None:
            return None
        home = within_project(kind)
        if home and values.get(home) is None and self._project is not None:
            values[home] = self._project
        if self._calendars.is_of_file(kind, row) and (same := self._calendars.same(row, values)) is not None:
            return same
        return self._matched(kind, row, values)

    def _matched(self, kind: type[Record], row: Row, values: dict[str, Any]) -> int | None:
        """The id of the record that a sound row is, changed or made; None when it is left out."""
        there, is_read_back = self._finder.record(kind, row, values), "key" in row.values
        if self._calendars.is_of_file(kind, row):
            there = there if there is None or there["source"] == row.source else None
            values["name"] = self._calendars.named(row, values, there)
        if row.source.startswith(NAMED) and there is not None:
            del values[kind.kind.title]
        if there is None and (key := str(row.values.get("key", ""))) and (gone := self._finder.taken_back(kind, key)) is not None:
            if not row.values.get("archived"):
                self._skip(row, f"{key} was taken back here; undo that first")
            return gone
        if kind is Project and not is_read_back:
            self._leave_bare_colour(values, there or {})
        return self._created(kind, row, values) if there is None else self._known(kind, row, values, there)

    def _leave_bare_colour(self, values: dict[str, Any], there: Mapping[str, Any]) -> None:
        """A colour is declared with its reason and its end, or not at all, for a new project as for one that is there; said once for all rows."""
        colour = values.get("declared_colour", "not declared")
        if colour != "not declared" and colour != there.get("declared_colour") and not (values.get("declared_reason") and values.get("declared_until")):
            del values["declared_colour"]
            self._bare_colours += 1

    def _known(self, kind: type[Record], row: Row, values: dict[str, Any], there: Mapping[str, Any]) -> int | None:
        """A row of a record that is there: changed once, by who may."""
        if not self._may_change(kind, there):
            self._skip(row, f"you may see {there['key']}, but not change it")
        elif (row.kind, there["id"]) in self._met:
            self._skip(row, f"{there['key']} stands twice in the file")
        else:
            self._met.add((row.kind, there["id"]))
            return self._changed(kind, row, values, there)
        return int(there["id"])

    def _changed(self, kind: type[Record], row: Row, values: dict[str, Any], there: Mapping[str, Any]) -> int | None:
        sound = self._sound(kind, row, self._not_newer(kind, row, self._settable(kind, row, values, there), there), there)
        if sound is not None and not self._is_clashing(kind, row, {**there, **sound}, there["key"]):
            self._made.wishes.append(Change(row.kind, (there["key"],), sound, self._moved(kind, row, there)))
        return int(there["id"])

    def _not_newer(self, kind: type[Record], row: Row, values: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
        """The values without those that would undo what somebody changed since the last import."""
        left, whys = self._by_hand.left(kind, there, values)
        for label, why in whys:
            self._leave(row, label, why)
        return left

    def _moved(self, kind: type[Record], row: Row, there: Mapping[str, Any]) -> str:
        """Where a record is now known to come from, if that is news. People stand in many files and stay what they are."""
        is_known = row.source in (there["source"], f"key:{there['key']}") or (kind is Person and (there["source"] or there["email"]))
        return "" if is_known else row.origin

    def _is_clashing(self, kind: type[Record], row: Row, values: Mapping[str, Any], own: str = "") -> bool:
        """Say which record or row has already what there may be only once; what has it first keeps it."""
        if why := self._once.clash(kind, values, own):
            self._skip(row, why)
            return True
        self._once.take(kind, values, own or row.where)
        return False

    def _settable(self, kind: type[Record], row: Row, values: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
        """What of a row that is read back can be set of a record that is there; the rest is said where it differs."""
        may = may_set(kind, self._asker.roles)
        for name, value in values.items():
            if name not in may and to_jsonable_python(there.get(name)) != value:
                self._leave(row, _fields(kind)[name].label, "you may not set it" if name in set_by_person(kind) else "it is computed, nobody sets it")
        return {name: value for name, value in values.items() if name in may and not (_fields(kind)[name].holds_key and is_new(value))}

    def _created(self, kind: type[Record], row: Row, values: dict[str, Any]) -> int | None:
        home = kind.kind.within
        if home and home != "id" and isinstance(values.get(home), int) and not self._may_add(kind, values[home]):
            self._skip(row, f"you may not add {kind.kind.many} to that project")
            return None
        sound = self._sound(kind, row, values, {})
        if sound is None or self._is_clashing(kind, row, sound):
            return None
        if kind is Task and not row.values.get("key"):
            sound = self._undated.dated(sound, may_set(kind, self._asker.roles))
        self._number -= 1
        if self._calendars.is_of_file(kind, row):
            self._calendars.made(self._number, sound)
        given = {name: row.values[name] for name in GIVEN if row.values.get(name)}
        if self._finder.has(kind, str(given.get("key", ""))):
            del given["key"]                                 # another person has it here
        source = str(given.get("source", "")) if "key" in given else row.origin
        self._made.wishes.append(Create(row.kind, sound, self._number, source, str(given.get("key", "")), bool(given.get("archived"))))
        return self._number

    def _values(self, kind: type[Record], row: Row) -> dict[str, Any] | None:
        """The row's values with every reference found; None when one that is needed is not there."""
        values: dict[str, Any] = {}
        may, known, is_read_back = may_set(kind, self._asker.roles), _fields(kind), "key" in row.values
        for name, value in row.values.items():
            f = known.get(name)
            if name in GIVEN and is_read_back:
                continue
            if f is None or (name not in may and not is_read_back):
                self._leave(row, name, "you may not set it" if f else f"a {kind.kind.one} has no such field")
            elif not isinstance(value, To):
                values[name] = value
            elif (found := self._found(row, f, value)) is not None:
                values[name] = self._finder.key(BY_TABLE[value.kind], found) if f.holds_key else found
            elif f.required and not (name == kind.kind.within and self._project is not None):
                self._skip(row, f"its {f.label} “{value.said}” is not there")
                return None
        return values

    def _found(self, row: Row, f: FieldOf, to: To) -> int | None:
        """The record a value refers to: in the file, among those there are, or a person or project made for it."""
        other = self._in_file(to)
        if other is row and row.kind == Person.__tablename__:
            self._leave(row, f.label, "the row names itself")
            return None
        is_in_file = other is not None and other is not row
        found = self._taken.get(id(other)) if is_in_file and other is not None else self._finder.named(BY_TABLE[to.kind], to.said)
        if found is None and other is None and to.kind == Person.__tablename__:
            first = self._first_names.of(to.said)
            found = first.id
            if first.why or (found is None and first.is_one_word and row.kind == Person.__tablename__):
                self._leave(row, f.label, first.why or f"nobody is called “{to.said}”; give the whole name or the e-mail address")
                return None
        if found is None and other is None and not to.known and to.kind in (Person.__tablename__, Project.__tablename__):
            found = self._made_up(row, BY_TABLE[to.kind], to.said)
        if found is None and not f.required:
            self._leave(row, f.label, f"there is no {BY_TABLE[to.kind].kind.one} “{to.said}”" + self._who_could(to.kind))
        return found

    def _who_could(self, kind: str) -> str:
        return "; the PMO admin can add them" if kind == Person.__tablename__ and Role.admin not in self._asker.roles else ""

    def _made_up(self, row: Row, kind: type[Record], said: str) -> int | None:
        at = (str(kind.__tablename__), said.casefold())
        if at not in self._unknown:
            is_address = kind is Person and "@" in said
            name = " ".join(part.capitalize() for part in said.split("@", maxsplit=1)[0].replace(".", " ").replace("_", " ").split()) if is_address else said
            made = Row(at[0], "", {"name": name[:200], **({"email": said.lower()} if is_address else {})}, row.where)
            self._unknown[at] = None if self._refusal(kind) else self._created(kind, made, dict(made.values))
        return self._unknown[at]

    def _sound(self, kind: type[Record], row: Row, values: dict[str, Any], before: Mapping[str, Any]) -> dict[str, Any] | None:
        """The values without those that do not hold, each said; None when the record cannot stand without one."""
        values, required = self._unexplained.reasoned(values, before) if kind is Task else dict(values), _required(kind)
        while True:
            wrong, names = trouble(kind, {**before, **values})
            if not wrong and row.kind in DECIDES and "key" not in row.values:
                wrong, names = self._undecided(kind, values, before), [n for n in DECIDES[row.kind] if n in values]
            if not wrong:
                return values
            bad = next((n for n in names if n in values and n not in required), None)
            if bad is None:
                self._skip(row, wrong.rstrip(".")[:1].lower() + wrong.rstrip(".")[1:])
                return None
            del values[bad]
            self._leave(row, bad.removesuffix("_id").replace("_", " "), wrong.rstrip("."))

    def _undecided(self, kind: type[Record], values: Mapping[str, Any], before: Mapping[str, Any]) -> str:
        """Why this asker may not take the decision that a row holds, or nothing."""
        sound = checked(kind, {**{n: v for n, v in before.items() if n in set_by_person(kind)}, **values})
        try:
            refuse_without_authority(self._session, self._asker, kind, before, sound, self._today)
        except (BadInput, Refused) as refused:
            return str(refused)
        return ""

    def _refusal(self, kind: type[Record]) -> str:
        if str(kind.__tablename__) not in self._refused:
            try:
                writable(kind, self._asker)
                self._refused[str(kind.__tablename__)] = ""
            except Refused as refused:
                self._refused[str(kind.__tablename__)] = str(refused).rstrip(".")
        return self._refused[str(kind.__tablename__)]

    def _may_change(self, kind: type[Record], there: Mapping[str, Any]) -> bool:
        if kind not in self._mine:
            self._mine[kind] = set(self._session.execute(sa.select(table(kind).c.id).where(writable(kind, self._asker))).scalars())
        return there["id"] in self._mine[kind]

    def _may_add(self, kind: type[Record], home: int) -> bool:
        if home < 0:
            return True
        if (kind.kind.one, home) not in self._homes:
            of = home_of(kind)
            assert of is not None  # noqa: S101 - only kinds with a home come here
            allowed = sa.select(of.c.id).where(of.c.id == home, may_create_in(kind, self._asker, home))
            self._homes[kind.kind.one, home] = self._session.execute(allowed).first() is not None
        return self._homes[kind.kind.one, home]

    def _skip(self, row: Row, why: str) -> None:
        self._made.skipped.append(Skipped(row.where, f"left out: {why}"))

    def _leave(self, row: Row, name: str, why: str) -> None:
        self._made.skipped.append(Skipped(row.where, f"{name} left out: {why}"))


@cache
def _required(kind: type[Record]) -> frozenset[str]:
    return frozenset(f.name for f in fields(kind) if f.required)


@cache
def _fields(kind: type[Record]) -> Mapping[str, FieldOf]:
    return {f.name: f for f in fields(kind)}


def _few(notes: Collection[str]) -> tuple[str, ...]:
    """The first notes of one sort, and how many more there are."""
    shown = tuple(notes)[:FEW]
    return (*shown, f"So it is with {len(notes) - FEW:,} more.") if len(notes) > FEW else shown
