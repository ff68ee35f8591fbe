"""Questions that a tool reads whole: one that is open to any words, and a passage."""
from tools.base import Holds, Slot

OF_THEIR_OWN = ("supposing", "wish", "text")    # what tools call a question that is about something of its own


def is_open(slot: Slot) -> bool:
    """Whether any question may stand in a slot."""
    return slot.holds is Holds.question and slot.name not in OF_THEIR_OWN


def is_text(slot: Slot) -> bool:
    """Whether a slot takes a whole description."""
    return slot.holds is Holds.passage
