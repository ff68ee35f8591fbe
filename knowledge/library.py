"""Versions, sections, passages and postings as tables beside the records: what documents say is true here, in SQL.

Documents and spaces themselves are kinds, so that rights, audit and history come with them. Vectors will be one more table here.
"""
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
import re

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from knowledge.formats.base import READER, Parsed
from knowledge.passages import passages
from knowledge.words import counted
from language.cleaning import folded
from records.access import visible
from records.asker import Asker
from records.database import Reading, Stored, Writing
from records.kinds import Document, Space
from records.kinds.base import STRICT

NUMBER = re.compile(r"\d+(?:\.\d+)*")
LONGEST_ANCHOR = 60
LONGEST_HEADING = 50
BITS = 60                               # stems of one question: which of them a passage holds is told by the bits of one number


class Version(Stored, table=True):
    """One file as it was taken in. `path` is where it came from; a twin is the same document in another format. It is never changed but in what counts."""
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    edition: str
    path: str = Field(index=True)
    sha256: str
    reader: int
    at: datetime
    is_current: bool = True
    is_twin: bool = False
    passages: int = 0
    words: int = 0


class Section(Stored, table=True):
    """`number` is its own, or its heading as one word where it has none: what a citation names, once in a version."""
    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    number: str
    heading: str
    path: str
    page: int | None = None
    text: str


class Passage(Stored, table=True):
    id: int | None = Field(default=None, primary_key=True)
    section_id: int = Field(foreign_key="section.id", index=True)
    text: str


class Posting(Stored, table=True):
    """How often a stem counts in a passage. Version and length stand here too, so that rights and ranking read one index only."""
    __table_args__ = STRICT | {"sqlite_with_rowid": False}
    term: str = Field(primary_key=True)
    version_id: int = Field(primary_key=True, foreign_key="version.id")
    passage_id: int = Field(primary_key=True, foreign_key="passage.id")
    n: int
    length: int


@dataclass(frozen=True)
class Taken:
    """A file that was taken in: which version of which document it is."""
    version: int
    document: int
    key: str
    status: str
    path: str
    edition: str
    sha256: str
    is_twin: bool
    is_current: bool


@dataclass(frozen=True)
class Known:
    """A document's record, and the file that its text comes from; "" when that is gone."""
    id: int
    key: str
    title: str
    edition: str
    effective: date | None
    status: str
    path: str
    sha256: str


@dataclass(frozen=True)
class Place:
    """A section as it is cited; `text` is the whole of it, or the passage that was found."""
    document: str
    title: str
    edition: str
    status: str
    effective: date | None
    is_current: bool
    number: str
    heading: str
    page: int | None
    text: str


@dataclass(frozen=True)
class Match:
    passage: int
    score: float
    terms: frozenset[str]


def table(of: type[SQLModel]) -> sa.Table:
    found: sa.Table = sa.inspect(of).local_table
    return found


_version, _section, _passage, _posting, _document = (table(t).c for t in (Version, Section, Passage, Posting, Document))


def taken(session: Reading, below: str) -> Mapping[str, Taken]:
    """The newest version of every file at or below a path."""
    found = sa.select(_version.id, _version.document_id, _document.key, _document.status, _version.path, _version.edition, _version.sha256,
                      _version.is_twin, _version.is_current).join_from(table(Version), table(Document), _version.document_id == _document.id)
    under = sa.or_(_version.path == below, _version.path.startswith(f"{below.rstrip('/')}/", autoescape=True))
    return {row.path: Taken(*row) for row in session.execute(found.where(under, _version.reader == READER).order_by(_version.id))}


def known_by_id(session: Reading, id_: int) -> Known | None:
    return _known(session, _document.id == id_)


def known_by_title(session: Reading, title: str) -> Known | None:
    return _known(session, sa.func.lower(_document.title) == title.lower())


def known_by_path(session: Reading, start: str) -> Known | None:
    """The document with a file whose path begins so."""
    files = sa.select(_version.document_id).where(_version.path.startswith(start, autoescape=True), _version.is_current)
    return _known(session, _document.id.in_(files))


def known_by_mark(session: Reading, sha256: str) -> Known | None:
    """The document that was once taken in from the same bytes, wherever they lay."""
    return _known(session, _document.id.in_(sa.select(_version.document_id).where(_version.sha256 == sha256)))


