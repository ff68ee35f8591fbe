"""A question as search hears it: its words, how much each tells, and what else each may be called."""
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
import math
import re
from string import ascii_lowercase

from knowledge.words import ANY_COUNT, asked, lexicon, terms

ALIKE = 0.5                             # what a word that stands for another counts against the word itself
HOLDS_ALIKE = 0.8                       # what it tells that a passage holds such a word
PLAIN, PLAIN_MOST = 0.15, 2.0           # what a common word tells against one that names a thing, however rare it is
COVERS = 0.5                            # share of what the question tells that an answer must hold,
SURE = 0.7                              # that it holds when it speaks of just that,
BESIDE = 0.35                           # and that others hold which are worth showing beside it
COVERS_PLAIN = 0.8                      # what an answer must hold of a question that names no thing
SHORTEST = 5                            # misspellings begin with the same letter, and are words of five or more
HEADED = 0.25                           # what it adds that the question holds the whole heading of a section
ABBREVIATION = 2
MOST = 20                               # words of a question that are looked at: the rarest
CODED = re.compile(r"(?=[^\d\s]*\d)(?=\d*[^\d\s])[^\W_]{4,}")         # letters and digits in one
SECTION = re.compile(r"\b(?:section|clause|chapter|paragraph)s?\s+(?P<number>\d+(?:\.\d+)*)\b|§\s*(?P<mark>\d+(?:\.\d+)*)", re.I)


@dataclass(frozen=True)
class Word:
    """One stem of a question. `tells` is its share of what the question is about; `alike` are the stems that stand for it."""
    term: str
    idf: float
    tells: float
    names: bool
    alike: frozenset[str]

    def held(self, terms: frozenset[str]) -> float:
        """How much of it a passage with these stems holds."""
        return 1.0 if self.term in terms else HOLDS_ALIKE if self.alike & terms else 0.0


@dataclass(frozen=True)
class Asked:
    words: tuple[Word, ...]

    def weights(self) -> dict[str, float]:
        """What each stem is worth to the ranking."""
        found: dict[str, float] = {}
        for word in self.words:
            for term, share in ((word.term, 1.0), *((a, ALIKE) for a in sorted(word.alike))):
                found[term] = max(found.get(term, 0.0), share * word.idf)
        return found

    @property
    def codes(self) -> frozenset[str]:
        """Those that are letters and digits in one: the names of forms, machines and clauses, which mean nothing by themselves."""
        return frozenset(w.term for w in self.words if w.names and CODED.fullmatch(w.term))

    def heads(self, heading: str) -> bool:
        """Whether the question holds all of a heading that says two things or more."""
        things = _things(heading)
        return len(things) > 1 and things <= {t for w in self.words for t in (w.term, *w.alike)}

    def held(self, terms: frozenset[str]) -> float:
        """The share of what was asked that a passage with these stems holds; 0 when it holds no thing that the question names."""
        total = sum(w.tells for w in self.words)
        held = sum(w.tells * w.held(terms) for w in self.words) / (total or 1.0)
        if any(w.names for w in self.words):
            return held if any(w.names and w.held(terms) for w in self.words) else 0.0
        return held if len(self.words) > 1 and held >= COVERS_PLAIN else 0.0


def heard(question: str, number: int, frequencies: Callable[[Iterable[str]], Mapping[str, int]], there: Callable[[Collection[str]], Sequence[str]]) -> Asked:
    """Weigh the words of a question by what stands in `number` passages; `there` says which of some stems there are, for the misspelt."""
    stems, alike = asked(question), lexicon().alike
    df = frequencies({*stems, *(a for s in stems for a in alike.get(s, ()))})
    right = {s: _spelt(s, there) for s in stems if not df[s] and not any(df[a] for a in alike.get(s, ()))}
    if any(right[s] != s for s in right):
        stems = [right.get(s, s) for s in stems]
        df = frequencies({*stems, *(a for s in stems for a in alike.get(s, ()))})
    words = sorted(_words(stems, number, df), key=lambda w: -w.idf)
    return Asked(tuple(words[:MOST]))


@lru_cache(10_000)
def _things(heading: str) -> frozenset[str]:
    return frozenset(t for t in terms(heading) if t not in lexicon().plain and not t[0].isdigit() and " " not in t)


def section_named(question: str) -> str:
    """The number of the section that a question names; "" for none."""
    m = SECTION.search(question)
    return (m["number"] or m["mark"]) if m else ""


def _words(stems: Sequence[str], number: int, df: Mapping[str, int]) -> Iterator[Word]:
    for term in stems:
        alike = frozenset(a for a in lexicon().alike.get(term, ()) if df[a] and a not in stems)
        idf = _idf(number, max((df[t] for t in (term, *alike)), default=0))
        thing, _, count = term.partition(" ")
        if count == ANY_COUNT:
            continue
        if count and not df[term] and not df[f"{thing} {ANY_COUNT}"]:
            continue
        plain = term in lexicon().plain or (not df[term] and len(term) <= ABBREVIATION)
        tells = 0.0 if term[0].isdigit() else PLAIN * min(idf, PLAIN_MOST) if plain else idf
        yield Word(term, idf, tells, not plain and tells > 0, alike)


def _spelt(term: str, there: Callable[[Collection[str]], Sequence[str]]) -> str:
    """The stem that was meant by one with a letter missing, doubled or in its neighbour's place; another letter is another word."""
    if len(term) < SHORTEST or not term.isalpha():
        return term
    return min(there(set(_misspelt(term)) - {term}), default=term)


def _misspelt(term: str) -> Iterator[str]:
    """The stems that a misspelt one may stand for; they begin with the same letter."""
    for at in range(1, len(term) + 1):
        before, behind = term[:at], term[at:]
        yield from (before + letter + behind for letter in {*ascii_lowercase, *term})
        if behind:
            yield before + behind[1:]
            yield before + behind[1:2] + behind[0] + behind[2:]


def _idf(number: int, df: int) -> float:
    return math.log(1 + (number - df + 0.5) / (df + 0.5))
