"""What is left of the budget, how quickly it is spent, and by how much it will be exceeded."""
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Rows, Signs, Value, brief, difference, figure, joined, keys, unknown, whole
from records.figures.earned_value import ac, bac, eac
from records.kinds import CostEntry, Project


@figure(of=Project, reads=(bac, ac), unit="money", label="budget left", also="remaining budget, money left, budget remaining, budget is left, "
                                                                             "money is left, left in the budget, left of the budget, still left, "
                                                                             "left of the money, rest of the money, rest of the budget, unspent, "
                                                                             "unspent budget, unspent money, not spent yet, not yet spent, still unspent")
def budget_left(rows: Rows) -> Value:
    return difference(rows[bac], rows[ac], "budget", "spent")


@figure(of=Project, reads=(bac, eac, ac), unit="money", label="forecast overrun", also="overrun, overspend, budget overrun",
        signs=Signs("forecast over budget", "forecast under budget", "forecast against budget", "over", "under"))
def overrun(rows: Rows) -> Value:
    """How far the forecast cost lies above the budget, negative when below; without a forecast, what is spent above it already."""
    forecast, budget, spent = rows[eac], rows[bac], rows[ac]
    if forecast.number is None and budget.number is not None and spent.number is not None and spent.number > budget.number:
        already = difference(spent, budget, "spent", "budget")
        return Value(already.number, f"{already.how}, before any forecast: {forecast.how}", already.keys)
    return difference(forecast, budget, "EAC", "budget")


BURNING = 12                                        # weeks that a burn rate is taken of, because invoices come by the month


@figure(of=Project, needs={CostEntry: ("key", "type", "on", "amount")}, unit="money", label="burn rate", also="burn, spend per week, weekly spend, cash burn")
def burn(rows: Rows) -> Value:
    """What was spent in a week, over the last twelve, or since the first cost where that is less."""
    booked = [c for c in rows[CostEntry] if c.type == "actual" and c.on <= rows.today]
    if not booked:
        return Value(None, "no cost is booked")
    first = min(booked, key=lambda c: (c.on, c.key))
    since = max(first.on, rows.today - timedelta(weeks=BURNING) + timedelta(days=1))
    recent, weeks = [c for c in booked if c.on >= since], max(Decimal((rows.today - since).days + 1) / 7, Decimal(1))
    spent = sum((c.amount for c in recent), Decimal(0))
    said = f"a week: {whole(spent)} spent in the {brief(weeks)} weeks since {since:%-d %b %Y}"
    return Value(spent / weeks, said, tuple(dict.fromkeys(keys([first], recent))))


@figure(of=Project, reads=(budget_left, burn), unit="weeks", label="weeks of budget left",
        also="runway, cash runway, weeks of budget, weeks of money, weeks of budget are left, weeks of budget left, how long the money lasts, how long the "
             "budget lasts, how long will the money, how long will the budget, how long does the money, how long does the budget")
def runway(rows: Rows) -> Value:
    """Budget left / spend per week."""
    left, pace = rows[budget_left], rows[burn]
    if left.number is None or pace.number is None or pace.number <= 0:
        return unknown(f"nothing was spent in the last {BURNING} weeks", left, pace)
    said = f"budget left {whole(left.number)} / {whole(pace.number)} a week"
    return Value(max(left.number, Decimal(0)) / pace.number, said + ("; the budget is spent" if left.number <= 0 else ""), joined(left, pace))
