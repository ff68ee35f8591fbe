"""A change in words: what a preview and a receipt say of each field, and what is wrong with a value."""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
import sqlalchemy as sa

from language.articles import one
from language.rrule import in_words
from records.access import OVER, permitted, readable, sees_key
from records.asker import Asker, Role
from records.called import UNTITLED, Called
from records.database import Reading
from records.kinds import BY_TABLE, Person, Project, Task
from records.kinds.base import FieldOf, Record, fields, table
from records.proposals import Edit, FieldChange, is_new
from records.sources import mark_of

NOTHING, IN_FILE = "nothing", "key in the file"


def title(edits: Sequence[Edit], undoes: int | None, imports: str = "", names: Called = UNTITLED) -> str:
    """One line over a preview or a receipt: “New task”, “Change APOLLO-T-12 Order list”, “Undo change #8”."""
    if imports:
        return f"Import {imports}: {counted(edits)}"
    if undoes is not None:
        return f"Undo change #{undoes}"
    kinds = {e.kind for e in edits}
    kind = BY_TABLE[kinds.pop()].kind if len(kinds) == 1 else None
    made = all(e.is_new or not e.before for e in edits)
    if len(edits) == 1 and kind:
        return " ".join(filter(None, (f"New {kind.one}" if made else "Change", edits[0].key, names.get((edits[0].kind, edits[0].id)))))
    if kind is None or (not made and any(e.is_new or not e.before for e in edits)):
        return counted(edits)[:1].upper() + counted(edits)[1:]
    return f"{len(edits)} new {kind.many}" if made else f"Change {len(edits)} {kind.many}"


def counted(edits: Sequence[Edit]) -> str:
    """How many records of which kinds are new and changed: “1 new project, 40 new tasks, 2 tasks changed”."""
    every = Counter((e.kind, e.is_new or not e.before) for e in edits)
    said = [f"{n:,} new {_noun(k, n)}" for (k, made), n in every.items() if made]
    said += [f"{n:,} {_noun(k, n)} changed" for (k, made), n in every.items() if not made]
    return ", ".join(said) or "nothing new"


def _noun(kind: str, count: int) -> str:
    return BY_TABLE[kind].kind.one if count == 1 else BY_TABLE[kind].kind.many


NEW: Mapping[int | None, str] = {}


def told(session: Reading, asker: Asker, edit: Edit, new: Mapping[int | None, str] = NEW) -> Iterator[FieldChange]:
    """Every field that an edit sets, before and after, as its asker may see it; `new` names the new records of the same change."""
    kind = BY_TABLE[edit.kind]
    record = edit.key or f"new {kind.kind.one}"
    if "archived" in edit.after and not edit.is_new:
        yield FieldChange(record, "record", *(("there", "taken back") if edit.after["archived"] else ("taken back", "there again")))
        return
    if not edit.before and (mark := mark_of(str(edit.after.get("source", "")))):
        yield FieldChange(record, IN_FILE, "", mark)
    defaults = {name: info.default for name, info in kind.model_fields.items()}
    currency = _currency(session, kind, edit)
    for f in readable(kind, asker):
        is_graded = bool(f.says.words) and not f.choices and not f.required      # what a new risk is put at is told even when nobody said it
        if f.name in edit.after and (f.says.set_by == "person" or f.name in TOLD) and (edit.before or edit.after[f.name] not in (None, "")):
            before = said(session, asker, f, edit.before[f.name], currency) if edit.before else ""
            yield FieldChange(record, f.label, before, said(session, asker, f, edit.after[f.name], currency, new))
        elif is_graded and not edit.before and defaults[f.name] is not None:
            yield FieldChange(record, f.label, "", said(session, asker, f, defaults[f.name], currency))


TOLD = ("number", "agreed_on", "finish", "budget", "first_day")         # what code sets and a person wants to know


def said(session: Reading, asker: Asker, field: FieldOf, value: Any, currency: str = "", new: Mapping[int | None, str] = NEW) -> str:
    """A stored value as a person reads it: names for references, weekdays with dates, units behind numbers."""
    if value is None or value == "":
        return NOTHING
    if field.refers or field.holds_key:
        is_made_here = (field.refers or is_new(value)) and int(value) in new
        return f"{new[int(value)]} (new)" if is_made_here else _named(session, asker, field.refers or "", value)
    if field.type is date:
        return f"{date.fromisoformat(str(value)):%a %-d %b %Y}"
    if field.is_money:
        return f"{Decimal(str(value)):,.2f} {currency}".strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g} {field.says.unit}".strip() if field.type is float else f"{value} {field.says.unit}".strip()
    return in_words(str(value)) if field.name == "recurrence" else str(value)


