"""The chain from strategy to proof: objective -> benefit -> project -> milestone -> measurement; how much of it holds, and where it is broken."""
from collections.abc import Iterator, Sequence
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys, whole
from records.figures.benefits import expected_now, signed
from records.figures.strategy import LIVE
from records.kinds import Benefit, Measurement, Objective, Project

Joint = tuple[bool, Part]            # whether it holds, and what is said where it does not


@figure(of=Project, needs={Project: ("key", "name", "objective_id"), Benefit: ("id", "key", "title", "objective_id", "milestone_id", "review"),
                           Measurement: ("key", "benefit_id")}, unit="%", label="strategic chain",
        also="chain, links to strategy, line of sight, traceability, broken links")
def chain(rows: Rows) -> Value:
    """The share of joints that hold: the project's objective, and of each benefit its objective, its milestone and its measurement or the day of it."""
    (project,), benefits = rows[Project], rows[Benefit]
    if project.objective_id is None and not benefits:
        return Value(None, "it has neither an objective nor a benefit, so there is no chain")
    measured = {m.benefit_id for m in rows[Measurement]}
    joints = [_serves(project, benefits), (bool(benefits), Part(project.name, "has no benefit", project.key)),
              *(j for b in benefits for j in _of(b, measured=b.id in measured))]
    return _held(joints, (project.key, *keys(benefits), *(m.key for m in rows[Measurement] if m.benefit_id is not None)))


@figure(of=Objective, needs={Objective: ("key", "title"), Project: ("key", "name", "phase"),
                             Benefit: ("key", "title", "milestone_id", "review", "realised")}, unit="%", label="strategic chain",
        also="chain, line of sight, traceability, broken links")
def objective_chain(rows: Rows) -> Value:
    """The share of joints that hold below an objective: a live project, a benefit, and of each benefit its milestone and its measurement or the day of it."""
    (goal,), benefits = rows[Objective], rows[Benefit]
    live = [p for p in rows[Project] if p.phase in LIVE]
    joints = [(bool(live), Part(goal.title, "no live project is named for it", goal.key)), (bool(benefits), Part(goal.title, "no benefit serves it", goal.key)),
              *(j for b in benefits for j in _below(b))]
    return _held(joints, (goal.key, *keys(live), *keys(benefits)))


@figure(of=Objective, needs={Objective: ("key", "title"), Benefit: ("key", "title", "type", "expected", "forecast", "realised", "status")}, unit="money",
        label="benefits for it", also="contribution, contributions, benefits serving it, value for the objective")
def contribution(rows: Rows) -> Value:
    """What all benefits that serve an objective are expected to bring now; the parts say how much of it each one does."""
    own = [(b, signed(b, expected_now(b))) for b in rows[Benefit] if expected_now(b)]
    total = sum((amount for _, amount in own), Decimal(0))
    if not own:
        return Value(None, "no benefit with a value in money serves it")
    parts = tuple(Part(b.title, f"{whole(amount)}" + (f", {100 * amount / total:.0f} %" if total > 0 else ""), b.key)
                  for b, amount in sorted(own, key=lambda each: (-each[1], each[0].key)))
    return Value(total, f"{counted(len(own), 'benefit')} as now expected", keys([b for b, _ in own]), parts)


@figure(of=Objective, needs={Objective: ("key",), Benefit: ("key", "title", "realised")}, unit="count", label="benefits measured",
        also="measured benefits, benefits with a measurement, proven benefits")
def proven(rows: Rows) -> Value:
    """How many benefits that serve an objective have brought something already."""
    (goal,), own = rows[Objective], [b for b in rows[Benefit] if b.realised]
    parts = tuple(Part(b.title, f"realised {whole(b.realised)}" if b.realised else "nothing realised yet", b.key) for b in rows[Benefit])
    said = f"{len(own)} of {counted(len(rows[Benefit]), 'benefit')} serving it realised something"
    return Value(Decimal(len(own)), said, (goal.key, *keys(rows[Benefit])), parts)


def _serves(project: Project, benefits: Sequence[Benefit]) -> Joint:
    holds = project.objective_id is not None or any(b.objective_id is not None for b in benefits)
    return holds, Part(project.name, "serves no objective", project.key)


def _of(benefit: Benefit, *, measured: bool) -> Iterator[Joint]:
    yield benefit.objective_id is not None, Part(benefit.title, "serves no objective", benefit.key)
    yield benefit.milestone_id is not None, Part(benefit.title, "hangs on no milestone", benefit.key)
    yield measured or benefit.review is not None, Part(benefit.title, "is not measured, and no day is set for it", benefit.key)


def _below(benefit: Benefit) -> Iterator[Joint]:
    yield benefit.milestone_id is not None, Part(benefit.title, "hangs on no milestone", benefit.key)
    yield bool(benefit.realised) or benefit.review is not None, Part(benefit.title, "is not measured, and no day is set for it", benefit.key)


def _held(joints: Sequence[Joint], of: tuple[str, ...]) -> Value:
    broken = tuple(part for holds, part in joints if not holds)
    kept = len(joints) - len(broken)
    said = f"{kept} of {counted(len(joints), 'joint')} hold" + ("" if not broken else f"; broken: {broken[0].label} {broken[0].said}" + (
        f" and {len(broken) - 1} more" if len(broken) > 1 else ""))
    return Value(Decimal(100 * kept) / len(joints), said, of, broken)
