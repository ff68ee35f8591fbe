"""Full text over all kinds: the words of each record, kept in the transaction that writes it, found within the asker's rights.

Words are folded here - small letters, no accents - so that every engine keeps and finds the same ones; the engine's own index over them is
kept by the triggers of the migration. What not everybody may read is not kept.
"""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
import re
from typing import Any

import sqlalchemy as sa
from sqlmodel import AutoString, SQLModel

from language.cleaning import folded as plainly
from language.words import words
from records.access import visible
from records.asker import Asker
from records.database import Reading, Writing
from records.errors import BadInput
from records.kinds import BY_TABLE, KINDS
from records.kinds.base import FieldOf, Record, fields, table

AT_ONCE = 5000                                  # records in one statement; SQLite takes 32,766 numbers
MOST_WORDS, LONGEST_WORD = 8, 40                # of what is looked for
WHOLE = 2                                       # a word up to this length is found whole only, a longer one by its beginning too
TITLE = 8.0                                     # how much more a word in a title counts
CANDIDATES = 200                                # of the engine's best, that are put in order here
AROUND = 60                                     # letters shown on both sides of a word that was found
Row = Mapping[str, Any] | sa.RowMapping
WORD = re.compile(r"[^\W_]+")


# The folded words of each record that is there: those of its title, and all others.
WORDING = sa.Table("wording", SQLModel.metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("kind", AutoString, nullable=False),
                   sa.Column("record_id", sa.Integer, nullable=False), sa.Column("title", AutoString, nullable=False),
                   sa.Column("body", AutoString, nullable=False), sa.UniqueConstraint("kind", "record_id"), sqlite_strict=True)


@dataclass(frozen=True)
class Hit:
    """A record that holds what was looked for; `partly`: only some of the words."""
    kind: type[Record]
    id: int
    partly: bool


def index(tx: Writing, kind: type[Record], made: Mapping[int, Mapping[str, Any]]) -> None:
    """Keep the words of new records, each by its id with its whole row. The caller holds the transaction."""
    _keep(tx, kind, ((id_, row) for id_, row in made.items() if not row.get("archived")))


def reindex(tx: Writing, kind: type[Record], changed: Mapping[int, Iterable[str]]) -> None:
    """Keep the words of changed records anew, each by its id with the names of the fields that were written; an archived one has none."""
    matter = {"archived", *(f.name for f in told(kind))}
    ids, connection = [id_ for id_, names in changed.items() if matter & set(names)], tx.connection()
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start:start + AT_ONCE]
        connection.execute(_FORGETTING, {"kind": table(kind).name, "ids": some})
        _keep(connection, kind, ((row["id"], row) for row in connection.execute(_telling(kind), {"ids": some}).mappings()))


def fill(connection: sa.Connection) -> None:
    """Keep the words of all records there are; for the migration, which may run before later tables and columns are made."""
    there = sa.inspect(connection)
    for kind in KINDS:
        if there.has_table(table(kind).name):
            known = {c["name"] for c in there.get_columns(table(kind).name)}
            own = [table(kind).c[name] for name in ("id", *(f.name for f in told(kind))) if name in known]
            for rows in connection.execute(sa.select(*own).where(table(kind).c.archived.is_(False))).mappings().partitions(AT_ONCE):
                _keep(connection, kind, ((row["id"], row) for row in rows))


@cache
def told(kind: type[Record]) -> tuple[FieldOf, ...]:
    """The fields whose words are kept: free text that everybody may read who may read the record."""
    return tuple(f for f in fields(kind) if f.says.set_by == "person" and not (f.choices or f.says.only)
                 and isinstance(table(kind).c[f.name].type, AutoString | sa.String))


def search(session: Reading, asker: Asker, said: str, kinds: Sequence[type[Record]], limit: int) -> list[Hit]:
    """The records of these kinds that hold every word, the best first; when none does, those that hold some of them."""
    spoken, rights = sought(said), _rights(kinds, asker)
    for partly in (False, True) if len(spoken) > 1 else (False,):
        found = _matching(session, spoken, partly=partly, limit=max(limit, CANDIDATES), rights=rights)
        if hits := sorted(session.execute(found), key=lambda row: _place(row, spoken)):
            return [Hit(BY_TABLE[row.kind], row.record_id, partly) for row in hits[:limit]]
    return []


def sought(said: str) -> list[str]:
    """The folded words that are looked for; small ones only where there are no others. Raises `BadInput` when there are none."""
    every = list(dict.fromkeys(w[:LONGEST_WORD] for w in folded(said).split()))
    telling = [w for w in every if w not in words()["small"]]
    if not every:
        raise BadInput("Say the words to look for.")
    return [_stem(w) for w in (telling or every)[:MOST_WORDS]]


