"""Which choice the words mean that are said of a field: its own words, in another form or misspelt, and those that people use for it."""
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
import re

from rapidfuzz.distance import OSA

from assistant.planner.learned.features import stem
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.plain import TOKEN
from assistant.planner.words.spelling import spelling
from records.kinds.base import FieldOf, Record

MEANINGS = Path(__file__).with_name("choice_meanings.tsv")      # kind, field, choice, and what people say for it
SHORTEST, LONG = 4, 6                            # letters from which one slip is forgiven, and two
DENIED = re.compile(r"\b(?:not|no|never|nobody|non|without|un\w+|but|except|other than|leav(?:e|ing) out|left out|aside|"
                    r"still|yet to|awaiting|pending|to be|waiting)\b|n['’]t\b", re.I)


@lru_cache(maxsize=4096)
def choice_meant(kind: type[Record], of: FieldOf, said: str) -> str:
    """The one choice that words mean which are none of its own; "" when they mean none, or may mean several. What is denied means another, so none."""
    low = " ".join(m[0].lower() for m in TOKEN.finditer(said))
    known = meanings(kind, of)
    if low in known:
        return known[low]
    if DENIED.search(low):
        return ""
    return _only(_inside(known, low)) or _only(_akin(kind, of, low)) or _only(_misspelt(kind, of, low))


def meanings(kind: type[Record], of: FieldOf) -> Mapping[str, str]:
    """What people say for the choices of a field, each with its choice."""
    return _meanings().get((kind.kind.one, of.label), {})


def _only(found: Iterable[str]) -> str:
    every = set(found)
    return every.pop() if len(every) == 1 else ""


def _longest(found: Iterable[tuple[str, str]]) -> set[str]:
    """The choices that words stand for which are no part of longer ones."""
    every = tuple(found)
    return {value for words, value in every if not any(words != w and words in w for w, _ in every)}


def _inside(known: Mapping[str, str], said: str) -> set[str]:
    return _longest((words, value) for words, value in known.items() if re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", said))


def _akin(kind: type[Record], of: FieldOf, said: str) -> set[str]:
    """The choices whose words are said in another form: “accepted” of accept, “key results”."""
    whole = f" {_rooted(said)} "
    return _longest((word, value) for name, word, value in choice_words(str(kind.__tablename__)) if name == of.name and f" {_rooted(word)} " in whole)


def _misspelt(kind: type[Record], of: FieldOf, said: str) -> Iterator[str]:
    """Slips of a word of a choice, more than elsewhere since there are but a few that it could be."""
    words = [(word, value) for name, word, value in choice_words(str(kind.__tablename__)) if name == of.name]
    tried = {w for w in (said, *said.split()) if len(w) >= SHORTEST and w not in spelling()}
    return (value for word, value in words for w in tried if w[0] == word[0] and 0 < OSA.distance(w, word, score_cutoff=2) <= (2 if len(w) >= LONG else 1))


def _rooted(said: str) -> str:
    return " ".join(re.sub(r"(?<=\w{3})(?:e|y|i|s|t?ion)$", "", stem(w)) for w in re.split(r"[\s-]+", said.lower()))


@cache
def _meanings() -> Mapping[tuple[str, str], Mapping[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for line in MEANINGS.read_text("utf-8").splitlines():
        kind, field, choice, said = line.split("\t")
        found.setdefault((kind, field), {}).update((" ".join(w.split()), choice) for w in said.split(","))
    return found
