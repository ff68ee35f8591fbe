"""Finding passages of documents, by their words and by what they mean, and an honest nothing.

Rights are decided in SQL before anything is ranked, and once more when a passage is read to be shown. Statistics come from permitted passages only, so that
nobody learns from a score what they may not read.
"""
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
import re
from typing import Protocol

from knowledge import library
from knowledge.asking import BESIDE, COVERS, HEADED, SURE, Asked, section_named
from knowledge.disagreeing import disagree
from knowledge.former import formerly
from knowledge.library import ALL, LONGEST_HEADING, Place, Postings, Readable
from knowledge.library import Only as Only  # noqa: PLC0414 - tools find it here
from knowledge.meaning import WORDS_ALONE, Meaning
from knowledge.narrowing import Found, Stretch, heart, narrowed
from knowledge.passages import NUMBER
from knowledge.weighing import BY_MEANING, Weighed, hear, weigh
from knowledge.words import terms
from records.asker import Asker
from records.database import Reading
from records.errors import NotFound

MUCH_LESS = 0.6                         # hits this far below the best are left out
BEST, FIRST = 30, 5                     # by its words one of so many must answer, by its meaning one of those that come first
ALIKE = 0.3                             # likeness of what is worth showing
WORDS, ENOUGH = 0.5, 0.72               # what the share of a question that a passage holds counts beside its likeness, and the sum of what answers
WHOLE, AT_ALL = 0.85, 0.2               # one that holds nearly all of it need only be alike at all
SURELY_ALIKE = 0.6                      # likeness of what answers just what was asked
NEAR = 0.25                             # likeness of a section that is worth pointing to
STANDS_OUT = 1.15                       # times the score of the next one: of a section that nothing else comes near to, though it does not surely answer
ALIKE_ENOUGH = 0.35                     # and its likeness
DRAFT, DRAFT_WORDS = 0.05, 0.25         # what a draft's score counts less beside what is in force: a quarter of what its words are worth
LOOKED_AT, NARROWED = 40, 30             # passages that are read to be shown, and those whose sentences are looked at one by one
FORMS = "template"                      # documents that say nothing themselves: they come last unless they are asked for
FORM = re.compile(r"\b(?:templates?|forms?|blanks?|sheets?|fill(?:ed|ing)? (?:in|out))\b", re.I)
POINTING = re.compile(r"^(?:on this page|(?:table of )?contents|further reading|see also|related (?:links|pages|guidance|content))\W*$", re.I)
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
    path: str = ""                      # the headings above
    place: str = ""                     # where it stands when that is not its page: page iv, slide 3
    start: int = 0                      # characters of the section before the text
    order: tuple[int, int] = (0, 0)     # where it stands among everything that was taken in
    type: str = ""                      # of its document: policy, method, template, training, minutes

    @property
    def is_sure(self) -> bool:
        return self.held >= SURE or (self.likeness or 0.0) >= SURELY_ALIKE

    @property
    def document(self) -> str:
        return self.key.partition("/")[0]

    def shortened(self, question: str) -> "Hit":
        """What it says about a question, where it is long: sentences that stand together, word for word; a list of steps stays whole."""
        start, stop = heart(self.text, question)
        return replace(self, text=self.text[start:stop], start=self.start + start)

    def contradicts(self, other: "Hit", about: str = "") -> bool:
        """Whether another document says something else of the same (of what is asked about, where that is given), and both are in force."""
        return self.document != other.document and not self.warning and not other.warning and disagree(self.text, other.text, about)


@dataclass(frozen=True)
class Around:
    """What comes nearest to a question that nothing surely answers: headings that can be asked about, who looks after the document they stand in, and
    the one passage that stands out among them."""
    headings: Sequence[str] = ()
    whom: str = ""
    nearest: Hit | None = None


class Search(Protocol):
    """`note` says when less is searched than could be."""
    @property
    def note(self) -> str: ...

    def find(self, question: str, limit: int = 5, only: Only = ALL) -> tuple[Hit, ...]: ...

    def section(self, key: str) -> Hit: ...

    def beginning(self, document: str, edition: str) -> Hit | None: ...

    def parts(self, document: str, limit: int = 6) -> tuple[Hit, ...]: ...

    def clause(self, title: str, number: str) -> Hit | None: ...

    def headings(self, limit: int = 6) -> Sequence[str]: ...

    def around(self, question: str, limit: int = 3) -> Around: ...

    def coming(self, hit: Hit, today: date) -> str: ...


