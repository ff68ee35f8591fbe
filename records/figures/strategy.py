"""Strategy: how well a project fits, and how far an objective has come and who works for it."""
from decimal import Decimal

from records.figures.base import Rows, Value, counted, figure, keys, rounded
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
    return Value(Decimal(len(live)), f"{len(live)} of {counted(len(rows[Project]), 'project')} named for it under way", keys(live))


@figure(of=Objective, needs={Objective: ("key", "baseline", "target", "current", "unit", "horizon")}, unit="%", label="attainment", also="achieved, reached")
def attainment(rows: Rows) -> Value:
    """(current - baseline) / (target - baseline)."""
    (o,) = rows[Objective]
    if o.baseline is None or o.target is None or o.current is None:
        missing = [name for name in ("baseline", "target", "current") if getattr(o, name) is None]
        return Value(None, f"it has no {' and no '.join(missing)} value")
    if o.target == o.baseline:
        return Value(None, "its target is its baseline")
    base, target, now = (Decimal(str(v)) for v in (o.baseline, o.target, o.current))
    said = " → ".join(_plain(n) for n in (base, now, target))
    return Value(100 * (now - base) / (target - base), f"baseline → now → target: {said} {o.unit}".strip() + _wanted(o), (o.key,))


def _wanted(o: Objective) -> str:
    """By when it is to be reached."""
    return f", wanted by {o.horizon:%-d %b %Y}" if o.horizon else ""


def _plain(number: Decimal) -> str:
    return rounded(number, max(0, -int(number.normalize().as_tuple().exponent)))
