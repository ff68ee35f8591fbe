"""The projects that are somebody's own: the open ones that they manage, or else work on. Read when the planner asks for them, which is where none is named."""
from collections.abc import Sequence
from functools import cached_property
from typing import overload

from records.asker import Asker
from records.database import Database
from records.kinds import Project
from records.kinds.project import ENDED
from records.query import Query, Where
from records.reading import Reader
from tools.desk.own import projects


class OwnProjects(Sequence[str]):
    """Their keys."""

    def __init__(self, database: Database, asker: Asker) -> None:
        self._database, self._asker = database, asker

    @cached_property
    def _found(self) -> tuple[str, ...]:
        with self._database.reading() as session:
            reader, me = Reader(session, self._asker), self._asker.person
            still = Where("phase", "not in", ENDED)
            if managed := reader.find(Query(Project, (Where("manager_id", "is", me), still), limit=None, fields=("id", "key"))):
                return tuple(row.key for row in managed)
            homes = sorted(projects(reader))
            found = reader.find(Query(Project, (Where("id", "in", homes), still), limit=None, fields=("id", "key"))) if homes else ()
            return tuple(row.key for row in found)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return self._found[at]

    def __len__(self) -> int:
        return len(self._found)
