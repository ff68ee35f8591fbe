"""The projects that are somebody's own: the open ones that they manage, or else work on. Read when the planner asks for them, which is where none is named."""
from collections.abc import Sequence
from functools import cached_property
from typing import overload

from records.asker import Asker
from records.database import Database
from records.kinds import Membership, Project, Task
from records.kinds.project import ENDED
from records.query import Query, Where
from records.reading import Reader

OVER = ("done", "cancelled")


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
            homes = {m.project_id for m in reader.find(Query(Membership, (Where("person_id", "is", me),), limit=None, fields=("id", "project_id")))}
            homes |= {t.project_id for t in reader.find(Query(Task, (Where("owner_id", "is", me), Where("status", "not in", OVER)), limit=None,
                                                              fields=("id", "project_id")))}
            found = reader.find(Query(Project, (Where("id", "in", sorted(homes)), still), limit=None, fields=("id", "key"))) if homes else ()
            return tuple(row.key for row in found)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return self._found[at]

    def __len__(self) -> int:
        return len(self._found)
