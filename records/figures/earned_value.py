"""Earned value (PMI EVM standard; ANSI/EIA-748): budget at completion, planned and earned value, actual cost, what follows from them, and the cost in the end.

The estimate at completion that is shown is the typical one, its method named; the other methods stand behind it.
"""
from decimal import Decimal

from records.figures.agreed import earned_share, planned_share
from records.figures.base import Needs, Part, Rows, Signs, Value, counted, difference, figure, joined, keys, rounded, unknown, whole
from records.figures.bottom_up import etc_bottom_up
from records.kinds import BudgetLine, CostEntry, Project

COSTS: Needs = {CostEntry: ("key", "type", "amount", "on")}
RESERVE = "management reserve"
NO_BUDGET = "the budget is 0, and value is a share of the budget"


@figure(of=Project, needs={BudgetLine: ("key", "amount", "type")}, unit="money", label="budget",
        also="BAC, budget at completion, expensive, costliest, dearest, cheapest")
def bac(rows: Rows) -> Value:
    """The sum of the budget lines, contingency among them; a management reserve is kept apart (PMI)."""
    lines = [b for b in rows[BudgetLine] if b.type != RESERVE]
    if not lines:
        return Value(None, "there is no budget line" if not rows[BudgetLine] else "there is only a management reserve")
    apart = sum((b.amount for b in rows[BudgetLine] if b.type == RESERVE), Decimal(0))
    rest = f"; a management reserve of {whole(apart)} is kept apart" if apart else ""
    return Value(sum((b.amount for b in lines), Decimal(0)), f"the sum of {counted(len(lines), 'budget line')}{rest}", keys(lines))


@figure(of=Project, needs=COSTS, unit="money", label="actual cost", also="AC, spent, spend, cost so far, actuals")
def ac(rows: Rows) -> Value:
    """What is booked up to today: a bill of a later day is no actual cost yet."""
    booked = [c for c in rows[CostEntry] if c.type == "actual" and c.on <= rows.today]
    later = sum(c.type == "actual" for c in rows[CostEntry]) - len(booked)
    said = f"the sum of {counted(len(booked), 'booked cost')}" if booked else "no cost is booked"
    said += f"; {later} of a later day left out" if later else ""
    return Value(sum((c.amount for c in booked), Decimal(0)), said, keys(booked))


@figure(of=Project, needs=COSTS, unit="money", label="committed", also="commitments, ordered")
def committed(rows: Rows) -> Value:
    ordered = [c for c in rows[CostEntry] if c.type == "commitment"]
    said = f"the sum of {counted(len(ordered), 'commitment')}" if ordered else "nothing is ordered"
    return Value(sum((c.amount for c in ordered), Decimal(0)), said, keys(ordered))


@figure(of=Project, reads=(bac, planned_share), unit="money", label="planned value", also="PV, BCWS")
def pv(rows: Rows) -> Value:
    """What the work planned to be done by now was budgeted at: the share of the plan that is due x budget."""
    return _share(rows[planned_share], rows[bac], "planned progress")


@figure(of=Project, reads=(bac, earned_share), unit="money", label="earned value", also="EV, BCWP")
def ev(rows: Rows) -> Value:
    """What the work done by now was budgeted at: progress x budget."""
    return _share(rows[earned_share], rows[bac], "progress")


@figure(of=Project, reads=(ev, ac), unit="money", label="cost variance", also="CV",
        signs=Signs("cost variance, cost below what was earned", "cost variance, cost above what was earned"))
def cv(rows: Rows) -> Value:
    return difference(rows[ev], rows[ac], "EV", "AC")


@figure(of=Project, reads=(ev, pv), unit="money", label="schedule variance", also="SV",
        signs=Signs("schedule variance, ahead of plan", "schedule variance, behind plan"))
def sv(rows: Rows) -> Value:
    return difference(rows[ev], rows[pv], "EV", "PV")


@figure(of=Project, reads=(ev, ac), unit="ratio", label="CPI", also="cost performance index, cost performance, cost efficiency")
def cpi(rows: Rows) -> Value:
    return index(rows[ev], rows[ac], "EV", "AC", "no cost is booked yet")


@figure(of=Project, reads=(ev, pv), unit="ratio", label="SPI", also="schedule performance index, schedule performance")
def spi(rows: Rows) -> Value:
    return index(rows[ev], rows[pv], "EV", "PV", "nothing was planned to be done by now")


@figure(of=Project, reads=(bac, ac, ev), unit="money", label="EAC if the rest goes as planned", also="atypical EAC, EAC atypical, if the rest goes as planned")
def eac_atypical(rows: Rows) -> Value:
    """AC + (BAC - EV): what went wrong was once, the rest costs what was planned."""
    budget, spent, earned = rows[bac], rows[ac], rows[ev]
    if budget.number is None or spent.number is None or earned.number is None:
        return unknown("", budget, spent, earned)
    if earned.number and not spent.number:
        return Value(None, "work is done but no cost is booked")
    said = f"AC {whole(spent.number)} + budget {whole(budget.number)} − EV {whole(earned.number)}"
    return Value(spent.number + budget.number - earned.number, said, joined(budget, spent, earned))


@figure(of=Project, reads=(bac, ac, ev, cpi, spi), unit="money", label="EAC by cost and schedule", also="EAC with CPI and SPI, EAC by CPI and SPI")
def eac_both(rows: Rows) -> Value:
    """AC + (BAC - EV) / (CPI x SPI): late work costs more, too."""
    budget, spent, earned, cost, time = (rows[f] for f in (bac, ac, ev, cpi, spi))
    if budget.number is None or spent.number is None or earned.number is None or cost.number is None or time.number is None:
        return unknown("", budget, earned, cost, time)
    if not cost.number * time.number:
        return Value(None, "nothing is earned yet")
    said = f"AC {whole(spent.number)} + work left {whole(budget.number - earned.number)} / (CPI {rounded(cost.number, 3)} × SPI {rounded(time.number, 3)})"
    return Value(spent.number + (budget.number - earned.number) / (cost.number * time.number), said, joined(budget, cost, time))


