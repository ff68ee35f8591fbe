"""Changing records, one or many at once, and what is said about one in the same breath."""
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
import re

from language.dates import find_dates
from records.errors import Ambiguous, BadInput, Conflict, NotFound
from records.kinds import Project
from records.kinds.base import Record, fields
from records.proposals import Change, Create, Proposal, Undo
from records.query import Query, Where
from tools.base import Conditions, Values, tool
from tools.desk import Desk, repeating
from tools.desk.beside import kinds_about

EFFORT = re.compile(r"(?:\d+(?:[.,]\d+)?|half an?|an?)\s?(?:h|hrs?|hours?|min|minutes|days?)\b", re.I)
CALLED_OFF = ("status", "cancelled")
MOST_NAMED = 6
WORKED_BY = re.compile(r"[\s,;]*\bworked by (?P<who>[^,;.]+)$", re.I)


@tool("mark T-12 done", "move T-12 to next Friday", "assign APOLLO-T-3 to Ben", "move all of Ben's overdue tasks to Ana",
      "set the priority of T-12 to high", "T-12 is blocked, waiting for the supplier", "push T-12 out by a week", "close the risk APOLLO-R-2",
      "approve APOLLO-CR-1", "T-12 60 %, waiting for the supplier", "change the estimate of T-12 to 20h", "start T-12", "T-12 is done",
      "I finished T-12", "finish T-12", "complete T-12", "reassign T-4 to Ana", "give T-12 to Ana", "change the due date of T-12 to 3 December",
      "postpone T-12 to Monday", "delay T-12 by two days", "set T-12 to in progress", "reopen T-3", "reject APOLLO-CR-2", "assign T-3 to me",
      "put Apollo on hold", "pause Apollo", "declare Apollo amber", "set the declared colour of Apollo to red", "rename T-12 to 'Test the invoices'",
      "T-12 needs 8 more hours", "set the forecast of APOLLO-MS-2 to 10 December", "set the probability of APOLLO-R-1 to 5", "cancel T-13",
      "mark all overdue tasks of Ben as blocked", "make T-12 critical", "move it to the Monday after", "mark it done", "assign it to Ben",
      "unassign T-12", "make Ben the owner of T-12", "Ben takes over T-12", "hand over Ben's tasks to Ana", "give all of Ben's late tasks to Ana",
      "transfer Ben's open tasks on Apollo to Ana", "close all open risks of Apollo", "move all overdue tasks of Apollo to next Friday",
      "bring T-12 forward by three days", "T-12 is due on Friday", "swap the owner of T-12 to Ana", "set the finish of Apollo to 3 March",
      "change the manager of Apollo to Ana", "reschedule APOLLO-MS-3 to 15 January", "mark T-5 and T-6 as done", "tick off T-12",
      "all of Ben's overdue tasks should go to Ana", "Ben can not continue with T-12 because the data is missing", "T-12 slips by a week",
      "T-12 is at 75 %", "lower the impact of APOLLO-R-1 to 3", "finished T-12", "the deadline of T-12 moves to Friday",
      "switch the owner of T-12 to Ana", "T-12 will take 40 hours", "T-12 done, 6h", "spent 2h on T-12, 40 % now", "make T-12 repeat monthly",
      "T-12 repeats every weekday", "stop repeating T-12", "stop repeating it", sign="Preparing a preview")
def change_records(desk: Desk, kind: type[Record], where: Conditions, values: Values) -> Proposal:
    """Propose the same change to every record that meets `where`, as one change; nothing is written before the person confirms.
    where: field -> condition in words, {"key": "APOLLO-T-12"} or {"owner": "Ben", "status": "not done", "due": "before today"}; of "T-12" the project must
    be clear.
    values: field -> new value in words, {"status": "done"}, {"due": "a week later"}; a time entry or comment on it too, {"time entry": "3h today"}.
    It never deletes."""
    if not where:
        raise BadInput(f"Say which {kind.kind.many} to change.")
    if not values:
        raise BadInput("Say what to change: a field and its new value.")
    own, beside = _parted(kind, values)
    if (made := _settled(desk, kind, where, own)) is not None:
        return made
    keys = _named(desk, kind, where) if "key" in where and set(where) <= {"key", "project"} else _found(desk, kind, where)
    if _is_called_off(kind, values):
        return _taken_back(desk, kind, keys)
    table = str(kind.__tablename__)
    rows = [desk.reader.get(kind, key) for key in keys]
    each = [Change(table, (row.key,), desk.values(kind, _added(kind, own, row), row)) for row in rows] if own else []
    same = all(c.values == each[0].values for c in each)
    changes = (Change(table, tuple(keys), each[0].values),) if each and same else tuple(each)
    repeats = own.get(repeating.FIELD, "")
    note = repeating.remark(repeats, desk.today, each[0].values.get("due") if same else None) if repeats else ""
    return Proposal((*changes, *_noted(desk, kind, rows, beside)), note)


def noted(kind: type[Record], said: str, today: date) -> dict[str, str]:
    """The values of such a record in a few words: “3h yesterday, order list” is hours, a day and a note; “worked by Ben” at its end says whose."""
    values, rest = dict[str, str](), said
    by = next((f for f in fields(kind) if f.says.asker and "worked by" in f.names), None)
    if by and (m := WORKED_BY.search(rest)):
        values[by.label], rest = m["who"].strip(), rest[:m.start()]
    for of in fields(kind):
        spans = list(find_dates(rest, today)) if of.type is date and of.required else ()
        words = rest[spans[0].start:spans[0].end] if spans else "today" if of.type is date and of.required else ""
        if of.type is float and of.required and (m := EFFORT.search(rest)):
            words = m[0]
        if words:
            values[of.label] = words
            rest = " ".join(rest.replace(words, " ", 1).split()).strip(" ,;:.-")
    title = next(f for f in fields(kind) if f.name == kind.kind.title)
    return {**values, **({title.label: rest} if rest and title.type is str else {})}


