"""A request in plain small words: short forms written out and near misspellings of words that are known here put right."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
import re

from rapidfuzz.distance import OSA

PARTED = re.compile(r"[\s-]+")
TOKEN = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")
SHORT_FORMS = {
    "mnth": "month", "mnths": "months", "wk": "week", "wks": "weeks", "yr": "year", "yrs": "years", "qtr": "quarter",
    "what's": "what is", "whats": "what is", "who's": "who is", "whos": "who is", "how's": "how is", "hows": "how is", "where's": "where is",
    "wheres": "where is",
    "when's": "when is", "why's": "why is", "that's": "that is", "there's": "there is", "it's": "it is", "here's": "here is", "let's": "let us",
    "lets": "let us",
    "i'm": "i am", "im": "i am", "i've": "i have", "ive": "i have", "i'd": "i would", "i'll": "i will", "we're": "we are", "we've": "we have",
    "we'd": "we would",
    "we'll": "we will", "you're": "you are", "you've": "you have", "you'd": "you would", "you'll": "you will", "they're": "they are", "he's": "he is",
    "she's": "she is",
    "ain't": "is not", "aint": "is not",
    "isn't": "is not", "aren't": "are not", "wasn't": "was not", "weren't": "were not", "don't": "do not", "dont": "do not", "doesn't": "does not",
    "didn't": "did not",
    "won't": "will not", "can't": "can not", "cant": "can not", "cannot": "can not", "couldn't": "could not", "shouldn't": "should not",
    "wouldn't": "would not",
    "hasn't": "has not", "haven't": "have not", "mustn't": "must not", "what're": "what are", "who've": "who have", "pls": "please", "plz": "please",
    "u": "you", "ur": "your", "r": "are", "gimme": "give me", "wanna": "want to", "gonna": "going to", "gotta": "have to", "todo": "to-do",
    "todos": "to-dos", "thx": "thanks",
}
SWAPPED_FROM, TYPO_FROM, FAR_FROM = 4, 5, 9       # letters from which swapped ones, one slip and two are forgiven


@dataclass(frozen=True)
class Token:
    """One word of a text as it is meant, and where it stands."""
    start: int
    end: int
    word: str


@lru_cache(maxsize=1024)
def tokens(text: str, known: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The words of a text in small letters, possessives bare, misspellings of `known` words put right."""
    return tuple(_tokens(text, known))


def _tokens(text: str, known: frozenset[str]) -> Iterator[Token]:
    for m in TOKEN.finditer(text):
        word = m[0].lower().replace("’", "'")
        bare = word if word in SHORT_FORMS else word.removesuffix("'s").removesuffix("'")
        spelt = SHORT_FORMS.get(word) or (corrected(bare, known) if known and m[0].isalpha() and not m[0][1:].isupper() else bare)
        yield Token(m.start(), m.start() + len(bare), spelt)


@lru_cache(maxsize=16_384)
def pattern(said: str) -> re.Pattern[str]:
    """A pattern made of declared words, in any letters: more than the standard cache would keep."""
    return re.compile(said, re.I)


def among(spoken: Iterable[str], text: str) -> list[str]:
    """Those of some declared words whose letters stand in a text at all: only for them a pattern is worth making."""
    low = text.lower()
    return [w for w in spoken if all(part in low for part in _parts(w))]


@lru_cache(maxsize=16_384)
def _parts(spoken: str) -> tuple[str, ...]:
    return tuple(PARTED.split(spoken.lower()))


def places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text of the same letters, and is no part of a longer one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        is_apart = not (_is_letter(text[at - 1:at]) or text[at - 1:at] == "-") and not _is_letter(text[end:end + 1])
        if is_apart:
            yield at
        at = text.find(word, end if is_apart else at + 1)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def plain(text: str, known: frozenset[str] = frozenset()) -> str:
    """The words of a text and nothing else, one blank apart."""
    return " ".join(t.word for t in tokens(text, known))


def runs(words: Sequence[str], most: int) -> Iterator[tuple[int, int, str]]:
    """Yield every run of at most `most` words with its first and last place, the longest first."""
    for size in range(min(most, len(words)), 0, -1):
        yield from ((i, i + size, " ".join(words[i:i + size])) for i in range(len(words) - size + 1))


@lru_cache(maxsize=4096)
def corrected(word: str, known: frozenset[str]) -> str:
    """The one known word that this is a slip of the finger away from, or the word itself."""
    if len(word) < SWAPPED_FROM or word in known:
        return word
    if len(word) >= TYPO_FROM and f"{word}e" in known:
        return f"{word}e"
    most = 2 if len(word) >= FAR_FROM else 1
    near = {k: far for size in range(len(word) - most, len(word) + most + 1) for k in _begun(known).get((word[0], size), ())
            if (far := OSA.distance(word, k, score_cutoff=most)) <= most}
    if len(word) <= TYPO_FROM:
        near = {k: far for k, far in near.items() if sorted(k) == sorted(word)}          # of short words only swapped letters
    closest = [k for k, far in near.items() if far == min(near.values())]
    return closest[0] if len(closest) == 1 and not _is_inflected(word, closest[0]) else word


@lru_cache(maxsize=4)
def _begun(known: frozenset[str]) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """The known words by their first letter and their length, so that few are compared."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in known:
        found.setdefault((word[:1], len(word)), []).append(word)
    return {begin: tuple(words) for begin, words in found.items()}


def _is_inflected(word: str, known: str) -> bool:
    """Whether the two are forms of one word ("closes", "closed") and so no misspelling."""
    if word.startswith(known) or known.startswith(word):
        return True
    return re.sub(r"(?:e?s|e?d|ing|er|ly)$", "", word) == re.sub(r"(?:e?s|e?d|ing|er|ly)$", "", known)
