"""Which titles a sentence speaks of, by the beginnings of their words: “the service desk training is done” speaks of “Train the service desk”."""
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
import re

from language.cleaning import folded
from language.words import Span, words

END = re.compile(r"[.!?;:](?=\s|$)|\n")
WORD = re.compile(r"[^\W_]+")
ENDINGS = re.compile(r"(?:isation|ization|ations?|ating|ated|ates?|ings?|ments?|ions?|ers?|als?|ies|ied|ed|es|e|y|s)$")
SHORTEST, STEM = 3, 4                           # letters of a word that tells something, and of a beginning
HALF = 0.5                                      # of a title must be said, or two of its words in a row
LONG = 5                                        # letters of a word that may stand for a whole title
INITIALS = range(3, 6)                          # letters of an abbreviation
SPELT = 6                                       # letters of a word that is the same with one of them left out or wrong
APART = 2                                       # places from one word of a title to the next, small words not counted
LEADS = ("from", "into", "onto", "about", "not")       # these lead to a word and tell nothing themselves
Titles = Mapping[str, str]                      # key -> title


@dataclass(frozen=True)
class _Said:
    """A word of the sentence that tells something, by its beginning."""
    start: int
    end: int
    place: int
    stem: str
    word: str
    part: int                                   # of the sentence, by the signs that end one
    heads: bool                                 # it stands before the colon that opens a sentence


def stems(said: str) -> tuple[str, ...]:
    """The beginnings of the words that tell something."""
    return tuple(dict.fromkeys(w.stem for w in _words(said)))


def spoken_of(text: str, titles: Titles) -> Iterator[Span]:
    """Where titles are spoken of, and the key of each as the value; where several are as near, the value holds all of their keys, one blank apart."""
    said = tuple(_words(text))
    called = {key: tuple({w.stem: w for w in _words(title)}.values()) for key, title in titles.items()}
    shared = Counter(w.stem for title in set(called.values()) for w in title)
    short = [w for w in said if len(w.word) in INITIALS and w.word not in words()["common"]]
    near = sorted((n for key, title in called.items() if (n := _near(_in_full(said, short, titles[key]) if short else said, key, title, shared))),
                  key=lambda n: -n[0])
    taken: list[Span] = []
    for score, span in near:
        if any(s.start < span.end and span.start < s.end for s in taken):
            continue
        same = [str(o.value) for other, o in near if other == score and o.start < span.end and span.start < o.end]
        taken.append(Span(span.start, span.end, " ".join(same)))
    yield from sorted(taken, key=lambda s: s.start)


def _in_full(said: Sequence[_Said], short: Sequence[_Said], title: str) -> Sequence[_Said]:
    """The sentence with the words of a title in the place of their initials: “SSO” of “single sign-on”."""
    whole = {w: found for w in short if (found := _of_initials(title, w.word))}
    return [each for w in said for each in ((replace(w, stem=of) for of in whole[w]) if w in whole else (w,))] if whole else said


@lru_cache(50_000)
def _of_initials(title: str, said: str) -> tuple[str, ...]:
    """The beginnings of the words in a row whose initials are said, without the small ones; () for none."""
    row = [folded(w) for w in WORD.findall(title)]
    at = "".join(w[0] for w in row if w).find(said)
    return tuple(_stem(w) for w in row[at:at + len(said)] if len(w) >= SHORTEST and w not in words()["small"]) if at >= 0 else ()


def _near(said: Sequence[_Said], key: str, title: Sequence[_Said], shared: Mapping[str, int]) -> tuple[float, Span] | None:
    """How much of a title is said in one place, and where."""
    held = [(w, t) for w in said for t in title if w.word not in LEADS and _is_same(w.stem, t.stem)]
    best: tuple[float, Span] | None = None
    for first in range(len(held)):
        last, found = first, dict[str, _Said]()
        while last < len(held) and _is_near(held[max(first, last - 1)][0], held[last][0]):
            found.setdefault(held[last][1].stem, held[last][0])
            last += 1
        share = len(found) / len(title)
        ends = list(found.values())
        is_row = len(found) > 1 and max(w.place for w in ends) - min(w.place for w in ends) < len(found)
        is_told = is_row or (share >= HALF and (len(found) > 1 or _is_enough(*held[first], title, shared)))
        if is_told and (best is None or len(found) * share > best[0]):
            best = len(found) * share, Span(min(w.start for w in ends), max(w.end for w in ends), key)
    return best


def _is_near(one: _Said, other: _Said) -> bool:
    return one.part == other.part and other.place - one.place <= APART


def _is_enough(said: _Said, of: _Said, title: Sequence[_Said], shared: Mapping[str, int]) -> bool:
    """Whether one word stands for a title: it is the only one and said just so, or no other title has it; nobody says it of something else."""
    if len(said.word) < LONG or (said.word in words()["common"] and not said.heads):
        return False
    return said.word.removesuffix("s") == of.word.removesuffix("s") if len(title) == 1 else shared[of.stem] == 1


def _is_same(said: str, title: str) -> bool:
    """Whether two beginnings are of one word; a short one must be the same, and a long one may be misspelt."""
    if said == title:
        return True
    if said[0] != title[0] or min(len(said), len(title)) < STEM:
        return False
    return title.startswith(said) or said.startswith(title) or (max(len(said), len(title)) >= SPELT and _is_misspelt(said, title))


def _is_misspelt(said: str, title: str) -> bool:
    """Whether one letter is left out, too much, wrong or changed with its neighbour."""
    if abs(len(said) - len(title)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(said, title, strict=False)) if a != b), min(len(said), len(title)))
    rest = said[at:], title[at:]
    return rest[0][1:] == rest[1][1:] or rest[0][1:] == rest[1] or rest[0] == rest[1][1:] or (rest[0][1::-1] == rest[1][:2] and rest[0][2:] == rest[1][2:])


def _words(text: str) -> Iterator[_Said]:
    small: Iterable[str] = words()["small"]
    ends = [m.start() for m in END.finditer(text)]
    head = ends[0] if ends and text[ends[0]] == ":" else 0
    telling = ((m, bare) for m in WORD.finditer(text) if (len(bare := folded(m[0])) >= SHORTEST or bare.isdigit()) and bare not in small)
    for place, (m, bare) in enumerate(telling):
        yield _Said(m.start(), m.end(), place, _stem(bare), bare, bisect(ends, m.start()), m.start() < head)


def _stem(word: str) -> str:
    bare = ENDINGS.sub("", word)
    return bare if len(bare) >= STEM else word[:max(STEM, len(bare))] if len(word) > STEM else word
