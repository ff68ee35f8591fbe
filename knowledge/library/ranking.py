"""Which versions somebody may read: that is decided in SQL, before anything is counted or ranked."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from knowledge.library.tables import IN_USE, Version, document, space, table, version
from records.access import visible
from records.asker import Asker
from records.database import Reading
from records.kinds import Document, Project, Space


@dataclass(frozen=True)
class Only:
    """Which documents are looked at: of a space, a type, a project (by name or key), in force since or until a day."""
    space: str = ""
    type: str = ""
    project: str = ""
    since: date | None = None
    until: date | None = None


ALL = Only()


@dataclass(frozen=True)
class Readable:
    """Whose search it is, and which versions it may see."""
    asker: Asker
    only: Only = ALL

    def versions(self) -> sa.Select[tuple[int]]:
        """The versions that are searched: current, in force or in draft, in a space this asker may see."""
        return self.all_versions().where(*_conditions(self.only))

    def all_versions(self) -> sa.Select[tuple[int]]:
        """Those of every space, type and day."""
        joined = sa.select(version.id).join_from(table(Version), table(Document), version.document_id == document.id)
        return joined.where(*_searched_by(self.asker))

    def conditions(self) -> Iterator[sa.ColumnElement[bool]]:
        """What makes a version one of these, where it stands beside its document already."""
        yield from _searched_by(self.asker)
        yield from _conditions(self.only)

    @property
    def is_all(self) -> bool:
        return self.only == ALL


def versions(session: Reading, readable: Readable) -> Sequence[int]:
    """The versions that may be read."""
    return session.execute(readable.versions()).scalars().all()


def spaces(session: Reading, asker: Asker) -> Sequence[int]:
    """The spaces this asker may see."""
    return session.execute(sa.select(space.id).where(visible(Space, asker))).scalars().all()


def _searched_by(asker: Asker) -> Iterator[sa.ColumnElement[bool]]:
    yield from (visible(Document, asker), document.status.in_(IN_USE), version.is_current, version.is_twin.is_(False))


def _conditions(only: Only) -> Iterator[sa.ColumnElement[bool]]:
    project = table(Project).c
    if only.space:
        yield document.space_id.in_(sa.select(space.id).where(sa.func.lower(space.name) == only.space.lower()))
    if only.project:
        named = sa.or_(sa.func.lower(project.name) == only.project.lower(), project.key == only.project.upper())
        yield document.space_id.in_(sa.select(space.id).where(space.project_id.in_(sa.select(project.id).where(named))))
    if only.type:
        yield document.type == only.type
    if only.since:
        yield document.effective >= only.since
    if only.until:
        yield document.effective <= only.until
