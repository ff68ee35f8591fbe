"""Scope against the baseline in force: what was added and removed since. Work that was only cut into smaller pieces is told apart: it is no growth."""
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from records.figures.agreed import tasks_agreed
from records.figures.base import Needs, Part, Rows, Value, counted, figure, joined, keys
from records.kinds import Baseline, Project, Task

SCOPE: Needs = {Baseline: ("key", "number", "agreed_on", "snapshot"), Task: ("key", "id", "title", "status", "parent_id")}
NO_BASELINE = "there is no baseline to compare with"


@figure(of=Project, needs=SCOPE, unit="count", label="scope added",
        also="added scope, scope was added, scope has been added, added tasks, tasks added, tasks added since the baseline, new scope")
def scope_added(rows: Rows) -> Value:
    change = _change(rows)
    if change is None:
        return Value(None, NO_BASELINE)
    cut = f"; {counted(len(change.cut), 'more only divides', 'more only divide')} work that was agreed" if change.cut else ""
    parts = (*(Part(t.title, "added", t.key) for t in change.grown), *(Part(t.title, "divides agreed work", t.key) for t in change.cut))
    return Value(Decimal(len(change.grown)), f"{counted(len(change.grown), 'task')} added since {change.called}{cut}", change.keys, parts)


@figure(of=Project, needs=SCOPE, unit="count", label="scope removed",
        also="removed scope, scope was removed, removed tasks, tasks removed, tasks were removed, tasks removed since the baseline, descoped")
def scope_removed(rows: Rows) -> Value:
    change = _change(rows)
    if change is None:
        return Value(None, NO_BASELINE)
    titles = {t.key: t.title for t in rows[Task]}
    parts = tuple(Part(titles.get(key, key), "cancelled" if key in titles else "gone", key if key in titles else "") for key in change.removed)
    said = f"{counted(len(change.removed), 'task')} of {len(change.agreed)} in {change.called} cancelled or gone"
    return Value(Decimal(len(change.removed)), said, change.keys, parts)


@figure(of=Project, needs=SCOPE, reads=(scope_added, scope_removed), unit="%", label="scope growth",
        also="scope creep, scope change, growth of scope, growth of the scope, has the scope grown, did the scope grow, scope grew, grown scope")
def scope_growth(rows: Rows) -> Value:
    """(added - removed) / agreed, by numbers of tasks."""
    change, added, removed = _change(rows), rows[scope_added], rows[scope_removed]
    if change is None or added.number is None or removed.number is None:
        return Value(None, NO_BASELINE)
    said = f"{counted(len(change.grown), 'task')} added and {len(change.removed)} removed of {counted(len(change.agreed), 'task')} in {change.called}"
    return Value(100 * (added.number - removed.number) / len(change.agreed), said, joined(added, removed), (*added.parts, *removed.parts))


@dataclass(frozen=True)
class _Change:
    called: str
    agreed: frozenset[str]
    grown: Sequence[Task]
    cut: Sequence[Task]
    removed: Sequence[str]
    keys: tuple[str, ...]


def _change(rows: Rows) -> _Change | None:
    """What differs from the baseline in force."""
    found = tasks_agreed(rows[Baseline], rows.today)
    if found is None:
        return None
    baseline, agreed = found
    standing = [t for t in rows[Task] if t.status != "cancelled"]
    new = [t for t in standing if t.key not in agreed]
    by_id = {t.id: t for t in rows[Task]}
    grown = [t for t in new if not _divides(t, by_id, agreed)]
    apart = {t.key for t in grown}
    kept = {t.key for t in standing}
    return _Change(f"baseline {baseline.number} of {baseline.agreed_on:%-d %b %Y}", agreed, grown, [t for t in new if t.key not in apart],
                   sorted(agreed - kept), keys([baseline], rows[Task]))


def _divides(task: Task, by_id: dict[int | None, Task], agreed: frozenset[str]) -> bool:
    """Whether a task lies under one that was agreed."""
    seen: set[int | None] = set()
    at = by_id.get(task.parent_id) if task.parent_id else None
    while at is not None and at.id not in seen:
        if at.key in agreed:
            return True
        seen.add(at.id)
        at = by_id.get(at.parent_id) if at.parent_id else None
    return False
