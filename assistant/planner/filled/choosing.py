"""Choosing a tool: how likely each is for what was heard, as it was learned, and what an answer takes no notice of."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
import re

from assistant.planner.heard.hearing import Heard, hear
from assistant.planner.learned.heeding import is_heeded
from assistant.planner.learned.learned import NOTHING
from assistant.planner.learned.weighing import odds
from assistant.planner.words.idle import IDLE
from assistant.planner.words.plain import tokens
from assistant.planner.words.spelling import spelling
from language.words import Span
from tools.base import Tool

EXAMPLE_NAMES = re.compile(r"\b(?:(?P<project>Apollo|Gemini)|(?P<person>Ana|Ben))\b")
SOMEDAY = date(2026, 1, 7)
SHORTEST = 4                                    # letters of a word that means something
Scored = tuple[Tool, float]


@dataclass(frozen=True)
class Ranking:
    """The tools that a message may be for, the likeliest first, each with its share of the odds; `nothing` is the share of none."""
    tools: tuple[Scored, ...]
    nothing: float

    def of(self, able: Iterable[Tool], *, is_for_one: bool) -> "Ranking":
        """The odds among fewer tools, and without none where the form tells that one is wanted."""
        kept, nothing = {t.name for t in able}, 0.0 if is_for_one else self.nothing
        tools = [(t, share) for t, share in self.tools if t.name in kept]
        whole = nothing + sum(share for _, share in tools) or 1.0
        return Ranking(tuple((t, share / whole) for t, share in tools), nothing / whole)


class Chooser:
    """Knows no tool by name: what is said for which was learned, what each needs is declared."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {t.name: t for t in tools}

    def ranked(self, heard: Heard) -> Ranking:
        shares = odds(heard)
        return Ranking(tuple(sorted(((t, shares[n]) for n, t in self._tools.items()), key=lambda each: -each[1])), shares[NOTHING])

    def unheeded(self, tool: Tool, heard: Heard) -> list[str]:
        """The words of a question that nothing which this tool is asked with has to do with."""
        pieces = [s for t, s in heard.spans if t not in ("ME", "COUNT")]
        left = (t.word for t in tokens(heard.text, spelling()) if not any(s.start < t.end and t.start < s.end for s in pieces))
        return [w for w in left if len(w) >= SHORTEST and w.isalpha() and not w.endswith("ly") and w not in IDLE and not is_heeded(w, tool.name)]


def exemplary(said: str) -> Heard:
    """An example as it is heard, its few names known by heart."""
    heard = hear(said, {}, SOMEDAY)
    named = [(str(m.lastgroup), Span(m.start(), m.end(), m[0])) for m in EXAMPLE_NAMES.finditer(said)]
    free = [(t, s) for t, s in named if not any(s.start < o.end and o.start < s.end for _, o in heard.spans)]
    return Heard(heard.text, tuple(sorted((*heard.spans, *free), key=lambda each: each[1].start)))
