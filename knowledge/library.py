"""Versions, sections, passages and postings as tables beside the records: what documents say is true here, in SQL.

Documents and spaces themselves are kinds, so that rights, audit and history come with them.
"""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, col, select

from knowledge.formats.base import Parsed
from knowledge.passages import passages, weighed
from records.access import visible
from records.asker import Asker
from records.database import Reading, Stored, Writing
from records.kinds import Document, Space
from records.kinds.base import table


class Version(Stored, table=True):
    """One file as it was taken in. `path` is where it came from; a twin is the same document in another format."""
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    edition: str
    path: str = Field(index=True)
    sha256: str = Field(index=True)
    at: datetime
    is_current: bool = Field(default=True, index=True)
    is_twin: bool = False


class Section(Stored, table=True):
    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    seq: int
    number: str = Field(index=True)
    heading: str
    path: str
    page: int | None = None
    text: str


class Passage(Stored, table=True):
    id: int | None = Field(default=None, primary_key=True)
    section_id: int = Field(foreign_key="section.id", index=True)
    text: str
    length: int


class Posting(Stored, table=True):
    """How often a stem counts in a passage."""
    term: str = Field(primary_key=True)
    passage_id: int = Field(primary_key=True, foreign_key="passage.id", index=True)
    n: int


@dataclass(frozen=True)
class Place:
    """A section as it is cited."""
    document: str
    title: str
    edition: str
    status: str
    number: str
    heading: str
    page: int | None
    text: str
    is_current: bool


@dataclass(frozen=True)
class Match:
    """One passage and how often each asked stem counts in it."""
    passage_id: int
    section_id: int
    length: int
    counts: dict[str, int]


def known_file(session: Reading, path: str) -> Version | None:
    """The version that was last taken in from a path and still counts."""
    return session.exec(select(Version).where(Version.path == path, col(Version.is_current).is_(True)).order_by(col(Version.id).desc())).first()


def files_under(session: Reading, folder: str) -> Sequence[tuple[str, str]]:
    """Path and document key of every current file below a folder."""
    document = table(Document).c
    found = sa.select(_version.path, document.key).join_from(Version, Document, _version.document_id == document.id)
    return [(path, key) for path,
            key in session.execute(found.where(_version.is_current, _version.path.startswith(folder, autoescape=True), document.status != "retired"))]


def document_titled(session: Reading, title: str) -> tuple[int, str, str] | None:
    """Id, key and edition of the document with this title."""
    d = table(Document).c
    found = session.execute(sa.select(d.id, d.key, d.edition).where(d.title == title, d.archived.is_(False))).first()
    return (found.id, found.key, found.edition) if found else None


def document_id(session: Reading, key: str) -> int:
    return int(session.execute(sa.select(table(Document).c.id).where(table(Document).c.key == key)).scalar_one())


def space_named(session: Reading, name: str) -> int | None:
    s = table(Space).c
    return session.execute(sa.select(s.id).where(s.name == name, s.archived.is_(False))).scalar()


def keep(tx: Writing, document: int, parsed: Parsed, path: str, sha256: str, at: datetime) -> int:
    """Store a new version of a document, which the older ones give way to; returns how many sections it has."""
    tx.execute(sa.update(Version).where(_version.document_id == document).values(is_current=False))
    version = Version(document_id=document, edition=parsed.about.get("edition", ""), path=path, sha256=sha256, at=at)
    tx.add(version)
    tx.flush()
    for seq, s in enumerate(parsed.sections):
        section = Section(version_id=version.id or 0, seq=seq, number=s.number, heading=s.heading, path=" › ".join(s.path), page=s.page, text=s.text)
        tx.add(section)
        tx.flush()
        for text in passages(s.text) if s.text else ():
            _keep_passage(tx, section, " ".join((*s.path, s.heading)), text)
    return len(parsed.sections)


