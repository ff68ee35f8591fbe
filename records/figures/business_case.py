"""The business case: net present value, return on investment, benefit-cost ratio and payback of a project's yearly flows.

NPV = sum of CF_t / (1 + r)^t with t from 0 (the first year of a flow), r the project's discount rate. Flows are taken as now expected; where
nobody forecast one anew, as approved. Where options were written down, the flows are those of the chosen one.
"""
from collections.abc import Sequence
from decimal import Decimal

from records.figures.base import Needs, Rows, Value, counted, figure, keys, rounded, whole
from records.figures.value.discounting import present
from records.figures.value.options import chosen
from records.kinds import BusinessCase, CashFlow, Project

YEARLY: Needs = {CashFlow: ("key", "year", "amount", "forecast", "business_case_id"), BusinessCase: ("id", "key", "option", "status")}
FLOWS: Needs = {**YEARLY, Project: ("key", "discount_rate")}
NO_FLOW = "there is no yearly cash flow"
Flows = dict[int, Decimal]


@figure(of=Project, needs=FLOWS, unit="money", label="NPV approved", also="approved NPV, NPV then, NPV as approved, NPV of the approved case")
def npv_approved(rows: Rows) -> Value:
    return _npv(rows, by_year([(f.year, f.amount) for f in own(rows)]), "as approved")


@figure(of=Project, needs=FLOWS, unit="money", label="NPV", also="net present value, NPV now, present value")
def npv(rows: Rows) -> Value:
    """Of the flows as now expected."""
    return _npv(rows, by_year(now(own(rows))), which(own(rows)))


@figure(of=Project, needs=YEARLY, unit="%", label="ROI", also="return on investment")
def roi(rows: Rows) -> Value:
    """(benefits - costs) / costs, not discounted."""
    flows = [amount for _, amount in now(own(rows))]
    gains, costs = sum((f for f in flows if f > 0), Decimal(0)), -sum((f for f in flows if f < 0), Decimal(0))
    if not costs:
        return Value(None, NO_FLOW if not flows else "the business case has no cost")
    return Value(100 * (gains - costs) / costs, f"benefits {whole(gains)}, costs {whole(costs)}, not discounted", flow_keys(rows))


@figure(of=Project, needs=FLOWS, unit="ratio", label="value for money",
        also="BCR, benefit-cost ratio, benefit cost ratio, profitability index, benefit per cost, most value")
def bcr(rows: Rows) -> Value:
    """Present value of the benefits / present value of the costs."""
    flows, rate = now(own(rows)), rate_of(rows)
    first = min((year for year, _ in flows), default=0)
    gains = present(by_year([f for f in flows if f[1] > 0]), rate, first)
    costs = -present(by_year([f for f in flows if f[1] < 0]), rate, first)
    if not costs:
        return Value(None, NO_FLOW if not flows else "the business case has no cost")
    return Value(gains / costs, f"present value of benefits {whole(gains)} / of costs {whole(costs)} at {percent(rate)}", all_keys(rows))


@figure(of=Project, needs=YEARLY, unit="years", label="payback", also="payback period, pays back, pay back, pay for itself, pays for itself, "
        "earn its money back, earn the money back")
def payback(rows: Rows) -> Value:
    """The first time, in years after the first flow, at which what came in covers what went out; not discounted."""
    return _paid_back(by_year(now(own(rows))), "not discounted", flow_keys(rows))


@figure(of=Project, needs=FLOWS, unit="years", label="discounted payback", also="discounted payback period")
def discounted_payback(rows: Rows) -> Value:
    flows, rate = by_year(now(own(rows))), rate_of(rows)
    worth = {year: present({year: amount}, rate, min(flows)) for year, amount in flows.items()}
    return _paid_back(worth, f"discounted at {percent(rate)}", all_keys(rows))


def now(flows: Sequence[CashFlow]) -> list[tuple[int, Decimal]]:
    """Year and amount of each flow as now expected."""
    return [(f.year, f.amount if f.forecast is None else f.forecast) for f in flows]


def which(flows: Sequence[CashFlow]) -> str:
    anew = sum(f.forecast is not None for f in flows)
    return "as approved, none forecast anew" if not anew else "as now expected" if anew == len(flows) else f"as now expected, {anew} of them anew"


def by_year(flows: Sequence[tuple[int, Decimal]]) -> Flows:
    summed: Flows = {}
    for year, amount in flows:
        summed[year] = summed.get(year, Decimal(0)) + amount
    return summed


def _npv(rows: Rows, flows: Flows, said: str) -> Value:
    if not flows:
        return Value(None, NO_FLOW)
    rate, number = rate_of(rows), counted(len(own(rows)), "yearly flow")
    return Value(present(flows, rate, min(flows)), f"{number} {said}, {min(flows)}–{max(flows)}, at {percent(rate)}", all_keys(rows))


def _paid_back(flows: Flows, said: str, of: tuple[str, ...]) -> Value:
    if not flows:
        return Value(None, NO_FLOW)
    total, found, after = Decimal(0), None, Decimal(0)
    for year in sorted(flows):
        before, total = total, total + flows[year]
        if before < 0 <= total and found is None:
            found, after = year - min(flows) - 1 - before / flows[year], total
        after = min(after, total)
    if found is None:
        return Value(None, f"it never pays back, {said}" if total < 0 else "there is nothing to pay back")
    if total < 0:
        return Value(None, f"it pays back after {rounded(found, 1)} years, but later costs leave {whole(total)} in the end, {said}")
    falls = "; later costs take it below 0 again before it ends above" if after < 0 else ""
    return Value(found, f"years until what comes in covers what went out, {said}{falls}", of)


def rate_of(rows: Rows) -> Decimal:
    """The project's discount rate as a fraction."""
    (project,) = rows[Project]
    return Decimal(str(project.discount_rate)) / 100


def percent(rate: Decimal) -> str:
    return f"{rounded(100 * rate, 2).rstrip('0').rstrip('.')} %"


def own(rows: Rows) -> Sequence[CashFlow]:
    """The flows that count: of the chosen option, and those of no option."""
    return chosen(rows[CashFlow], rows[BusinessCase])


def flow_keys(rows: Rows) -> tuple[str, ...]:
    """Those flows, and the options where some are of one."""
    return (*keys(own(rows)), *(keys(rows[BusinessCase]) if any(f.business_case_id is not None for f in rows[CashFlow]) else ()))


def all_keys(rows: Rows) -> tuple[str, ...]:
    return (*flow_keys(rows), *keys(rows[Project]))
