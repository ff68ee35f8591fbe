"""Quality: metrics against their targets, defects and how they were found, checks, and what quality costs (cost of quality by its four classes)."""
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from records.figures.base import Needs, Part, Rows, Value, brief, counted, figure, keys, whole
from records.figures.delivery.planning import exact
from records.kinds import Check, Issue, Measurement, Metric, Project, Task
from records.kinds.issue import ENDED

SEVERITIES: tuple[Literal["critical", "high", "medium", "low"], ...] = ("critical", "high", "medium", "low")
CLASSES = ("prevention", "appraisal", "internal failure", "external failure")
PASSED = ("passed", "passed with findings")
SOON = timedelta(days=14)
CHECKS: Needs = {Check: ("key", "title", "activity", "planned", "result")}


@figure(of=Project, needs={Metric: ("key", "id", "title", "unit", "better", "target", "tolerance"), Measurement: ("key", "metric_id", "on", "value")}, unit="%",
        label="metrics on target", also="quality metrics on target, quality attainment, metrics met, quality targets met")
def metrics_on_target(rows: Rows) -> Value:
    """The share of the quality metrics whose latest measurement is good enough: no worse than the target by more than the tolerance."""
    if not rows[Metric]:
        return Value(None, "there is no quality metric")
    latest = {m.id: found for m in rows[Metric] if (found := _latest(rows[Measurement], m.id, rows.today))}
    judged = [m for m in rows[Metric] if m.target is not None and m.id in latest]
    parts = tuple(Part(m.title, _against(m, latest.get(m.id)), m.key) for m in rows[Metric])
    if not judged:
        return Value(None, "no quality metric has both a target and a measurement", (), parts)
    met = [m for m in judged if _is_met(m, latest[m.id])]
    left = f"; {len(rows[Metric]) - len(judged)} without a target or a measurement left out" if len(judged) < len(rows[Metric]) else ""
    said = f"{len(met)} of {counted(len(judged), 'quality metric')} within tolerance at the latest measurement{left}"
    return Value(Decimal(100 * len(met)) / len(judged), said, keys(judged, [latest[m.id] for m in judged]), parts)


@figure(of=Project, needs={Issue: ("key", "title", "type", "severity", "status")}, unit="count", label="open defects",
        also="defect count, defects by severity, defect backlog, bug count, bugs by severity")
def open_defects(rows: Rows) -> Value:
    known = [i for i in rows[Issue] if i.type == "defect"]
    if not known:
        return Value(None, "no defect is recorded")
    live = [i for i in known if i.status not in ENDED]
    numbers = Counter(i.severity for i in live)
    said = ", ".join(f"{numbers[s]} {s}" for s in SEVERITIES if numbers[s])
    parts = tuple(Part(i.title, i.severity, i.key) for i in sorted(live, key=lambda i: SEVERITIES.index(i.severity)))
    return Value(Decimal(len(live)), f"{len(live)} of {counted(len(known), 'defect')} still open{': ' if said else ''}{said}", keys(known), parts)


@figure(of=Project, needs={Issue: ("key", "title", "type", "raised_on", "task_id"), Task: ("key", "id", "status", "done_on")}, unit="%",
        label="escaped defects", also="defect escape rate, escaped defect rate, share of escaped defects, defects found late")
def escaped_defects(rows: Rows) -> Value:
    """Of the defects found in a task those raised after it was done."""
    defects = [i for i in rows[Issue] if i.type == "defect"]
    tasks = {t.id: t for t in rows[Task]}
    placed = [(i, tasks[i.task_id]) for i in defects if i.task_id in tasks and i.raised_on]
    if not placed:
        return Value(None, "no defect names the task it was found in" if defects else "no defect is recorded")
    late = [i for i, t in placed if t.status == "done" and t.done_on and i.raised_on and i.raised_on > t.done_on]
    left = f"; {len(defects) - len(placed)} without a task or a day left out" if len(placed) < len(defects) else ""
    parts = tuple(Part(i.title, "raised after its task was done", i.key) for i in late)
    return Value(Decimal(100 * len(late)) / len(placed), f"{len(late)} of {counted(len(placed), 'defect')} raised after their task was done{left}",
                 tuple(dict.fromkeys(keys([i for i, _ in placed], [t for _, t in placed]))), parts)


