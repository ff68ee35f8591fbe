"""What is left on one budget line: its amount less what is booked on it and what is ordered."""
from decimal import Decimal

from records.figures.base import Rows, Value, figure, keys, whole
from records.kinds import BudgetLine, CostEntry


@figure(of=BudgetLine, needs={BudgetLine: ("key", "amount"), CostEntry: ("key", "amount", "type", "on")}, unit="money", label="left on the line",
        also="line left, left of the line, left on its line, remaining on the line")
def line_left(rows: Rows) -> Value:
    """Amount - booked up to today - ordered; below 0 where more is booked and ordered than the line holds."""
    (line,), costs = rows[BudgetLine], rows[CostEntry]
    booked = [c for c in costs if c.type == "actual" and c.on <= rows.today]
    ordered = [c for c in costs if c.type == "commitment"]
    out, to_come = (sum((c.amount for c in some), Decimal(0)) for some in (booked, ordered))
    said = f"{whole(line.amount)} − {whole(out)} booked − {whole(to_come)} ordered"
    return Value(line.amount - out - to_come, said, keys([line], booked, ordered))
