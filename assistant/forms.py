"""Forms that are made from the kinds: what is asked, what each menu offers by the asker's rights, and a submitted one applied, for it is its own preview."""
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from pydantic import TypeAdapter

from assistant import keeping
from assistant.confirming import applied, submitted, written
from assistant.doing_once import Request, done_once
from assistant.messages import Answer
from assistant.registers import keyed, refuse_unless_changeable
from language.cleaning import folded
from records import credentials, planning, threads
from records.access import WRITES_ALL, may_create_in, may_write, settable, visible
from records.asker import Asker
from records.database import Database, Reading, Writing, refuse_read_only
from records.errors import BadInput, Conflict, NotFound, Refused, Sorry
from records.kinds import BY_TABLE, KINDS, Person, Project, kind_said
from records.kinds.base import FieldOf, Record, fields, split, table
from records.proposals import Change, Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from records.validating import defaults_as_json, trouble
from tools.desk import Desk

FIRST = 4                       # fields of a kind that a short form asks for beside what is required and what lists show
MOST_OFFERED = 100
LONG, LONGEST = 300, 3000       # letters of one line, and of the longest text that a form takes
Said = Mapping[str, str]
ANSWER = TypeAdapter(Answer)


@dataclass(frozen=True)
class Option:
    """One entry of a menu: what is submitted, and what a person reads."""
    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One question of a form. `holds`: line, text, date, choice (of `options`) or record (looked up as somebody types)."""
    name: str
    label: str
    holds: str
    required: bool = False
    hint: str = ""
    options: tuple[Option, ...] = ()
    initial: Option | None = None
    most: int = LONGEST


@dataclass(frozen=True)
class Form:
    """A form for one record of a kind: a new one, one that is there, or what a proposal would make of it. `is_whole`: it asks for everything.
    `stamp` is handed back with what was filled in, and tells whether the record is still as it was shown."""
    kind: str
    title: str
    fields: tuple[Field, ...]
    proposal: str = ""
    is_whole: bool = False
    stamp: str = ""
    record: str = ""


@dataclass(frozen=True)
class Submitted:
    """What came of a form: an answer with a receipt, or what is wrong with which field."""
    answer: Answer | None = None
    wrong: Mapping[str, str] | None = None


class Unfit(BadInput):
    """What is wrong with which field; its own sentence is the first of them."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(next(iter(fields.values())))
        self.fields = fields


@dataclass(frozen=True)
class Place:
    """What a form is of, with its `stamp`: a waiting proposal, or a record that is there; else it makes one. `thread`: where its receipt is kept."""
    proposal: str = ""
    record: str = ""
    stamp: str = ""
    thread: str = ""


