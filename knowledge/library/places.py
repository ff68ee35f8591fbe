"""Where passages and sections stand, read once more with the asker's rights: what is cited."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import sqlalchemy as sa

from knowledge.library.ranking import Readable
from knowledge.library.tables import IN_USE, Passage, Section, Version, document, passage, passage_text, section, space, table, version
from records.access import visible
from records.asker import Asker
from records.database import Reading
from records.kinds import Document, Person, Space

LONGEST_HEADING = 50


@dataclass(frozen=True)
class Place:
    """A section as it is cited; `text` is the whole of it, or the passage that was found, which begins `start` characters into it."""
    document: str
    title: str
    type: str
    edition: str
    status: str
    effective: date | None
    is_current: bool
    number: str
    heading: str
    path: str
    page: int | None
    place: str
    section: int
    text: str
    start: int = 0


def places(session: Reading, readable: Readable, passages: Iterable[int]) -> Mapping[int, Place]:
    """Where passages stand."""
    rows = session.execute(_of_passages(readable), {"passages": list(passages)}).all()
    return {row[-1]: Place(*row[:-1]) for row in rows}


@lru_cache(maxsize=1024)
def _of_passages(readable: Readable) -> sa.Select[tuple[object, ...]]:
    found = _places(passage_text, passage.start).add_columns(passage.id).join(table(Passage), passage.section_id == section.id)
    return found.where(passage.id.in_(sa.bindparam("passages", expanding=True)), *readable.conditions())


def sections(session: Reading, asker: Asker, number: str, of: str = "", edition: str = "") -> Sequence[Place]:
    """The sections with this number: of the current editions, or of one document in any edition. What is retired can still be opened by its citation."""
    found = _places(section.text).where(visible(Document, asker), version.is_twin.is_(False), section.number == number)
    found = found.where(document.key == of, *((version.edition == edition,) if edition else ())) if of else found.where(version.is_current)
    rows = session.execute(found.order_by(version.is_current.desc(), version.id.desc() if of else document.id)).all()
    return [Place(*row) for row in rows]


def beginning(session: Reading, asker: Asker, of: str, edition: str) -> Place | None:
    """The first section of a document in an edition; of the current one where that edition was never taken in."""
    found = _places(section.text).where(visible(Document, asker), version.is_twin.is_(False), document.key == of)
    wanted = sa.case((version.edition == edition, 0), else_=1)
    row = session.execute(found.order_by(wanted, version.is_current.desc(), version.id.desc(), section.id)).first()
    return Place(*row) if row else None


def former(session: Reading, asker: Asker) -> Sequence[tuple[str, str, str]]:
    """The editions that newer ones took the place of, the newest first: key and title of the document, and edition."""
    found = sa.select(document.key, document.title, version.edition).join_from(table(Version), table(Document), version.document_id == document.id)
    of_old = visible(Document, asker), version.is_twin.is_(False), version.is_current.is_(False), version.edition != document.edition
    return [(row.key, row.title, row.edition) for row in session.execute(found.where(*of_old).order_by(version.id.desc()))]


def all_sections(session: Reading, asker: Asker, of: str, edition: str) -> Sequence[Place]:
    """What a document says in an edition, in its order, where it says anything."""
    found = _places(section.text).where(visible(Document, asker), version.is_twin.is_(False), document.key == of, version.edition == edition)
    newest = sa.select(sa.func.max(version.id)).join_from(table(Version), table(Document), version.document_id == document.id).where(
        document.key == of, version.edition == edition, version.is_twin.is_(False)).correlate(None).scalar_subquery()
    return [Place(*row) for row in session.execute(found.where(version.id == newest, section.text != "").order_by(section.id))]


def headings(session: Reading, asker: Asker) -> Sequence[str]:
    """The short headings this asker may read, in the order of their documents: what can be asked about."""
    short = sa.func.length(section.heading) <= LONGEST_HEADING
    found = sa.select(section.heading).where(section.version_id.in_(Readable(asker).versions()), section.text != "", short)
    return session.execute(found.order_by(section.version_id, section.id)).scalars().all()


def in_charge(session: Reading, asker: Asker, key: str) -> str:
    """Who looks after a document, else after its space; "" for nobody."""
    person = table(Person).c
    mine = sa.select(person.name).where(person.id == sa.func.coalesce(document.owner_id, space.owner_id), visible(Person, asker))
    found = mine.select_from(table(Document).join(table(Space), document.space_id == space.id).join(table(Person), sa.true()))
    return session.execute(found.where(document.key == key, visible(Document, asker))).scalar() or ""


def original(session: Reading, asker: Asker, key: str) -> tuple[str, str] | None:
    """Where the file lies that the text of a document comes from, and the mark of its content, for whoever may read it."""
    found = sa.select(version.path, version.sha256).join_from(table(Version), table(Document), version.document_id == document.id).where(
        document.key == key.strip().upper(), visible(Document, asker), version.is_current, version.is_twin.is_(False))
    row = session.execute(found.order_by(version.id.desc())).first()
    return (row.path, row.sha256) if row else None


def coming(session: Reading, asker: Asker, key: str, today: date) -> tuple[str, date | None] | None:
    """The edition that is to take the place of a document, as far as this asker may see it, and from when: a draft of its title, or one not yet in force."""
    of = sa.select(sa.func.lower(document.title)).where(document.key == key, visible(Document, asker)).scalar_subquery()
    is_to_come = sa.or_(document.status == "draft", document.effective > today)
    found = sa.select(document.edition, document.effective).where(sa.func.lower(document.title) == of, document.key != key, is_to_come,
                                                                  document.status.in_(IN_USE), visible(Document, asker))
    row = session.execute(found.order_by(document.id)).first()
    return (row.edition, row.effective) if row else None


def _places(text: sa.ColumnElement[str], *more: sa.ColumnElement[int]) -> sa.Select[tuple[object, ...]]:
    return sa.select(document.key, document.title, document.type, version.edition, document.status, document.effective, version.is_current,
                     section.number, section.heading, section.path, section.page, section.place, section.id, text, *more).select_from(
        table(Section).join(table(Version), section.version_id == version.id).join(table(Document), version.document_id == document.id))