class Nothing:
    """The twin that has no documents."""
    note = ""

    def find(self, question: str, limit: int = 5, only: Only = ALL) -> tuple[Hit, ...]:  # noqa: ARG002
        return ()

    def section(self, key: str) -> Hit:
        raise NotFound(f"There is no section “{key}”.")

    def beginning(self, document: str, edition: str) -> Hit | None:  # noqa: ARG002
        return None

    def parts(self, document: str, limit: int = 6) -> tuple[Hit, ...]:  # noqa: ARG002
        return ()

    def clause(self, title: str, number: str) -> Hit | None:  # noqa: ARG002
        return None

    def headings(self, limit: int = 6) -> Sequence[str]:  # noqa: ARG002
        return ()

    def around(self, question: str, limit: int = 3) -> Around:  # noqa: ARG002
        return Around()

    def coming(self, hit: Hit, today: date) -> str:  # noqa: ARG002
        return ""


NOTHING = Nothing()


class Library:
    """Searches as one asker, inside one read transaction."""

    def __init__(self, session: Reading, asker: Asker, meaning: Meaning = WORDS_ALONE, postings: Postings | None = None) -> None:
        """`postings` are what the process has read of them already."""
        self._session, self._asker, self._meaning, self._postings = session, asker, meaning, postings or Postings()

    @property
    def note(self) -> str:
        return self._meaning.note

    def find(self, question: str, limit: int = 5, only: Only = ALL) -> tuple[Hit, ...]:
        """The passages that answer a question, best first, one a section; none when the documents do not speak of it."""
        if cited := CITED.search(question):
            return tuple(_hit(p) for p in self._cited(cited["document"], cited["edition"], cited["number"].rstrip("?.,!")))[:1]
        if number := section_named(question):
            asked = set(terms(question))
            found = sorted(library.sections(self._session, self._asker, number), key=lambda p: -len(asked & set(terms(p.title))))
            return tuple(_hit(p) for p in found if p.text)[:limit]
        if only == ALL and (before := formerly(self._session, self._asker, question)):
            return tuple(map(_hit, before))[:limit]
        hits = self.ranked(question, only)
        if not any(_answers(h) for h in hits[:BEST] if h.likeness is None) and not any(_answers(h) for h in hits[:FIRST]):
            return ()
        best = max(h.score for h in hits)
        near = (h for h in hits if h.score >= MUCH_LESS * best and (h.held >= BESIDE or (h.likeness or 0.0) >= ALIKE))
        is_of_forms = bool(FORM.search(question))
        return tuple(sorted(near, key=lambda h: (h.type == FORMS and not is_of_forms, bool(POINTING.match(h.heading)), *_order(h))))[:limit]

    def ranked(self, question: str, only: Only = ALL) -> Sequence[Hit]:
        """What comes nearest to a question, best first, one a section, whether it answers or not."""
        asked, found = self._looked_at(question, only, LOOKED_AT)
        in_full = f" {_squeezed(question)} "
        hits = dict[str, tuple[Place, Hit]]()
        for place, w in found:
            hit = _hit(place, w.score, _held(w, asked, place, in_full), w.likeness)
            before = hits.setdefault(hit.key, (place, hit))
            if before[1] is not hit and (joined := _joined(before[0], place)):
                hits[hit.key] = (joined, replace(before[1], text=joined.text.strip(), start=joined.start, order=(joined.section, joined.start),
                                                        held=max(before[1].held, hit.held)))
        return [hit for _, hit in hits.values()]

    def weighed(self, question: str, only: Only = ALL) -> Sequence[tuple[Place, Weighed]]:
        """Every passage that comes near to a question, best first."""
        return self._looked_at(question, only, None)[1]

    def stretches(self, question: str, only: Only = ALL, most: int = NARROWED) -> Sequence[tuple[str, Stretch]]:
        """The sentences that say most about a question, each with its document: what to show where there is little room."""
        asked, found = self._looked_at(question, only, most)
        of = {place.section: place.document for place, _ in found}
        return [(of[s.section], s) for s in narrowed([Found(p.section, p.start, p.text, w.score) for p, w in found], asked.weights())]

    def _looked_at(self, question: str, only: Only, most: int | None) -> tuple[Asked, Sequence[tuple[Place, Weighed]]]:
        session, readable = self._session, Readable(self._asker, only)
        nearest = self._meaning.near(session, readable, question, BY_MEANING)           # embedded while the words are looked for
        words = self._postings.read_by(session, readable)
        asked = hear(words, question)
        if not asked.words:
            return asked, ()
        found = weigh(session, words, asked, nearest, most)
        places = library.places(session, readable, [w.passage for w in found])
        return asked, [(places[w.passage], w) for w in found if w.passage in places]

    def section(self, key: str) -> Hit:
        """The section that a citation names: `DOC-1/4.2`, or `DOC-1@1.0/4.2` of an older edition. Raises `NotFound`."""
        m = CITED.fullmatch(key.strip())
        found = self._cited(m["document"], m["edition"], m["number"]) if m else ()
        if not found:
            raise NotFound(f"There is no section “{key}”.")
        return _hit(found[0])

    def clause(self, title: str, number: str) -> Hit | None:
        """The section with this number of the document that is called so, where the asker may read it."""
        found = (p for p in library.sections(self._session, self._asker, number) if p.title.lower() == title.lower())
        return next((_hit(p) for p in found), None)

    def beginning(self, document: str, edition: str) -> Hit | None:
        """Where a document begins in an edition; None where nothing of it was taken in, or may be read."""
        found = library.beginning(self._session, self._asker, document, edition)
        return _hit(found) if found else None

    def parts(self, document: str, limit: int = 6) -> tuple[Hit, ...]:
        """What a document says in its current edition, from its beginning on."""
        first = library.beginning(self._session, self._asker, document, "")
        found = library.all_sections(self._session, self._asker, document, first.edition) if first else ()
        return tuple(map(_hit, found))[:limit]

    def _cited(self, document: str, edition: str | None, number: str) -> Sequence[Place]:
        return library.sections(self._session, self._asker, number, document, edition or "")

    def headings(self, limit: int = 6) -> Sequence[str]:
        """Some of what can be asked about, from all over the documents."""
        found = library.headings(self._session, self._asker)
        return [found[(2 * n + 1) * len(found) // (2 * limit)] for n in range(min(limit, len(found)))]

    def around(self, question: str, limit: int = 3) -> Around:
        """The sections nearest to a question that was not answered, of what this asker may read; others where too few are near."""
        every = self.ranked(question)
        near = [h for h in every if h.held or (h.likeness or 0.0) >= NEAR][:limit]
        found = dict.fromkeys([*(h.heading for h in near if len(h.heading) <= LONGEST_HEADING), *self.headings(limit)])
        whom = library.in_charge(self._session, self._asker, near[0].document) if near else ""
        return Around(tuple(found)[:limit], whom, _standing_out(every))

    def coming(self, hit: Hit, today: date) -> str:
        """What is to take the place of the document that a passage stands in; "" for nothing that this asker may see."""
        found = library.coming(self._session, self._asker, hit.document, today) if not hit.warning else None
        if found is None:
            return ""
        edition, day = found
        named = f"edition {edition}" if edition else "a new edition"
        return f"{named} takes its place on {day:%-d %b %Y}" if day and day > today else f"{named} is being drafted"


def searching(session: Reading, asker: Asker, meaning: Meaning = WORDS_ALONE, postings: Postings | None = None) -> Library:
    return Library(session, asker, meaning, postings)


def _held(weighed: Weighed, asked: Asked, place: Place, in_full: str) -> float:
    """The share of the question that a passage holds; all of it when its heading is what was asked for."""
    if " " in place.heading and f" {_squeezed(place.heading)} " in in_full:
        return 1.0
    return weighed.held + HEADED * asked.heads(place.heading)


@lru_cache(10_000)
def _squeezed(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _answers(hit: Hit) -> bool:
    """Whether a passage speaks of what was asked: in its words, and in what it means where that is known. Where it is, words alone prove little: a passage
    may hold half of a question's and be about something else."""
    if hit.likeness is None:
        return hit.held >= COVERS
    return WORDS * hit.held + hit.likeness >= ENOUGH or (hit.held >= WHOLE and hit.likeness >= AT_ALL)


def _standing_out(hits: Sequence[Hit]) -> Hit | None:
    """The first where nothing else comes near to it and it is no form, so that it is what was meant if anything was."""
    first, second = (*hits[:2], None, None)[:2]
    if first is None or (first.likeness or 0.0) < ALIKE_ENOUGH or first.type == FORMS or first.warning:
        return None
    return first if second is None or first.score >= STANDS_OUT * second.score else None


def _order(hit: Hit) -> tuple[bool, float]:
    """Those first that hold what was asked, in their words or by what they mean. What is
    in force comes before a draft that answers as well, not before one that alone does."""
    behind = (DRAFT_WORDS if hit.likeness is None else DRAFT) if hit.warning else 0.0
    return not _answers(hit), behind - hit.score


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
    effective = place.effective if place.is_current else None
    return Hit(key, title, edition, place.page, place.heading, place.text, score, _warning(place), effective, held, likeness,
               place.path, place.place, place.start, (place.section, place.start), place.type)


def _warning(place: Place) -> str:
    if place.status == "retired":
        return "retired"
    return "superseded by a newer edition" if not place.is_current else "" if place.status == "in force" else place.status
