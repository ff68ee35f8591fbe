"""What somebody changed since a record was last imported is newer than a file that still says the old: it stays, and it is told who changed it and when.

Three values are held side by side: the one imported last, the one that is there, and the file's.
"""
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python
import sqlalchemy as sa

from records import log, threads
from records.asker import Asker
from records.database import Reading
from records.importing.finding import Finder
from records.kinds import Person
from records.kinds.base import Record, fields
from records.telling import said

AT_ONCE = 5000
TOUCH, LINE = sa.inspect(log.Touch).local_table.c, sa.inspect(log.Change).local_table.c


@dataclass(frozen=True)
class Newer:
    """A field that was changed by hand: what was imported, who changed it last (an id), and when."""
    imported: Any
    by: int
    at: datetime


class ByHand:
    """The fields of a kind's records that were changed since those were imported, loaded once for each kind; none where the file goes `over` them."""

    def __init__(self, session: Reading, asker: Asker, finder: Finder, *, over: bool) -> None:
        self._session, self._asker, self._finder = session, asker, finder
        self._found: dict[str, Mapping[int, Mapping[str, Newer]]] = {}
        self._imports: frozenset[int] | None = frozenset() if over else None
        self.kept = 0

    def left(self, kind: type[Record], there: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
        """A record's values in a file without those that would undo a newer change, and of each of these the field and why."""
        newer, whys = self._newer(kind, there, values), []
        for f in (f for f in fields(kind) if f.name in newer):
            imported, now, says = (said(self._session, self._asker, f, to_jsonable_python(value))
                                   for value in (newer[f.name].imported, there[f.name], values[f.name]))
            by, on = self._finder.called(Person, newer[f.name].by) or "somebody", newer[f.name].at
            whys.append((f"{there['key']} {f.label}", f"changed by hand since: {imported} → {now} by {by} on {on:%a %-d %b %Y}; the file says {says}"))
        self.kept += len(whys)
        return {name: value for name, value in values.items() if name not in newer}, whys

    def _newer(self, kind: type[Record], there: Mapping[str, Any], values: Mapping[str, Any]) -> Mapping[str, Newer]:
        name = str(kind.__tablename__)
        if name not in self._found:
            self._found[name] = self._load(name)
        known = self._found[name].get(there["id"], {})
        now = {field: to_jsonable_python(there.get(field)) for field in known.keys() & values.keys()}
        return {field: known[field] for field, value in now.items() if value != known[field].imported and value != to_jsonable_python(values[field])}

    def notes(self) -> tuple[str, ...]:
        """What a person is told of it."""
        if not self.kept:
            return ()
        many = "1 value was" if self.kept == 1 else f"{self.kept:,} values were"
        stays = "stays as it is" if self.kept == 1 else "stay as they are"
        return (f"{many} changed by hand since the last import and {stays}, see below. To take the file's all the same, hand it in with --over.",)

    def _load(self, name: str) -> Mapping[int, Mapping[str, Newer]]:
        imports = self._positions()
        if not imports:
            return {}
        after = sa.select(TOUCH.record_id, TOUCH.position).where(TOUCH.kind == name, TOUCH.position > min(imports), TOUCH.position.not_in(imports))
        touched: dict[int, list[int]] = defaultdict(list)
        for id_, position in self._session.execute(after):
            touched[id_].append(position)
        last = self._last(name, list(touched))
        wanted = {position for id_, positions in touched.items() if id_ in last for position in positions if position > last[id_]}
        return self._changed(name, last, sorted(wanted))

    def _last(self, name: str, ids: list[int]) -> dict[int, int]:
        """At which position each of these records was imported last."""
        found: dict[int, int] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = sa.select(TOUCH.record_id, sa.func.max(TOUCH.position)).where(
                TOUCH.kind == name, TOUCH.record_id.in_(ids[start:start + AT_ONCE]), TOUCH.position.in_(self._positions())).group_by(TOUCH.record_id)
            found.update((row[0], row[1]) for row in self._session.execute(some))
        return found

    def _changed(self, name: str, last: Mapping[int, int], positions: list[int]) -> Mapping[int, Mapping[str, Newer]]:
        found: dict[int, dict[str, Newer]] = defaultdict(dict)
        for start in range(0, len(positions), log.AT_ONCE):
            some = sa.select(LINE.position).where(LINE.position.in_(positions[start:start + log.AT_ONCE]))
            for entry in reversed(log.entries(self._session, some, log.AT_ONCE)):
                for edit in entry.edits:
                    if edit["kind"] == name and entry.position > last.get(edit["id"], entry.position):
                        known = found[edit["id"]]
                        for field, before in edit["before"].items():
                            known[field] = Newer(known[field].imported if field in known else before, entry.asker_id, entry.at)
        return found

    def _positions(self) -> frozenset[int]:
        """Where the log has imports, and what took one back."""
        if self._imports is None:
            self._imports = threads.imported_at(self._session)
        return self._imports
