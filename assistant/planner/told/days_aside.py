"""The days of a change that only stand in what is told beside it: “scrap the trip, nobody has time before Christmas”, “the room is ours until March”."""
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.told.valuing import is_named
from assistant.planner.words.plain import pattern
from records.kinds.base import Record, fields

GONE = ("cancelled", "rejected", "closed", "dropped")
UNTIL = re.compile(r"\b(?:is|are|was|were|stays?|remains?)\b[^,;.]*\b(?:until|till)\b", re.I)


def without_days_aside(kind: type[Record], heard: Heard, read: dict[str, str], *, is_to_come: bool) -> dict[str, str]:
    """The values without a day that is none of them; `is_to_come` says that it is a day until which something is not done, and so one that is wanted."""
    when = next((f.label for f in fields(kind) if f.name == kind.kind.when), "")
    if read.get("status") in GONE and when in read and not pattern(rf"\b{re.escape(when)}\b").search(heard.text):
        read = {n: v for n, v in read.items() if n != when}
    if is_to_come or not UNTIL.search(heard.text):
        return read
    return {n: v for n, v in read.items() if not any(f.label == n and f.type is date and not is_named(f, heard) for f in fields(kind))}
