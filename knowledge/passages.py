"""Cutting sections into passages that can be quoted, and words into the stems they are found by."""
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
import re
import tomllib
from typing import Any

import Stemmer

from language.cleaning import folded

LONGEST = 1200
HEADING_WEIGHT = 3


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
    """The stems of the words that tell something; 50,000 and 50k are one number."""
    plain = re.sub(r"\b(\d+)\s?k\b", r"\g<1>000", re.sub(r"(?<=\d)[,.](?=\d{3}\b)", "", folded(text)))
    return [_stem(w) for w in re.findall(r"[^\W_]+", plain) if w not in _stopped()]


def weighed(heading: str, text: str) -> Counter[str]:
    """How often each stem counts in a passage; the words of its heading count three times."""
    counted = Counter(terms(text))
    for term in terms(heading):
        counted[term] += HEADING_WEIGHT
    return counted


@cache
def lexicon() -> dict[str, Any]:
    """The words that search needs: `stop`, and `groups` of words that stand for each other."""
    return tomllib.loads(files("knowledge").joinpath("words.toml").read_text("utf-8"))


@cache
def _stopped() -> frozenset[str]:
    return frozenset(lexicon()["stop"].split())


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
