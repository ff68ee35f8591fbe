"""What a wish comes to: validated whole, within the asker's rights, said field by field. Reads only; `changing` writes it."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic_core import to_jsonable_python
import sqlalchemy as sa

from records import log
from records.access import home_of, may_create_in, permitted, visible, writable
from records.approving import refuse_split
from records.asker import Asker, Role
from records.authority import refuse_without_authority
from records.blanking import blank
from records.called import apart, called, numbered
from records.database import Reading
from records.entailing import computed, entailed, evidenced, project_of
from records.errors import BadInput, Conflict, NotFound, Refused
from records.kinds import BY_TABLE, Project
from records.kinds.base import FieldOf, Record, fields, key_fields, table
from records.proposals import Change, ChangeSet, Create, Edit, Forget, Proposal, Undo, Values, Wish, is_new
from records.series import in_series
from records.soundness import refuse_circles, refuse_left_behind, refuse_lockout, refuse_unsound
from records.telling import let_in, title, told
from records.validating import checked, defaults, defaults_as_json, followed, given, references, refuse_unless_settable, set_by_person, within_project

MOST_RECORDS = 500
MOST_IMPORTED = 250_000
MOST_TOLD = 60                       # records of an import whose fields its preview tells one by one
WEIGHTY = {"person": {"role"}, "project": {"access"}, "membership": {"person_id"}, "approvallimit": {"amount", "role"}, "threshold": {"value"},
           "space": {"access"}}
AT_ONCE = 5000                       # ids in one statement; SQLite takes 32,766
Row = Mapping[str, Any]


def plan(session: Reading, asker: Asker, proposal: Proposal, today: date) -> ChangeSet:
    """Validate a wish, check the asker's rights and say exactly what would change. Raises the family of errors."""
    most = MOST_IMPORTED if proposal.imports or proposal.undoes is not None else MOST_RECORDS      # an import can be taken back
    if (wished := sum(len(w.keys) if isinstance(w, Change | Forget) else 1 for w in proposal.wishes)) > most:
        raise BadInput(f"That would change {wished:,} records; {most:,} at once is the most. Narrow it down.")
    edits = tuple(_Plan(session, asker, proposal, today).edits())
    if not edits:
        raise BadInput("That would change nothing: it is so already.")
    refuse_circles(session, asker, edits)
    refuse_lockout(session, edits)
    refuse_left_behind(session, asker, edits)
    refuse_split(session, asker, edits, today)
    if len(edits) > most:
        raise BadInput(f"That would change {len(edits):,} records; {most:,} at once is the most. Narrow it down.")
    names: dict[int | None, str] = {e.id: str(e.after.get(BY_TABLE[e.kind].kind.title, "")) for e in edits if e.id is not None and e.id < 0}
    some = _first(edits) if proposal.imports or len(edits) > MOST_RECORDS else edits
    titles, is_alone = called(session, asker, some), len(edits) == 1 and proposal.undoes is None and not proposal.imports
    shown = in_series((e, tuple(apart(told(session, asker, e, names), "" if is_alone else titles.get((e.kind, e.id), ""), number)))
                      for e, number in numbered(some))
    return ChangeSet(edits, proposal.undoes, title(edits, proposal.undoes, proposal.imports, titles), (*shown, *let_in(session, asker, edits)))


def _first(edits: tuple[Edit, ...]) -> list[Edit]:
    """The edits that the preview of an import tells: whatever changes rights, however large it is, then the first ones."""
    weighty = [e for e in edits if WEIGHTY.get(e.kind, frozenset()) & e.after.keys()]
    return [*weighty, *[e for e in edits[:MOST_TOLD] if not WEIGHTY.get(e.kind, frozenset()) & e.after.keys()]]


