"""Asking what a document said before: an edition that a newer one took the place of is looked into only when it is named, or its age is."""
from collections.abc import Sequence
import re

from knowledge import library
from knowledge.library import Place
from knowledge.words import lexicon, terms
from records.asker import Asker
from records.database import Reading

EDITION = re.compile(r"\b(?:edition|version|v\.?)\s?(?P<edition>\d[\w.]*\w|\d)", re.I)
BEFORE = re.compile(r"\b(?:old|older|former|previous|superseded|earlier|outdated)\b|\bused to\b", re.I)


def formerly(session: Reading, asker: Asker, question: str) -> Sequence[Place]:
    """The sections of a former edition that speak of a question, those first that hold most of it; none where no such edition is asked for: by its number,
    or as the old one of a title that is said in full, for much else is old."""
    m = EDITION.search(question)
    if m is None and not BEFORE.search(question):
        return ()
    asked = set(terms(BEFORE.sub("", EDITION.sub("", question))))
    for key, title, edition in library.former(session, asker):
        said = set(terms(title))
        named = said if m is None else _things(said) or said
        if named and named <= asked and (m is None or m["edition"] == edition):
            return _of(library.all_sections(session, asker, key, edition), asked - said)
    return ()


def _of(sections: Sequence[Place], asked: set[str]) -> Sequence[Place]:
    held = {s.number: len(asked & set(terms(f"{s.path} {s.heading} {s.text}"))) for s in sections}
    return sorted((s for s in sections if held[s.number]), key=lambda s: -held[s.number]) or sections


def _things(stems: set[str]) -> set[str]:
    """Those that name something."""
    return {t for t in stems if t not in lexicon().plain and not t[0].isdigit() and " " not in t}
