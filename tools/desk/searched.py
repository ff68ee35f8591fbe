"""The records that hold some words, of all kinds or of one that is narrowed, each with the place where they stand."""
from collections.abc import Mapping

from records.kinds.base import Record
from reports.blocks import Block, Choices, Table, Text
from tools.desk import Desk

MOST = 100                                      # records that are looked through for those that are so
LONGEST = 100                                   # letters of a title in a list of what was found; a comment is its own title


def searched(desk: Desk, words: str, kind: type[Record] | None, where: Mapping[str, str], limit: int) -> tuple[Block, ...]:
    """The table of them, or that there are none."""
    many = kind.kind.many if kind else "records"
    found = desk.reader.search(words, kind, MOST if where else limit + 1)
    if kind and where:
        such = {row.key for row in desk.reader.find(desk.query(kind, where, limit=None))}
        found = [f for f in found if f.key in such]
    if not found:
        return (Text(f"I find “{words}” in no {many} that you may see."),
                Choices("You may also ask:", (f"what does the handbook say about {words}?", *((f"show all {many}",) if kind else ()))))
    rows = tuple((f.key, f.kind.kind.one, _short(f.title), f.snippet) for f in found[:limit])
    partly = (Text(f"No record holds all of “{words}”; these hold some of it."),) if found[0].partly else ()
    note = f"The best {limit}; say more words to narrow it down." if len(found) > limit else ""
    return (*partly, Table(f"“{words}” in {many}", ("record", "kind", "title", "where it says so"), rows, tuple(f.key for f in found[:limit]), note))


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[:LONGEST].rsplit(' ', 1)[0]} …"
