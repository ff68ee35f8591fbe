"""Undoing a change."""
from datetime import timedelta

from records.errors import NotFound
from records.proposals import Proposal, Undo
from tools.base import tool
from tools.desk import Desk

RECENT = timedelta(days=7)


@tool("undo that", "undo change #12", "take back my last change", "revert #3", "undo", "undo it", "take that back", "undo the last change",
      "revert that", "please undo what I just did", "can you undo that?", "put it back as it was", "that was wrong, undo it",
      "undo the thing I just did", "roll back my last change", sign="Preparing a preview")
def undo_change(desk: Desk, position: int | None = None) -> Proposal:
    """Propose to take back one applied change as a whole, by its number, or the asker's own latest one. Not for a preview that still waits:
    the person discards that."""
    number = position or desk.reader.own_latest(desk.now - RECENT)
    if number is None:
        raise NotFound(f"You have changed nothing in the last {RECENT.days} days that could be undone. Name a change by its number, such as “undo #12”.")
    return Proposal((Undo(number),))