def keep_twin(tx: Writing, document: int, parsed: Parsed, path: str, sha256: str, at: datetime) -> None:
    """Note that a file is the same document in another format; its pages are taken over where the text had none."""
    tx.add(Version(document_id=document, edition=parsed.about.get("edition", ""), path=path, sha256=sha256, at=at, is_twin=True))
    main = sa.select(_version.id).where(_version.document_id == document, _version.is_current, _version.is_twin.is_(False)).scalar_subquery()
    for s in parsed.sections:
        if s.page and s.number:
            tx.execute(sa.update(Section).where(_section.version_id == main, _section.number == s.number, _section.page.is_(None)).values(page=s.page))


def _keep_passage(tx: Writing, section: Section, heading: str, text: str) -> None:
    counted = weighed(heading, text)
    passage = Passage(section_id=section.id or 0, text=text, length=sum(counted.values()))
    tx.add(passage)
    tx.flush()
    tx.execute(sa.insert(Posting), [{"term": term, "passage_id": passage.id, "n": n} for term, n in counted.items()])


def size(session: Reading, asker: Asker) -> tuple[int, float]:
    """How many passages this asker may read, and how long they are on average."""
    counted = sa.select(sa.func.count(), sa.func.avg(_passage.length)).select_from(_joined()).where(*_permitted(asker))
    number, average = session.execute(counted).one()
    return int(number), float(average or 0)


def matches(session: Reading, asker: Asker, terms: Iterable[str]) -> Sequence[Match]:
    """The passages this asker may read that hold one of these stems; rights are decided in SQL, before anything is ranked."""
    asked = sa.select(_posting.term, _posting.n, _passage.id, _passage.section_id, _passage.length).select_from(
        _joined().join(sa.inspect(Posting).local_table, _posting.passage_id == _passage.id)).where(_posting.term.in_(tuple(terms)), *_permitted(asker))
    found: dict[int, Match] = {}
    for term, n, passage, section, length in session.execute(asked):
        found.setdefault(passage, Match(passage, section, length, {})).counts[term] = n
    return list(found.values())


def place(session: Reading, asker: Asker, section: int) -> Place | None:
    return _place(session, asker, _section.id == section)


def place_of(session: Reading, asker: Asker, document: str, number: str, edition: str = "") -> Place | None:
    """The section with this number of a document, of its current edition or of an older one."""
    which = _version.edition == edition if edition else _version.is_current
    return _place(session, asker,
                  sa.and_(table(Document).c.key == document, sa.or_(_section.number == number, _section.heading == number), which, _version.is_twin.is_(False)))


def headings(session: Reading, asker: Asker) -> Sequence[str]:
    """The headings this asker may read, in the order of their documents: what can be asked about."""
    numbered = sa.select(_section.heading).select_from(_joined(with_passages=False)).where(*_permitted(asker), _section.number != "", _section.text != "")
    return list(session.execute(numbered.order_by(_section.id)).scalars())


def _place(session: Reading, asker: Asker, which: sa.ColumnElement[bool]) -> Place | None:
    d = table(Document).c
    wanted = sa.select(d.key, d.title, _version.edition, d.status, _section.number, _section.heading, _section.page, _section.text,
                       _version.is_current).select_from(
        _joined(with_passages=False)).where(which, visible(Document, asker))
    row = session.execute(wanted.order_by(_version.id.desc())).first()
    return Place(*row) if row else None


def _joined(*, with_passages: bool = True) -> sa.FromClause:
    section, version, document = (sa.inspect(t).local_table for t in (Section, Version, Document))
    held = section.join(version, _section.version_id == _version.id).join(document, _version.document_id == document.c.id)
    return held.join(sa.inspect(Passage).local_table, _passage.section_id == _section.id) if with_passages else held


def _permitted(asker: Asker) -> tuple[sa.ColumnElement[bool], ...]:
    return (visible(Document, asker), table(Document).c.status.in_(("in force", "draft")), _version.is_current.is_(True), _version.is_twin.is_(False))


_version, _section, _passage, _posting = (sa.inspect(t).local_table.c for t in (Version, Section, Passage, Posting))
