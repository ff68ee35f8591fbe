"""How alike two titles are: by the stems of their words, without the small ones."""
from collections.abc import Iterable, Mapping
from functools import lru_cache
import re

from language.cleaning import folded

SMALL = frozenset({"a", "an", "the", "of", "to", "for", "in", "on", "at", "by", "and", "or", "with", "from", "into", "all", "our", "new", "is", "are", "be",
                   "this", "that", "its", "their", "as", "per", "o", "os", "um", "uma", "de", "do", "da", "dos", "das", "e", "para", "com", "em", "no", "na",
                   "nos", "nas", "por", "ao", "todos", "todas", "que"})
WORD = re.compile(r"[^\W_]+")
ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ions", "ion", "ies", "ied", "es", "ed", "s", "e", "y")
SHORTEST = 4
SAME, NEAR = 0.85, 0.6


@lru_cache(maxsize=20_000)
def stems(title: str) -> frozenset[str]:
    """The stems of a title's words."""
    return frozenset(stem(w) for w in WORD.findall(folded(title)) if w not in SMALL)


def stem(word: str) -> str:
    """A word without its ending, so that “migrate” and “migration” are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and not (ending == "s" and word.endswith("ss")) and len(word) - len(ending) >= SHORTEST:
            return word[:-len(ending)].removesuffix("at") if len(word) - len(ending) > SHORTEST + 1 else word[:-len(ending)]
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of stems that two have in common; numbers that differ make two things of them."""
    both = one | other
    if not both or {s for s in one if s.isdigit()} != {s for s in other if s.isdigit()}:
        return 0.0
    return len(one & other) / len(both)


class Titles:
    """Titles by their stems, so that one is compared only with those that share some."""

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        self._by_stem: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for key, title in titles:
            own = stems(title)
            for each in own:
                self._by_stem.setdefault(each, []).append((key, own))

    def nearest(self, title: str, least: float) -> tuple[str, float] | None:
        """The key of the title most like this one, and how alike they are, if it is at least so much."""
        own = stems(title)
        scores: Mapping[str, float] = {key: likeness(own, other) for each in own for key, other in self._by_stem.get(each, ())}
        best = max(scores.items(), key=lambda each: each[1], default=("", 0.0))
        return best if best[1] >= least else None

    def alike(self, title: str, least: float) -> list[str]:
        """The keys of all titles that are so much like this one, the nearest first."""
        own = stems(title)
        scores = {key: likeness(own, other) for each in own for key, other in self._by_stem.get(each, ())}
        return [key for key, score in sorted(scores.items(), key=lambda each: (-each[1], each[0])) if score >= least]
