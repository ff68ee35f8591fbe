"""Earned value of agile work, and of hybrid: the agile part by points and sprints, the predictive by hours and dates, each with its weight.

Agile: PV = sprints that are over / sprints planned x BAC, EV = points done / points in all x BAC (AgileEVM, Sulaiman). Hybrid: each part counts by
its number of tasks, because hours and points cannot be added.
"""
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from records.figures.base import Needs, Part, Rows, Value, brief, counted, figure, joined, keys, rounded, unknown, whole
from records.figures.delivery.planning import Span, planned_by, summed
from records.figures.earned_value import NO_BUDGET, ac, bac, index
from records.kinds import Project, Sprint, Task

WORK: Needs = {Task: ("key", "status", "hours", "points", "progress", "start", "due", "baseline_start", "baseline_due", "sprint_id"),
               Sprint: ("key", "status", "end")}


@figure(of=Project, needs={Sprint: ("key", "status", "end")}, reads=(bac,), unit="money", label="agile planned value", also="agile PV, PV by sprints")
def agile_pv(rows: Rows) -> Value:
    """Sprints that are over / sprints planned x BAC."""
    share = _sprints(rows)
    return share if share.number is None else _of_budget(share, rows[bac])


@figure(of=Project, needs={Task: ("key", "status", "points")}, reads=(bac,), unit="money", label="agile earned value", also="agile EV, EV by points")
def agile_ev(rows: Rows) -> Value:
    """Points done / points in all x BAC."""
    pointed = [t for t in rows[Task] if t.status != "cancelled" and t.points]
    if not pointed:
        return Value(None, "no task has points")
    total, done = (summed(Counter(t.points or 0 for t in some)) for some in (pointed, [t for t in pointed if t.status == "done"]))
    return _of_budget(Value(100 * done / total, f"{brief(done)} of {brief(total)} points done", keys(pointed)), rows[bac])


@figure(of=Project, reads=(agile_ev, agile_pv), unit="ratio", label="agile SPI", also="SPI by points, agile schedule performance")
def agile_spi(rows: Rows) -> Value:
    return index(rows[agile_ev], rows[agile_pv], "agile EV", "agile PV", "no sprint is over yet")


@figure(of=Project, reads=(agile_ev, ac), unit="ratio", label="agile CPI", also="CPI by points, agile cost performance")
def agile_cpi(rows: Rows) -> Value:
    return index(rows[agile_ev], rows[ac], "agile EV", "AC", "no cost is booked yet")


@figure(of=Project, needs=WORK, unit="%", label="hybrid progress", also="progress of both parts, predictive and agile progress")
def hybrid_progress(rows: Rows) -> Value:
    """What is done of the predictive part by hours and of the agile part by points, weighed by their numbers of tasks."""
    predictive, agile = _halves(rows)
    return _together(rows, [_Part("predictive", "hours", predictive, _done(predictive, "hours")), _Part("agile", "points", agile, _done(agile, "points"))])


@figure(of=Project, needs=WORK, unit="%", label="hybrid planned progress", also="planned progress of both parts")
def hybrid_planned(rows: Rows) -> Value:
    """What should be done of the predictive part by its dates and of the agile part by its sprints, weighed alike."""
    predictive, agile = _halves(rows)
    over = _sprints(rows)
    if over.number is None:
        return over
    spans: list[Span] = [(t.baseline_start or t.start, t.baseline_due or t.due, t.hours or 0) for t in predictive]
    total = summed(Counter(weight for _, _, weight in spans))
    share = 100 * planned_by(spans, rows.today) / total if total else Decimal(0)
    found = _together(rows, [_Part("predictive", "dates", predictive, share), _Part("agile", "sprints", agile, over.number)])
    return found if found.number is None else Value(found.number, found.how, joined(found, over), found.parts)


@figure(of=Project, reads=(bac, hybrid_planned), unit="money", label="hybrid planned value", also="hybrid PV")
def hybrid_pv(rows: Rows) -> Value:
    return _of_budget(rows[hybrid_planned], rows[bac])


@figure(of=Project, reads=(bac, hybrid_progress), unit="money", label="hybrid earned value", also="hybrid EV, hybrid view, predictive and agile earned value")
def hybrid_ev(rows: Rows) -> Value:
    return _of_budget(rows[hybrid_progress], rows[bac])


@figure(of=Project, reads=(hybrid_ev, hybrid_pv), unit="ratio", label="hybrid SPI", also="hybrid schedule performance")
def hybrid_spi(rows: Rows) -> Value:
    return index(rows[hybrid_ev], rows[hybrid_pv], "hybrid EV", "hybrid PV", "nothing was planned to be done by now")


@figure(of=Project, reads=(hybrid_ev, ac), unit="ratio", label="hybrid CPI", also="hybrid cost performance")
def hybrid_cpi(rows: Rows) -> Value:
    return index(rows[hybrid_ev], rows[ac], "hybrid EV", "AC", "no cost is booked yet")


@dataclass(frozen=True)
class _Part:
    """One part of a hybrid project, what it is measured by, and how much of it is or should be done."""
    name: str
    by: str
    tasks: Sequence[Task]
    percent: Decimal


def _halves(rows: Rows) -> tuple[Sequence[Task], Sequence[Task]]:
    """The tasks measured by hours, and those by points: what is in a sprint, or has points and no hours."""
    live = [t for t in rows[Task] if t.status != "cancelled"]
    agile = [t for t in live if t.points and (t.sprint_id or not t.hours)]
    chosen = {t.key for t in agile}
    return [t for t in live if t.hours and t.key not in chosen], agile


def _done(tasks: Sequence[Task], by: str) -> Decimal:
    """Percent; of an agile task only the whole counts."""
    total = summed(Counter(getattr(t, by) for t in tasks))
    shares = Counter((getattr(t, by), 100 if t.status == "done" else t.progress if by == "hours" else 0) for t in tasks)
    return sum((summed(Counter({weight: n})) * share for (weight, share), n in shares.items()), Decimal(0)) / total if total else Decimal(0)


def _together(rows: Rows, both: Sequence[_Part]) -> Value:
    missing = [p.name for p in both if not p.tasks]
    if missing:
        return Value(None, f"it has no {' and no '.join(missing)} part with estimates" if rows[Task] else "there is no task")
    number = sum(len(p.tasks) for p in both)
    percent = sum((p.percent * len(p.tasks) for p in both), Decimal(0)) / number
    parts = tuple(Part(f"{p.name}, by {p.by}", f"{rounded(p.percent, 1)} %, weight {len(p.tasks)} of {counted(number, 'task')}") for p in both)
    said = " and ".join(f"{rounded(p.percent, 1)} % of the {p.name} part by {p.by} (weight {len(p.tasks)})" for p in both)
    return Value(percent, f"{said}, weighed by their numbers of tasks", keys(*(p.tasks for p in both)), parts)


def _sprints(rows: Rows) -> Value:
    """The share of the sprints that are over, in percent."""
    known = [s for s in rows[Sprint] if s.status != "cancelled"]
    if not known:
        return Value(None, "there is no sprint")
    over = [s for s in known if s.status == "closed" or s.end < rows.today]
    return Value(Decimal(100 * len(over)) / len(known), f"{len(over)} of {counted(len(known), 'sprint')} over", keys(known))


def _of_budget(share: Value, budget: Value) -> Value:
    if share.number is None or not budget.number:
        return unknown(NO_BUDGET, budget, share)
    return Value(share.number / 100 * budget.number, f"{rounded(share.number, 1)} % ({share.how}) × budget {whole(budget.number)}",
                 joined(share, budget), share.parts)