def _known(session: Reading, which: sa.ColumnElement[bool]) -> Known | None:
    d = _document
    row = session.execute(sa.select(d.id, d.key, d.title, d.edition, d.effective, d.status).where(which, d.archived.is_(False)).order_by(d.id)).first()
    if row is None:
        return None
    main = sa.select(_version.path, _version.sha256).where(_version.document_id == row.id, _version.is_current, _version.is_twin.is_(False))
    file = session.execute(main.order_by(_version.id.desc())).first()
    return Known(row.id, row.key, row.title, row.edition, row.effective, row.status, *(file or ("", "")))


def space_named(session: Reading, name: str) -> int | None:
    s = table(Space).c
    return session.execute(sa.select(s.id).where(s.name == name, s.archived.is_(False))).scalar()


def id_of(session: Reading, key: str) -> int:
    return int(session.execute(sa.select(_document.id).where(_document.key == key)).scalar_one())


def keep(tx: Writing, version: Version, parsed: Parsed) -> int:
    """Store a version with its sections; a current one takes the place of those before it. Returns how many sections it has."""
    pages = _pages(tx, version)
    if version.is_current:
        of_it = sa.or_(_version.is_twin.is_(False), _version.edition != version.edition, _version.path == version.path)
        tx.execute(sa.update(Version).where(_version.document_id == version.document_id, of_it).values(is_current=False))
    tx.add(version)
    tx.flush()
    anchors = _anchors(parsed)
    sections = _kept(tx, Section, [
        {"version_id": version.id, "number": number, "heading": s.heading, "path": " › ".join(s.path), "page": s.page or pages.get(number), "text": s.text}
        for number, s in zip(anchors, parsed.sections, strict=True)])
    cut = [(id_, s, text) for id_, s in zip(sections, parsed.sections, strict=True) for text in passages(s.text)]
    ids = _kept(tx, Passage, [{"section_id": id_, "text": text} for id_, _, text in cut])
    counts = [counted(s.heading, " ".join((parsed.title, *s.path)), text) for _, s, text in cut]
    rows = [{"term": term, "version_id": version.id, "passage_id": id_, "n": n, "length": count.total()}
            for id_, count in zip(ids, counts, strict=True) for term, n in count.items()]
    if rows:
        tx.execute(sa.insert(Posting), rows)
    version.passages, version.words = len(ids), sum(c.total() for c in counts)
    return len(parsed.sections)


def keep_twin(tx: Writing, version: Version, parsed: Parsed) -> None:
    """Note that a file is the same document in another format; its pages are lent where the text has none."""
    tx.execute(sa.update(Version).where(_version.path == version.path).values(is_current=False))
    version.is_twin = True
    tx.add(version)
    main = sa.select(_version.id).where(_version.document_id == version.document_id, _version.is_current, _version.is_twin.is_(False)).scalar_subquery()
    for number, s in zip(_anchors(parsed), parsed.sections, strict=True):
        if s.page:
            tx.execute(sa.update(Section).where(_section.version_id == main, _section.number == number, _section.page.is_(None)).values(page=s.page))


def drop(tx: Writing, version: int) -> None:
    """Note that a file is gone."""
    tx.execute(sa.update(Version).where(_version.id == version).values(is_current=False))


def size(session: Reading, asker: Asker) -> tuple[int, float]:
    """How many passages this asker may read, and how long they are on average."""
    number, words = session.execute(sa.select(sa.func.sum(_version.passages), sa.func.sum(_version.words)).where(_version.id.in_(_readable(asker)))).one()
    # PostgreSQL adds up whole numbers to a Decimal.
    return int(number or 0), float(words or 0) / int(number or 1)


def frequencies(session: Reading, asker: Asker, terms: Iterable[str]) -> Mapping[str, int]:
    """In how many of the passages this asker may read each stem stands."""
    found = sa.select(_posting.term, sa.func.count()).where(_posting.term.in_(tuple(terms)), _posting.version_id.in_(_readable(asker)))
    return Counter({term: n for term, n in session.execute(found.group_by(_posting.term))})  # noqa: C416 - likewise


def spelt_nearly(session: Reading, asker: Asker, start: str) -> Sequence[str]:
    """The stems that begin so, in what this asker may read."""
    near = sa.select(_posting.term).where(_posting.term >= start, _posting.term < f"{start}\uffff", _posting.version_id.in_(_readable(asker)))
    return session.execute(near.distinct()).scalars().all()


