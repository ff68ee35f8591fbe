"""What is left of the budget, and by how much it will be exceeded."""
from records.figures.base import Rows, Value, difference, figure
from records.figures.earned_value import ac, bac, eac
from records.kinds import Project


@figure(of=Project, reads=(bac, ac), unit="money", label="budget left", also="remaining budget, money left, budget remaining, budget is left, money "
                                                                             "is left, left in the budget, left of the budget, still left")
def budget_left(rows: Rows) -> Value:
    return difference(rows[bac], rows[ac], "budget", "spent")


@figure(of=Project, reads=(eac, bac, ac), unit="money", label="forecast overrun", also="overrun, overspend, budget overrun")
def overrun(rows: Rows) -> Value:
    """How far the forecast cost lies above the budget, negative when below; without a forecast, what is spent above it already."""
    forecast, budget, spent = rows[eac], rows[bac], rows[ac]
    if forecast.number is None and budget.number is not None and spent.number is not None and spent.number > budget.number:
        already = difference(spent, budget, "spent", "budget")
        return Value(already.number, f"{already.how}, before any forecast: {forecast.how}", already.keys)
    return difference(forecast, budget, "EAC", "budget")
