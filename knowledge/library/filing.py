"""Putting documents on the shelf: a version with its sections, passages, postings and vectors, in the caller's one transaction."""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
import re

import sqlalchemy as sa

from knowledge.formats.base import Parsed
from knowledge.library.postings import packed
from knowledge.library.tables import CUT, Passage, Section, Stem, Version, document, passage, section, stem, table, version
from knowledge.library.vectors import Vectors, added, insert, keep_vectors
from knowledge.passages import NUMBER, Cut, cut
from language.cleaning import folded
from records.database import Reading, Writing
from records.kinds import Document

LONGEST_ANCHOR = 60
ABOVE = " › "                           # between the headings above a section


def keep(tx: Writing, new: Version, parsed: Parsed, cuts: Sequence[Sequence[Cut]], vectors: Vectors, model: str) -> int:
    """Store a version with its sections, each cut into passages; a current one takes the place of those before it. Returns how many sections it has."""
    pages = _pages(tx, new)
    if new.is_current:
        of_it = sa.or_(version.is_twin.is_(False), version.edition != new.edition, version.path == new.path)
        _leave(tx, sa.and_(version.document_id == new.document_id, of_it))
    tx.add(new)
    tx.flush()
    anchors = _anchors(parsed)
    sections = added(tx, Section, [
        {"version_id": new.id, "number": number, "heading": s.heading, "path": ABOVE.join(s.path), "page": s.page or pages.get(number), "place": s.place,
         "text": s.text}
        for number, s in zip(anchors, parsed.sections, strict=True)])
    if new.is_current:
        new.passages, new.words, new.cut = *_file(tx, new.id or 0, [(id_, c) for id_, some in zip(sections, cuts, strict=True) for c in some]), CUT
        keep_vectors(tx, model, vectors)
    return len(parsed.sections)


def keep_twin(tx: Writing, twin: Version, parsed: Parsed) -> None:
    """Note that a file is the same document in another format; its pages are lent where the text has none."""
    _leave(tx, version.path == twin.path)
    twin.is_twin = True
    tx.add(twin)
    main = sa.select(version.id).where(version.document_id == twin.document_id, version.is_current, version.is_twin.is_(False)).scalar_subquery()
    for number, s in zip(_anchors(parsed), parsed.sections, strict=True):
        if s.page:
            tx.execute(sa.update(Section).where(section.version_id == main, section.number == number, section.page.is_(None)).values(page=s.page))


def drop(tx: Writing, gone: int) -> None:
    """Note that a file is gone."""
    _leave(tx, version.id == gone)


def current(session: Reading) -> Sequence[int]:
    """The versions that are searched."""
    return session.execute(sa.select(version.id).where(_searched()).order_by(version.id)).scalars().all()


def outdated(session: Reading) -> Sequence[int]:
    """Those of them whose passages were cut in an older way."""
    return session.execute(sa.select(version.id).where(_searched(), version.cut != CUT).order_by(version.id)).scalars().all()


def cut_anew(tx: Writing, old: int) -> None:
    """Make the passages and postings of a version anew from its sections. A passage keeps its id, by which an index may know it."""
    ids = tx.execute(sa.select(passage.id).where(passage.version_id == old).order_by(passage.id)).scalars().all()
    _empty(tx, [old])
    title = tx.execute(sa.select(document.title).join_from(table(Document), table(Version), version.document_id == document.id).where(
        version.id == old)).scalar_one()
    rows = tx.execute(sa.select(section.id, section.heading, section.path, section.text).where(section.version_id == old).order_by(section.id)).all()
    made = [(row.id, c) for row in rows for c in cut(title, row.path, row.heading, row.text)]
    passages, words = _file(tx, old, made, ids)
    tx.execute(sa.update(Version).where(version.id == old).values(passages=passages, words=words, cut=CUT))


def _file(tx: Writing, of: int, cuts: Sequence[tuple[int, Cut]], ids: Sequence[int] = ()) -> tuple[int, int]:
    """Store passages with their postings, the first of them under these ids; returns how many there are, and how many words they count."""
    lengths = [c.counts.total() for _, c in cuts]
    rows = [{"section_id": id_, "version_id": of, "start": c.start, "stop": c.stop, "mark": c.mark, "length": length}
            for (id_, c), length in zip(cuts, lengths, strict=True)]
    insert(tx, Passage, [{"id": id_, **row} for id_, row in zip(ids, rows, strict=False)])
    insert(tx, Passage, rows[len(ids):])
    insert(tx, Stem, [{"term": term, "version_id": of, "postings": told} for term, told in packed([c.counts for _, c in cuts]).items()])
    return len(cuts), sum(lengths)


def _leave(tx: Writing, which: sa.ColumnElement[bool]) -> None:
    """Versions that are no longer current are not searched: their sections stay, so that citations open; their passages go."""
    left = tx.execute(sa.select(version.id).where(which, version.is_current)).scalars().all()
    _empty(tx, left)
    tx.execute(sa.update(Version).where(version.id.in_(left)).values(is_current=False, passages=0, words=0))


def _empty(tx: Writing, versions: Sequence[int]) -> None:
    for left in versions:
        tx.execute(sa.delete(Stem).where(stem.version_id == left))
        tx.execute(sa.delete(Passage).where(passage.version_id == left))


def _searched() -> sa.ColumnElement[bool]:
    return sa.and_(version.is_current, version.is_twin.is_(False))


def _pages(session: Reading, new: Version) -> Mapping[str, int]:
    """The pages that a twin lent to the text that this version takes the place of, where it is the same edition."""
    before = sa.select(version.id).where(version.document_id == new.document_id, version.edition == new.edition, version.is_twin.is_(False))
    newest = before.order_by(version.id.desc()).limit(1).scalar_subquery()
    pages = sa.select(section.number, section.page).where(section.version_id == newest, section.page.is_not(None))
    return {number: page for number, page in session.execute(pages)}  # noqa: C416 - rows are no pairs to the type checker


def _anchors(parsed: Parsed) -> Sequence[str]:
    """What each section is cited by: its number, or its heading as one word; a second one of the same gets a count."""
    return list(_counted(s.number or _as_word(s.heading) for s in parsed.sections))


def _counted(anchors: Iterator[str]) -> Iterator[str]:
    seen = Counter[str]()
    for anchor in anchors:
        seen[anchor] += 1
        yield anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"


def _as_word(heading: str) -> str:
    word = re.sub(r"[\W_]+", "-", folded(heading)).strip("-")[:LONGEST_ANCHOR] or "section"
    return f"s-{word}" if NUMBER.fullmatch(word) else word
