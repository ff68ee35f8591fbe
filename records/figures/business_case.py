"""The business case: net present value, return on investment, benefit-cost ratio and payback of a project's yearly flows.

NPV = sum of CF_t / (1 + r)^t with t from 0 (the first year of a flow), r the project's discount rate.
"""
from collections.abc import Sequence
from decimal import Decimal

from records.figures.base import Rows, Value, figure, keys
from records.kinds import CashFlow, Project

FLOWS = {CashFlow: ("key", "year", "amount", "forecast"), Project: ("key", "discount_rate")}
NO_FLOW = "there is no yearly cash flow"
Flows = dict[int, Decimal]


@figure(of=Project, needs=FLOWS, unit="money", label="NPV approved", also="approved NPV, NPV then")
def npv_approved(rows: Rows) -> Value:
    return _npv(rows, _by_year(rows, now=False), "as approved")


@figure(of=Project, needs=FLOWS, unit="money", label="NPV", also="net present value, NPV now, present value")
def npv(rows: Rows) -> Value:
    """Of the flows as now expected."""
    return _npv(rows, _by_year(rows, now=True), "as now expected")


@figure(of=Project, needs=FLOWS, unit="%", label="ROI", also="return on investment")
def roi(rows: Rows) -> Value:
    """(benefits - costs) / costs, not discounted."""
    flows = [_expected(f) for f in rows[CashFlow]]
    gains, costs = sum(f for f in flows if f > 0), -sum(f for f in flows if f < 0)
    if not costs:
        return Value(None, NO_FLOW if not flows else "the business case has no cost")
    return Value(100 * (Decimal(gains) - costs) / costs, f"benefits {gains:,.0f}, costs {costs:,.0f}, not discounted", keys(rows[CashFlow]))


@figure(of=Project, needs=FLOWS, unit="ratio", label="value for money", also="BCR, benefit-cost ratio, profitability index, benefit per cost, most value")
def bcr(rows: Rows) -> Value:
    """Present value of the benefits / present value of the costs."""
    gains, costs = (_present(_by_year(rows, now=True, only=sign), _rate(rows), _first(rows)) for sign in (1, -1))
    if not costs:
        return Value(None, NO_FLOW if not rows[CashFlow] else "the business case has no cost")
    return Value(gains / -costs, f"present value of benefits {gains:,.0f} / of costs {-costs:,.0f} at {float(_rate(rows)) * 100:g} %", _keys(rows))


@figure(of=Project, needs=FLOWS, unit="years", label="payback", also="payback period, pays back")
def payback(rows: Rows) -> Value:
    """The first time, in years after the first flow, at which what came in covers what went out; not discounted."""
    flows, total = _by_year(rows, now=True), Decimal(0)
    if not flows:
        return Value(None, NO_FLOW)
    for year in sorted(flows):
        before, total = total, total + flows[year]
        if before < 0 <= total:
            return Value(year - min(flows) - 1 + -before / flows[year], "years until the inflows cover the outflows, not discounted", _keys(rows))
    return Value(None, "it never pays back" if total < 0 else "there is nothing to pay back")


def _npv(rows: Rows, flows: Flows, which: str) -> Value:
    if not flows:
        return Value(None, NO_FLOW)
    rate = _rate(rows)
    return Value(_present(flows, rate, min(flows)), f"{len(flows)} yearly flows {which}, {min(flows)}–{max(flows)}, at {float(rate) * 100:g} %", _keys(rows))


def _present(flows: Flows, rate: Decimal, first: int) -> Decimal:
    return sum((amount / (1 + rate) ** (year - first) for year, amount in flows.items()), Decimal(0))


def _by_year(rows: Rows, *, now: bool, only: int = 0) -> Flows:
    flows: Flows = {}
    for f in rows[CashFlow]:
        amount = _expected(f) if now else f.amount
        if only * amount >= 0:
            flows[f.year] = flows.get(f.year, Decimal(0)) + amount
    return flows


def _expected(flow: CashFlow) -> Decimal:
    return flow.amount if flow.forecast is None else flow.forecast


def _rate(rows: Rows) -> Decimal:
    (project,) = rows[Project]
    return Decimal(str(project.discount_rate)) / 100


def _first(rows: Rows) -> int:
    return min((f.year for f in rows[CashFlow]), default=0)


def _keys(rows: Rows) -> tuple[str, ...]:
    flows: Sequence[CashFlow] = rows[CashFlow]
    return (*keys(flows), *keys(rows[Project]))
