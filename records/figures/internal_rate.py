"""The internal rate of return: the discount rate at which the business case is worth exactly nothing; none or several possible are said."""
from decimal import Decimal
from itertools import pairwise

from records.figures.base import Rows, Value, figure, keys
from records.figures.business_case import NO_FLOW, YEARLY, Flows, by_year, now, present, which
from records.kinds import CashFlow, Project

LOWEST, HIGHEST = Decimal("-0.99"), Decimal(100)       # -99 % to 10,000 %
HALVINGS = 120                                         # more than a Decimal's 28 digits


@figure(of=Project, needs=YEARLY, unit="%", label="IRR", also="internal rate of return")
def irr(rows: Rows) -> Value:
    """The rate with NPV = 0, only where it is the only one: the yearly sums change their sign once."""
    flows = by_year(now(rows[CashFlow]))
    if not flows:
        return Value(None, NO_FLOW)
    signs = [flows[year] > 0 for year in sorted(flows) if flows[year]]
    turns = sum(a != b for a, b in pairwise(signs))
    if turns != 1:
        several = f"the flows change sign {turns} times, so several rates are possible"
        return Value(None, several if turns else "the flows never turn from cost to gain")
    found = _root(flows)
    if found is None:
        return Value(None, "it lies outside any sensible range")
    return Value(100 * found, f"the rate at which the NPV is 0, flows {which(rows[CashFlow])}", keys(rows[CashFlow]))


def _root(flows: Flows) -> Decimal | None:
    low, high, first = LOWEST, HIGHEST, min(flows)
    rising = present(flows, low, first) < 0
    if rising == (present(flows, high, first) < 0):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (present(flows, middle, first) < 0) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
