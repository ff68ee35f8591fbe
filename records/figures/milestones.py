"""Milestones: how far the worst open one has slipped from its plan, with the dates of each behind it."""
from datetime import date
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys
from records.kinds import Milestone, Project


def days_late(milestone: Milestone, today: date) -> int:
    """Days between plan and forecast, negative when early; an open milestone past its date slips day by day."""
    return (max(milestone.forecast or milestone.planned, today) - milestone.planned).days


@figure(of=Project, needs={Milestone: ("key", "title", "planned", "forecast", "actual", "tolerance_days")}, unit="days", label="milestone slip",
        also="slip, slippage, delay")
def milestone_slip(rows: Rows) -> Value:
    """The days of the open milestone that slipped most; behind it each milestone with its planned, foreseen and actual date."""
    open_ = [m for m in rows[Milestone] if m.actual is None]
    if not open_:
        return Value(None, "there is no open milestone")
    parts = tuple(Part(m.title, _dates(m, rows.today), m.key) for m in sorted(rows[Milestone], key=lambda m: (m.planned, m.key)))
    worst = max(open_, key=lambda m: days_late(m, rows.today))
    days = days_late(worst, rows.today)
    if days <= 0:
        return Value(Decimal(0), f"{counted(len(open_), 'open milestone')}, none later than planned", keys(open_), parts)
    said = f"{worst.title}, the worst of {counted(len(open_), 'open milestone')}: planned {worst.planned:%-d %b %Y}, now {counted(days, 'day')} later"
    return Value(Decimal(days), said, (worst.key,), parts)


def _dates(milestone: Milestone, today: date) -> str:
    """Planned, then reached or foreseen, and how far apart these lie; what is not said goes without saying."""
    days = (milestone.actual - milestone.planned).days if milestone.actual else days_late(milestone, today)
    when = f"reached {milestone.actual:%-d %b %Y}" if milestone.actual else _foreseen(milestone, today)
    apart = "as planned" if not days else f"{counted(abs(days), 'day')} {'late' if days > 0 else 'early'}"
    within = ", within its tolerance" if 0 < days <= milestone.tolerance_days else ""
    return f"planned {milestone.planned:%-d %b %Y}, {when}: {apart}{within}"


def _foreseen(milestone: Milestone, today: date) -> str:
    forecast = milestone.forecast or milestone.planned
    said = f"forecast {forecast:%-d %b %Y}" if milestone.forecast else "no forecast"
    return f"{said}, not reached yet" if forecast < today else said
