"""Risks: the worst open score, and the money at stake weighed by probability (expected monetary value)."""
from decimal import Decimal

from records.figures.base import Rows, Value, counted, figure, keys
from records.kinds import Project, Risk

CHANCE = {1: Decimal("0.1"), 2: Decimal("0.3"), 3: Decimal("0.5"), 4: Decimal("0.7"), 5: Decimal("0.9")}


@figure(of=Project, needs={Risk: ("key", "title", "status", "type", "score")}, unit="score", label="top risk", also="worst risk, risk score")
def top_risk(rows: Rows) -> Value:
    live = [r for r in rows[Risk] if r.status != "closed" and r.type == "threat"]
    if not live:
        return Value(None, "there is no open risk")
    worst = max(live, key=lambda r: r.score or 0)
    return Value(Decimal(worst.score or 0), f"{worst.title}, the highest of {counted(len(live), 'open risk')} on a scale to 25", (worst.key,))


@figure(of=Project, needs={Risk: ("key", "status", "type", "probability", "cost_impact")}, unit="money", label="risk exposure",
        also="exposure, money at risk, EMV")
def risk_exposure(rows: Rows) -> Value:
    """Probability x cost if it happens, over the open threats; 1-5 stand for 10, 30, 50, 70 and 90 %."""
    live = [r for r in rows[Risk] if r.status != "closed" and r.type == "threat"]
    priced = [r for r in live if r.cost_impact is not None]
    if not priced:
        return Value(None, "no open risk has a cost" if live else "there is no open risk")
    total = sum((CHANCE[r.probability] * (r.cost_impact or 0) for r in priced), Decimal(0))
    left = f"; {len(live) - len(priced)} without a cost left out" if len(priced) < len(live) else ""
    return Value(total, f"probability × cost of {counted(len(priced), 'open risk')}{left}", keys(priced))
