"""What is said beside a preview without refusing it: a task that falls due on a day the office does not work, days away that are recorded already."""
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from records.kinds import Absence, Person
from records.proposals import ChangeSet, Proposal
from records.query import Query, Where
from tools.desk import Desk

MOST = 5


def noted(desk: Desk, proposal: Proposal, changes: ChangeSet) -> Proposal:
    """The proposal with such a note; what is imported or undone is left as it was."""
    if proposal.imports or proposal.undoes:
        return proposal
    said = (_idle(desk, changes), *_overlapping(desk, changes))
    return replace(proposal, note=" ".join(filter(None, (proposal.note, *said))))


def _idle(desk: Desk, changes: ChangeSet) -> str:
    """The days on which tasks would fall due and nobody works."""
    due = sorted({day for day in _due(changes) if not desk.customs.days.is_working(day)})
    if not due:
        return ""
    first, *more = [f"{day:%a %-d %b}" for day in due[:MOST]]
    return f"{first} is not a working day." if not more else f"{', '.join([first, *more[:-1]])} and {more[-1]} are not working days."


def _overlapping(desk: Desk, changes: ChangeSet) -> Iterator[str]:
    """Days away of somebody that are recorded already, where new ones fall together with them."""
    people = desk.reader.labels(Person)
    for edit in (e for e in changes.edits if e.kind == Absence.__tablename__ and {"start", "end", "person_id"} & e.after.keys()):
        new = {**edit.before, **edit.after}
        row = next(iter(desk.reader.find(Query(Absence, (Where("id", "is", edit.id),), limit=1))), None)
        who, first, last = (new.get(n, getattr(row, n, None)) for n in ("person_id", "start", "end"))
        if not (who and first and last):
            continue
        days = [date.fromisoformat(str(day)) for day in (first, last)]
        same = (Where("person_id", "is", who), Where("start", "at most", days[1]), Where("end", "at least", days[0]), Where("id", "not", edit.id))
        for other in desk.reader.find(Query(Absence, same, sort="start", limit=MOST)):
            name = "You are" if who == desk.asker.person else f"{people.get(int(str(who)), 'They')} is"
            yield (f"{name} recorded as away already from {other.start:%a %-d %b} to {other.end:%a %-d %b %Y} ({other.key}, {other.type}), which overlaps. "
                   f"To move those days instead, say so of {other.key}.")


def _due(changes: ChangeSet) -> Iterator[date]:
    """The days that tasks newly fall due on."""
    for edit in changes.edits:
        said = edit.after.get("due") if edit.kind == "task" else None
        if said and said != edit.before.get("due"):
            yield date.fromisoformat(str(said))
