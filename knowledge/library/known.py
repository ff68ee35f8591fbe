"""What was taken in before: of which files, as which documents."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from knowledge.formats.base import READER
from knowledge.library.tables import Version, document, space, table, version
from records.database import Reading
from records.kinds import Document, Person


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
    type: str
    review: date | None
    owner_id: int | None
    approver_id: int | None
    path: str
    sha256: str


def taken(session: Reading, below: str) -> Mapping[str, Taken]:
    """The newest version of every file at or below a path."""
    found = sa.select(version.id, version.document_id, document.key, document.status, version.path, version.edition, version.sha256,
                      version.is_twin, version.is_current).join_from(table(Version), table(Document), version.document_id == document.id)
    under = sa.or_(version.path == below, version.path.startswith(f"{below.rstrip('/')}/", autoescape=True))
    return {row.path: Taken(*row) for row in session.execute(found.where(under, version.reader == READER).order_by(version.id))}


def known_by_id(session: Reading, id_: int) -> Known | None:
    return _known(session, document.id == id_)


def known_by_title(session: Reading, title: str) -> Known | None:
    return _known(session, sa.func.lower(document.title) == title.lower())


def known_by_path(session: Reading, start: str) -> Known | None:
    """The document with a file whose path begins so."""
    files = sa.select(version.document_id).where(version.path.startswith(start, autoescape=True), version.is_current)
    return _known(session, document.id.in_(files))


def known_by_mark(session: Reading, sha256: str) -> Known | None:
    """The document that was once taken in from the same bytes, wherever they lay."""
    return _known(session, document.id.in_(sa.select(version.document_id).where(version.sha256 == sha256)))


def space_named(session: Reading, name: str) -> int | None:
    return session.execute(sa.select(space.id).where(space.name == name, space.archived.is_(False))).scalar()


def person_named(session: Reading, said: str) -> int | None:
    """The one person of this name or address; None for nobody, or several."""
    person = table(Person).c
    called = sa.or_(sa.func.lower(person.name) == said.lower(), sa.func.lower(person.email) == said.lower())
    found = session.execute(sa.select(person.id).where(called, person.archived.is_(False))).scalars().all()
    return found[0] if len(found) == 1 else None


def id_of(session: Reading, key: str) -> int:
    return int(session.execute(sa.select(document.id).where(document.key == key)).scalar_one())


def _known(session: Reading, which: sa.ColumnElement[bool]) -> Known | None:
    d = document
    told = (d.id, d.key, d.title, d.edition, d.effective, d.status, d.type, d.review, d.owner_id, d.approver_id)
    row = session.execute(sa.select(*told).where(which, d.archived.is_(False)).order_by(d.id)).first()
    if row is None:
        return None
    main = sa.select(version.path, version.sha256).where(version.document_id == row.id, version.is_current, version.is_twin.is_(False))
    file = session.execute(main.order_by(version.id.desc())).first()
    return Known(*row, *(file or ("", "")))
