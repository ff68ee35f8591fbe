"""What must hold between records: no circles, one who answers, words for choices that there are. Raises `BadInput`."""
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

import sqlalchemy as sa

from records.access import permitted, visible
from records.asker import Asker, Role
from records.database import Reading
from records.errors import BadInput, Conflict, NotFound
from records.kinds import KINDS, Comment, Link, Milestone, Person, Project, Responsibility, Task, Word
from records.kinds.base import Record, fields, table
from records.kinds.word import ANYTHING
from records.proposals import Edit

Values = Mapping[str, Any]
Ends = tuple[str, ...]                    # the fields that may hold one end
Node = tuple[str, object]                 # "task" or "milestone", and its id


def refuse_unsound(session: Reading, asker: Asker, kind: type[Record], before: Values, after: Values) -> None:
    """Refuse a record that does not fit the others."""
    if kind is Responsibility:
        _refuse_second_accountable(session, before, after)
    elif kind is Word:
        _refuse_word_for_nothing(after)
    elif kind is Comment and after["about"] and after["about"] != before.get("about"):
        of, row = found_by_key(session, asker, after["about"])
        if after["project_id"] != (row.id if of is Project else getattr(row, "project_id", after["project_id"])):
            raise BadInput(f"{row.key} belongs to another project than the comment.")


LINKS = (Link, ("successor_id", "successor_milestone_id"), ("predecessor_id", "predecessor_milestone_id"))


def refuse_lockout(session: Reading, edits: Iterable[Edit]) -> None:
    """Refuse a change after which nobody could administer the office any more."""
    of = table(Person).c
    touched = [e for e in edits if e.kind == Person.__tablename__ and not e.is_new and {"role", "email", "archived"} & e.after.keys()]
    if not touched:
        return
    rows = session.execute(sa.select(of.id, of.role, of.email, of.archived))
    after = {row.id: dict(row._mapping) for row in rows}  # noqa: SLF001 - SQLAlchemy's public name
    for e in touched:
        after.setdefault(int(e.id or 0), {}).update(e.after)
    if not any(p.get("role") == Role.admin and p.get("email") and not p.get("archived") for p in after.values()):
        raise BadInput("At least one PMO admin with an e-mail address must remain, or nobody could let anybody in.")


def refuse_left_behind(session: Reading, asker: Asker, edits: Iterable[Edit]) -> None:
    """Refuse to take back a record that others refer to, unless they are taken back, or let go of it, in the same change."""
    edits = tuple(edits)
    gone: dict[str, set[int]] = {}
    for e in edits:
        if e.after.get("archived") is True and not e.is_new:
            gone.setdefault(e.kind, set()).add(int(e.id or 0))
    after = {(e.kind, e.id): e.after for e in edits} if gone else {}
    for kind in KINDS if gone else ():
        name = str(kind.__tablename__)
        for f in (f for f in fields(kind) if f.refers in gone):
            for id_, key, to in _referring(session, kind, f.name, sorted(gone[str(f.refers)])):
                if id_ not in gone.get(name, ()) and after.get((name, id_), {}).get(f.name, to) == to:
                    _refuse_left(session, asker, kind, key, f.label)


def _referring(session: Reading, kind: type[Record], field: str, ids: list[int]) -> Iterable[tuple[int, str, int]]:
    of = table(kind).c
    for start in range(0, len(ids), AT_ONCE):
        found = sa.select(of.id, of.key, of[field]).where(of[field].in_(ids[start:start + AT_ONCE]), of.archived.is_(False))
        yield from ((id_, key, to) for id_, key, to in session.execute(found))


def _refuse_left(session: Reading, asker: Asker, kind: type[Record], key: str, label: str) -> None:
    of = table(kind).c
    seen = session.execute(sa.select(of.key).where(of.key == key, permitted(kind, asker))).first()
    who = f"{key} names it as its {label}. Change {key} first" if seen else f"A {kind.kind.one} that you may not see refers to it. Ask the PMO"
    raise Conflict(f"That cannot be taken back: {who}, or it would refer to nothing.")


SHOWN = 6                                       # records of a circle that are named
AT_ONCE = 5000


