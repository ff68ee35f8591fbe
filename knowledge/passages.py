"""Cutting sections into passages that can be quoted, and words into the stems they are found by."""
from collections import Counter
from collections.abc import Iterator
from functools import cache
import re

import Stemmer

from language.cleaning import folded

LONGEST = 1200
HEADING_WEIGHT = 3
STOP = frozenset("a an the of on in for to by at is are was be been and or with please me my our your it its this that these those do does did i we you they he she who what which when where why how "
                 "can could would should will shall may must have has had need needs if then than from about into as so just not no there any all tell say says want get".split())


def passages(text: str) -> Iterator[str]:
    """The text in pieces of at most about 1,200 characters, cut between paragraphs or sentences."""
    piece = ""
    for part in re.split(r"(?<=\n)|(?<=[.!?])\s+", text):
        if piece and len(piece) + len(part) > LONGEST:
            yield piece.strip()
            piece = ""
        piece += part if part.endswith("\n") else f"{part} "
    if piece.strip():
        yield piece.strip()


def terms(text: str) -> list[str]:
    """The stems of the words that tell something."""
    return [_stem(w) for w in re.findall(r"[^\W_]+", folded(text)) if w not in STOP]


def weighed(heading: str, text: str) -> Counter[str]:
    """How often each stem counts in a passage; the words of its heading count three times."""
    counted = Counter(terms(text))
    for term in terms(heading):
        counted[term] += HEADING_WEIGHT
    return counted


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
