"""Earned value (PMI EVM standard; ANSI/EIA-748): budget at completion, planned and earned value, actual cost and what follows from them."""
from decimal import Decimal

from records.figures.base import Rows, Value, figure, joined, keys, unknown
from records.figures.progress import planned_progress, progress
from records.kinds import BudgetLine, CostEntry, Project

COSTS = {CostEntry: ("key", "type", "amount")}


@figure(of=Project, needs={BudgetLine: ("key", "amount")}, unit="money", label="budget", also="BAC, budget at completion")
def bac(rows: Rows) -> Value:
    lines = rows[BudgetLine]
    return Value(sum((b.amount for b in lines), Decimal(0)), f"the sum of {len(lines)} budget lines", keys(lines)) if lines else Value(None, "there is no budget line")


@figure(of=Project, needs=COSTS, unit="money", label="actual cost", also="AC, spent, spend, cost so far, actuals")
def ac(rows: Rows) -> Value:
    booked = [c for c in rows[CostEntry] if c.type == "actual"]
    return Value(sum((c.amount for c in booked), Decimal(0)), f"the sum of {len(booked)} booked costs", keys(booked))


@figure(of=Project, needs=COSTS, unit="money", label="committed", also="commitments, ordered")
def committed(rows: Rows) -> Value:
    ordered = [c for c in rows[CostEntry] if c.type == "commitment"]
    return Value(sum((c.amount for c in ordered), Decimal(0)), f"the sum of {len(ordered)} commitments", keys(ordered))


@figure(of=Project, reads=(planned_progress, bac), unit="money", label="planned value", also="PV, BCWS")
def pv(rows: Rows) -> Value:
    plan, budget = rows[planned_progress], rows[bac]
    if plan.number is None or budget.number is None:
        return unknown("", plan, budget)
    return Value(plan.number / 100 * budget.number, f"planned progress {plan.number:.1f} % × budget {budget.number:,.0f}", joined(plan, budget))


@figure(of=Project, reads=(progress, bac), unit="money", label="earned value", also="EV, BCWP")
def ev(rows: Rows) -> Value:
    done, budget = rows[progress], rows[bac]
    if done.number is None or budget.number is None:
        return unknown("", done, budget)
    return Value(done.number / 100 * budget.number, f"progress {done.number:.1f} % × budget {budget.number:,.0f}", joined(done, budget))


@figure(of=Project, reads=(ev, ac), unit="money", label="cost variance", also="CV")
def cv(rows: Rows) -> Value:
    return _difference(rows[ev], rows[ac], "EV", "AC")


@figure(of=Project, reads=(ev, pv), unit="money", label="schedule variance", also="SV")
def sv(rows: Rows) -> Value:
    return _difference(rows[ev], rows[pv], "EV", "PV")


@figure(of=Project, reads=(ev, ac), unit="ratio", label="CPI", also="cost performance index, cost performance, cost efficiency")
def cpi(rows: Rows) -> Value:
    return _ratio(rows[ev], rows[ac], "EV", "AC", "nothing has been spent yet")


@figure(of=Project, reads=(ev, pv), unit="ratio", label="SPI", also="schedule performance index, schedule performance")
def spi(rows: Rows) -> Value:
    return _ratio(rows[ev], rows[pv], "EV", "PV", "nothing was planned to be done by now")


@figure(of=Project, reads=(bac, cpi, ac, ev), unit="money", label="EAC", also="estimate at completion, forecast cost, final cost")
def eac(rows: Rows) -> Value:
    """BAC / CPI (typical variance) while work earns, else AC + (BAC - EV); the method is named."""
    budget, index, spent, earned = rows[bac], rows[cpi], rows[ac], rows[ev]
    if budget.number is None or spent.number is None or earned.number is None:
        return unknown("", budget, spent, earned)
    if index.number:
        return Value(budget.number / index.number, f"budget {budget.number:,.0f} / CPI {index.number:.3f} (typical variance)", joined(budget, index))
    return Value(spent.number + budget.number - earned.number, f"AC {spent.number:,.0f} + budget {budget.number:,.0f} − EV {earned.number:,.0f} (atypical variance)",
                 joined(budget, spent, earned))


@figure(of=Project, reads=(eac, ac), unit="money", label="ETC", also="estimate to complete, cost to complete, still to spend")
def etc(rows: Rows) -> Value:
    return _difference(rows[eac], rows[ac], "EAC", "AC")


@figure(of=Project, reads=(bac, eac), unit="money", label="VAC", also="variance at completion")
def vac(rows: Rows) -> Value:
    return _difference(rows[bac], rows[eac], "budget", "EAC")


@figure(of=Project, reads=(eac, bac), unit="money", label="forecast overrun", also="overrun, overspend, budget overrun")
def overrun(rows: Rows) -> Value:
    """How far the forecast cost lies above the budget; negative when below."""
    return _difference(rows[eac], rows[bac], "EAC", "budget")


@figure(of=Project, reads=(bac, ac), unit="money", label="budget left", also="remaining budget, money left, budget remaining")
def budget_left(rows: Rows) -> Value:
    return _difference(rows[bac], rows[ac], "budget", "spent")


@figure(of=Project, reads=(bac, ev, ac), unit="ratio", label="TCPI", also="to-complete performance index")
def tcpi(rows: Rows) -> Value:
    """(BAC - EV) / (BAC - AC); negative: the budget cannot be kept any more."""
    budget, earned, spent = rows[bac], rows[ev], rows[ac]
    if budget.number is None or earned.number is None or spent.number is None:
        return unknown("", budget, earned, spent)
    if budget.number == spent.number:
        return Value(None, "the budget is spent to the last cent")
    ratio = (budget.number - earned.number) / (budget.number - spent.number)
    over = "; the budget is overspent, so it cannot be kept" if ratio < 0 else ""
    return Value(ratio, f"work left {budget.number - earned.number:,.0f} / money left {budget.number - spent.number:,.0f}{over}", joined(budget, earned, spent))


def _difference(a: Value, b: Value, of: str, less: str) -> Value:
    if a.number is None or b.number is None:
        return unknown("", a, b)
    return Value(a.number - b.number, f"{of} {a.number:,.0f} − {less} {b.number:,.0f}", joined(a, b))


def _ratio(a: Value, b: Value, of: str, over: str, why_not: str) -> Value:
    if a.number is None or b.number is None or not b.number:
        return unknown(why_not, a, b)
    return Value(a.number / b.number, f"{of} {a.number:,.0f} / {over} {b.number:,.0f}", joined(a, b))
