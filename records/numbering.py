"""The numbers of keys: each series counts up in its own row, so that no number is ever given twice."""
import sqlalchemy as sa
from sqlmodel import Field

from records.database import Stored, Writing


class Series(Stored, table=True):
    """`name` is a key without its number, such as APOLLO-T."""
    name: str = Field(primary_key=True)
    last: int


def next_numbers(tx: Writing, name: str, count: int) -> range:
    """The next numbers of a series, so many at once."""
    raised = tx.connection().execute(_RAISING, {"series": name, "count": count}).scalar()
    if raised is None:
        tx.connection().execute(_BEGINNING, {"name": name, "last": count})
        raised = count
    return range(int(raised) - count + 1, int(raised) + 1)


_series = sa.inspect(Series).local_table.c
# Made once: to put a statement together takes longer than to run it.
_RAISING = (sa.update(Series.__table__).where(_series.name == sa.bindparam("series"))  # type: ignore[attr-defined]
            .values(last=_series.last + sa.bindparam("count")).returning(_series.last))
_BEGINNING = sa.insert(Series.__table__)  # type: ignore[attr-defined]


def raise_to(tx: Writing, name: str, number: int) -> None:
    """Let a series go on behind a number that was given elsewhere, in a company that is read back."""
    columns = sa.inspect(Series).local_table.c
    last = tx.execute(sa.select(columns.last).where(columns.name == name)).scalar()
    if last is None:
        tx.execute(sa.insert(Series).values(name=name, last=number))
    elif last < number:
        tx.execute(sa.update(Series).where(columns.name == name).values(last=number))
