"""From records to what is drawn: the estimates of open tasks and the chances of open risks, of time and of money apart."""
from collections.abc import Iterator, Sequence
from decimal import Decimal

from records.figures.base import Needs
from records.figures.delivery.effort import hours_left
from records.figures.risks import chance
from records.figures.schedule.activities import Plan
from records.figures.schedule.axis import DAY
from records.figures.schedule.network import Dates, in_order, measured
from records.figures.schedule.risk import Chance, Model, Uncertain
from records.kinds import Milestone, Person, Risk, Task
from records.kinds.task import ENDED

ESTIMATES = ("hours", "optimistic", "pessimistic")
RISKS = ("key", "title", "status", "type", "probability", "chance")
COSTS: Needs = {Task: ("key", "title", "status", *ESTIMATES, "remaining", "progress", "owner_id"), Person: ("id", "key", "rate"),
                Risk: (*RISKS, "cost_impact")}


def of_time(plan: Plan, dates: Dates, risks: Sequence[Risk]) -> Model:
    """The network by the days of the project's calendar; work on another calendar takes as many of these as it covers."""
    order = in_order(plan.network)
    place = {n: at for at, n in enumerate(order)}
    sizes = measured(plan.network, dates, plan.today)
    activities = [_uncertain(plan, n, sizes[n][0] / DAY) for n in order]
    earliest = [sizes[n][1] / DAY for n in order]
    ties = sorted((place[before], place[after], of, lag / DAY) for before, after, of, lag in plan.network.links)
    chances = tuple(Chance(r.key, float(chance(r)), _signed(r, r.days_impact)) for r in delaying(risks))
    return Model(tuple(activities), tuple(ties), tuple(earliest), chances)


def of_cost(tasks: Sequence[Task], people: Sequence[Person], risks: Sequence[Risk]) -> Model:
    """The hours that are left of tasks whose owner has a rate, and the money of risks; nothing here waits for anything."""
    rates = {p.id: p.rate for p in people if p.rate}
    activities = tuple(_priced(t, rates[t.owner_id]) for t in priced(tasks, people))
    return Model(activities, chances=tuple(Chance(r.key, float(chance(r)), cost=_signed(r, r.cost_impact)) for r in costing(risks)))


def estimated(plan: Plan) -> list[Task]:
    """The open tasks with an optimistic or a pessimistic estimate beside their hours."""
    return [t for t in plan.tasks.values() if _is_spread(t)]


def priced(tasks: Sequence[Task], people: Sequence[Person]) -> list[Task]:
    """The open tasks whose hours are uncertain and cost something."""
    rated = {p.id for p in people if p.rate}
    return [t for t in tasks if t.status not in ENDED and t.owner_id in rated and _is_spread(t)]


def delaying(risks: Sequence[Risk]) -> list[Risk]:
    return [r for r in risks if r.status != "closed" and r.days_impact]


def costing(risks: Sequence[Risk]) -> list[Risk]:
    return [r for r in risks if r.status != "closed" and r.cost_impact]


def _is_spread(task: Task) -> bool:
    """Whether its hours are said more than once."""
    return bool(task.hours) and (task.optimistic is not None or task.pessimistic is not None)


def _signed(risk: Risk, impact: float | Decimal | None) -> float:
    return float(impact or 0) * (1 if risk.type == "threat" else -1)


def _uncertain(plan: Plan, activity: int, length: float) -> Uncertain:
    record, task = plan.of[activity], plan.tasks.get(activity)
    low, high = _range(task) if task and _is_spread(task) else (1.0, 1.0)
    effort = float(hours_left(task)) if task else 0.0
    return Uncertain(record.key if record else f"{activity}", length * low, length, length * high, effort=effort)


def _range(task: Task) -> tuple[float, float]:
    """The optimistic and the pessimistic estimate as shares of the likely one, never beyond it."""
    hours = task.hours or 1.0
    low, high = (hours if e is None else e for e in (task.optimistic, task.pessimistic))
    return min(low / hours, 1.0), max(high / hours, 1.0)


def _priced(task: Task, rate: Decimal) -> Uncertain:
    hours = task.remaining if task.remaining is not None else (task.hours or 0) * (100 - task.progress) / 100
    low, high = _range(task)
    return Uncertain(task.key, hours * low, hours, hours * high, float(rate))


def names(*rows: Sequence[Task | Risk | Milestone | None]) -> dict[str, str]:
    """Titles by key."""
    return {row.key: row.title for row in _known(rows)}


def _known(rows: Sequence[Sequence[Task | Risk | Milestone | None]]) -> Iterator[Task | Risk | Milestone]:
    for each in rows:
        yield from (row for row in each if row is not None)
