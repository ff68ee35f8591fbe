"""The internal rate of return: the discount rate at which the business case is worth exactly nothing; none or several possible are said."""
from decimal import Decimal

from records.figures.base import Rows, Value, figure, rounded
from records.figures.business_case import FLOWS, NO_FLOW, YEARLY, Flows, all_keys, by_year, flow_keys, now, own, percent, rate_of, which
from records.figures.value.discounting import mirr as modified
from records.figures.value.discounting import only_root, present, roots, turns
from records.kinds import Project


@figure(of=Project, needs=YEARLY, unit="rate", label="IRR", also="internal rate of return")
def irr(rows: Rows) -> Value:
    """The rate with NPV = 0, only where it is the only one: the yearly sums change their sign once."""
    flows = by_year(now(own(rows)))
    if not flows:
        return Value(None, NO_FLOW)
    changes = turns([flows[year] for year in sorted(flows)])
    if changes != 1:
        return Value(None, _several(flows, changes) if changes else "the flows never turn from cost to gain")
    found = only_root(lambda rate: present(flows, rate, min(flows)))
    if found is None:
        return Value(None, "it lies outside any sensible range")
    return Value(100 * found, f"the rate at which the NPV is 0, flows {which(own(rows))}", flow_keys(rows))


@figure(of=Project, needs=FLOWS, unit="rate", label="MIRR", also="modified internal rate of return, modified IRR")
def mirr(rows: Rows) -> Value:
    """The rate of return when costs are financed and gains invested again at the project's discount rate; always one at most."""
    flows, rate = by_year(now(own(rows))), rate_of(rows)
    if not flows:
        return Value(None, NO_FLOW)
    found = modified([flows.get(year, Decimal(0)) for year in range(min(flows), max(flows) + 1)], rate, rate)
    if found is None:
        return Value(None, "it takes both costs and gains")
    return Value(100 * found, f"costs financed and gains invested again at {percent(rate)}, flows {which(own(rows))}", all_keys(rows))


def _several(flows: Flows, changes: int) -> str:
    found = [f"{rounded(100 * rate, 1)} %" for rate in roots(lambda rate: present(flows, rate, min(flows)))]
    said = f"the flows change sign {changes} times, so several rates are possible"
    return f"{said}: {' and '.join(found)}" if len(found) > 1 else f"{said}; the NPV is 0 only at {found[0]}" if found else f"{said}, and none is"
