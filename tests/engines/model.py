"""Records as plain dictionaries: who sees them, who may change them, what a change and its undo come to. The test's own second opinion."""
from collections.abc import Mapping
from dataclasses import dataclass, field

from records.errors import BadInput, Conflict, NotFound, Refused, Sorry

ANA, BEN, DORA = 2, 3, 6                                     # a project manager of Apollo, a member of it, the manager of Zephyr
MANAGERS = {1: ANA, 2: DORA}
WRITES = {"task": {ANA, BEN, DORA}, "membership": {ANA, DORA}, "project": {ANA, DORA}}
Values = dict[str, object]
Wrong = type[Sorry] | None


@dataclass
class Kept:
    kind: str
    project: int
    values: Values
    version: int = 1
    archived: bool = False


@dataclass
class Line:
    """One line of the log: what it did to one record. `before` empty: it made it."""
    key: str
    before: Values
    after: Values
    is_undone: bool = False


@dataclass
class Model:
    records: dict[str, Kept] = field(default_factory=dict)
    log: list[Line] = field(default_factory=list)

    def works_on(self, who: int, project: int) -> bool:
        mine = (r for r in self.records.values() if not r.archived and r.project == project)
        return MANAGERS[project] == who or any((r.kind == "membership" and r.values["person_id"] == who) or
                                               (r.kind == "task" and r.values["owner_id"] == who) for r in mine)

    def sees(self, who: int, project: int) -> bool:
        home = next(r for r in self.records.values() if r.kind == "project" and r.project == project)
        return home.values["access"] == "open" or self.works_on(who, project)

    def visible(self, who: int, kind: str) -> dict[str, Kept]:
        return {key: r for key, r in self.records.items() if r.kind == kind and not r.archived and self.sees(who, r.project)}

    def cannot_make(self, who: int, kind: str, project: int, values: Mapping[str, object]) -> Wrong:
        if who not in WRITES[kind]:
            return Refused
        if not self.sees(who, project):
            return NotFound
        if not self.works_on(who, project):
            return Refused
        return Conflict if kind == "membership" and self._is_there(project, values) else None

    def make(self, key: str, kind: str, project: int, values: Values) -> None:
        self.records[key] = Kept(kind, project, dict(values))
        self.log.append(Line(key, {}, {**values, "archived": False}))

    def cannot_change(self, who: int, key: str, values: Mapping[str, object]) -> Wrong:
        r = self.records[key]
        if r.archived or not self.sees(who, r.project):
            return NotFound
        return self._cannot_write(who, r) or (BadInput if all(r.values[n] == v for n, v in values.items()) else None)

    def change(self, key: str, values: Values) -> None:
        r = self.records[key]
        new = {n: v for n, v in values.items() if r.values[n] != v}
        self._write(key, {n: r.values[n] for n in new}, new)

    def cannot_undo(self, who: int, position: int) -> Wrong:
        line = self.log[position - 1]
        r = self.records[line.key]
        if not self.sees(who, r.project):
            return NotFound
        if line.is_undone:
            return Conflict
        left = line.after
        if r.archived is not (left.get("archived") is True):
            return NotFound
        now = {**r.values, "archived": r.archived}
        is_taken = r.archived and r.kind == "membership" and self._is_there(r.project, r.values)
        return self._cannot_write(who, r) or (Conflict if is_taken or any(now[n] != v for n, v in left.items()) else None)

    def undo(self, position: int) -> None:
        line = self.log[position - 1]
        line.is_undone = True
        if line.before:
            self._write(line.key, line.after, line.before)
        else:
            self._write(line.key, {"archived": False}, {"archived": True})

    def _is_there(self, project: int, values: Mapping[str, object]) -> bool:
        """Whether that person is on the team; who was once, and is archived, does not stand in the way."""
        return any(r.kind == "membership" and not r.archived and r.project == project and r.values["person_id"] == values["person_id"]
                   for r in self.records.values())

    def _cannot_write(self, who: int, r: Kept) -> Wrong:
        return None if who in WRITES[r.kind] and self.works_on(who, r.project) else Refused

    def _write(self, key: str, before: Values, after: Values) -> None:
        r = self.records[key]
        r.values |= {n: v for n, v in after.items() if n != "archived"}
        r.archived = bool(after.get("archived", r.archived))
        r.version += 1
        self.log.append(Line(key, dict(before), dict(after)))