class Forms:
    """Hands out forms and applies them; every door is narrowed by who asks."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def form(self, who: str, kind: str, given: Said | None = None, *, whole: bool = False) -> Form:
        """The form of a new record, with what is known of it already, in words; raises `Refused` when the asker may make none."""
        of = _kind(kind)
        with self._database.reading() as session:
            desk = self._desk(session, who)
            _refuse_unless_creatable(session, of, desk.asker)
            known = {n: o for n, said in (given or {}).items() if (o := _option(desk, of, n, said)) is not None}
            if of.kind.within not in (None, "id", *known) and len(homes := _homes(session, desk.asker, of, "", 2)) == 1:
                known[str(of.kind.within)] = homes[0]                # where only one can be meant
            return Form(str(of.__tablename__), f"New {of.kind.one}", _asked(of, desk.asker, known, whole=whole, new=True), is_whole=whole)

    def kinds(self, who: str) -> Sequence[Option]:
        """The kinds of which the asker may make records."""
        with self._database.reading() as session:
            asker, found = credentials.asker(session, who), list[Option]()
            for of in KINDS:
                with suppress(Refused):
                    _refuse_unless_creatable(session, of, asker)
                    found.append(Option(str(of.__tablename__), of.kind.one[:1].upper() + of.kind.one[1:]))
        return found

    def of_proposal(self, who: str, proposal: str, *, whole: bool = False) -> Form:
        """The form of what waits for the asker's yes, to change it first; raises `Conflict` when it is no single record, or is decided."""
        with self._database.reading() as session:
            desk = self._desk(session, who)
            of, wish, now, stamp = _waiting(session, desk, proposal)
            known = {f.name: _shown(desk, f, now[f.name]) for f in fields(of) if now.get(f.name) not in (None, "")}
            also = wish.values.keys()
            asked = _asked(of, desk.asker, known, whole=whole, new=isinstance(wish, Create), also=tuple(also))
            title = f"New {of.kind.one}" if isinstance(wish, Create) else f"Change {wish.keys[0]}"
            return Form(str(of.__tablename__), title, asked, proposal, whole, stamp)

    def of_record(self, who: str, key: str, *, whole: bool = False) -> Form:
        """The form of a record that is there; raises `NotFound`, and `Refused` when the asker may not change it."""
        with self._database.reading() as session:
            desk = self._desk(session, who)
            of, row = keyed(desk.reader, key)
            refuse_unless_changeable(session, desk.asker, of, row)
            known = {f.name: _shown(desk, f, value) for f in fields(of) if (value := getattr(row, f.name, None)) not in (None, "")}
            return Form(str(of.__tablename__), f"Change {row.key}", _asked(of, desk.asker, known, whole=whole, new=False), is_whole=whole,
                        stamp=str(row.version), record=row.key)

    def options(self, who: str, kind: str, field: str, typed: str) -> Sequence[Option]:
        """What a menu offers for what was typed: only records that the asker may see, and only projects where they may make such a record."""
        of = _kind(kind)
        named = next((f for f in fields(of) if f.name == field and f.refers), None)
        if named is None:
            return ()
        with self._database.reading() as session:
            desk = self._desk(session, who)
            return _offered(session, desk.asker, of, named, typed)

    def projects(self, who: str, typed: str) -> Sequence[Option]:
        """The projects that the asker may see, for a menu."""
        with self._database.reading() as session:
            return _found(Reader(session, credentials.asker(session, who)), Project, typed)

    def submit(self, who: str, kind: str, said: Said, id_: str, proposal: str = "", stamp: str = "") -> Submitted:
        """Apply a submitted form; the same `id_` twice gets the same answer. Raises the family of errors where no field is at fault."""
        of, now = _kind(kind), self._clock()
        with self._database.writing() as tx:
            desk = Desk(asker := credentials.asker(tx, who), Reader(tx, asker), now)
            if (old := threads.seen(tx, id_, asker)) is not None:
                return Submitted(keeping.read(old))
            refuse_read_only(tx)
            values, wrong = _read(desk, of, said)
            if wrong:
                return Submitted(wrong=wrong)
            wish = _wish(tx, desk, of, values, proposal, stamp)
            try:
                return Submitted(submitted(tx, asker, id_, wish, now, proposal))
            except (BadInput, Refused) as sorry:
                if not said:
                    raise
                return Submitted(wrong={at_fault(of, values, said, sorry) or next(iter(said)): str(sorry)})

    def send(self, who: str, kind: str, said: Said, place: Place, request: Request | None = None) -> Answer:
        """Apply a form that was filled in on a page. Raises `Unfit` where a field is at fault, else the family of errors."""
        of, now = _kind(kind), self._clock()
        with self._database.writing() as tx:
            desk = Desk(credentials.asker(tx, who), Reader(tx, credentials.asker(tx, who)), now)
            return done_once(tx, desk.asker, request, now, lambda: _sent(tx, desk, of, said, place), ANSWER)

    def _desk(self, session: Reading, who: str) -> Desk:
        asker = credentials.asker(session, who)
        return Desk(asker, Reader(session, asker), self._clock())


def _sent(tx: Writing, desk: Desk, of: type[Record], said: Said, place: Place) -> Answer:
    refuse_read_only(tx)
    values, wrong = _read(desk, of, said)
    if wrong:
        raise Unfit(wrong)
    wish = _change(desk, of, values, place) if place.record else _wish(tx, desk, of, values, place.proposal, place.stamp)
    thread = threads.waiting(tx, desk.asker, place.proposal).thread if place.proposal else place.thread
    try:
        if thread:
            return applied(tx, desk.asker, thread, wish, desk.now, place.proposal)
        return Answer("", (written(tx, desk.asker, wish, desk.now, place.proposal),))
    except (BadInput, Refused) as sorry:
        if (at := at_fault(of, values, said, sorry)) is None:
            raise
        raise Unfit({at: str(sorry)}) from None


def _change(desk: Desk, of: type[Record], values: Mapping[str, object], place: Place) -> Proposal:
    """What a form makes of a record that is there: only what it says otherwise."""
    row = desk.reader.get(of, place.record)
    if place.stamp != str(row.version):
        raise Conflict(f"{row.key} was changed meanwhile, so nothing was done. Close this form and open it again.")
    return Proposal((Change(str(of.__tablename__), (row.key,), {n: v for n, v in values.items() if _bare(v) != _bare(getattr(row, n))}),))


