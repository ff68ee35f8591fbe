"""Whether two passages say different things of the same: other numbers of one unit, or one forbids what the other does not."""
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
import re

from knowledge.words import COUNTED, lexicon, terms

MEASURE = re.compile(r"(?P<before>€|\$|£)?\s?(?P<number>\d[\d.,]*)\s?(?P<unit>%|[^\W\d_]+)?")
SPELT = re.compile(rf"\b(?:{'|'.join(COUNTED)})\b", re.I)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
NOT = re.compile(r"\b(?:not|never|no|cannot|nobody|without|forbidden|prohibited)\b", re.I)
CELL = " | "                            # a row of a table is no sentence
ALIKE = 0.65                            # share of the words of the shorter sentence that two sentences on the same have in common
FEWEST = 3
ROOT = 4                                # letters that "decide" and "decision" have in common
ALL_BUT_SAME, AS_LONG = 0.7, 1.5          # where one forbids: share of what they name, and how many times as long the longer may be


def disagree(one: str, other: str, about: str = "") -> bool:
    """Sentences on the same thing are compared, and nothing else; where it is said what is asked about, only those that speak of it."""
    asked = {t for s in _things(_stems(about)) for t in (s, *(a for a in lexicon().alike.get(s, ()) if a[:ROOT] == s[:ROOT]))} if about else None
    mine, theirs = ([s for s in SENTENCE.split(text) if CELL not in s and (asked is None or asked & _things(_stems(s)))] for text in (one, other))
    return any(_differ(a, b) for a in mine for b in theirs)


def _differ(one: str, other: str) -> bool:
    return _measure_otherwise(one, other) or _one_forbids(one, other)


def _measure_otherwise(one: str, other: str) -> bool:
    first, second = _stems(one), _stems(other)
    shared, fewest = first & second, min(len(_things(first)), len(_things(second)))
    if len(shared) < FEWEST or len(shared) < ALIKE * min(len(first), len(second)) or len(_things(shared)) < max(1, ALIKE * fewest):
        return False
    mine, theirs = _measures(one), _measures(other)
    return any(mine[unit] != theirs[unit] for unit in mine.keys() & theirs.keys())


def _one_forbids(one: str, other: str) -> bool:
    first, second = _things(_stems(one)), _things(_stems(other))
    shorter, longer = sorted((len(first), len(second)))
    is_same = len(first & second) >= max(FEWEST - 1, ALL_BUT_SAME * shorter) and longer <= AS_LONG * shorter
    return is_same and bool(NOT.search(one)) != bool(NOT.search(other))


def _stems(text: str) -> set[str]:
    return {t for t in terms(text) if not t[0].isdigit() and " " not in t}


def _things(stems: set[str]) -> set[str]:
    """Those that name something."""
    return stems - lexicon().plain


def _measures(sentence: str) -> Mapping[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for unit, number in _numbers(sentence):
        found[unit].add(number)
    return {unit: frozenset(numbers) for unit, numbers in found.items()}


def _numbers(sentence: str) -> Iterator[tuple[str, str]]:
    for m in MEASURE.finditer(SPELT.sub(lambda word: COUNTED[word[0].lower()], sentence)):
        stems: Sequence[str] = terms(m["unit"] or "")
        yield m["before"] or (stems[0] if stems else m["unit"] or ""), m["number"].replace(",", "").rstrip(".")
