"""Quick capture: one line of words into a task's values - who, when, how long, how urgent - and the title that is left."""
from collections.abc import Iterator, Mapping
from datetime import date
import re

from language.amounts import find_efforts
from language.dates import find_dates
from language.names import ambiguous_names, find_names
from language.recurrence import find_recurrences
from language.words import Span

PRIORITY = re.compile(r"!(low|medium|high|critical|urgent)\b", re.I)
LABEL = re.compile(r"(?<!\S)\*([\w-]+)")
QUOTED = re.compile(r"[\"“]([^\"”]{2,})[\"”]")
LED = re.compile(r"\b(?:by|due|until|before|on)[\s:]+(?:the\s+)?$", re.I)
LEADS = re.compile(r"(?:[\s,;(-]+|\b(?:for|by|due|until|on|to|at|owner|assigned|about|estimate|takes?)\b|@)+$", re.I)


def captured(line: str, people: Mapping[str, str], today: date) -> dict[str, str]:
    """The values of one task, in words. Quoted text is the title and is read for nothing else."""
    title = QUOTED.search(line)
    masked = QUOTED.sub(lambda m: " " * len(m[0]), line)
    found, taken = {"title": title[1] if title else ""}, list[Span]()
    for name, span, said in _pieces(masked, people, today):
        if (name not in found or name == "recurrence") and not any(s.start < span.end and span.start < s.end for s in taken):
            found[name] = said
            taken.append(span)
    if not title:
        found["title"] = _left(masked, taken)
    return found


def _pieces(text: str, people: Mapping[str, str], today: date) -> Iterator[tuple[str, Span, str]]:
    yield from (("priority", Span(m.start(), m.end(), m[1]), m[1].lower()) for m in PRIORITY.finditer(text))
    yield from (("labels", Span(m.start(), m.end(), m[1]), m[1]) for m in LABEL.finditer(text))
    repeated = list(find_recurrences(text, today))
    yield from (("recurrence", s, " ".join(text[each.start:each.end] for each in repeated)) for s in repeated)
    yield from (("hours", s, text[s.start:s.end]) for s in find_efforts(text))
    dates = sorted(find_dates(text, today), key=lambda s: LED.search(text[:s.start]) is None)        # "the Friday demo, by Monday" is due on Monday
    yield from (("due", s, text[s.start:s.end]) for s in dates)
    yield from (("owner", s, str(s.value)) for s in find_names(text, people))
    yield from (("owner", s, text[s.start:s.end]) for s in ambiguous_names(text, people))              # the desk asks which one


def _left(text: str, taken: list[Span]) -> str:
    """What is left of a line once its pieces and the words that lead to them are taken out."""
    for span in sorted(taken, key=lambda s: -s.start):
        text = LEADS.sub("", text[:span.start]) + "  " + text[span.end:].lstrip(" ,;)")
    return re.sub(r"\s{2,}", " ", text).strip(" ,;:.-")