def _bare(value: object) -> object:
    """An empty text is none."""
    return None if value == "" else value


def _kind(said: str) -> type[Record]:
    found = BY_TABLE.get(said) or kind_said(said)
    if found is None:
        raise NotFound(f"There is no form for “{said}”.")
    return found


def _refuse_unless_creatable(session: Reading, of: type[Record], asker: Asker) -> None:
    if not may_write(of, asker):
        raise Refused(f"With your role you may not make {of.kind.many}. The PMO can change that.")
    if of.kind.within not in (None, "id") and not asker.roles & WRITES_ALL and not _homes(session, asker, of, "", 1):
        raise Refused(f"You work on no project, so there is none to make a {of.kind.one} in. Ask its project manager to add you.")


def _asked(of: type[Record], asker: Asker, known: Mapping[str, Option], *, whole: bool, new: bool, also: Sequence[str] = ()) -> tuple[Field, ...]:
    """The questions, in the kind's order: a short form asks for what is required, what is known, what lists show, and the first few."""
    own = [f for f in settable(of, asker) if not (new and "state" in split(f.says.also))]
    first = {f.name for f in own[:FIRST]} | set(of.kind.columns) | known.keys() | set(also) | {f.name for f in own if f.required}
    return tuple(replace(_field(of, f), initial=known.get(f.name, _usual(of, f, new=new))) for f in own if whole or f.name in first)


def _field(of: type[Record], f: FieldOf) -> Field:
    label = f.label[:1].upper() + f.label[1:]
    if f.refers:
        return Field(f.name, label, "record", f.required)
    if f.choices:
        return Field(f.name, label, "choice", f.required, options=tuple(Option(c, c) for c in f.choices))
    if f.type is date:
        return Field(f.name, label, "date", f.required)
    if f.says.words and f.type is int:
        graded = tuple(Option(to, f"{to}: {split(words)[0]}") for words, to in f.says.words)
        return Field(f.name, label, "choice", f.required, options=graded)
    most = next((m.max_length for m in of.model_fields[f.name].metadata if hasattr(m, "max_length")), LONGEST) if f.type is str else 40
    hint = {"h": "hours, or such as “2 days”"}.get(f.says.unit, f.says.unit) or ("an amount" if f.is_money else "")
    return Field(f.name, label, "text" if f.type is str and most > LONG else "line", f.required, hint, most=min(most, LONGEST))


def _usual(of: type[Record], f: FieldOf, *, new: bool) -> Option | None:
    """What a field holds when nobody says anything, where a form shows it."""
    value = defaults_as_json(of).get(f.name) if new else None
    made = _field(of, f)
    return next((o for o in made.options if o.value == str(value)), None)


def _offered(session: Reading, asker: Asker, of: type[Record], f: FieldOf, typed: str) -> Sequence[Option]:
    kind = BY_TABLE[str(f.refers)]
    if f.name == of.kind.within and kind is Project:
        return _homes(session, asker, of, typed, MOST_OFFERED)
    return _found(Reader(session, asker), kind, typed)


def _homes(session: Reading, asker: Asker, of: type[Record], typed: str, most: int) -> Sequence[Option]:
    """The projects where this asker may make such a record, by what was typed."""
    own = table(Project)
    rows = session.execute(own.select().where(visible(Project, asker), may_create_in(of, asker, own.c.id)).order_by(own.c.name))
    return _narrowed((Option(r.key, f"{r.key} {r.name}" if r.key.lower() != r.name.lower() else r.name) for r in rows), typed)[:most]


def _found(reader: Reader, kind: type[Record], typed: str) -> Sequence[Option]:
    """The records of a kind by what was typed; of kinds that may be very many, the database looks for the words."""
    title, plain = kind.kind.title, kind is Person
    few = kind in (Person, Project)
    said: tuple[tuple[Where, ...], ...] = ((),) if few or not typed.strip() else (tuple(Where(title, "has", w) for w in typed.split()),
                                                                                   (Where("key", "has", typed.strip().upper()),))
    for where in said:
        rows = reader.find(Query(kind, where, fields=("id", "key", title), sort=title, limit=None if few else MOST_OFFERED))
        if rows:
            break
    options = [Option(r.key, str(getattr(r, title)) if plain else _named(r.key, str(getattr(r, title)))) for r in rows]
    return (_narrowed(options, typed) if few else options)[:MOST_OFFERED]


