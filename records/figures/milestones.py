"""Milestones: how far the worst open one has slipped from its plan."""
from datetime import date
from decimal import Decimal

from records.figures.base import Rows, Value, counted, figure, keys
from records.kinds import Milestone, Project


def days_late(milestone: Milestone, today: date) -> int:
    """Days between plan and forecast, negative when early; an open milestone past its date slips day by day."""
    return (max(milestone.forecast or milestone.planned, today) - milestone.planned).days


@figure(of=Project, needs={Milestone: ("key", "title", "planned", "forecast", "actual")}, unit="days", label="milestone slip",
        also="slip, slippage, delay")
def milestone_slip(rows: Rows) -> Value:
    """The days of the open milestone that slipped most."""
    open_ = [m for m in rows[Milestone] if m.actual is None]
    if not open_:
        return Value(None, "there is no open milestone")
    worst = max(open_, key=lambda m: days_late(m, rows.today))
    days = days_late(worst, rows.today)
    if days <= 0:
        return Value(Decimal(0), f"{counted(len(open_), 'open milestone')}, none later than planned", keys(open_))
    said = f"{worst.title}, the worst of {counted(len(open_), 'open milestone')}: planned {worst.planned:%-d %b %Y}, now {counted(days, 'day')} later"
    return Value(Decimal(days), said, (worst.key,))
