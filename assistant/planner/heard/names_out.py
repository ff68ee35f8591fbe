"""Projects and people that are named to be left out: “without Fortuna”, “leave Fortuna and Dione out”, “Ben aside”."""
import re

from assistant.planner.heard.hearing import Heard
from language.words import Span

NAMES = r"(?:the |project |PROJECT\b[\s,]*|(?:and|or|nor|&)\b[\s,]*)*"
BEFORE = re.compile(r"\b(?:without|excluding|exclude|except(?:ing)?(?: for)?|apart from|aside from|besides|other than|but not|leav(?:e|ing) out|drop|"
                    rf"skip|minus|take out|not counting|ignoring|ignore|not)\s+{NAMES}$", re.I)
TAKEN = re.compile(rf"\b(?:leave|leaving|take|taking|keep|keeping|kick|throw|cut)\s+{NAMES}$", re.I)
OUT = re.compile(rf"^[\s,]*{NAMES}(?:out|off|aside|away)\b", re.I)
ASIDE = re.compile(rf"^[\s,]*{NAMES}(?:aside|excluded|left out|not included)\b", re.I)


def names_out(heard: Heard, type_: str) -> tuple[Span, ...]:
    """The names of those projects, or of people, where they stand."""
    return tuple(s for s in heard.of(type_) if _is_out(heard, type_, s))


def _is_out(heard: Heard, type_: str, span: Span) -> bool:
    before, behind = _signed(heard, type_, 0, span.start), _signed(heard, type_, span.end, len(heard.text))
    return bool(BEFORE.search(before) or (TAKEN.search(before) and OUT.match(behind)) or ASIDE.match(behind))


def _signed(heard: Heard, type_: str, start: int, end: int) -> str:
    """A stretch of the text with a sign for each other name in it."""
    text = heard.text[start:end]
    for s in reversed(heard.of(type_)):
        if start <= s.start and s.end <= end:
            text = f"{text[:s.start - start]}PROJECT{text[s.end - start:]}"
    return text
