"""Weighing passages against a question: by its words (BM25) and by what it means, each score on its own scale, added up.

The sum is `0.2 bm25 / best bm25 + 0.8 (cosine + 1) / 2` over the best of both (Bruch et al., An Analysis of Fusion Functions for Hybrid Retrieval: the
theoretical minimum and maximum of each scale are known, so one odd passage shifts nobody else's score).
"""
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.asking import Asked, heard
from knowledge.library import Words
from knowledge.meaning import Sought
from records.database import Reading

MEANING = 0.8                           # what meaning weighs against words
CODE = 0.4                              # what it adds that a passage holds a number such as “F-317b” or “Qx035z” that is asked for: nothing else means that
BY_WORDS, BY_MEANING = 100, 50          # passages that are looked at more closely


@dataclass(frozen=True)
class Weighed:
    """`held` is the share of the question that the passage speaks of in its words, `likeness` how near it is in meaning, where that is known."""
    passage: int
    score: float
    held: float
    likeness: float | None
    words: float


def hear(words: Words, question: str) -> Asked:
    """What a question asks, as the passages weigh it that its asker may read. No words: there are none to read."""
    return heard(question, words.number, words.frequencies, words.there) if words.number else Asked(())


def weigh(session: Reading, words: Words, asked: Asked, nearest: Sought, most: int | None = None) -> Sequence[Weighed]:
    """The passages that come nearest to a question, best first, up to so many; `nearest` tells those that are so in meaning."""
    known = dict[int, bytes]()

    def also(best: Sequence[int]) -> Sequence[int]:
        known.update(nearest.vectors(session, best))                # while the nearest are still looked for
        return tuple(near.passages) if (near := nearest()) else ()
    found, near = words.matches(asked.weights(), BY_WORDS, also), nearest()
    best = max((m.score for m in found), default=0.0) or 1.0
    told = {m.passage: m.score / best for m in found}
    shares = {terms: asked.held(terms) for terms in {m.terms for m in found}}
    held = {m.passage: shares[m.terms] for m in found}
    likeness = near.likeness(session, words.readable({*told, *near.passages}), known) if near else {}
    codes = asked.codes
    coded = {m.passage: CODE for m in found if codes & m.terms} if codes else {}
    scores = {p: _sum(told.get(p, 0.0), likeness.get(p), is_by_both=near is not None) + coded.get(p, 0.0) for p in {**told, **likeness}}
    best_first = sorted(scores, key=lambda p: (-scores[p], p))[:most]
    return [Weighed(p, scores[p], held.get(p, 0.0), likeness.get(p), told.get(p, 0.0)) for p in best_first]


def _sum(words: float, likeness: float | None, *, is_by_both: bool) -> float:
    if not is_by_both:
        return words
    # A passage without a vector yet is as near as one that has nothing to do with the question.
    return (1 - MEANING) * words + MEANING * ((likeness or 0.0) + 1) / 2
