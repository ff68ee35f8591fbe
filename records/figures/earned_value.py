"""Earned value (PMI EVM standard; ANSI/EIA-748): budget at completion, planned and earned value, actual cost and what follows from them."""
from decimal import Decimal

from records.figures.base import Needs, Rows, Value, counted, difference, figure, joined, keys, rounded, unknown, whole
from records.figures.progress import planned_progress, progress
from records.kinds import BudgetLine, CostEntry, Project

COSTS: Needs = {CostEntry: ("key", "type", "amount")}


@figure(of=Project, needs={BudgetLine: ("key", "amount")}, unit="money", label="budget",
        also="BAC, budget at completion, expensive, costliest, dearest, cheapest")
def bac(rows: Rows) -> Value:
    lines = rows[BudgetLine]
    if not lines:
        return Value(None, "there is no budget line")
    return Value(sum((b.amount for b in lines), Decimal(0)), f"the sum of {counted(len(lines), 'budget line')}", keys(lines))


@figure(of=Project, needs=COSTS, unit="money", label="actual cost", also="AC, spent, spend, cost so far, actuals")
def ac(rows: Rows) -> Value:
    booked = [c for c in rows[CostEntry] if c.type == "actual"]
    said = f"the sum of {counted(len(booked), 'booked cost')}" if booked else "no cost is booked"
    return Value(sum((c.amount for c in booked), Decimal(0)), said, keys(booked))


@figure(of=Project, needs=COSTS, unit="money", label="committed", also="commitments, ordered")
def committed(rows: Rows) -> Value:
    ordered = [c for c in rows[CostEntry] if c.type == "commitment"]
    said = f"the sum of {counted(len(ordered), 'commitment')}" if ordered else "nothing is ordered"
    return Value(sum((c.amount for c in ordered), Decimal(0)), said, keys(ordered))


@figure(of=Project, reads=(planned_progress, bac), unit="money", label="planned value", also="PV, BCWS")
def pv(rows: Rows) -> Value:
    return _share(rows[planned_progress], rows[bac], "planned progress")


@figure(of=Project, reads=(progress, bac), unit="money", label="earned value", also="EV, BCWP")
def ev(rows: Rows) -> Value:
    return _share(rows[progress], rows[bac], "progress")


@figure(of=Project, reads=(ev, ac), unit="money", label="cost variance", also="CV")
def cv(rows: Rows) -> Value:
    return difference(rows[ev], rows[ac], "EV", "AC")


@figure(of=Project, reads=(ev, pv), unit="money", label="schedule variance", also="SV")
def sv(rows: Rows) -> Value:
    return difference(rows[ev], rows[pv], "EV", "PV")


@figure(of=Project, reads=(ev, ac), unit="ratio", label="CPI", also="cost performance index, cost performance, cost efficiency")
def cpi(rows: Rows) -> Value:
    return _ratio(rows[ev], rows[ac], "EV", "AC", "no cost is booked yet")


@figure(of=Project, reads=(ev, pv), unit="ratio", label="SPI", also="schedule performance index, schedule performance")
def spi(rows: Rows) -> Value:
    return _ratio(rows[ev], rows[pv], "EV", "PV", "nothing was planned to be done by now")


@figure(of=Project, reads=(bac, cpi, ac, ev), unit="money", label="EAC", also="estimate at completion, forecast cost, final cost, cost in the end, "
                                                                              "cost at the end, cost at completion, end up costing")
def eac(rows: Rows) -> Value:
    """BAC / CPI (typical variance) while work earns, else AC + (BAC - EV); the method is named."""
    budget, index, spent, earned = rows[bac], rows[cpi], rows[ac], rows[ev]
    if budget.number is None or spent.number is None or earned.number is None:
        return unknown("", budget, spent, earned)
    if index.number:
        return Value(budget.number / index.number, f"budget {whole(budget.number)} / CPI {rounded(index.number, 3)} (typical variance)",
                     joined(budget, index))
    if earned.number:           # AC + (BAC - EV) would promise the work done so far for nothing
        return Value(None, "work is done but no cost is booked")
    return Value(spent.number + budget.number, f"AC {whole(spent.number)} + budget {whole(budget.number)} − EV 0 (atypical variance)",
                 joined(budget, spent, earned))


@figure(of=Project, reads=(eac, ac), unit="money", label="ETC", also="estimate to complete, cost to complete, still to spend")
def etc(rows: Rows) -> Value:
    return difference(rows[eac], rows[ac], "EAC", "AC")


@figure(of=Project, reads=(bac, eac), unit="money", label="VAC", also="variance at completion")
def vac(rows: Rows) -> Value:
    return difference(rows[bac], rows[eac], "budget", "EAC")


@figure(of=Project, reads=(bac, ev, ac), unit="ratio", label="TCPI", also="to-complete performance index")
def tcpi(rows: Rows) -> Value:
    """(BAC - EV) / (BAC - AC); negative: the budget cannot be kept any more."""
    budget, earned, spent = rows[bac], rows[ev], rows[ac]
    if budget.number is None or earned.number is None or spent.number is None:
        return unknown("", budget, earned, spent)
    if budget.number == spent.number:
        return Value(None, "the budget is spent to the last cent")
    ratio = (budget.number - earned.number) / (budget.number - spent.number)
    over = "; the budget is overspent, so it cannot be kept" if spent.number > budget.number else ""
    said = f"work left {whole(budget.number - earned.number)} / money left {whole(budget.number - spent.number)}{over}"
    return Value(ratio, said, joined(budget, earned, spent))


def _share(percent: Value, budget: Value, of: str) -> Value:
    if percent.number is None or budget.number is None:
        return unknown("", percent, budget)
    said = f"{of} {rounded(percent.number, 1)} % × budget {whole(budget.number)}"
    return Value(percent.number / 100 * budget.number, said, joined(percent, budget))


def _ratio(a: Value, b: Value, of: str, over: str, why_not: str) -> Value:
    if a.number is None or b.number is None or b.number <= 0:
        return unknown(why_not, a, b)
    return Value(a.number / b.number, f"{of} {whole(a.number)} / {over} {whole(b.number)}", joined(a, b))