def _is_called_off(kind: type[Record], values: Values) -> bool:
    """Whether records are to be cancelled of a kind that knows no such state."""
    (name, said), *more = [(n.lower(), words.lower()) for n, words in values.items()]
    return not more and (name, said) == CALLED_OFF and not any(name in (n.lower() for n in f.names) for f in fields(kind))


def _taken_back(desk: Desk, kind: type[Record], keys: Sequence[str]) -> Proposal:
    """What takes a record back that should not be there any more: the change that made it is undone."""
    if len(keys) > 1:
        raise Ambiguous(f"the {kind.kind.one} to cancel", tuple(desk.reader.line(kind, desk.reader.get(kind, key)) for key in keys[:MOST_NAMED]))
    row = desk.reader.get(kind, keys[0])
    last = desk.reader.history(kind, row.id or 0, 1)[0]
    if not last.created:
        raise Conflict(f"{row.key} was changed since it was recorded, by change #{last.position}. Undo that change first, then cancel it.")
    if sum(e.position == last.position for e in desk.reader.events(last.at, last.at)) > 1:
        raise Conflict(f"{row.key} was recorded together with others, by change #{last.position}, so it cannot be taken back alone. Its days can be changed.")
    return Proposal((Undo(last.position),), f"This takes back {desk.reader.line(kind, row)}.")


def _parted(kind: type[Record], said: Values) -> tuple[dict[str, str], dict[type[Record], str]]:
    """The values that are the record's own, and those that make a record of another kind about it: a time entry, a comment."""
    names = {n.lower(): k for k in reversed(kinds_about(kind)) for n in k.kind.names}
    own = {n.lower() for f in fields(kind) for n in (f.name, *f.names)}
    beside = {names[n.lower()]: words for n, words in said.items() if n.lower() in names and n.lower() not in own}
    return {n: words for n, words in said.items() if n.lower() in own or n.lower() not in names}, beside


def _noted(desk: Desk, kind: type[Record], rows: Sequence[Record], beside: Mapping[type[Record], str]) -> Iterator[Create]:
    """What is said beside a change, as records that refer to what is changed."""
    if beside and len(rows) > 1:
        raise BadInput(f"Say the {' and the '.join(k.kind.one for k in beside)} of one {kind.kind.one} at a time.")
    for other, said in beside.items():
        to = next(f for f in fields(other) if f.refers == kind.__tablename__ or f.holds_key)
        yield Create(str(other.__tablename__), {**desk.values(other, noted(other, said, desk.today)), to.name: rows[0].key if to.holds_key else rows[0].id})


def _added(kind: type[Record], said: Mapping[str, str], row: Record) -> dict[str, str]:
    """The values, with “+ …” put to what a text holds already."""
    texts = {n.lower(): f.name for f in fields(kind) if f.type is str for n in (f.name, *f.names)}
    return {n: ", ".join(p for p in (getattr(row, texts[n.lower()]), words[1:].strip()) if p) if words.startswith("+") and n.lower() in texts else words
            for n, words in said.items()}


def _settled(desk: Desk, kind: type[Record], where: Conditions, values: Mapping[str, str]) -> Proposal | None:
    """The first setting of a kind that has one record for each choice: what is not there yet is made."""
    if not _is_choice(kind) or not set(where) <= {"key", kind.kind.title}:
        return None
    choice = desk.values(kind, {kind.kind.title: next(iter(where.values()))})
    if desk.reader.find(Query(kind, tuple(Where(n, "is", v) for n, v in choice.items()), limit=1)):
        return None
    return Proposal((Create(str(kind.__tablename__), {**choice, **desk.values(kind, values)}),))


def _is_choice(kind: type[Record]) -> bool:
    return any(f.name == kind.kind.title and f.choices for f in fields(kind)) and bool(kind.model_fields[kind.kind.title].is_required())


def _named(desk: Desk, kind: type[Record], where: Conditions) -> list[str]:
    """The keys of those that are named each, in the project that is said."""
    home = desk.named(Project, where["project"]).id if "project" in where and any(f.name == "project_id" for f in fields(kind)) else None
    return [desk.named(kind, said.strip(), home).key for said in where["key"].split(",")]


def _found(desk: Desk, kind: type[Record], where: Conditions) -> list[str]:
    """The keys of what fits, the figures among the conditions computed."""
    having = desk.having(kind, where)
    found = desk.reader.find(desk.query(kind, where, limit=None))
    book = desk.book(*found)
    keys = [row.key for row in found if all(h.holds(book.value(row, h.figure).number) for h in having)]
    if not keys:
        raise NotFound(f"No {kind.kind.one} fits that, so there is nothing to change.{_there(desk, kind, where)}")
    return keys


def _there(desk: Desk, kind: type[Record], where: Conditions) -> str:
    """What there is by other titles, where it is few, so that the one that is meant can be named."""
    title = next((n for n in where if n in (kind.kind.title, *(f.label for f in fields(kind) if f.name == kind.kind.title))), "")
    found = desk.reader.find(desk.query(kind, {n: w for n, w in where.items() if n != title}, limit=MOST_NAMED + 1)) if title and len(where) > 1 else ()
    named = "; ".join(f"{row.key} {getattr(row, kind.kind.title)}" for row in found)
    return f" There {'is' if len(found) == 1 else 'are'} {named}." if 0 < len(found) <= MOST_NAMED else ""
