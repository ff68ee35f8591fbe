"""Choosing what to show of the passages that were found, when there is room for some of it only: the sentences that speak of the question come first.

A stretch of sentences is worth what its passage is worth, and a little of what its own words are.
"""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
import re

from knowledge.passages import spans
from knowledge.words import lexicon, terms

STRETCH = 300                           # characters: two or three sentences
SHORT = 600                             # characters that are read at a glance
STEPS = re.compile(r"^(?:1[.)]|-) .+\n+(?:2[.)]|-) ", re.M)
OWN = 0.15                              # what its own words weigh against its passage


@dataclass(frozen=True)
class Stretch:
    """A few sentences of a passage: where they stand in their section."""
    section: int
    start: int
    stop: int


@dataclass(frozen=True)
class Found:
    """A passage that was found, and what it is worth."""
    section: int
    start: int
    text: str
    score: float


def heart(text: str, question: str) -> tuple[int, int]:
    """Where the sentences of a text stand together that speak most of a question; the whole of one that is short, or that goes step by step."""
    if len(text) <= SHORT or STEPS.search(text):
        return 0, len(text)
    wanted = dict.fromkeys((t for t in terms(question) if t not in lexicon().plain), 1.0)
    found = list(spans(text, SHORT, SHORT))
    return max(found, key=lambda span: (_worth(Counter(terms(text[span[0]:span[1]])), wanted), -span[0]))


def narrowed(found: Sequence[Found], weights: Mapping[str, float]) -> Sequence[Stretch]:
    """The stretches of some passages, those that say most first; `weights` tell what each stem of the question is worth."""
    passage, own = dict[Stretch, float](), dict[Stretch, float]()
    for each in found:
        for stretch, counts in _stretches(each):
            passage[stretch] = max(passage.get(stretch, 0.0), each.score)
            own[stretch] = _worth(counts, weights)
    most = max(own.values(), default=0.0) or 1.0
    return sorted(passage, key=lambda s: (-(1 - OWN) * passage[s] - OWN * own[s] / most, s.section, s.start))


def _stretches(of: Found) -> Iterator[tuple[Stretch, Counter[str]]]:
    """Each sentence with as many behind it as fit."""
    for start, stop in spans(of.text, STRETCH, STRETCH):
        yield Stretch(of.section, of.start + start, of.start + stop), Counter(terms(of.text[start:stop]))


def _worth(counts: Counter[str], weights: Mapping[str, float]) -> float:
    """BM25 of a stretch, with the length of all of them taken to be the same."""
    return sum(weight * counts[term] * 2.2 / (counts[term] + 1.2) for term, weight in weights.items() if term in counts)