@figure(of=Project, needs=CHECKS, unit="count", label="quality checks due",
        also="checks due, reviews due, due checks, overdue quality checks, checks to be held")
def checks_due(rows: Rows) -> Value:
    """Planned checks whose day has passed or comes within two weeks."""
    if not rows[Check]:
        return Value(None, "there is no quality check")
    last = rows.today + SOON
    due = sorted((c for c in rows[Check] if c.result == "planned" and c.planned and c.planned <= last), key=lambda c: (c.planned or last, c.key))
    late = {c.key for c in due if c.planned and c.planned < rows.today}
    parts = tuple(Part(c.title, f"{c.activity} planned for {c.planned:%-d %b %Y}{', overdue' if c.key in late else ''}", c.key) for c in due)
    said = f"{counted(len(due), 'quality check')} due by {last:%-d %b %Y}, {len(late) or 'none'} of them overdue"
    return Value(Decimal(len(due)), said, keys(due or rows[Check]), parts)


@figure(of=Project, needs=CHECKS, unit="%", label="quality checks failed", also="check failure rate, share of failed checks, share of quality checks failed")
def checks_failed(rows: Rows) -> Value:
    """Failed of the checks that were held."""
    held = [c for c in rows[Check] if c.result in (*PASSED, "failed")]
    if not held:
        return Value(None, "no quality check has been held")
    failed = [c for c in held if c.result == "failed"]
    parts = tuple(Part(c.title, f"{c.activity} {c.result}", c.key) for c in held if c.result != "passed")
    return Value(Decimal(100 * len(failed)) / len(held), f"{len(failed)} of {counted(len(held), 'quality check')} held", keys(held), parts)


@figure(of=Project, needs={Check: ("key", "cost", "cost_class")}, unit="money", label="cost of quality", also="COQ, quality cost, what quality costs")
def cost_of_quality(rows: Rows) -> Value:
    """What checks cost, by class: prevention and appraisal are the price of good work, failures that of bad."""
    priced = [(c.cost_class, c.cost, c) for c in rows[Check] if c.cost is not None]
    if not priced:
        return Value(None, "no quality check has a cost" if rows[Check] else "there is no quality check")
    sums = {name: sum((cost for of, cost, _ in priced if of == name), Decimal(0)) for name in CLASSES}
    bad = sums["internal failure"] + sums["external failure"]
    return Value(sum(sums.values(), Decimal(0)), f"the cost of {counted(len(priced), 'quality check')}, {whole(bad)} of it for failures",
                 keys([c for *_, c in priced]), tuple(Part(name, whole(amount)) for name, amount in sums.items()))


@figure(of=Project, needs={Check: ("key", "title", "rework_hours")}, unit="hours", label="rework", also="hours of rework, rework hours, hours reworked")
def rework(rows: Rows) -> Value:
    if not rows[Check]:
        return Value(None, "there is no quality check")
    some = [c for c in rows[Check] if c.rework_hours]
    said = f"after {len(some) or 'none'} of {counted(len(rows[Check]), 'quality check')}"
    return Value(sum((exact(c.rework_hours) for c in some), Decimal(0)), said, keys(some or rows[Check]),
                 tuple(Part(c.title, f"{brief(exact(c.rework_hours))} h", c.key) for c in some))


def _latest(measurements: Sequence[Measurement], metric: int | None, today: date) -> Measurement | None:
    own = [m for m in measurements if m.metric_id is not None and m.metric_id == metric and m.value is not None and m.on <= today]
    return max(own, key=lambda m: (m.on, m.key), default=None)


def _is_met(metric: Metric, found: Measurement) -> bool:
    worse = exact(metric.target or 0) - exact(found.value or 0)
    return (worse if metric.better == "higher" else -worse) <= exact(metric.tolerance)


def _against(metric: Metric, found: Measurement | None) -> str:
    unit = f" {metric.unit}" if metric.unit else ""
    if found is None:
        return "not measured"
    value = f"{found.value:g}{unit} on {found.on:%-d %b %Y}"
    if metric.target is None:
        return f"{value}, no target"
    return f"{value} against {metric.target:g}{unit} ± {metric.tolerance:g}: {'met' if _is_met(metric, found) else 'missed'}"
