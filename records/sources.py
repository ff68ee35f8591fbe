"""The key that a record has in the file it came from: “W-001” of `csv:task:W-001`. It is told beside our own, and records are found by it."""
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
import re

import sqlalchemy as sa

from records.access import visible
from records.asker import Asker
from records.database import Reading
from records.kinds import BY_TABLE, KINDS
from records.kinds.base import Record, table

# csv:KIND:MARK, csv:KIND:HOME/NUMBER, jira:KEY, xer:PROJECT/ACTIVITY. What stands in for a key that a row has not begins with “=”.
KEYED = re.compile(r"(?:csv:[a-z]+:(?:[^/]*/)?|jira:|xer:[^/]+/)(?P<mark>[^/:=<>][^/:<>]*)")


def mark_of(source: str) -> str:
    """The key that a source tells, "" where it tells none."""
    m = KEYED.fullmatch(source)
    return m["mark"] if m else ""


def bearing(session: Reading, asker: Asker, marks: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """By mark the keys of the records that bear it in the file they came from, as far as the asker may see them."""
    found: dict[str, list[str]] = defaultdict(list)
    spelt = {form: said for said in marks for form in (said.lower(), said.upper(), said)}
    ids: dict[str, list[int]] = defaultdict(list)
    for form in spelt:
        for name, id_ in session.execute(_anywhere(), {"mark": form}):
            ids[name].append(id_)
    for name, some in ids.items():                          # only now it is asked who may see them: to ask it of every kind would take a hundred times as long
        of = table(BY_TABLE[name]).c
        for key, source in session.execute(sa.select(of.key, of.source).where(of.id.in_(some), visible(BY_TABLE[name], asker)).order_by(of.id)):
            if said := spelt.get(mark_of(source)):
                found[said].append(key)
    return found


@cache
def _anywhere() -> sa.CompoundSelect[tuple[str, int]]:
    """The records of every kind that may come from there; made once, for to make it takes a hundred times as long as to ask it."""
    return sa.union_all(*map(_from_there, KINDS))


def _from_there(kind: type[Record]) -> sa.Select[tuple[str, int]]:
    of, name, mark = table(kind).c, table(kind).name, sa.bindparam("mark", type_=sa.String)
    csv, jira, inside = (sa.literal_column(f"'{before}'", sa.String).concat(mark) for before in (f"csv:{name}:", "jira:", "%/"))
    return sa.select(sa.literal_column(f"'{name}'", sa.String), of.id).where(sa.or_(of.source == csv, of.source == jira, of.source.like(inside)))