def matches(session: Reading, asker: Asker, weights: Mapping[str, float], average: float, k1: float, b: float, limit: int) -> Sequence[Match]:  # noqa: PLR0913, PLR0917
    """The best passages by BM25, of those this asker may read: rights are decided in SQL, before anything is ranked."""
    terms = sorted(weights, key=lambda term: -weights[term])[:BITS]
    columns = (sa.column("term", sa.String), sa.column("weight", sa.Float), sa.column("bit", sa.BigInteger))
    asked = sa.values(*columns).data([(term, weights[term], 1 << i) for i, term in enumerate(terms)]).cte("asked")
    p = _posting
    share = asked.c.weight * p.n * (k1 + 1) / (p.n + k1 * (1 - b + b * p.length / (average or 1.0)))
    score = sa.func.sum(share).label("score")
    found = sa.select(p.passage_id, score, sa.func.sum(asked.c.bit)).select_from(asked.join(table(Posting), p.term == asked.c.term))
    ranked = found.where(p.version_id.in_(_readable(asker))).group_by(p.passage_id).order_by(score.desc(), p.passage_id).limit(limit)
    return [Match(passage, value, frozenset(t for i, t in enumerate(terms) if int(bits) >> i & 1)) for passage, value, bits in session.execute(ranked)]


def places(session: Reading, asker: Asker, passages: Iterable[int]) -> Mapping[int, Place]:
    """Where passages stand, read once more with the asker's rights."""
    found = _places(_passage.text).add_columns(_passage.id).join(table(Passage), _passage.section_id == _section.id)
    rows = session.execute(found.where(_passage.id.in_(tuple(passages)), _version.id.in_(_readable(asker))))
    return {row[-1]: Place(*row[:-1]) for row in rows}


def sections(session: Reading, asker: Asker, number: str, document: str = "", edition: str = "") -> Sequence[Place]:
    """The sections with this number: of the current editions, or of one document in any edition. What is retired can still be opened by its citation."""
    found = _places(_section.text).where(visible(Document, asker), _version.is_twin.is_(False), _section.number == number)
    found = found.where(_document.key == document, *((_version.edition == edition,) if edition else ())) if document else found.where(_version.is_current)
    rows = session.execute(found.order_by(_version.is_current.desc(), _version.id.desc() if document else _document.id)).all()
    return [Place(*row) for row in rows]


def headings(session: Reading, asker: Asker) -> Sequence[str]:
    """The short headings this asker may read, in the order of their documents: what can be asked about."""
    short = sa.func.length(_section.heading) <= LONGEST_HEADING
    found = sa.select(_section.heading).where(_section.version_id.in_(_readable(asker)), _section.text != "", short)
    return session.execute(found.order_by(_section.version_id, _section.id)).scalars().all()


def _places(text: sa.ColumnElement[str]) -> sa.Select[tuple[object, ...]]:
    v, s, d = (table(t) for t in (Version, Section, Document))
    return sa.select(_document.key, _document.title, _version.edition, _document.status, _document.effective, _version.is_current,
                     _section.number, _section.heading, _section.page, text).select_from(
        s.join(v, _section.version_id == _version.id).join(d, _version.document_id == _document.id))


def _readable(asker: Asker) -> sa.Select[tuple[int]]:
    """The versions this asker may search: current, in force or in draft, in a space they may see."""
    in_use = _document.status.in_(("in force", "draft"))
    return sa.select(_version.id).join_from(table(Version), table(Document), _version.document_id == _document.id).where(
        visible(Document, asker), in_use, _version.is_current, _version.is_twin.is_(False))


def _kept(tx: Writing, kind: type[Stored], rows: Sequence[Mapping[str, object]]) -> Sequence[int]:
    """Insert rows at once; their ids in their order."""
    if not rows:
        return ()
    id_ = table(kind).c.id
    return tx.execute(sa.insert(kind).returning(id_, sort_by_parameter_order=True), rows).scalars().all()


def _pages(session: Reading, version: Version) -> Mapping[str, int]:
    """The pages that a twin lent to the text that this version takes the place of, where it is the same edition."""
    before = sa.select(_version.id).where(_version.document_id == version.document_id, _version.edition == version.edition, _version.is_twin.is_(False))
    newest = before.order_by(_version.id.desc()).limit(1).scalar_subquery()
    pages = sa.select(_section.number, _section.page).where(_section.version_id == newest, _section.page.is_not(None))
    return {number: page for number, page in session.execute(pages)}  # noqa: C416 - rows are no pairs to the type checker


def _anchors(parsed: Parsed) -> Sequence[str]:
    """What each section is cited by: its number, or its heading as one word; a second one of the same gets a count."""
    seen, found = Counter[str](), list[str]()
    for s in parsed.sections:
        anchor = s.number or re.sub(r"[\W_]+", "-", folded(s.heading)).strip("-")[:LONGEST_ANCHOR] or "section"
        anchor = f"s-{anchor}" if not s.number and NUMBER.fullmatch(anchor) else anchor
        seen[anchor] += 1
        found.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return found
