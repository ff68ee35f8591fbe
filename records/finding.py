"""Full text over all kinds: the words of each record, kept in the transaction that writes it, found within the asker's rights.

Words are folded here - small letters, no accents - so that every engine keeps and finds the same ones; the engine's own index over them is
kept by the triggers of the migration. What not everybody may read is not kept.
"""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice, product
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
MOST_BEGUN = 16                                 # words of a sentence that may speak of a title
WHOLE = 2                                       # a word up to this length is found whole only, a longer one by its beginning too
CANDIDATES = 200                                # that are put in order here
MANY = 4                                        # times as many are looked at first as are wanted
MOST_MEANT = 16                                 # ways to say a few words
AROUND = 60                                     # letters shown on both sides of a word that was found
Row = Mapping[str, Any] | sa.RowMapping
Words = Sequence[str]
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
    """The records of these kinds that hold every word, the best first; when none does, those that hold the most of them."""
    spoken = sought(said)
    for held in range(len(spoken), 0, -1):
        some = [each for group in combinations(spoken, held) for each in _meant(group)]
        if hits := _hits(session, asker, some, kinds, max(limit, CANDIDATES)):
            return [Hit(BY_TABLE[row.kind], row.record_id, held < len(spoken)) for row in sorted(hits, key=lambda row: _place(row, spoken))[:limit]]
    return []


def titled(session: Reading, asker: Asker, begins: Sequence[str], limit: int) -> dict[tuple[type[Record], int], str]:
    """The newest records of any kind whose folded titles hold two of these beginnings of words, and then those that hold one, by kind and id.
    To ask for some kinds only would take an engine twenty times as long."""
    pairs, found = [*combinations(begins[:MOST_BEGUN], 2)], dict[tuple[type[Record], int], str]()
    for some in (pairs, [(w,) for w in begins[:MOST_BEGUN]]):
        if some and len(found) < limit:
            rows = _seen(session, asker, _matching(session, some, "title", as_phrase=False), KINDS, limit)
            found |= {(BY_TABLE[row.kind], row.record_id): row.title for row in rows}
    return found


def _hits(session: Reading, asker: Asker, some: Sequence[Words], kinds: Sequence[type[Record]], limit: int) -> Sequence[sa.Row[Any]]:
    """Up to so many candidates: those with the words in the title, and only then others; the newest first.

    To put all that match in order first would take longer the more there are, and every engine has its own order.
    """
    stages = [("title", True)] * (len(some[0]) > 1) + [("title", False), ("", False)] if len(some) == 1 else [("", False)]
    found: dict[int, sa.Row[Any]] = {}
    for where, as_phrase in stages:
        if len(found) < limit:
            found |= {row.id: row for row in _seen(session, asker, _matching(session, some, where, as_phrase=as_phrase), kinds, limit)}
    return [*found.values()]


def _seen(session: Reading, asker: Asker, matching: sa.Select[Any], kinds: Sequence[type[Record]], limit: int) -> Iterator[sa.Row[Any]]:
    """The first that this asker may see. Rights on every kind there is take an engine long to plan, so the newest are asked for by their own kinds alone."""
    of_these = matching if len(kinds) == len(KINDS) else matching.where(_number(matching).in_(
        sa.select(WORDING.c.id).where(WORDING.c.kind.in_([table(k).name for k in kinds]))))
    first = of_these.limit(MANY * limit).subquery()
    newest = session.execute(sa.select(WORDING.c.id, WORDING.c.kind).join(first, first.c.id == WORDING.c.id).order_by(WORDING.c.id.desc())).all()
    there = [k for k in kinds if table(k).name in {row.kind for row in newest}]
    shown = session.execute(sa.select(WORDING).where(WORDING.c.id.in_([row.id for row in newest]), _rights(there, asker)).order_by(
        WORDING.c.id.desc()).limit(limit)).all() if there else []
    yield from shown
    if len(newest) == MANY * limit and len(shown) < limit:
        rest = sa.select(WORDING).where(WORDING.c.id.in_(of_these.where(_number(matching) < newest[-1].id)), _rights(kinds, asker))
        yield from session.execute(rest.order_by(WORDING.c.id.desc()).limit(limit - len(shown)))


def sought(said: str) -> list[str]:
    """The folded words that are looked for; small ones only where there are no others. Raises `BadInput` when there are none."""
    every = list(dict.fromkeys(w[:LONGEST_WORD] for w in folded(said).split()))
    telling = [w for w in every if w not in words()["small"]]
    if not every:
        raise BadInput("Say the words to look for.")
    return [_stem(w) for w in (telling or every)[:MOST_WORDS]]


def near(said: str) -> list[str]:
    """The words that are looked for, and those that mean the same: who looks for vendors finds suppliers."""
    return list(dict.fromkeys(each for w in sought(said) for each in (w, *_akin(w))))


def _meant(group: Words) -> list[Words]:
    """A group of words, and the same with words akin to them."""
    return [tuple(each) for each in islice(product(*((w, *_akin(w)) for w in group)), MOST_MEANT)]


@cache
def _akin(stem: str) -> Words:
    every = (said.split() for said in words()["akin"])
    return tuple(w for said in every if stem in said for w in said if w != stem)


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


def _matching(session: Reading, some: Sequence[Words], where: str, *, as_phrase: bool) -> sa.Select[Any]:
    """The numbers of those that hold all words of one of these groups, newest first. Only letters and digits reach the engine: `sought` leaves nothing else."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    found = sa.table("found_words", sa.column("rowid" if is_sqlite else "id", sa.Integer), sa.column("words"))
    number = next(iter(found.c))
    between = ((" + " if as_phrase else " AND ") if is_sqlite else (" <-> " if as_phrase else " & ")).join
    asked = [between(_asked(w, is_sqlite, where, is_whole=as_phrase and w != group[-1]) for w in group) for group in some]
    if is_sqlite:
        holds: sa.ColumnElement[bool] = sa.literal_column("found_words").op("MATCH")(" OR ".join(f"{where and f'{where} : '}({g})" for g in asked))
    else:
        holds = found.c.words.op("@@")(sa.func.to_tsquery("simple", " | ".join(f"({g})" for g in asked)))
    return sa.select(number.label("id")).where(holds).order_by(number.desc())


def _number(matching: sa.Select[Any]) -> sa.ColumnElement[Any]:
    (label,) = matching.selected_columns
    return label.element if isinstance(label, sa.Label) else label


def _asked(word: str, is_sqlite: bool, where: str, *, is_whole: bool) -> str:  # noqa: FBT001 - an engine
    """A word, or what begins with it, as an engine asks for it."""
    begins = len(word) > WHOLE and not is_whole
    if is_sqlite:
        return f'"{word}"' + ("*" if begins else "")
    marks = ("*" if begins else "") + ("A" if where else "")
    return word + (f":{marks}" if marks else "")


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


