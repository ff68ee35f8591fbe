"""Undoing a change."""
from records.errors import NotFound
from records.proposals import Proposal, Undo
from tools.base import tool
from tools.desk import Desk


@tool("undo that", "undo change #12", "take back my last change", "revert #3", "undo", "undo it", "take that back", "undo the last change",
      "revert that", sign="Preparing a preview")
def undo_change(desk: Desk, position: int | None = None) -> Proposal:
    """Propose to take back one applied change as a whole, by its number, or the asker's own latest one."""
    number = position or desk.reader.own_latest()
    if number is None:
        raise NotFound("You have changed nothing that could be undone.")
    return Proposal((Undo(number),))
