"""The numbers of keys: each series counts up in its own row, so that no number is ever given twice."""
import sqlalchemy as sa
from sqlmodel import Field

from records.database import Stored, Writing


class Series(Stored, table=True):
    """`name` is a key without its number, such as APOLLO-T."""
    name: str = Field(primary_key=True)
    last: int


def next_number(tx: Writing, name: str) -> int:
    columns = sa.inspect(Series).local_table.c
    raised = tx.execute(sa.update(Series).where(columns.name == name).values(last=columns.last + 1).returning(columns.last)).scalar()
    if raised is None:
        tx.execute(sa.insert(Series).values(name=name, last=1))
        return 1
    return int(raised)
