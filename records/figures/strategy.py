"""Strategy: how well a project fits, and how far an objective has come and who works for it."""
from decimal import Decimal

from records.figures.base import Rows, Value, figure, keys
from records.kinds import Objective, Project

LIVE = ("planning", "in delivery", "closing")


@figure(of=Project, needs={Project: ("key", "strategic_fit")}, unit="score", label="strategic fit", also="fit, alignment")
def strategic_fit(rows: Rows) -> Value:
    (project,) = rows[Project]
    if project.strategic_fit is None:
        return Value(None, "nobody has scored it")
    return Value(Decimal(project.strategic_fit), "the board's score on a scale to 10", (project.key,))


@figure(of=Objective, needs={Project: ("key", "phase")}, unit="count", label="projects serving it", also="coverage, serving projects")
def coverage(rows: Rows) -> Value:
    live = [p for p in rows[Project] if p.phase in LIVE]
    return Value(Decimal(len(live)), f"{len(live)} of {len(rows[Project])} projects that name it are under way", keys(live))


@figure(of=Objective, needs={Objective: ("key", "baseline", "target", "current", "unit")}, unit="%", label="attainment", also="achieved, reached")
def attainment(rows: Rows) -> Value:
    """(current - baseline) / (target - baseline)."""
    (o,) = rows[Objective]
    if o.baseline is None or o.target is None or o.current is None or o.target == o.baseline:
        return Value(None, "baseline, target or current value is missing")
    base, target, now = (Decimal(str(v)) for v in (o.baseline, o.target, o.current))
    return Value(100 * (now - base) / (target - base), f"from {base:g} to {now:g}, target {target:g} {o.unit}".strip(), (o.key,))
