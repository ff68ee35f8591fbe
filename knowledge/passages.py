"""Cutting the text of a section into passages: what is found, quoted and embedded.

A passage is as long as the embedder reads at once, and begins within the one before it, so that no sentence loses what it leans on. What is indexed is the
passage below its title and headings: a clause rarely repeats what it is about.
"""
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
import re

from knowledge.words import counted

NUMBER = re.compile(r"\d+(?:\.\d+)*")
LONGEST = 1000                          # characters: about 220 wordpieces, which leaves room for the headings
OVERLAP = 500
ENDS = re.compile(r"(?<=[.!?])[\"”’»)\]]*\s+|\n+")


@dataclass(frozen=True)
class Cut:
    """The characters from `start` up to `stop` of a section; `said` is what is embedded, `counts` how often each stem counts."""
    start: int
    stop: int
    said: str
    counts: Counter[str]

    @property
    def mark(self) -> str:
        return sha256(self.said.encode()).hexdigest()


def cut(title: str, above: str, heading: str, text: str) -> Sequence[Cut]:
    """The passages of a section; `above` are the headings over its own."""
    return [Cut(start, stop, said(title, above, heading, text[start:stop]), counted(heading, f"{title} {above}", text[start:stop]))
            for start, stop in spans(text)]


def said(title: str, above: str, heading: str, text: str) -> str:
    """A passage below its title and headings: what is embedded."""
    return " › ".join(dict.fromkeys(part for part in (title, above, heading) if part)) + f"\n{text}"


def spans(text: str, longest: int = LONGEST, overlap: int = OVERLAP) -> Iterator[tuple[int, int]]:
    """Whole sentences or lines, as many as fit; each span begins up to `overlap` characters before the last one ended. Only what has neither is cut within."""
    parts = list(_parts(text, longest))
    first = 0
    while first < len(parts):
        behind = first + 1
        while behind < len(parts) and parts[behind][1] - parts[first][0] <= longest:
            behind += 1
        start, stop = parts[first][0], parts[behind - 1][1]
        yield start, start + len(text[start:stop].rstrip())
        if behind == len(parts):
            return
        again = behind
        while again > first + 1 and stop - parts[again - 1][0] <= overlap:
            again -= 1
        first = again


def _parts(text: str, longest: int) -> Iterator[tuple[int, int]]:
    at = 0
    for end in (*(m.end() for m in ENDS.finditer(text)), len(text)):
        start = at + len(text[at:end]) - len(text[at:end].lstrip())
        at = end
        while end - start > longest:
            space = text.rfind(" ", start + 1, start + longest)
            yield start, (space if space > start else start + longest)
            start = (space + 1) if space > start else start + longest
        if start < end and text[start:end].strip():
            yield start, end