def _named(key: str, title: str) -> str:
    return title if key.lower() == title.lower() else f"{key} {title}"


def _narrowed(options: Iterable[Option], typed: str) -> list[Option]:
    words = folded(typed).split()
    return [o for o in options if all(w in folded(o.label) for w in words)]


def _option(desk: Desk, of: type[Record], name: str, said: str) -> Option | None:
    """What is known of a field, as its menu or line holds it; None when it cannot be read."""
    f = next((f for f in fields(of) if f.name == name), None)
    try:
        value = desk.values(of, {name: said}).get(name) if f is not None else None
    except Sorry:
        return None
    return _shown(desk, f, value) if f is not None and value not in (None, "") else None


def _shown(desk: Desk, f: FieldOf, value: object) -> Option:
    """A value as a form holds it."""
    if f.refers:
        kind = BY_TABLE[f.refers]
        row = next(iter(desk.reader.find(Query(kind, (Where("id", "is", value),), limit=1))), None)
        label = str(getattr(row, kind.kind.title)) if row else ""
        return Option(row.key, label if kind is Person else _named(row.key, label)) if row else Option("", "")
    graded = {to: f"{to}: {split(words)[0]}" for words, to in f.says.words} if f.type is int else {}
    said = value.isoformat() if isinstance(value, date) else f"{value:g}" if isinstance(value, float) else str(value)
    return Option(said, graded.get(said, said))


def _read(desk: Desk, of: type[Record], said: Said) -> tuple[dict[str, object], dict[str, str]]:
    """The values of a form, and what cannot be read of it."""
    values, wrong = dict[str, object](), dict[str, str]()
    for name, words in said.items():
        if not words.strip() and name not in {f.name for f in fields(of) if f.type is str}:
            values[name] = None
            continue
        try:
            values |= desk.values(of, {name: words})
        except Sorry as sorry:
            wrong[name] = str(sorry)
    return values, wrong


def _wish(session: Reading, desk: Desk, of: type[Record], values: Mapping[str, object], proposal: str, stamp: str) -> Proposal:
    """A new record, or what waited for a yes with what the form says instead; a field that nobody filled in goes without saying."""
    if not proposal:
        return Proposal((Create(str(of.__tablename__), {n: v for n, v in values.items() if v not in (None, "")}),))
    _, wish, now, is_stamp = _waiting(session, desk, proposal)
    if stamp != is_stamp:
        raise Conflict("Something changed meanwhile, so nothing was done. Close this form and open it again.")
    if isinstance(wish, Create):
        return Proposal((replace(wish, values={**wish.values, **{n: v for n, v in values.items() if v not in (None, "") or n in wish.values}}),))
    changed = {n: v for n, v in values.items() if str(v if v is not None else "") != str(now.get(n) if now.get(n) is not None else "") or n in wish.values}
    return Proposal((replace(wish, values={**wish.values, **changed}),))


def _waiting(session: Reading, desk: Desk, proposal: str) -> tuple[type[Record], Create | Change, Mapping[str, object], str]:
    """The one record of a waiting proposal, the wish, its values as they would be, and the stamp of all this. Raises `Conflict`."""
    waiting = threads.waiting(session, desk.asker, proposal)
    wish = waiting.proposal.wishes[0]
    if waiting.state != "pending":
        raise Conflict("That is decided already, so it cannot be changed any more.")
    if len(waiting.proposal.wishes) > 1 or waiting.imports or not (isinstance(wish, Create) or (isinstance(wish, Change) and len(wish.keys) == 1)):
        raise Conflict("There is a form only for one record that is made or changed. Say what should be otherwise.")
    of = BY_TABLE[wish.kind]
    planned = planning.plan(session, desk.asker, waiting.proposal, desk.today)
    edit = planned.edits[0]
    found = desk.reader.get(of, wish.keys[0]) if isinstance(wish, Change) else None
    row = {f.name: getattr(found, f.name, None) for f in fields(of)} if found else {}
    return of, wish, {**defaults_as_json(of), **row, **edit.after}, planned.digest


def at_fault(of: type[Record], values: Mapping[str, object], said: Said, sorry: Sorry) -> str | None:
    """The field of a form that a complaint is about: one that it names, or the project; None where it is about none of them."""
    suspects = trouble(of, {n: v for n, v in values.items() if v is not None})[1]
    named = [f.name for f in fields(of) if f.label.lower() in str(sorry).lower()]
    home = [of.kind.within or ""] if isinstance(sorry, Refused) else []
    return next((n for n in (*suspects, *home, *named) if n in said), None)