class _Plan:
    """One wish being planned: what it needs from the database is loaded in bulk, whatever it asks again is remembered."""

    def __init__(self, session: Reading, asker: Asker, proposal: Proposal, today: date) -> None:
        self._session, self._asker, self._today, self._proposal = session, asker, today, proposal
        self._rows: dict[tuple[str, str], Row] = {}                         # by table and key
        self._seen: dict[tuple[str, int], int | None] = {}                  # by table and id: the project it belongs to
        self._created: dict[int, tuple[str, Values]] = {}                   # what this proposal makes, by its number below 0
        self._allowed: dict[tuple[type[Record], object], bool] = {}         # whether records of a kind may be made in a home
        self._creatable: set[type[Record]] = set()
        self._writable: dict[type[Record], set[int]] = {}
        self._taken: dict[type[Record], tuple[set[str], set[tuple[Any, ...]]]] = {}     # keys and sources there are

    def edits(self) -> Iterator[Edit]:
        self._load(self._proposal.wishes)
        for wish in self._proposal.wishes:
            for edit in self._edits(wish):
                yield edit
                if not (isinstance(wish, Undo | Forget) or (isinstance(wish, Create) and wish.key)):     # what a change brought with it is in its own log line
                    yield from entailed(self._session, self._asker, edit, self._today)

    def _edits(self, wish: Wish) -> Iterator[Edit]:
        match wish:
            case Create():
                yield self._creation(wish)
            case Change(kind, keys, values):
                for key in keys:
                    yield from self._change(BY_TABLE[kind], key, values, wish.source)
            case Undo(position):
                yield from self._undone(position)
            case Forget(kind, keys):
                for key in keys:
                    yield self._forgotten(BY_TABLE[kind], key)

    def _creation(self, wish: Create) -> Edit:
        kind = BY_TABLE[wish.kind]
        self._refuse_unless_creatable(kind)
        self._refuse_second(kind, wish)
        new_keys = {name: wish.values[name] for name in key_fields(kind) if self._is_made_here(wish.values.get(name))}
        values = {**wish.values, **dict.fromkeys(new_keys, "")} if new_keys else wish.values
        after = given(kind, values) if wish.key else self._new(kind, values)
        self._refuse_hidden(kind, after, {})
        self._refuse_unless_at_home(kind, after)
        if not wish.key:                                     # what is read back was sound where it came from
            refuse_unsound(self._session, self._asker, kind, {}, after)
            refuse_without_authority(self._session, self._asker, kind, {}, after, self._today)
        self._refuse_unless_together(kind, after, new_keys)
        after |= new_keys
        usual = defaults(kind)
        said = to_jsonable_python({name: value for name, value in after.items() if value is not (of := usual.get(name, ...)) and value != of})
        marks = {"source": wish.source} if wish.source else {}
        edit = Edit(wish.kind, wish.new or None, wish.key, 0, {}, {**said, **marks, **({"archived": True} if wish.archived else {})})
        if wish.new:
            self._created[wish.new] = (wish.kind, edit.after)
        return edit

    def _is_made_here(self, said: object) -> bool:
        return is_new(said) and int(str(said)) in self._created

    def _refuse_unless_together(self, kind: type[Record], after: Values, new_keys: Values) -> None:
        """What is said about a record that is made here belongs to the same project."""
        for key in new_keys.values():
            name, values = self._created[int(str(key))]
            home = int(str(key)) if BY_TABLE[name] is Project else values.get(str(within_project(BY_TABLE[name])))
            if home != after.get(str(within_project(kind))):
                raise BadInput(f"That {BY_TABLE[name].kind.one} belongs to another project than the {kind.kind.one}.")

    def _new(self, kind: type[Record], values: Values) -> dict[str, Any]:
        """The values of a new record, with what goes without saying, what follows and what code sets."""
        refuse_unless_settable(kind, self._asker, values)
        after = checked(kind, self._completed(kind, values))
        after |= followed(kind, {}, after, self._today)
        after |= computed(self._session, self._asker, kind, after, self._today) | evidenced(self._session, kind, {}, after)
        return after

    def _change(self, kind: type[Record], key: str, values: Values, source: str) -> Iterator[Edit]:
        row = self._row(kind, key)
        refuse_unless_settable(kind, self._asker, values)
        self._refuse_unless_writable(kind, row)
        after = checked(kind, {**{n: row[n] for n in set_by_person(kind)}, **values})
        after |= followed(kind, row, after, self._today)
        after |= evidenced(self._session, kind, row, after)
        self._refuse_hidden(kind, after, row)
        if kind.kind.within and after.get(kind.kind.within) != row.get(kind.kind.within):
            self._refuse_unless_at_home(kind, after)
        refuse_unsound(self._session, self._asker, kind, row, after)
        refuse_without_authority(self._session, self._asker, kind, row, after, self._today)
        before, now = to_jsonable_python(dict(row)), to_jsonable_python(after) | ({"source": source} if source else {})
        new = {name: value for name, value in now.items() if value != before[name]}
        if new:
            yield Edit(str(kind.__tablename__), row["id"], row["key"], row["version"], {name: before[name] for name in new}, new)

    def _forgotten(self, kind: type[Record], key: str) -> Edit:
        """What takes a record of the asker's own away with its values; `forgetting` empties the log of them too."""
        row = self._row(kind, key)
        if not kind.kind.own or row[kind.kind.own] != self._asker.person:
            raise Refused(f"{row['key']} is not your own, so you cannot have it forgotten.")
        left = blank(kind) | {"archived": True}
        before = to_jsonable_python(dict(row))
        return Edit(str(kind.__tablename__), row["id"], row["key"], row["version"], {name: before[name] for name in left}, left)

    def _undone(self, position: int) -> Iterator[Edit]:
        done = log.at(self._session, position)
        if done.forgets:
            raise Conflict(f"Change #{position} made something forgotten, and what is forgotten cannot be brought back.")
        edits = [Edit(**edit) for edit in done.edits]
        self._load_touched(edits)
        if not all((e.kind, e.key) in self._rows for e in edits):
            # The same words as for a number that was never given: a hidden change does not exist either.
            raise log.no_change(position)
        if (later := log.undone_by(self._session, position)) is not None:
            raise Conflict(f"Change #{position} was undone already, by change #{later}.")
        for e in reversed(edits):
            yield self._reversed(e, position, is_own=done.asker_id == self._asker.person)

    def _reversed(self, e: Edit, position: int, *, is_own: bool) -> Edit:
        """What takes one edit back; refused when somebody changed the same fields since. What was created is archived, never deleted."""
        before, after = (e.after, e.before) if e.before else ({"archived": False}, {"archived": True})
        kind, row = BY_TABLE[e.kind], self._rows[e.kind, e.key]
        if row["archived"] is not (before.get("archived") is True):
            raise NotFound(f"There is no such {kind.kind.one}.")
        refuse_unless_settable(kind, self._asker, [name for name in after if name in set_by_person(kind)])
        self._refuse_unless_writable(kind, row)
        now, left = to_jsonable_python(dict(row)), before if e.before else {**defaults_as_json(kind), **e.after, **before}
        if any(now[name] != value for name, value in left.items()):
            raise Conflict(f"{e.key} was changed since, so change #{position} cannot be undone as a whole. Undo the later change first.")
        self._refuse_reversed(kind, row, after, is_own=is_own)
        return Edit(e.kind, e.id, e.key, row["version"], before, after)

    def _refuse_reversed(self, kind: type[Record], row: Row, back: Values, *, is_own: bool) -> None:
        """Hold what an undo comes to to all that a change would be held to: it is a change."""
        own = set_by_person(kind)
        before = {} if back.get("archived") is False else row
        after = checked(kind, {**{n: row[n] for n in own}, **{n: v for n, v in back.items() if n in own}})
        self._refuse_hidden(kind, after, before)
        if kind.kind.within and after.get(kind.kind.within) != before.get(kind.kind.within):
            self._refuse_unless_at_home(kind, after)
        if not back.get("archived"):
            refuse_unsound(self._session, self._asker, kind, {"id": row["id"], **before}, after)
        if back.get("archived") is False and row["source"]:
            self._refuse_same_source(kind, row)
        gone = {"changerequest": {"status": "submitted"}, "gate": {"decision": "not decided"}, "criterion": {"status": "open"}}
        if back.get("archived") and not is_own:                          # with the record goes what was decided
            after |= gone.get(str(kind.__tablename__), {})
        refuse_without_authority(self._session, self._asker, kind, before, after, self._today)

    def _refuse_same_source(self, kind: type[Record], row: Row) -> None:
        """What was imported again meanwhile does not come back beside itself."""
        of, within = table(kind).c, kind.kind.within
        home = [of[within].is_not_distinct_from(row[within])] if within and within != "id" else []
        same = sa.select(of.key).where(of.source == row["source"], of.archived.is_(False), of.id != row["id"], *home)
        if (key := self._session.execute(same).scalar()) is not None:
            raise Conflict(f"{row['key']} came from {row['source']}, and so did {key}, which is there now. Change that one.")

    def _load(self, wishes: Iterable[Wish]) -> None:
        """Read in bulk the rows that are changed and the records that are referred to."""
        keys: dict[str, list[str]] = defaultdict(list)
        ids: dict[str, set[int]] = defaultdict(set)
        for wish in wishes:
            if isinstance(wish, Change | Forget):
                keys[wish.kind] += wish.keys
            if isinstance(wish, Create | Change):
                for f in references(BY_TABLE[wish.kind]):
                    if isinstance(to := wish.values.get(f.name), int) and 0 < to < log.LARGEST:
                        ids[str(f.refers)].add(to)
        for name, some in keys.items():
            self._load_rows(name, "key", some, visible(BY_TABLE[name], self._asker))
        for name, numbers in ids.items():
            self._load_seen(name, numbers)

    def _load_rows(self, name: str, by: str, wanted: Iterable[object], which: sa.ColumnElement[bool]) -> None:
        of, wanted = table(BY_TABLE[name]), list(wanted)
        for start in range(0, len(wanted), AT_ONCE):
            for row in self._session.execute(sa.select(of).where(of.c[by].in_(wanted[start:start + AT_ONCE]), which)):
                self._rows[name, row.key] = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it

    def _load_touched(self, edits: Iterable[Edit]) -> None:
        ids: dict[str, list[int | None]] = defaultdict(list)
        for e in edits:
            ids[e.kind].append(e.id)
        for name, some in ids.items():
            self._load_rows(name, "id", some, permitted(BY_TABLE[name], self._asker))

    def _load_seen(self, name: str, wanted: Iterable[int]) -> None:
        of, numbers = table(BY_TABLE[name]), sorted(wanted)
        within = within_project(BY_TABLE[name])
        columns = (of.c.id, of.c[within]) if within else (of.c.id, sa.null())
        for start in range(0, len(numbers), AT_ONCE):
            found = sa.select(*columns).where(of.c.id.in_(numbers[start:start + AT_ONCE]), visible(BY_TABLE[name], self._asker))
            self._seen |= {(name, id_): home for id_, home in self._session.execute(found)}

    def _row(self, kind: type[Record], key: str) -> Row:
        """The whole row, hidden fields too: what is validated whole must be read whole. Still narrowed to what is visible."""
        try:
            return self._rows[str(kind.__tablename__), key]
        except KeyError:
            raise NotFound(f"There is no such {kind.kind.one}.") from None

    def _completed(self, kind: type[Record], values: Values) -> dict[str, object]:
        """The values with what goes without saying: who asks, and the project of what the record refers to."""
        more: dict[str, object] = {}
        if not self._proposal.imports and self._asker.person:
            more = {f.name: self._asker.person for f in fields(kind) if f.says.asker and f.name not in values}
        within = within_project(kind)
        if within and values.get(within) is None:
            homes = (self._home(f, values[f.name]) for f in references(kind) if isinstance(values.get(f.name), int))
            home = project_of(self._session, self._asker, values)
            home = next((h for h in homes if h is not None), None) if home is None else home
            more |= {within: home} if home is not None else {}
        return {**values, **more}

    def _home(self, f: FieldOf, to: Any) -> int | None:
        """The project that what a field refers to belongs to."""
        if to >= 0:
            return self._seen.get((str(f.refers), to))
        name, values = self._created.get(to, ("", {}))
        within = within_project(BY_TABLE[name]) if name else None
        home = values.get(within) if within else None
        return home if isinstance(home, int) else None

    def _refuse_unless_creatable(self, kind: type[Record]) -> None:
        if kind not in self._creatable:
            writable(kind, self._asker)
            self._creatable.add(kind)

    def _refuse_unless_writable(self, kind: type[Record], row: Row) -> None:
        if kind not in self._writable:
            ids = [r["id"] for (name, _), r in self._rows.items() if name == kind.__tablename__]
            self._writable[kind] = set()
            for start in range(0, len(ids), AT_ONCE):
                own = sa.select(table(kind).c.id).where(table(kind).c.id.in_(ids[start:start + AT_ONCE]), writable(kind, self._asker))
                self._writable[kind] |= set(self._session.execute(own).scalars())
        if row["id"] not in self._writable[kind]:
            raise Refused(f"You may see {row['key']}, but not change it. Ask the project manager.")

    def _refuse_second(self, kind: type[Record], wish: Create) -> None:
        """Keys are given by the office alone, and what comes from one place comes in once."""
        if (wish.key or wish.archived) and Role.admin not in self._asker.roles:
            raise Refused("Only the PMO admin may read a whole company back in.")
        if not wish.key and not wish.source:
            return
        if kind not in self._taken:
            of = table(kind).c
            self._taken[kind] = (set(self._session.execute(sa.select(of.key)).scalars()),
                                 {tuple(r) for r in self._session.execute(sa.select(of.source, self._home_column(kind)).where(
                                     of.source != "", visible(kind, self._asker)))})
        keys, sources = self._taken[kind]
        at = (wish.source, wish.values.get(str(kind.kind.within)) if self._has_home(kind) else None)
        if (wish.key and wish.key in keys) or (wish.source and at in sources):
            raise Conflict(f"The {kind.kind.one} {wish.key or wish.source} is there already; read the file again.")
        keys.add(wish.key)
        sources.add(at)

    def _has_home(self, kind: type[Record]) -> bool:
        return kind.kind.within not in (None, "id")

    def _home_column(self, kind: type[Record]) -> Any:
        return table(kind).c[str(kind.kind.within)] if self._has_home(kind) else sa.null()

    def _refuse_unless_at_home(self, kind: type[Record], after: Values) -> None:
        """A record is made in, or moved to, only a project that the asker works on."""
        home, within = home_of(kind), str(kind.kind.within)
        if home is None or within == "id" or (isinstance(to := after[within], int) and to < 0) or (to is None and kind.kind.own):
            return
        if (kind, to) not in self._allowed:
            found = sa.select(home.c.id).where(home.c.id == to, may_create_in(kind, self._asker, to))
            self._allowed[kind, to] = (to is not None or self._may_write_all(kind)) and (to is None or self._session.execute(found).first() is not None)
        if not self._allowed[kind, to]:
            where = f"that {home.name}'s team, so you may not add {kind.kind.many} to it. Its manager can." if to is not None else ""
            raise Refused(f"You are not on {where}" if where else f"Say which {home.name} the {kind.kind.one} belongs to.")

    def _may_write_all(self, kind: type[Record]) -> bool:
        return bool(self._asker.roles & set(kind.kind.write) & {Role.value, Role.executive, Role.admin})

    def _refuse_hidden(self, kind: type[Record], after: Values, before: Values) -> None:
        """A record may only newly refer to records that the asker can see, or a wish would tell what exists; and to those of its own project."""
        within = within_project(kind)
        for f in references(kind):
            to = after.get(f.name)
            if to is None or (before and to == before.get(f.name)):
                continue
            other = BY_TABLE[str(f.refers)]
            if not isinstance(to, int) or not (to in self._created if to < 0 else self._sees(str(f.refers), to)):
                raise NotFound(f"There is no such {other.kind.one}.")
            home = self._home(f, to)
            if within and home is not None and after.get(within) not in (None, home) and within_project(other):
                raise BadInput(f"That {other.kind.one} belongs to another project than the {kind.kind.one}.")

    def _sees(self, name: str, to: int) -> bool:
        if not 0 < to < log.LARGEST:
            return False
        if (name, to) not in self._seen:
            self._load_seen(name, {to})
        return (name, to) in self._seen