def refuse_circles(session: Reading, asker: Asker, edits: Iterable[Edit]) -> None:
    """Refuse tasks that would contain themselves, and links that would make a task wait for itself."""
    edits = tuple(edits)
    for kind, low, high in ((Task, ("id",), ("parent_id",)), LINKS):
        touched = [e for e in edits if e.kind == kind.__tablename__ and any(n in e.after for n in (*low, *high))]
        if touched:
            _refuse_circle(_edges(session, kind, low, high, touched), session, asker)


def found_by_key(session: Reading, asker: Asker, key: str) -> tuple[type[Record], Any]:
    """The kind and the row of the visible record with this key; raises `NotFound`."""
    for kind in KINDS:
        if not kind.kind.code or f"-{kind.kind.code}-" in f"-{key.upper()}":
            row = session.execute(sa.select(table(kind)).where(table(kind).c.key == key.upper(), visible(kind, asker))).first()
            if row is not None:
                return kind, row
    raise NotFound(f"There is no record “{key}”.")


def _refuse_second_accountable(session: Reading, before: Values, after: Values) -> None:
    of = table(Responsibility).c
    others = sa.select(of.key).where(of.deliverable_id == after["deliverable_id"], of.letter == "accountable", of.archived.is_(False),
                                     of.id != before.get("id", 0))
    if after["letter"] == "accountable" and (key := session.execute(others).scalar()):
        raise BadInput(f"Exactly one person is accountable for a deliverable, and {key} names one already; change that one.")


def _refuse_word_for_nothing(after: Values) -> None:
    if after["record"] == ANYTHING:
        return
    kind = next((k for k in KINDS if str(after["record"]).lower() in (n.lower() for n in k.kind.names)), None)
    if kind is None:
        raise BadInput(f"“{after['record']}” is no kind of record; say such as task, risk or project.")
    field = next((f for f in fields(kind) if f.choices and str(after["field"]).lower() in (f.name, *(n.lower() for n in f.names))), None)
    if field is None:
        raise BadInput(f"A {kind.kind.one} has no choice “{after['field']}”; it has {', '.join(f.label for f in fields(kind) if f.choices)}.")
    if after["choice"] not in field.choices:
        raise BadInput(f"“{after['choice']}” is no {field.label} of a {kind.kind.one}; choose {', '.join(field.choices)}.")


def _edges(session: Reading, kind: type[Record], low: Ends, high: Ends, edits: list[Edit]) -> dict[Node, set[Node]]:
    """Who waits for, or lies in, whom: what is there in the tables, and on top what the edits say."""
    of, edges = table(kind).c, dict[Node, set[Node]]()
    names = tuple(dict.fromkeys((*low, *high)))
    there = sa.select(of.id.label("at"), *(of[n] for n in names)).where(sa.or_(*(of[n].is_not(None) for n in high)), of.archived.is_(False))
    rows: dict[object, dict[str, Any]] = {row.at: dict(row._mapping) for row in session.execute(there)}  # noqa: SLF001 - SQLAlchemy's public name
    for number, e in enumerate(edits):
        at = e.id if e.id is not None else f"new {number}"
        rows[at] = {"id": at, **rows.get(at, {}), **{n: e.after[n] for n in names if n in e.after}}
    for row in rows.values():
        below, above = _node(row, low), _node(row, high)
        if below and above:
            edges.setdefault(below, set()).add(above)
    return edges


def _node(row: Mapping[str, Any], ends: Ends) -> Node | None:
    """The task or milestone at one end."""
    return next((("milestone" if n.endswith("milestone_id") else "task", row[n]) for n in ends if row.get(n) is not None), None)


def _refuse_circle(edges: Mapping[Node, set[Node]], session: Reading, asker: Asker) -> None:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as wrong:
        circle = wrong.args[1]
        said = " → ".join(_called(session, asker, *node) for node in circle[:SHOWN]) + (f" → and {len(circle) - SHOWN} more" if len(circle) > SHOWN else "")
        raise BadInput(f"That would make a circle: {said}.") from None


def _called(session: Reading, asker: Asker, of: str, id_: object) -> str:
    kind = Milestone if of == "milestone" else Task
    if not isinstance(id_, int) or id_ < 0:
        return f"a new {kind.kind.one}"
    found = session.execute(sa.select(table(kind).c.key).where(table(kind).c.id == id_, permitted(kind, asker))).scalar()
    return str(found or f"a {kind.kind.one} that you may not see")
