"""What a project cost in the running month against what its plan wanted done in it: the actual cost of these days less their planned value."""
from datetime import timedelta
from decimal import Decimal

from records.figures.agreed import AGREED, agreed, planned_in
from records.figures.base import Rows, Signs, Value, figure, joined, keys, rounded, unknown, whole
from records.figures.delivery.planning import planned_by
from records.figures.earned_value import COSTS, bac
from records.figures.progress import planned_progress, weigh
from records.kinds import CostEntry, Project, Task


@figure(of=Project, needs={**COSTS, **AGREED}, reads=(bac, planned_progress), unit="money", label="overrun this month",
        also="cost above plan of the month, over plan of the month",
        signs=Signs("over plan this month", "under plan this month", "this month against plan", "over", "under"))
def month_overrun(rows: Rows) -> Value:
    """What was booked since the first of the month, less the budget of the work that was planned for the same days."""
    budget, before = rows[bac], rows.today.replace(day=1) - timedelta(days=1)
    if budget.number is None:
        return unknown("", budget)
    plan = next(agreed(rows), None)
    if plan is not None:
        then, now, total, rests_on = planned_in(plan, before), planned_in(plan, rows.today), plan.total, tuple(plan.keys)
    elif rows[planned_progress].number is None:
        return unknown("", rows[planned_progress])
    else:
        work = rows.once(Task, weigh)
        then, now, total, rests_on = planned_by(work.spans, before), planned_by(work.spans, rows.today), work.total, tuple(work.keys)
    if then is None or now is None or not total:
        return Value(None, "most of its plan has no due date")
    share = Decimal(now - then) / Decimal(total)
    booked = [c for c in rows[CostEntry] if c.type == "actual" and before < c.on <= rows.today]
    spent, planned = sum((c.amount for c in booked), Decimal(0)), share * budget.number
    said = (f"spent {whole(spent)} since {before + timedelta(days=1):%-d %b} − planned {whole(planned)}, "
            f"{rounded(100 * share, 1)} % of the work × budget {whole(budget.number)}")
    return Value(spent - planned, said, tuple(dict.fromkeys((*joined(budget), *rests_on, *keys(booked)))))
