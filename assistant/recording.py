"""The door to write records as data: what a person sends whole is its own preview, so it applies at once, with Undo."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
import re

from pydantic import TypeAdapter

from assistant.calling import Planned, Turn
from assistant.confirming import offered, written
from assistant.doing_once import Request, done_once
from assistant.forms import ANSWER, Unfit, at_fault
from assistant.messages import Answer
from assistant.registers import Row, keyed, kind_named, refuse_unless_changeable
from assistant.registers.filters import conditions
from assistant.registers.rows import Rows, field, is_text
from language.cleaning import clean
from records import credentials, log, planning
from records.database import Database, Writing, refuse_read_only
from records.errors import BadInput, Conflict, NotFound, Sorry
from records.kinds.base import FieldOf, Record
from records.proposals import Change, Create, Forget, Proposal, Undo
from records.query import LARGEST, Query, Where
from records.reading import Reader
from reports.blocks import Receipt
from tools.desk import Desk
from tools.desk.repeating import FIELD

Said = Mapping[str, str | int | float | bool | None]
NUMBERS = (int, float)
PLAIN = re.compile(r"-?\d{1,20}(?:\.\d{1,10})?")
MANY = "It was made together with others, by change #{position}. Undo that change, and all of them are taken back."
SINCE = "It was changed since it was made, so it is not taken away. Set what says that it is over, such as its status."


class Stale(Conflict):
    """The record is not any more as it was seen."""


@dataclass(frozen=True)
class Written:
    """What was written: the receipt, whose `position` undoes it, and the record as it is now, where there is one that the asker may see."""
    receipt: Receipt
    record: Row | None


WRITTEN = TypeAdapter(Written)


class Recording:
    """Each door applies one change, or raises the family of errors and changes nothing; `Unfit` names the fields that are at fault."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def create(self, who: str, kind: str, said: Said, request: Request | None = None) -> Written:
        """Make a record of a kind."""
        of = kind_named(kind)

        def made(tx: Writing, desk: Desk) -> Written:
            return _written(tx, desk, of, said, _new(desk, of, said))
        return self._once(who, request, made)

    def change(self, who: str, key: str, said: Said, version: int, request: Request | None = None) -> Written:
        """Set values of the record with this key, as it was seen: `Stale` when it is another version by now."""
        def made(tx: Writing, desk: Desk) -> Written:
            of, row = _seen(desk, key, version)
            return _written(tx, desk, of, said, Change(str(of.__tablename__), (row.key,), _read(desk, of, said, row)))
        return self._once(who, request, made)

    def propose(self, who: str, kind: str, where: Sequence[str], said: Said, thread: str, request: Request | None = None) -> Answer:
        """Show what a new record would come to, or with conditions the same change to each that fits; it waits for a yes, and nothing is written."""
        of, now = kind_named(kind), self._clock()
        with self._database.reading() as session:
            desk = Desk(credentials.asker(session, who), Reader(session, credentials.asker(session, who)), now)
            wish = Proposal(tuple(_changes(desk, of, where, said)) if where else (_new(desk, of, said),))
            planned = Planned(wish, planning.plan(session, desk.asker, wish, now.date()))
        with self._database.writing() as tx:
            return done_once(tx, desk.asker, request, now, lambda: offered(tx, Turn(desk.asker, now, {}), thread, planned, ()), ANSWER)

    def remove(self, who: str, key: str, version: int, request: Request | None = None) -> Written:
        """Take a record away: what is the asker's own is forgotten, what was made and left as it is is taken back. Raises `Conflict` for all else."""
        def made(tx: Writing, desk: Desk) -> Written:
            of, row = _seen(desk, key, version)
            refuse_unless_changeable(tx, desk.asker, of, row)
            wish = Forget(str(of.__tablename__), (row.key,)) if of.kind.own else _undoing(tx, desk, of, row)
            return Written(written(tx, desk.asker, Proposal((wish,)), desk.now), None)
        return self._once(who, request, made)

    def _once(self, who: str, request: Request | None, make: Callable[[Writing, Desk], Written]) -> Written:
        now = self._clock()
        with self._database.writing() as tx:
            refuse_read_only(tx)
            asker = credentials.asker(tx, who)
            return done_once(tx, asker, request, now, lambda: make(tx, Desk(asker, Reader(tx, asker), now)), WRITTEN)