def snippet(texts: Iterable[tuple[str, str]], spoken: Sequence[str]) -> str:
    """Where the words stand: the label and a piece of the text that holds most of them."""
    best, where = 0, ""
    for label, text in texts:
        places = [m.start() for m in WORD.finditer(text) if _is_hit(folded(m[0]), spoken)]
        if len(places) > best:
            best, where = len(places), f"{label}: {_cut(text, places[0])}"
    return where


def folded(text: str) -> str:
    """The words of a text in small letters without accents, one blank apart: "Größe, café" is "grosse cafe"."""
    if text.isascii():
        return " ".join(WORD.findall(text.lower()))
    return " ".join(WORD.findall(plainly(text)))


_FORGETTING = sa.delete(WORDING).where(WORDING.c.kind == sa.bindparam("kind"), WORDING.c.record_id.in_(sa.bindparam("ids", expanding=True)))
_KEEPING = sa.insert(WORDING)
_KEEPING_MANY = _KEEPING.returning(WORDING.c.id)


@cache
def _telling(kind: type[Record]) -> sa.Select[Any]:
    """What reads the texts of some records anew; kept, since to put a statement together takes longer than to run it."""
    own = table(kind).c
    return sa.select(own.id, *(own[f.name] for f in told(kind))).where(own.id.in_(sa.bindparam("ids", expanding=True)), own.archived.is_(False))


def _keep(tx: Writing | sa.Connection, kind: type[Record], rows: Iterable[tuple[int, Row]]) -> None:
    name, names = table(kind).name, [f.name for f in told(kind)]
    title, others = (kind.kind.title if kind.kind.title in names else "", [n for n in names if n != kind.kind.title])
    kept = ({"kind": name, "record_id": id_, "title": folded(str(row.get(title) or "")),
             "body": folded(" ".join(text for n in others if (text := str(row.get(n) or ""))))} for id_, row in rows)
    if telling := [row for row in kept if row["title"] or row["body"]]:
        # Returning something makes it a thousand rows in one statement; one by one, each would have the engine's index written out.
        tx.execute(_KEEPING if len(telling) == 1 else _KEEPING_MANY, telling).close()


def _rights(kinds: Sequence[type[Record]], asker: Asker) -> sa.ColumnElement[bool]:
    """Only records that this asker may see, kind by kind: a hit is looked up in its own table."""
    own = WORDING.c
    return sa.or_(*(sa.and_(own.kind == table(k).name, sa.exists().where(table(k).c.id == own.record_id, visible(k, asker)).correlate(WORDING))
                    for k in kinds))


def _matching(session: Reading, spoken: Sequence[str], *, partly: bool, limit: int, rights: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The statement in the engine's words. Only letters and digits reach it: `sought` leaves nothing else."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    found = sa.table("found_words", sa.column("rowid" if is_sqlite else "id", sa.Integer), sa.column("words"))
    if is_sqlite:
        asked = (" OR " if partly else " AND ").join(f'"{w}"' + ("*" if len(w) > WHOLE else "") for w in spoken)
        holds: sa.ColumnElement[bool] = sa.literal_column("found_words").op("MATCH")(asked)
        rank: sa.ColumnElement[Any] = sa.func.bm25(sa.literal_column("found_words"), TITLE, 1.0)
    else:
        query = sa.func.to_tsquery("simple", (" | " if partly else " & ").join(w + (":*" if len(w) > WHOLE else "") for w in spoken))
        holds, rank = found.c.words.op("@@")(query), -sa.func.ts_rank(found.c.words, query)
    joined = found.join(WORDING, WORDING.c.id == next(iter(found.c)))
    return sa.select(WORDING).select_from(joined).where(holds, rights).order_by(rank, WORDING.c.id).limit(limit)


def _place(row: sa.Row[Any], spoken: Sequence[str]) -> tuple[int | str, ...]:
    """Where a hit stands among the engine's best, the same on every engine: title before text, the words in a row before the words apart."""
    phrase = " ".join(spoken)
    counts = [sum(f" {w}" in f" {text}" for w in spoken) for text in (row.title, row.body)]
    in_title, in_body = f" {phrase}" in f" {row.title}", f" {phrase}" in f" {row.body}"
    return (-counts[0], not in_title, -counts[1], not in_body, counts[0] and len(row.title), _PLACES[row.kind], row.record_id)


def _stem(word: str) -> str:
    """A word without the s of the plural: what begins like it is found."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004 - "news" keeps its end


def _is_hit(words_: str, spoken: Sequence[str]) -> bool:
    return any(w == s or (len(s) > WHOLE and w.startswith(s)) for w in words_.split() for s in spoken)


def _cut(text: str, place: int) -> str:
    """The text around a place, cut between words."""
    first, last = max(0, place - AROUND), min(len(text), place + AROUND)
    start = first if first == 0 else text.find(" ", first) + 1
    end = last if last == len(text) else max(text.rfind(" ", place, last), place + 1)
    return f"{'…' if start > 0 else ''}{' '.join(text[start:end].split())}{'…' if end < len(text) else ''}"
_PLACES = {name: place for place, name in enumerate(BY_TABLE)}


