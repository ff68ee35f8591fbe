"""Whether two passages say different things of the same: other numbers of one unit, or one forbids what the other does not."""
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
import re

from knowledge.words import COUNTED, lexicon, terms

MEASURE = re.compile(r"(?P<before>€|\$|£)?\s?(?P<number>\d[\d.,]*)\s?(?P<unit>%|[^\W\d_]+)?")
SPELT = re.compile(rf"\b(?:{'|'.join(COUNTED)})\b", re.I)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
NOT = re.compile(r"\b(?:not|never|no|cannot|nobody|without|forbidden|prohibited)\b", re.I)
ALIKE = 0.5                             # share of the words of the shorter sentence that two sentences on the same have in common
FEWEST = 3


def disagree(one: str, other: str) -> bool:
    """Sentences on the same thing are compared, and nothing else."""
    return any(_differ(a, b) for a in SENTENCE.split(one) for b in SENTENCE.split(other) if _are_on_the_same(a, b))


def _are_on_the_same(one: str, other: str) -> bool:
    first, second = ({t for t in terms(s) if not t[0].isdigit() and " " not in t} for s in (one, other))
    shared = first & second
    return len(shared) >= FEWEST and len(shared) >= ALIKE * min(len(first), len(second)) and not shared <= lexicon().plain


def _differ(one: str, other: str) -> bool:
    first, second = _measures(one), _measures(other)
    if any(first[unit] != second[unit] for unit in first.keys() & second.keys()):
        return True
    return bool(NOT.search(one)) != bool(NOT.search(other))


def _measures(sentence: str) -> Mapping[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for unit, number in _numbers(sentence):
        found[unit].add(number)
    return {unit: frozenset(numbers) for unit, numbers in found.items()}


def _numbers(sentence: str) -> Iterator[tuple[str, str]]:
    for m in MEASURE.finditer(SPELT.sub(lambda word: COUNTED[word[0].lower()], sentence)):
        stems: Sequence[str] = terms(m["unit"] or "")
        yield m["before"] or (stems[0] if stems else m["unit"] or ""), m["number"].replace(",", "").rstrip(".")
