"""Projects that are named to be left out: “without Fortuna”, “leave Fortuna and Dione out”, “Fortuna aside”."""
import re

from assistant.planner.hearing import Heard
from language.words import Span

NAMES = r"(?:the |project |PROJECT\b[\s,]*|(?:and|or|nor|&)\b[\s,]*)*"
BEFORE = re.compile(r"\b(?:without|excluding|exclude|except(?:ing)?(?: for)?|apart from|aside from|besides|other than|but not|leav(?:e|ing) out|drop|"
                    rf"skip|minus|take out|not counting|ignoring|ignore|not)\s+{NAMES}$", re.I)
TAKEN = re.compile(rf"\b(?:leave|leaving|take|taking|keep|keeping|kick|throw|cut)\s+{NAMES}$", re.I)
OUT = re.compile(rf"^[\s,]*{NAMES}(?:out|off|aside|away)\b", re.I)
ASIDE = re.compile(rf"^[\s,]*{NAMES}(?:aside|excluded|left out|not included)\b", re.I)


def projects_out(heard: Heard) -> tuple[Span, ...]:
    """The names of those projects, where they stand."""
    return tuple(s for s in heard.of("project") if _is_out(heard, s))


def _is_out(heard: Heard, span: Span) -> bool:
    before, behind = _signed(heard, 0, span.start), _signed(heard, span.end, len(heard.text))
    return bool(BEFORE.search(before) or (TAKEN.search(before) and OUT.match(behind)) or ASIDE.match(behind))


def _signed(heard: Heard, start: int, end: int) -> str:
    """A stretch of the text with a sign for each project in it."""
    text = heard.text[start:end]
    for s in reversed(heard.of("project")):
        if start <= s.start and s.end <= end:
            text = f"{text[:s.start - start]}PROJECT{text[s.end - start:]}"
    return text