def _named(session: Reading, asker: Asker, name: str, value: Any) -> str:
    if name not in BY_TABLE:
        return str(value) if sees_key(session, asker, value) or is_new(value) else "–"
    other = BY_TABLE[name]
    column = table(other).c[other.kind.title]
    found = session.execute(sa.select(column).where(table(other).c.id == value, permitted(other, asker))).scalar()
    return "–" if found is None else str(found)


def let_in(session: Reading, asker: Asker, edits: Sequence[Edit]) -> Iterator[FieldChange]:
    """A line for everybody whom a change lets see a restricted project."""
    edits = [e for e in edits if e.kind in JOINS and e.after.keys() & {*JOINS[e.kind], *UNDERWAY}]
    if not edits:
        return
    of, told_of = table(Project).c, set[tuple[int, int]]()
    hidden: dict[int, str] = dict(session.execute(sa.select(of.id, of.name).where(of.access == "restricted", permitted(Project, asker))).all())
    for e in edits if hidden else ():
        for person, project in _joining(session, e):
            if project in hidden and (person, project) not in told_of and not _sees(session, person, project):
                told_of.add((person, project))
                name = said(session, asker, next(f for f in fields(Task) if f.name == "owner_id"), person)
                record = e.key or f"new {BY_TABLE[e.kind].kind.one}"
                yield FieldChange(record, "who may see", "", f"{name} will then see the restricted project {hidden[project]}")


def _joining(session: Reading, edit: Edit) -> Iterator[tuple[int, int]]:
    """The people and projects that an edit may bring together."""
    names = JOINS[edit.kind]
    of = table(BY_TABLE[edit.kind]).c
    row = session.execute(sa.select(*of).where(of.id == edit.id)).mappings().first() if not edit.is_new else None
    after = {**(row or {}), **edit.after}
    if after.get("archived") or after.get("status") in OVER:
        return
    home = after.get("id" if edit.kind == Project.__tablename__ else "project_id")
    yield from ((who, home) for n in names if isinstance(who := after.get(n), int) and isinstance(home, int) and min(who, home) > 0)


JOINS: Mapping[str, tuple[str, ...]] = {"task": ("owner_id",), "membership": ("person_id",), "project": ("manager_id", "sponsor_id")}
UNDERWAY = ("project_id", "status", "archived")              # what makes an owner's task one of a project's that is under way


def _sees(session: Reading, person: int, project: int) -> bool:
    role = session.execute(sa.select(table(Person).c.role).where(table(Person).c.id == person)).scalar()
    if role is None:
        return False
    return session.execute(sa.select(table(Project).c.id).where(
        table(Project).c.id == project, permitted(Project, Asker(person, "", "", frozenset({Role(role)}))))).first() is not None


def complaint(kind: type[Record], wrong: ValidationError) -> str:
    """What is wrong with the first bad field, and what would be right, in a sentence."""
    first = wrong.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    field = next((f for f in fields(kind) if f.name == name), None)
    label = field.label if field else name
    if first["type"] == "missing":
        return f"{one(kind.kind.one).capitalize()} needs {one(label)}."
    if field and field.choices:
        return f"“{first['input']}” is no {label} of a {kind.kind.one}; choose {', '.join(field.choices)}."
    if first["type"] == "string_too_long":
        return f"The {label} is too long: at most {first['ctx']['max_length']} characters."
    if first["type"] == "string_too_short":
        return f"The {label} of a {kind.kind.one} may not be empty."
    return f"The {label} is not right: {_plain(first['msg'])}."


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ").replace("Input should be", "it should be").rstrip(".")


def _currency(session: Reading, kind: type[Record], edit: Edit) -> str:
    """The currency of the project that a record with money belongs to."""
    if not any(f.is_money for f in fields(kind)) or kind.kind.within is None:
        return ""
    home = edit.after.get(kind.kind.within)
    if home is None:
        home = session.execute(sa.select(table(kind).c[kind.kind.within]).where(table(kind).c.id == edit.id)).scalar()
    return _known_currency(session, home)


def _known_currency(session: Reading, project_id: Any) -> str:
    return session.execute(sa.select(table(Project).c.currency).where(table(Project).c.id == project_id)).scalar() or ""
