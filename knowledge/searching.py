"""Finding passages of documents: BM25 over the postings that the asker may read, and an honest nothing.

Statistics come from permitted passages only, so that nobody learns from a score what they may not read.
"""
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
import math
import re
from typing import Protocol

from knowledge import library
from knowledge.library import Match, Place
from knowledge.passages import lexicon, terms
from records.asker import Asker
from records.database import Reading
from records.errors import NotFound

K1, B = 1.2, 0.75                       # Robertson & Zaragoza, The Probabilistic Relevance Framework
COVERS = 0.5                            # share of the question's weight that an answer must hold
ALIKE = 0.7                             # what a synonym counts against the word itself
MUCH_LESS = 0.45                        # hits this far below the best are left out


@dataclass(frozen=True)
class Hit:
    """A section that answers, with where it stands: `key` opens it, `warning` says when it is not in force."""
    key: str
    title: str
    edition: str
    page: int | None
    heading: str
    text: str
    score: float = 0.0
    warning: str = ""


class Search(Protocol):
    def find(self, question: str, limit: int = 5) -> tuple[Hit, ...]: ...

    def section(self, key: str) -> Hit: ...

    def headings(self, limit: int = 6) -> Sequence[str]: ...


class Nothing:
    """The twin that has no documents."""

    def find(self, question: str, limit: int = 5) -> tuple[Hit, ...]:  # noqa: ARG002
        return ()

    def section(self, key: str) -> Hit:
        raise NotFound(f"There is no section “{key}”.")

    def headings(self, limit: int = 6) -> Sequence[str]:  # noqa: ARG002
        return ()


NOTHING = Nothing()


class Library:
    """Searches as one asker, inside one read transaction."""

    def __init__(self, session: Reading, asker: Asker) -> None:
        self._session, self._asker = session, asker

    def find(self, question: str, limit: int = 5) -> tuple[Hit, ...]:
        """The sections that answer a question, best first; none when the documents do not speak of it."""
        asked = Counter(terms(question))
        if not asked:
            return ()
        alike = {term: _alike().get(term, frozenset()) for term in asked}
        found = library.matches(self._session, self._asker, {*asked, *(a for others in alike.values() for a in others)})
        number, average = library.size(self._session, self._asker)
        df = Counter(term for match in found for term in match.counts)
        idf = {term: _idf(number, max(df[term], *(df[a] for a in alike[term]), 0)) for term in asked}
        scored = [(_score(match, asked, alike, idf, average), match) for match in found]
        best = sorted(((score, match) for (score, share), match in scored if share >= COVERS), key=lambda each: -each[0])
        sections: dict[int, float] = {}
        for score, match in best:
            if score >= MUCH_LESS * best[0][0]:
                sections.setdefault(match.section_id, score)
        places = ((library.place(self._session, self._asker, id_), score) for id_, score in list(sections.items())[:limit])
        return tuple(_hit(place, score) for place, score in places if place)

    def section(self, key: str) -> Hit:
        """The section that a citation names: `DOC-1/4.2`, or `DOC-1@1.0/4.2` of an older edition. Raises `NotFound`."""
        m = re.fullmatch(r"(?P<document>[A-Z]+-\d+)(?:@(?P<edition>[^/]+))?/(?P<number>.+)", key.strip())
        place = library.place_of(self._session, self._asker, m["document"], m["number"], m["edition"] or "") if m else None
        if place is None:
            raise NotFound(f"There is no section “{key}”.")
        return _hit(place, 0.0)

    def headings(self, limit: int = 6) -> Sequence[str]:
        """Some of what can be asked about, from all over the documents."""
        found = library.headings(self._session, self._asker)
        return [found[(2 * n + 1) * len(found) // (2 * limit)] for n in range(min(limit, len(found)))]


def searching(session: Reading, asker: Asker) -> Search:
    return Library(session, asker)


def _score(match: Match, asked: Counter[str], alike: dict[str, frozenset[str]], idf: dict[str, float], average: float) -> tuple[float, float]:
    """The BM25 score of a passage, and the share of the question's weight that it covers."""
    score = covered = 0.0
    for term in asked:
        own = match.counts.get(term, 0)
        n = own or ALIKE * max((match.counts.get(a, 0) for a in alike[term]), default=0)
        if n:
            score += idf[term] * n * (K1 + 1) / (n + K1 * (1 - B + B * match.length / (average or 1)))
            covered += idf[term] * (1.0 if own else ALIKE)
    return score, covered / (sum(idf.values()) or 1.0)


def _idf(number: int, df: int) -> float:
    return math.log(1 + (number - df + 0.5) / (df + 0.5))


def _hit(place: Place, score: float) -> Hit:
    edition = f"edition {place.edition}" if place.edition else ""
    at = f"{place.document}{'' if place.is_current or not place.edition else f'@{place.edition}'}/{place.number or place.heading}"
    warning = "" if place.is_current and place.status == "in force" else "superseded by a newer edition" if not place.is_current else place.status
    return Hit(at, f"{place.title}, {place.number} {place.heading}".replace(",  ", ", "), edition, place.page, place.heading, place.text, score, warning)


@cache
def _alike() -> dict[str, frozenset[str]]:
    """Stems that stand for each other in the language of governance."""
    found: dict[str, frozenset[str]] = {}
    for group in lexicon()["groups"]:
        stems = frozenset(t for word in group for t in terms(word))
        for stem in stems:
            found[stem] = found.get(stem, frozenset()) | (stems - {stem})
    return found
