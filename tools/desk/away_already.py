"""Days away that are recorded already are not written down a second time: they are named instead, with the record that holds them."""
from datetime import date

from records.errors import BadInput
from records.kinds import Absence, Person
from records.proposals import Create
from records.query import Query, Where
from tools.desk import Desk


def refuse_twice(desk: Desk, made: Create) -> None:
    """Raise `BadInput` where days away of the same sort, and no others than these, are recorded of that person already."""
    who, first, last = (made.values.get(n) for n in ("person_id", "start", "end"))
    if made.kind != Absence.__tablename__ or not who or not isinstance(first, date):
        return
    same = (Where("person_id", "is", who), Where("start", "is", first), Where("end", "is", last or first))
    sort = made.values.get("type")
    found = [row for row in desk.reader.find(Query(Absence, same, sort="start", limit=None)) if sort in (None, row.type)]
    if not found:
        return
    name = "You are" if who == desk.asker.person else f"{desk.reader.labels(Person).get(int(str(who)), 'They')} is"
    row = found[0]
    raise BadInput(f"{name} recorded as away already from {row.start:%a %-d %b} to {row.end:%a %-d %b %Y} ({row.key}, {row.type}), so there is nothing to add.")
