"""The values of a new record that a whole sentence tells, trimmed or replaced by what the words around them tell."""
from collections.abc import Mapping
from datetime import date
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.sentences import is_long
from assistant.planner.told.creating import created
from assistant.planner.told.valuing import bettered
from records.kinds.base import Record, fields

RUN = re.compile(r"\d{4}-\d\d-\d\d")             # a run of days is kept as its first and its last
FOLLOWING = ("project", "person", "DATE", "HOURS", "MONEY", "PERCENT")


def whole_values(kind: type[Record], heard: Heard, context: Context, values: Mapping[str, str]) -> Mapping[str, str]:
    """The values of a new record, trimmed by what the words around tell; or all of them as these tell, where more that is named finds its field."""
    if is_long(kind, next(f for f in fields(kind) if f.name == kind.kind.title)):
        return values                                      # a comment is whatever was said
    name = values.get(kind.kind.title)
    if name and sum(v == name for v in values.values()) > 1:
        return values                                      # what was decided is what it is called: a day in it is part of it
    read = created(kind, heard, context)
    is_whole = kind.kind.title in read and _swallowed(values, heard) > _swallowed(read, heard) and not any(RUN.fullmatch(v) for v in values.values())
    days = {n: v for f in fields(kind) if f.type is date and (v := values.get(n := f.label)) and any(heard.said(s) == v for s in heard.of("DATE"))}
    read = {n: v for n, v in read.items() if v not in days.values()}
    meant = {f.label for f in fields(kind) if f.choices} | days.keys()           # a choice or a day that the sentence itself means
    return {**{n: v for n, v in values.items() if n in meant}, **read} if is_whole else bettered(kind, heard, values)


def _swallowed(values: Mapping[str, str], heard: Heard) -> int:
    """How many days, names and amounts lie inside a longer value and are none of their own."""
    said = [v.lower() for v in values.values()]
    pieces = (heard.said(s).lower() for t, s in heard.spans if t in FOLLOWING)
    return sum(1 for piece in pieces if piece not in said and any(piece in v for v in said))
