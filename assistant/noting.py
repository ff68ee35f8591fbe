"""What is said beside a preview without refusing it: a task that falls due on a day the office does not work."""
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from records.proposals import ChangeSet, Proposal
from tools.desk import Desk

MOST = 5


def noted(desk: Desk, proposal: Proposal, changes: ChangeSet) -> Proposal:
    """The proposal with such a note; what is imported or undone is left as it was."""
    if proposal.imports or proposal.undoes:
        return proposal
    due = sorted({day for day in _due(changes) if not desk.customs.days.is_working(day)})
    if not due:
        return proposal
    first, *more = [f"{day:%a %-d %b}" for day in due[:MOST]]
    said = f"{first} is not a working day." if not more else f"{', '.join([first, *more[:-1]])} and {more[-1]} are not working days."
    return replace(proposal, note=" ".join(filter(None, (proposal.note, said))))


def _due(changes: ChangeSet) -> Iterator[date]:
    """The days that tasks newly fall due on."""
    for edit in changes.edits:
        said = edit.after.get("due") if edit.kind == "task" else None
        if said and said != edit.before.get("due"):
            yield date.fromisoformat(str(said))
