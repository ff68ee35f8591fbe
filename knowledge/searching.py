"""Finding passages of documents, by their words and by what they mean, and an honest nothing.

Rights are decided in SQL before anything is ranked, and once more when a passage is read to be shown. Statistics come from permitted passages only, so that
nobody learns from a score what they may not read.
"""
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
import re
from typing import Protocol

from knowledge import library
from knowledge.asking import BESIDE, COVERS, HEADED, SURE, section_named
from knowledge.library import ALL, Only, Place, Readable
from knowledge.meaning import WORDS_ALONE, Meaning
from knowledge.passages import NUMBER
from knowledge.weighing import hear, weigh
from records.asker import Asker
from records.database import Reading
from records.errors import NotFound

MUCH_LESS = 0.6                         # hits this far below the best are left out
LOOKED_AT = 60                          # passages that are read to be shown
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
    held: float = 1.0                   # the share of the question that it speaks of in its words
    likeness: float | None = None       # and how near it is in meaning, where that is known

    @property
    def is_sure(self) -> bool:
        return self.held >= SURE


class Search(Protocol):
    """`note` says when less is searched than could be."""
    @property
    def note(self) -> str: ...

    def find(self, question: str, limit: int = 5, only: Only = ALL) -> tuple[Hit, ...]: ...

    def section(self, key: str) -> Hit: ...

    def headings(self, limit: int = 6) -> Sequence[str]: ...


class Nothing:
    """The twin that has no documents."""
    note = ""

    def find(self, question: str, limit: int = 5, only: Only = ALL) -> tuple[Hit, ...]:  # noqa: ARG002
        return ()

    def section(self, key: str) -> Hit:
        raise NotFound(f"There is no section “{key}”.")

    def headings(self, limit: int = 6) -> Sequence[str]:  # noqa: ARG002
        return ()


NOTHING = Nothing()


class Library:
    """Searches as one asker, inside one read transaction."""

    def __init__(self, session: Reading, asker: Asker, meaning: Meaning = WORDS_ALONE) -> None:
        self._session, self._asker, self._meaning = session, asker, meaning

    @property
    def note(self) -> str:
        return self._meaning.note

    def find(self, question: str, limit: int = 5, only: Only = ALL) -> tuple[Hit, ...]:
        """The passages that answer a question, best first, one a section; none when the documents do not speak of it."""
        if cited := CITED.search(question):
            return tuple(_hit(p) for p in self._cited(cited["document"], cited["edition"], cited["number"].rstrip("?.,!")))[:1]
        if number := section_named(question):
            return tuple(_hit(p) for p in library.sections(self._session, self._asker, number) if p.text)[:limit]
        hits = self.ranked(question, only)
        near = [h for h in hits if h.held >= BESIDE and h.score >= MUCH_LESS * max(h.score for h in hits)]
        if max((h.held for h in near), default=0.0) < COVERS:
            return ()
        return tuple(sorted(near, key=lambda h: (bool(h.warning), h.held < COVERS, -h.score)))[:limit]

    def ranked(self, question: str, only: Only = ALL, most: int = LOOKED_AT) -> Sequence[Hit]:
        """What comes nearest to a question, best first, one a section, whether it answers or not."""
        session, readable = self._session, Readable(self._asker, only)
        asked, average = hear(session, readable, question)
        if not asked.words:
            return ()
        found = weigh(session, readable, self._meaning, question, asked, average)[:most]
        places = library.places(session, readable, [w.passage for w in found])
        hits = dict[str, tuple[Place, Hit]]()
        for w in found:
            if w.passage not in places:
                continue
            place = places[w.passage]
            hit = _hit(place, w.score, w.held + HEADED * asked.heads(place.heading), w.likeness)
            before = hits.setdefault(hit.key, (place, hit))
            if before[1] is not hit and (joined := _joined(before[0], place)):
                hits[hit.key] = (joined, replace(before[1], text=joined.text.strip(), held=max(before[1].held, hit.held)))
        return [hit for _, hit in hits.values()]

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


def searching(session: Reading, asker: Asker, meaning: Meaning = WORDS_ALONE) -> Search:
    return Library(session, asker, meaning)


def _joined(one: Place, other: Place) -> Place | None:
    """Two passages of a section that overlap, as one; None when something lies between them."""
    first, second = sorted((one, other), key=lambda p: p.start)
    reached = first.start + len(first.text)
    if second.start > reached:
        return None
    return replace(first, text=first.text + second.text[reached - second.start:])


def _hit(place: Place, score: float = 0.0, held: float = 1.0, likeness: float | None = None) -> Hit:
    edition = f"edition {place.edition}" if place.edition else ""
    of_edition = f"@{place.edition}" if place.edition and not place.is_current and place.status != "retired" else ""
    number = f"{place.number} " if NUMBER.fullmatch(place.number) else ""
    title = place.title if place.heading == place.title else f"{place.title}, {number}{place.heading}"
    key = f"{place.document}{of_edition}/{place.number}"
    return Hit(key, title, edition, place.page, place.heading, place.text, score, _warning(place), place.effective, held, likeness)


def _warning(place: Place) -> str:
    if place.status == "retired":
        return "retired"
    return "superseded by a newer edition" if not place.is_current else "" if place.status == "in force" else place.status
