"""The work of the agreed plan: what the baseline in force wants done by now, and what of it is done. An older baseline keeps its own figures.

A baseline weighs its tasks by the hours (else points) and dates that were agreed, whatever was moved or added since; cancelled work counts neither as
planned nor as earned. Without a baseline the plan is that of the tasks. A snapshot is read once for all the figures that rest on it.
"""
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
import json

from records.figures.base import Needs, Part, Rows, Value, counted, figure, keys, rounded, whole
from records.figures.delivery.planning import LEAST_DATED, Span, Weighed, exact, planned_by, summed, weighed
from records.figures.progress import planned_progress, progress
from records.kinds import Baseline, Project, Task

AGREED: Needs = {Baseline: ("key", "number", "agreed_on", "budget", "snapshot"), Task: ("key", "status", "progress")}


@figure(of=Project, needs=AGREED, reads=(planned_progress,), unit="%", label="planned share", also="planned share of the baseline, share planned by now")
def planned_share(rows: Rows) -> Value:
    """Of the baseline's work what it wants done by the end of today; without a baseline, of the tasks."""
    return _of_the_plan(rows, rows[planned_progress], planned_in)


@figure(of=Project, needs=AGREED, reads=(progress,), unit="%", label="earned share", also="earned share of the baseline, share earned")
def earned_share(rows: Rows) -> Value:
    """Of the baseline's work what is done; without a baseline, of the tasks."""
    return _of_the_plan(rows, rows[progress], earned_in)


@dataclass(frozen=True)
class Agreed:
    """A baseline as its snapshot tells it, without the work that is cancelled or gone by now."""
    baseline: Baseline
    spans: Mapping[str, Span]
    by: Weighed

    @property
    def total(self) -> Decimal:
        return summed(Counter(weight for _, _, weight in self.spans.values()))

    @property
    def called(self) -> str:
        return f"baseline {self.baseline.number} of {self.baseline.agreed_on:%-d %b %Y}"


def agreed(rows: Rows) -> Iterator[Agreed]:
    """The baselines that tell of work that is still there, the one in force first."""
    known = _in_force(rows[Baseline], rows.today)
    standing = {t.key for t in rows[Task] if t.status != "cancelled"} if known else set()
    for baseline in known:
        spans, by = _snapshot(baseline.snapshot)
        kept = {key: span for key, span in spans.items() if key in standing}
        if kept:
            yield Agreed(baseline, kept, by)


def tasks_agreed(baselines: Sequence[Baseline], today: date) -> tuple[Baseline, frozenset[str]] | None:
    """The baseline in force and the keys of all its tasks, where it has any."""
    known = ((b, frozenset(json.loads(b.snapshot).get("tasks", {}))) for b in _in_force(baselines, today))
    return next(((b, tasks) for b, tasks in known if tasks), None)


def planned_in(plan: Agreed, rows: Rows) -> Decimal | None:
    """How much of an agreed plan should be done by the end of today; nothing is known where most of it has no date."""
    dated = summed(Counter(weight for _, end, weight in plan.spans.values() if end))
    return planned_by(plan.spans.values(), rows.today) if dated >= LEAST_DATED * plan.total else None


def earned_in(plan: Agreed, rows: Rows) -> Decimal:
    shares = ((100 if t.status == "done" else t.progress, plan.spans[t.key][2]) for t in rows[Task] if t.key in plan.spans)
    return sum((exact(weight) * n * share / 100 for (share, weight), n in Counter(shares).items()), Decimal(0))


def _of_the_plan(rows: Rows, without: Value, amount: Callable[[Agreed, Rows], Decimal | None]) -> Value:
    plans = [(plan, amount(plan, rows)) for plan in agreed(rows)]
    if not plans:
        return without
    (plan, found), *older = plans
    if found is None:
        return Value(None, f"most of {plan.called} has no due date")
    parts = tuple(Part(p.called, _under(p, a), p.baseline.key) for p, a in older if a is not None)
    said = f"{weighed(found, plan.by)} of {weighed(plan.total, plan.by)} in {counted(len(plan.spans), 'task')} of {plan.called}"
    own: Sequence[Task] = [t for t in rows[Task] if t.key in plan.spans]
    return Value(100 * found / plan.total, said, keys([plan.baseline], own), parts)


def _under(older: Agreed, amount: Decimal) -> str:
    """What an older baseline makes of the same day, in percent and of the budget that was agreed with it."""
    share, budget = amount / older.total, older.baseline.budget
    return f"{rounded(100 * share, 1)} %" + (f", {whole(share * budget)} of its budget of {whole(budget)}" if budget else "")


def _in_force(baselines: Sequence[Baseline], today: date) -> list[Baseline]:
    """Those that tell something and are agreed by now, the latest first."""
    return sorted((b for b in baselines if b.snapshot and b.agreed_on and b.agreed_on <= today), key=lambda b: -b.number)


@lru_cache(maxsize=8)
def _snapshot(snapshot: str) -> tuple[Mapping[str, Span], Weighed]:
    """What a snapshot tells of its tasks, those that weigh something."""
    tasks = json.loads(snapshot).get("tasks", {})
    by: Weighed = "h" if any(t[3] for t in tasks.values()) else "points" if any(t[4] for t in tasks.values()) else "tasks"
    at = {"h": 3, "points": 4}.get(by)
    weights = {key: 1.0 if at is None else t[at] or 0.0 for key, t in tasks.items()}
    return {key: (_day(t[1]), _day(t[2]), weights[key]) for key, t in tasks.items() if weights[key]}, by


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
