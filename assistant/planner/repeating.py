"""How often a task repeats: the wordings of it in a request, and those that end it."""
from collections.abc import Iterator
import re

from assistant.planner.hearing import NEVER, Heard
from language.words import Span
from records.kinds.base import FieldOf, Record, fields


def stops_repeating(heard: Heard) -> bool:
    """ "Stop repeating T-12", "T-12 no longer repeats": an order about a record, and no refusal, no removal and no status."""
    return NEVER in heard.all("REPEAT") and ("KEY" in heard.types or re.search(r"\bit\b", heard.plain) is not None)


def repeats(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span | None]]:
    """The field, every wording as one, and each piece that it was read from."""
    field = next((f for f in fields(kind) if f.name == "recurrence"), None)
    spans = heard.of("REPEAT") if field else ()
    said = NEVER if NEVER in heard.all("REPEAT") else " ".join(heard.said(s) for s in spans)
    yield from ((field, said, s) for s in spans if field)
