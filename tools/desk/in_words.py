"""Which records name a thing: in their own texts, in those of what they belong to, or by a choice of it, such as a budget line of services."""
from collections.abc import Sequence

from records.kinds import BY_TABLE
from records.kinds.base import R, Record, fields, split
from records.query import Query, Where
from records.reading import Reader

WHERE_AND_WHOSE = ("project", "person")
MOST = 1000


def naming_it(reader: Reader, kind: type[R], rows: Sequence[R], words: str) -> list[R]:
    """Those of the rows that hold all of the words, in any of these places."""
    keys = {f.key for f in reader.search(words, kind, MOST) if not f.partly}
    of = {f.name: _ids(reader, BY_TABLE[f.refers], words) for f in fields(kind)
          if f.refers and f.refers not in WHERE_AND_WHOSE and f.name in reader.columns(kind)}
    return [row for row in rows if row.key in keys or any(getattr(row, name) in ids for name, ids in of.items())]


def _ids(reader: Reader, kind: type[Record], words: str) -> set[int]:
    """The records of a kind that hold the words, or for one of whose choices they stand."""
    keys = tuple(f.key for f in reader.search(words, kind, MOST) if not f.partly)
    found = {row.id or 0 for row in reader.find(Query(kind, (Where("key", "in", keys),), limit=None))} if keys else set[int]()
    said = words.lower().strip()
    for f in (f for f in fields(kind) if f.choices and f.name in reader.columns(kind)):
        if choice := next((c for c in f.choices if said in (c, *(w for spoken, to in f.says.words if to == c for w in split(spoken)))), ""):
            found |= {row.id or 0 for row in reader.find(Query(kind, (Where(f.name, "is", choice),), limit=None))}
    return found
