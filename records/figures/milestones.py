"""Milestones: how far the worst open one has slipped from its plan."""
from decimal import Decimal

from records.figures.base import Rows, Value, figure, keys
from records.kinds import Milestone, Project


@figure(of=Project, needs={Milestone: ("key", "title", "planned", "forecast", "actual")}, unit="days", label="milestone slip", also="slip, slippage, delay")
def milestone_slip(rows: Rows) -> Value:
    """Days between plan and forecast of the open milestone that slipped most; an open one past its date slips day by day."""
    open_ = [m for m in rows[Milestone] if m.actual is None]
    if not open_:
        return Value(None, "there is no open milestone")
    slips = [((max(m.forecast or m.planned, rows.today) if (m.forecast or m.planned) < rows.today else m.forecast or m.planned) - m.planned).days for m in open_]
    worst = max(range(len(open_)), key=lambda i: slips[i])
    return Value(Decimal(max(slips[worst], 0)), f"{open_[worst].title}: planned {open_[worst].planned:%-d %b %Y}, now {slips[worst]} days later"
                 if slips[worst] > 0 else f"none of {len(open_)} open milestones is later than planned", keys([open_[worst]] if slips[worst] > 0 else open_))
