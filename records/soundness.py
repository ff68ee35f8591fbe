"""What must hold between records: no circles, one who answers, words for choices that there are. Raises `BadInput`."""
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

import sqlalchemy as sa

from records.access import visible
from records.asker import Asker
from records.database import Reading
from records.errors import BadInput, NotFound
from records.kinds import KINDS, Comment, Link, Responsibility, Task, Word
from records.kinds.base import Record, fields, table
from records.proposals import Edit

Values = Mapping[str, Any]


def refuse_unsound(session: Reading, asker: Asker, kind: type[Record], before: Values, after: Values) -> None:
    """Refuse a record that does not fit the others."""
    if kind is Responsibility:
        _refuse_second_accountable(session, before, after)
    elif kind is Word:
        _refuse_word_for_nothing(after)
    elif kind is Comment and after["about"] and after["about"] != before.get("about"):
        found_by_key(session, asker, after["about"])


def refuse_circles(session: Reading, edits: Iterable[Edit]) -> None:
    """Refuse tasks that would contain themselves, and links that would make a task wait for itself."""
    edits = tuple(edits)
    for kind, ends in ((Task, ("id", "parent_id")), (Link, ("successor_id", "predecessor_id"))):
        mine = [e for e in edits if e.kind == kind.__tablename__]
        new = {i: e for i, e in enumerate(mine) if any(n in e.after for n in ends if n != "id")}
        if new:
            _refuse_circle(_edges(session, kind, ends, [mine[i] for i in new]), session)


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
    kind = next((k for k in KINDS if str(after["record"]).lower() in (n.lower() for n in k.kind.names)), None)
    if kind is None:
        raise BadInput(f"“{after['record']}” is no kind of record; say such as task, risk or project.")
    field = next((f for f in fields(kind) if f.choices and str(after["field"]).lower() in (f.name, *(n.lower() for n in f.names))), None)
    if field is None:
        raise BadInput(f"A {kind.kind.one} has no choice “{after['field']}”; it has {', '.join(f.label for f in fields(kind) if f.choices)}.")
    if after["choice"] not in field.choices:
        raise BadInput(f"“{after['choice']}” is no {field.label} of a {kind.kind.one}; choose {', '.join(field.choices)}.")


def _edges(session: Reading, kind: type[Record], ends: tuple[str, str], edits: list[Edit]) -> dict[Any, set[Any]]:
    """Who waits for, or lies in, whom: what is there in the tables, and on top what the edits say."""
    of, edges = table(kind).c, dict[Any, dict[Any, Any]]()
    there = sa.select(of.id, of[ends[0]].label("low"), of[ends[1]].label("high")).where(of[ends[1]].is_not(None), of.archived.is_(False))
    rows = {row.id: (row.low, row.high) for row in session.execute(there)}
    for number, e in enumerate(edits):
        at: Any = e.id if e.id is not None else ("new", number)
        old = rows.get(at, (None, None))
        low = at if ends[0] == "id" else e.after.get(ends[0], old[0])
        rows[at] = (low, e.after.get(ends[1], old[1]))
    for low, high in rows.values():
        if high is not None:
            edges.setdefault(low, {})[high] = None
    return {low: set(highs) for low, highs in edges.items()}


def _refuse_circle(edges: Mapping[Any, set[Any]], session: Reading) -> None:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as wrong:
        ids = [i for i in wrong.args[1] if isinstance(i, int) and i > 0]
        of = table(Task).c
        keys = {r.id: r.key for r in session.execute(sa.select(of.id, of.key).where(of.id.in_(ids)))}
        raise BadInput("That would make a circle: " + " → ".join(keys.get(i, "a new task") for i in wrong.args[1]) + ".") from None
