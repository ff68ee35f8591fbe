"""A day that is still to come is none on which something was raised or done, and one within its words none on which to look at it: it is part of its title."""
from collections.abc import Mapping
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from language.dates import read_date
from records.kinds.base import Record, fields

REVIEWED = "review"
LINK = r"\s+(?:(?:on|by|at|from|until|before|after|in)\s+)?(?:the\s+)?"


NEARER = 3                                      # times nearer than the one that has gone by: “14 Dec”, said in November


def _is_to_come(said: str, today: date) -> bool:
    day, gone = read_date(said, today), read_date(said, today, past=True)
    return day is not None and day > today and (gone is None or gone > today or today - gone > NEARER * (day - today))


def with_days_to_come(kind: type[Record], values: Mapping[str, str], heard: Heard, today: date) -> dict[str, str]:
    """The values of a new record without such a day; where it follows the title it stays there: “training can't start on 14 Dec”."""
    found, title = dict(values), values.get(kind.kind.title, "")
    for of in (f for f in fields(kind) if f.type is date and f.name.endswith("_on") and f.label in values):
        if _is_to_come(values[of.label], today):
            del found[of.label]
            said = re.search(rf"{re.escape(title)}{LINK}{re.escape(values[of.label])}(?!\w)", heard.text, re.I) if title else None
            found |= {kind.kind.title: f"{title}{said[0][len(title):]}"} if said else {}
    for of in (f for f in fields(kind) if f.name == REVIEWED and f.label in values and REVIEWED not in heard.text.lower()):
        within = r"\s+(?:before|in|during|until|after)\s+(?:the\s+)?"
        said = re.search(rf"{re.escape(title)}{within}{re.escape(values[of.label])}(?!\w)", heard.text, re.I) if title else None
        if said:                                       # “may not be found before December” tells of it, and not when to look at it
            del found[of.label]
            found[kind.kind.title] = f"{title}{said[0][len(title):]}"
    return found
