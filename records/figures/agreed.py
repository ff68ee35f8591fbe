"""The work of the agreed plan: what the baseline in force wants done by now, and what of it is done. An older baseline keeps its own figures.

A baseline weighs its tasks by the hours (else points) and dates that were agreed, whatever was moved or added since; cancelled work counts neither as
planned nor as earned. Without a baseline the plan is that of the tasks. A snapshot is read once for all the figures that rest on it.
What is under way earns its percent; under a deliverable that earns 0/100 nothing, and half under one that earns 50/50 (PMI EVM standard).
"""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
import json

from records.figures.base import Needs, Part, Rows, Value, counted, figure, keys, rounded, whole
from records.figures.delivery.planning import LEAST_DATED, Span, Weighed, exact, planned_by, summed, weighed
from records.figures.progress import FIELDS, planned_progress, progress, weigh
from records.kinds import Baseline, Deliverable, Project, Task

AGREED: Needs = {Baseline: ("key", "number", "agreed_on", "budget", "snapshot"), Task: (*FIELDS[Task], "deliverable_id")}      # tasks are read once for both
EARNING: Needs = {**AGREED, Deliverable: ("key", "id", "earning")}
BEGUN = ("in progress", "in review", "blocked")


@figure(of=Project, needs=AGREED, reads=(planned_progress,), unit="%", label="planned share", also="planned share of the baseline, share planned by now")
def planned_share(rows: Rows) -> Value:
    """Of the baseline's work what it wants done by the end of today; without a baseline, of the tasks."""
    plan = next(agreed(rows), None)
    if plan is None:
        return rows[planned_progress]
    found = planned_in(plan, rows.today)
    return Value(None, f"most of {plan.called} has no due date") if found is None else _of_the_plan(plan, found, "")


@figure(of=Project, needs=EARNING, reads=(progress,), unit="%", label="earned share", also="earned share of the baseline, share earned")
def earned_share(rows: Rows) -> Value:
    """Of the baseline's work what is earned; without a baseline, of the tasks."""
    plan = next(agreed(rows), None)
    ruled = {d.id: d for d in rows[Deliverable] if d.earning in ("0/100", "50/50")}
    own = [ruled[of] for of in dict.fromkeys(t.deliverable_id for t in rows[Task]) if of in ruled]
    note = f"; {counted(len(own), 'deliverable')} earning by 0/100 or 50/50" if own else ""
    if plan is not None:
        found = _of_the_plan(plan, earned_in(plan, rows), note)
        return replace(found, keys=(*found.keys, *keys(own)))
    if not own or rows[progress].number is None:
        return rows[progress]
    work = rows.once(Task, weigh)
    done = _earned(zip(work.tasks, work.weights, strict=True), ruled)
    return Value(100 * done / work.total, f"{weighed(done, work.by)} earned of {weighed(work.total, work.by)}{note}", (*work.keys, *keys(own)))


@figure(of=Project, needs=EARNING, unit="ratio", label="SPI against the first baseline",
        also="original SPI, SPI under the old baseline, figures of the old baselines, figures by baseline, value by baseline, SPI by baseline")
def spi_first(rows: Rows) -> Value:
    """EV / PV by the first baseline of all; behind it what each baseline makes of today."""
    plans = list(agreed(rows))
    if not plans:
        return Value(None, "there is no baseline")
    parts = tuple(Part(p.called, _under(p, rows), p.baseline.key) for p in plans)
    first = plans[-1]
    planned, earned = planned_in(first, rows.today), earned_in(first, rows)
    if not planned:
        return Value(None, f"by {first.called} nothing was planned to be done by now", (), parts)
    used = [d for d in rows[Deliverable] if d.id in {t.deliverable_id for t in rows[Task]}]
    said = f"EV {weighed(earned, first.by)} / PV {weighed(planned, first.by)} of {first.called}"
    return Value(earned / planned, said, (*keys([p.baseline for p in plans], used), *first.spans), parts)


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
    def keys(self) -> tuple[str, ...]:
        return (self.baseline.key, *self.spans)

    @property
    def called(self) -> str:
        return f"baseline {self.baseline.number} of {self.baseline.agreed_on:%-d %b %Y}"


def agreed(rows: Rows) -> Iterator[Agreed]:
    """The baselines that tell of work that is still there, the one in force first."""
    known = _in_force(rows[Baseline], rows.today)
    for baseline in known:
        standing, (spans, by) = rows.once(Task, _standing), _snapshot(baseline.snapshot)
        kept = spans if spans.keys() <= standing else {key: span for key, span in spans.items() if key in standing}
        if kept:
            yield Agreed(baseline, kept, by)


def tasks_agreed(baselines: Sequence[Baseline], today: date) -> tuple[Baseline, frozenset[str]] | None:
    """The baseline in force and the keys of all its tasks, where it has any."""
    known = ((b, frozenset(json.loads(b.snapshot).get("tasks", {}))) for b in _in_force(baselines, today))
    return next(((b, tasks) for b, tasks in known if tasks), None)


def planned_in(plan: Agreed, today: date) -> Decimal | None:
    """How much of an agreed plan should be done by the end of today; nothing is known where most of it has no date."""
    dated = summed(Counter(weight for _, end, weight in plan.spans.values() if end))
    return planned_by(plan.spans.values(), today) if dated >= LEAST_DATED * plan.total else None


def earned_in(plan: Agreed, rows: Rows) -> Decimal:
    """How much of an agreed plan is earned by now."""
    return _earned(((t, plan.spans[t.key][2]) for t in rows[Task] if t.key in plan.spans), {d.id: d for d in rows[Deliverable]})


def _earned(work: Iterable[tuple[Task, float]], ruled: Mapping[int | None, Deliverable]) -> Decimal:
    shares = Counter((_percent(task, ruled.get(task.deliverable_id)), weight) for task, weight in work)
    return sum((exact(weight) * n * share / 100 for (share, weight), n in shares.items()), Decimal(0))


def _percent(task: Task, under: Deliverable | None) -> int:
    """What a task earns of itself."""
    if task.status == "done":
        return 100
    if under is not None and under.earning == "0/100":
        return 0
    if under is not None and under.earning == "50/50":
        return 50 if task.progress or task.status in BEGUN else 0
    return task.progress


def _of_the_plan(plan: Agreed, amount: Decimal, note: str) -> Value:
    said = f"{weighed(amount, plan.by)} of {weighed(plan.total, plan.by)} in {counted(len(plan.spans), 'task')} of {plan.called}{note}"
    return Value(100 * amount / plan.total, said, plan.keys)


def _under(plan: Agreed, rows: Rows) -> str:
    """What a baseline makes of today, in percent and of the budget that was agreed with it."""
    planned, earned, budget = planned_in(plan, rows.today), earned_in(plan, rows), plan.baseline.budget or Decimal(0)
    shares = [None if amount is None else amount / plan.total for amount in (planned, earned)]
    return ", ".join(f"{name} {'not known' if share is None else f'{rounded(100 * share, 1)} %'}{f' = {whole(share * budget)}' if share and budget else ''}"
                     for name, share in zip(("PV", "EV"), shares, strict=True)) + (f", of a budget of {whole(budget)}" if budget else "")


def _standing(tasks: Sequence[Task]) -> frozenset[str]:
    return frozenset(t.key for t in tasks if t.status != "cancelled")


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
