"""How often a task repeats: the wordings of it in a request, and those that end it."""
from collections.abc import Iterator, Mapping
from datetime import date
import re

from assistant.planner.heard.hearing import NEVER, Heard, remembered
from language.recurrence import find_recurrences
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

BOUND = re.compile(r"^\W*(?:(?:but|and|only|it|make it|please|no)\b[\s,]*)*(?P<b>(?:starting|beginning|first on|until|till|\d+ times|"
                   r"for (?:the next )?\w+ (?:days|weeks|months|years|times))\b.*?)\W*$", re.I)


WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
OTHER_DAY = re.compile(rf"^\W*(?:(?:no|but|and|please|actually|rather|better|make|move|set|change|put|it|that|should be|to|on|every|each|sorry)\b[\s,]*)*"
                       rf"(?P<d>{WEEKDAY})s?(?:,? (?:instead|please|rather|then|mornings?|not {WEEKDAY}s?|instead of {WEEKDAY}s?))*\W*$", re.I)
EACH_DAY = re.compile(rf"(?<=\bevery )(?P<d>{WEEKDAY})|(?<=\beach )(?P<e>{WEEKDAY})", re.I)
REPEATED = ("recurrence", "frequency")          # fields that say how often
AT = re.compile(r"(?:\s+at\s+\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|o'clock|h)?(?!\w))?", re.I)        # the time of day goes with it


@remembered
def stops_repeating(heard: Heard) -> bool:
    """ "Stop repeating T-12", "T-12 no longer repeats": an order about a record, and no refusal, no removal and no status."""
    return NEVER in heard.all("REPEAT") and ("KEY" in heard.types or re.search(r"\bit\b", heard.plain) is not None)
FOR_ME = re.compile(r"(?:please )?(?:remind|nudge|ping|tell|send|ask|show|give|mail|task|to-?do|create|add|new)\b", re.I)


def repeats(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span | None]]:
    """The field, every wording as one, and each piece that it was read from."""
    field = next((f for f in fields(kind) if f.name in REPEATED), None)
    spans = heard.of("REPEAT") if field else ()
    said = NEVER if NEVER in heard.all("REPEAT") else " ".join(heard.said(s) for s in spans)
    yield from ((field, said, s) for s in spans if field)


def bounded(before: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """ "Until Christmas", "starting next week", of a repetition that still waits for a yes: it is said again with its bound."""
    m = BOUND.match(heard.text) if before.get("recurrence") else None
    return {"recurrence": f"{before['recurrence']} {m['b']}"} if m else {}


def on_other_day(before: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """ "Make it Thursdays" of what waits and happens every Monday: the same on the other day of the week."""
    day = OTHER_DAY.match(heard.text)
    weekly = {name: value for name, value in before.items() if isinstance(value, str) and EACH_DAY.search(value)}
    return {name: EACH_DAY.sub(day["d"].capitalize(), value) for name, value in weekly.items()} if day else {}


def said_last(text: str, today: date) -> str:
    """A request that opens with how often ("every Monday, remind me to send it") with that at its end, so that it opens with what is wanted."""
    first = next(iter(find_recurrences(text, today)), None) if "\n" not in text else None
    at = AT.match(text, first.end) if first else None
    end = at.end() if at else 0
    rest = text[end:].lstrip(" ,:").rstrip(" .") if first and not re.search(r"\w", text[:first.start]) else ""
    if rest and text[end:].lstrip().startswith(":") and not FOR_ME.match(rest) and "-" not in rest.split()[0]:
        rest = f"task: {rest},"                            # “every first of the month: check the test environment” is new, whatever is called so
    return f"{rest} {text[first.start:end]}" if first and " " in rest and not text.rstrip().endswith("?") else text
