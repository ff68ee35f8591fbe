"""Forgetting a person, or what somebody told about themselves: the values leave the records, the log, the conversations and the journal.

The log stays whole: a line that is emptied keeps its hash, and the line that says so holds the hash of what is left. Never commits.
"""
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
import json
import re
from typing import Any

import sqlalchemy as sa

from records import journal, log, notices, once, sendings, threads, tokens
from records.asker import Role
from records.blanking import FORGOTTEN, blank
from records.database import Database, Writing
from records.errors import Conflict, NotFound
from records.kinds import KINDS, Person
from records.kinds.base import Record, fields, table
from records.proposals import ChangeSet, Edit
from records.validating import set_by_person

KEPT = ("role", "weekly_hours", "calendar_id")                   # of a person: what plans and past approvals rest on
PERSON = str(Person.__tablename__)
ERASED = ("change", "turn", "pending", "note", "wording", "found_words", "person", "preference", "mapping", "notice", "once", "token")


@dataclass(frozen=True)
class Forgotten:
    """What it comes to: the change of records, the marks of the emptied lines, and how much there was."""
    changes: ChangeSet
    marks: log.Marks
    called: str
    turns: int
    sections: int                                                 # of documents that still name them


def person(tx: Writing, email: str) -> Forgotten:
    """Forget a person. Raises `NotFound`, and `Conflict` for the last admin. The caller applies the changes with their marks."""
    of = table(Person)
    row = tx.execute(sa.select(of).where(of.c.email == email.lower(), of.c.archived.is_(False))).mappings().first()
    if row is None:
        raise NotFound(f"There is nobody with the address {email}.")
    _refuse_last_admin(tx, row["id"], row["role"])
    called = f"Former colleague {row['key']}"
    texts = [str(row["email"]), *([row["name"]] if _is_alone(tx, row["name"]) else [])]
    left = blank(Person, *KEPT) | {"name": called, "email": None, "manager_id": None, "archived": True}
    edits = [Edit(PERSON, row["id"], row["key"], row["version"], left, left)]
    edits += [Edit(str(k.__tablename__), r["id"], r["key"], r["version"], gone := blank(k) | {"archived": True}, gone) for k, r in _own(tx, row["id"])]
    known = {(e.kind, e.id) for e in edits}
    edits += [e for e in _speaking(tx, texts) if (e.kind, e.id) not in known]
    marks = _emptied(tx, {(e.kind, int(e.id or 0)): e.after for e in edits if (e.kind, e.id) in known}, texts)
    turns = threads.forget(tx, row["id"])
    threads.reword(tx, without(_written(texts)), _written(texts))
    tokens.forget(tx, row["id"])
    once.forget(tx, row["id"], texts)
    journal.forget(tx, row["id"], texts)
    notices.forget(tx, row["id"], texts)
    sendings.forget(tx, texts)
    return Forgotten(ChangeSet(tuple(edits)), marks, called, turns, _sections(tx, texts))


def emptied(tx: Writing, changes: ChangeSet) -> tuple[ChangeSet, log.Marks]:
    """A planned change with what it forgets taken out of the log; any other change as it is."""
    gone = {(e.kind, int(e.id or 0)): e.after for e in changes.edits if not e.is_new and e.after.get("archived") is True and "source" in e.after}
    if not gone:
        return changes, log.NONE
    edits = tuple(replace(e, before=e.after) if (e.kind, e.id) in gone else e for e in changes.edits)
    return replace(changes, edits=edits), _emptied(tx, gone, ())


def erase(database: Database) -> bool:
    """Write the database's files anew, so that they do not hold what was forgotten either; False when something else has them open."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("SET statement_timeout = 0")
            connection.exec_driver_sql(f"VACUUM FULL {', '.join(ERASED)}")
        return True
    with closing(database.engine.raw_connection()) as raw:
        cursor = raw.cursor()
        for statement in ("PRAGMA query_only=0", "INSERT INTO found_words(found_words) VALUES ('rebuild')", "VACUUM"):
            cursor.execute(statement)
        return bool(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


def without(texts: Sequence[str]) -> Callable[[str], str]:
    """What takes these texts out of another, where they stand as whole words, in any case."""
    known = re.compile("|".join(rf"(?<!\w){re.escape(t)}(?!\w)" for t in sorted(texts, key=len, reverse=True)), re.I)
    return lambda said: known.sub(FORGOTTEN, said)


def _emptied(tx: Writing, gone: Mapping[tuple[str, int], Mapping[str, Any]], texts: Sequence[str]) -> log.Marks:
    """Empty the lines of the log about these records, and of these texts everywhere."""
    clean: Callable[[str], str] = without(texts) if texts else str

    def left(edit: log.Edit) -> log.Edit:
        own = gone.get((edit["kind"], edit["id"]), {})
        return {side: {name: own[name] if name in own and name != "archived" else clean(value) if isinstance(value, str) else value
                       for name, value in edit[side].items()} for side in ("before", "after")}

    records: dict[str, list[int]] = {}
    for kind, id_ in gone:
        records.setdefault(kind, []).append(id_)
    return log.empty(tx, log.holding(tx, records, texts), left)


def _own(tx: Writing, person_id: int) -> Iterator[tuple[type[Record], sa.RowMapping]]:
    """The records that are this person's alone."""
    for kind in (k for k in KINDS if k.kind.own):
        of = table(kind)
        yield from ((kind, row) for row in tx.execute(sa.select(of).where(of.c[kind.kind.own] == person_id)).mappings().all())


def _speaking(tx: Writing, texts: Sequence[str]) -> Iterator[Edit]:
    """Everybody's records whose own texts hold one of these, with that taken out."""
    clean = without(texts)
    for kind in KINDS:
        of = table(kind)
        names = [f.name for f in fields(kind) if f.type is str and f.name in {*set_by_person(kind), "source"} and not f.holds_key and not f.choices]
        if not names:
            continue
        holds = sa.or_(*(sa.func.lower(of.c[name]).contains(said.lower(), autoescape=True) for name in names for said in texts))
        for row in tx.execute(sa.select(of).where(holds)).mappings().all():
            now = {name: clean(row[name])[:getattr(of.c[name].type, "length", None)] for name in names if row[name] and clean(row[name]) != row[name]}
            if now:
                yield Edit(str(kind.__tablename__), row["id"], row["key"], row["version"], now, now)


def _is_alone(tx: Writing, name: str) -> bool:
    """Whether nobody else is called so: a name that two people have stays in texts."""
    of = table(Person).c
    return int(tx.execute(sa.select(sa.func.count()).where(sa.func.lower(of.name) == name.lower())).scalar_one()) == 1


def _refuse_last_admin(tx: Writing, id_: int, role: str) -> None:
    of = table(Person).c
    others = sa.select(of.id).where(of.role == str(Role.admin), of.archived.is_(False), of.id != id_)
    if role == str(Role.admin) and tx.execute(others).first() is None:
        raise Conflict("That is the only PMO admin. Make somebody else one first.")


def _written(texts: Sequence[str]) -> list[str]:
    """The texts as JSON writes them, with and without its own letters for others."""
    return list(dict.fromkeys(each for t in texts for each in (t, json.dumps(t)[1:-1], json.dumps(t, ensure_ascii=False)[1:-1])))


def _sections(tx: Writing, texts: Sequence[str]) -> int:
    text = sa.column("text", sa.String())
    holds = sa.or_(*(sa.func.lower(text).contains(said.lower(), autoescape=True) for said in texts))
    return int(tx.execute(sa.select(sa.func.count()).select_from(sa.table("section", text)).where(holds)).scalar_one())
