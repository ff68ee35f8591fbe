"""What an objective gets: the budgets of the projects that are named for it, and what they have spent."""
from collections.abc import Sequence
from decimal import Decimal

from records.figures.base import Needs, Part, Rows, Value, counted, figure, keys, whole
from records.figures.earned_value import RESERVE
from records.kinds import BudgetLine, CostEntry, Objective, Project
from records.kinds.base import Record

OWN: Needs = {Objective: ("key",), Project: ("id", "key", "name", "phase", "currency")}
NONE = "no project is named for it"


@figure(of=Objective, needs={**OWN, BudgetLine: ("key", "project_id", "amount", "type")}, unit="money", label="budget",
        also="budget behind it, money behind it, funding of its projects")
def objective_budget(rows: Rows) -> Value:
    """The sum of the budgets of its projects, whatever their phase but cancelled; a management reserve is kept apart."""
    return _of_projects(rows, [b for b in rows[BudgetLine] if b.type != RESERVE], "budget")


@figure(of=Objective, needs={**OWN, CostEntry: ("key", "project_id", "type", "amount", "on")}, unit="money", label="actual cost",
        also="spent for it, cost so far")
def objective_cost(rows: Rows) -> Value:
    """What its projects have booked up to today."""
    return _of_projects(rows, [c for c in rows[CostEntry] if c.type == "actual" and c.on <= rows.today], "actual cost")


def _of_projects(rows: Rows, amounts: Sequence[BudgetLine] | Sequence[CostEntry], of: str) -> Value:
    own = [p for p in rows[Project] if p.phase != "cancelled"]
    if not own:
        return Value(Decimal(0), NONE, tuple(o.key for o in rows[Objective]))
    if len({p.currency for p in own}) > 1:
        return Value(None, f"its projects count in {' and '.join(sorted({p.currency for p in own}))}")
    each = {p.id: sum((a.amount for a in amounts if a.project_id == p.id), Decimal(0)) for p in own}
    mine: Sequence[Record] = [a for a in amounts if a.project_id in each]
    parts = tuple(Part(p.name, f"{whole(each[p.id])} {p.currency}", p.key) for p in sorted(own, key=lambda p: (-each[p.id], p.key)))
    return Value(sum(each.values(), Decimal(0)), f"the {of} of {counted(len(own), 'project')} named for it", (*keys(own), *keys(mine)), parts)