@figure(of=Project, reads=(ac, etc_bottom_up), unit="money", label="bottom-up EAC", also="EAC bottom-up, EAC bottom up")
def eac_bottom_up(rows: Rows) -> Value:
    """AC + what is still to come, estimated anew."""
    spent, rest = rows[ac], rows[etc_bottom_up]
    if spent.number is None or rest.number is None:
        return unknown("", spent, rest)
    return Value(spent.number + rest.number, f"AC {whole(spent.number)} + {whole(rest.number)} still to come, {rest.how}", joined(spent, rest))


@figure(of=Project, needs={Project: ("key", "declared_cost")}, reads=(bac, cpi, ac, ev, eac_atypical, eac_both, eac_bottom_up), unit="money", label="EAC",
        also="estimate at completion, forecast cost, final cost, cost in the end, cost at the end, cost at completion, end up costing")
def eac(rows: Rows) -> Value:
    """BAC / CPI (typical variance) while work earns, else AC + (BAC - EV); the method is named, the others are its parts."""
    budget, index, spent, earned = rows[bac], rows[cpi], rows[ac], rows[ev]
    if budget.number is None or spent.number is None or earned.number is None:
        return unknown("", budget, spent, earned)
    if index.number:
        said = f"budget {whole(budget.number)} / CPI {rounded(index.number, 3)} (typical variance)"
        return Value(budget.number / index.number, said, joined(budget, index), _other_ways(rows))
    if earned.number:           # AC + (BAC - EV) would promise the work done so far for nothing
        return Value(None, "work is done but no cost is booked")
    return Value(spent.number + budget.number, f"AC {whole(spent.number)} + budget {whole(budget.number)} − EV 0 (atypical variance)",
                 joined(budget, spent, earned), _other_ways(rows))


@figure(of=Project, reads=(eac, ac), unit="money", label="ETC", also="estimate to complete, cost to complete, still to spend")
def etc(rows: Rows) -> Value:
    return difference(rows[eac], rows[ac], "EAC", "AC")


@figure(of=Project, reads=(bac, eac), unit="money", label="VAC", also="variance at completion", signs=Signs("VAC, under budget", "VAC, over budget"))
def vac(rows: Rows) -> Value:
    return difference(rows[bac], rows[eac], "budget", "EAC")


@figure(of=Project, reads=(bac, ev, ac), unit="ratio", label="TCPI", also="to-complete performance index, TCPI to budget, TCPI against budget, "
        "efficiency do we need, efficiency that is needed")
def tcpi(rows: Rows) -> Value:
    """(BAC - EV) / (BAC - AC); negative: the budget cannot be kept any more."""
    budget, spent = rows[bac], rows[ac]
    if budget.number is not None and budget.number == spent.number:
        return Value(None, "the budget is spent to the last cent")
    over = budget.number is not None and spent.number is not None and spent.number > budget.number
    return _needed(budget, rows[ev], spent, budget, "; the budget is overspent, so it cannot be kept" if over else "")


@figure(of=Project, reads=(bac, ev, ac, eac), unit="ratio", label="TCPI to EAC",
        also="TCPI against EAC, TCPI against the EAC, TCPI to the EAC, TCPI for the estimate at completion")
def tcpi_eac(rows: Rows) -> Value:
    """(BAC - EV) / (EAC - AC): how well the rest must go to meet the estimate."""
    expected, spent = rows[eac], rows[ac]
    if expected.number is not None and expected.number == spent.number:
        return Value(None, "by the estimate nothing is left to spend")
    return _needed(rows[bac], rows[ev], spent, expected, "")


def _needed(budget: Value, earned: Value, spent: Value, limit: Value, note: str) -> Value:
    if budget.number is None or earned.number is None or spent.number is None or limit.number is None:
        return unknown("", budget, earned, spent, limit)
    left, money = budget.number - earned.number, limit.number - spent.number
    return Value(left / money, f"work left {whole(left)} / money left {whole(money)}{note}", joined(budget, earned, spent, limit))


def _other_ways(rows: Rows) -> tuple[Part, ...]:
    """What the other methods come to, and what the project itself has declared."""
    ways = [(f.label, rows[f]) for f in (eac_atypical, eac_both, eac_bottom_up)]
    parts = [Part(label, f"{whole(v.number)}: {v.how}" if v.number is not None else f"not computable: {v.how}") for label, v in ways]
    declared = [Part("as declared by the project", whole(p.declared_cost), p.key) for p in rows[Project] if p.declared_cost is not None]
    return (*parts, *declared)


def _share(percent: Value, budget: Value, of: str) -> Value:
    """A share of the budget."""
    if percent.number is None or not budget.number:
        return unknown(NO_BUDGET, percent, budget)
    said = f"{of} {rounded(percent.number, 1)} % × budget {whole(budget.number)}"
    return Value(percent.number / 100 * budget.number, said, joined(percent, budget), percent.parts)


def index(a: Value, b: Value, of: str, over: str, why_not: str) -> Value:
    """One value by another, where that is above nothing."""
    if a.number is None or b.number is None or b.number <= 0:
        return unknown(why_not, a, b)
    return Value(a.number / b.number, f"{of} {whole(a.number)} / {over} {whole(b.number)}", joined(a, b))