def _new(desk: Desk, of: type[Record], said: Said) -> Create:
    return Create(str(of.__tablename__), {n: v for n, v in _read(desk, of, said).items() if v is not None})


def _changes(desk: Desk, of: type[Record], where: Sequence[str], said: Said) -> Iterator[Change]:
    """The change of each record that fits; a value such as “a week later” is another one for each."""
    query = Query(of, conditions(desk.reader, of, where, desk.today), limit=planning.MOST_RECORDS + 1)
    found = desk.reader.find(query)
    if not found:
        raise NotFound(f"No {of.kind.one} fits that, so there is nothing to change.")
    yield from (Change(str(of.__tablename__), (row.key,), _read(desk, of, said, row)) for row in found)


def _written(tx: Writing, desk: Desk, of: type[Record], said: Said, wish: Create | Change) -> Written:
    try:
        receipt = written(tx, desk.asker, Proposal((wish,)), desk.now)
    except BadInput as sorry:
        names = {field(desk.reader, of, name).name: name for name in said}
        if (at := at_fault(of, wish.values, names, sorry)) is None:
            raise
        raise Unfit({names[at]: str(sorry)}) from None
    reader = Reader(tx, desk.asker)
    row = reader.find(Query(of, (Where("key", "is", receipt.keys[0]),), limit=1))
    return Written(receipt, Rows(reader).made(of, row)[0] if row else None)


def _seen(desk: Desk, key: str, version: int) -> tuple[type[Record], Record]:
    """The record, in the version that the asker saw."""
    of, row = keyed(desk.reader, key)
    if row.version != version:
        raise Stale(f"{row.key} was changed meanwhile: it is version {row.version} by now. Read it again, then change it.")
    return of, row


def _undoing(tx: Writing, desk: Desk, of: type[Record], row: Record) -> Undo:
    """What takes back that a record was made, where that was all that was done and nothing happened to it since."""
    latest = next(iter(desk.reader.history(of, row.id or 0, 1)), None)
    if latest is None or not latest.created:
        raise Conflict(SINCE)
    if len(log.at(tx, latest.position).edits) > 1:
        raise Conflict(MANY.format(position=latest.position))
    return Undo(latest.position)


def _read(desk: Desk, of: type[Record], said: Said, row: Record | None = None) -> dict[str, object]:
    """Typed values of what was sent: plain data as it is, texts as people say them. Raises `Unfit`."""
    values, words, wrong = dict[str, object](), dict[str, str](), dict[str, str]()
    for name, value in said.items():
        f = field(desk.reader, of, name)
        try:
            if f.holds_key and isinstance(value, str) and value:
                values[f.name] = keyed(desk.reader, value)[1].key
            elif isinstance(value, str) and not _is_plain(f, value):
                words[f.name] = value
                desk.values(of, {f.name: value}, row)
            else:
                values[f.name] = _typed(f, value)
        except Sorry as sorry:
            wrong[name] = str(sorry)
    if wrong:
        raise Unfit(wrong)
    return {**values, **desk.values(of, words, row)}


def _is_plain(f: FieldOf, value: str) -> bool:
    """Whether a text says its value as data does: an amount as 1234.50, and a text that has no words of its own."""
    return bool(PLAIN.fullmatch(value)) if f.is_money else is_text(f) and f.name != FIELD


def _typed(f: FieldOf, value: str | float | None) -> object:
    """A value that is plain data, as its field takes it."""
    if value is None:
        return "" if is_text(f) else None
    if is_text(f) and isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, bool) or f.refers or f.choices or not (f.type in NUMBERS or f.is_money):
        raise BadInput(f"The {f.label} is said as text.")
    if not isinstance(value, str) and not -LARGEST < value < LARGEST:
        raise BadInput(f"The {f.label} is too large.")
    if f.is_money:
        return Decimal(str(value))
    if f.type is int and float(value) != int(value):
        raise BadInput(f"The {f.label} is a whole number.")
    return f.type(value)
