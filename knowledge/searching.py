"""Finding passages of documents: BM25 over the postings that the asker may read, and an honest nothing.

Statistics come from permitted passages only, so that nobody learns from a score what they may not read. Vectors, when they come, are another `Search`.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
import re
from typing import Protocol

from knowledge import library
from knowledge.asking import BESIDE, COVERS, HEADED, SURE, heard, section_named
from knowledge.library import NUMBER, Place
from records.asker import Asker
from records.database import Reading
from records.errors import NotFound

K1, B = 1.2, 0.75                       # Robertson & Zaragoza, The Probabilistic Relevance Framework
CANDIDATES = 60                         # passages that are looked at more closely
MUCH_LESS = 0.6                         # hits this far below the best are left out
CITED = re.compile(r"(?P<document>[A-Z]+-\d+)(?:@(?P<edition>[^/]+))?/(?P<number>\S+)")


@dataclass(frozen=True)
class Hit:
    """A passage that answers, with the section it stands in: `key` opens it, `warning` says when it is not in force."""
    key: str
    title: str
    edition: str
    page: int | None
    heading: str
    text: str
    score: float = 0.0
    warning: str = ""
    effective: date | None = None
    held: float = 1.0                   # the share of the question that it speaks of

    @property
    def is_sure(self) -> bool:
        return self.held >= SURE


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
        """The passages that answer a question, best first, one a section; none when the documents do not speak of it."""
        if cited := CITED.search(question):
            return tuple(_hit(p) for p in self._cited(cited["document"], cited["edition"], cited["number"].rstrip("?.,!")))[:1]
        if number := section_named(question):
            return tuple(_hit(p) for p in library.sections(self._session, self._asker, number) if p.text)[:limit]
        hits = dict[str, Hit]()
        for hit in self._ranked(question):
            hits.setdefault(hit.key, hit)
        if max((h.held for h in hits.values()), default=0.0) < COVERS:
            return ()
        return tuple(sorted(hits.values(), key=lambda h: (bool(h.warning), h.held < COVERS, -h.score)))[:limit]

    def _ranked(self, question: str) -> Sequence[Hit]:
        session, asker = self._session, self._asker
        number, average = library.size(session, asker)
        asked = heard(question, number, partial(library.frequencies, session, asker), partial(library.spelt_nearly, session, asker))
        if not number or not asked.words:
            return ()
        found = [(m, asked.held(m.terms)) for m in library.matches(session, asker, asked.weights(), average, K1, B, CANDIDATES)]
        near = [(m, held) for m, held in found if held >= BESIDE - HEADED and m.score >= MUCH_LESS * found[0][0].score]
        places = library.places(session, asker, [m.passage for m, _ in near])
        hits = (_hit(places[m.passage], m.score, held + HEADED * asked.heads(places[m.passage].heading)) for m, held in near if m.passage in places)
        return [h for h in hits if h.held >= BESIDE]

    def section(self, key: str) -> Hit:
        """The section that a citation names: `DOC-1/4.2`, or `DOC-1@1.0/4.2` of an older edition. Raises `NotFound`."""
        m = CITED.fullmatch(key.strip())
        found = self._cited(m["document"], m["edition"], m["number"]) if m else ()
        if not found:
            raise NotFound(f"There is no section “{key}”.")
        return _hit(found[0])

    def _cited(self, document: str, edition: str | None, number: str) -> Sequence[Place]:
        return library.sections(self._session, self._asker, number, document, edition or "")

    def headings(self, limit: int = 6) -> Sequence[str]:
        """Some of what can be asked about, from all over the documents."""
        found = library.headings(self._session, self._asker)
        return [found[(2 * n + 1) * len(found) // (2 * limit)] for n in range(min(limit, len(found)))]


def searching(session: Reading, asker: Asker) -> Search:
    return Library(session, asker)


def _hit(place: Place, score: float = 0.0, held: float = 1.0) -> Hit:
    edition = f"edition {place.edition}" if place.edition else ""
    of_edition = f"@{place.edition}" if place.edition and not place.is_current and place.status != "retired" else ""
    number = f"{place.number} " if NUMBER.fullmatch(place.number) else ""
    title = place.title if place.heading == place.title else f"{place.title}, {number}{place.heading}"
    key = f"{place.document}{of_edition}/{place.number}"
    return Hit(key, title, edition, place.page, place.heading, place.text, score, _warning(place), place.effective, held)


def _warning(place: Place) -> str:
    if place.status == "retired":
        return "retired"
    return "superseded by a newer edition" if not place.is_current else "" if place.status == "in force" else place.status
