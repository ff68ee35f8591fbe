"""What of the money is left or still to come: of the reserves, of the costs, and of the budget the part that is of this year."""
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, joined, keys, unknown, whole
from records.figures.earned_value import etc
from records.kinds import BudgetLine, CostEntry, Project

RESERVES = ("contingency reserve", "management reserve")
SPENDS = ("actual", "commitment")


@figure(of=Project, needs={BudgetLine: ("key", "id", "title", "amount", "type"), CostEntry: ("key", "amount", "type", "budget_line_id")}, unit="money",
        label="reserve left", also="contingency left, contingency is left, contingency reserve left, reserve is left, reserves left, remaining contingency, "
        "remaining reserve, contingency remaining, reserve remaining, management reserve left, "
        "left of the contingency, left of the reserve, left of the reserves, reserves remaining, unused contingency, unused reserve")
def reserve_left(rows: Rows) -> Value:
    """The budget lines that are a reserve, less what is spent from them or ordered."""
    lines = [b for b in rows[BudgetLine] if b.type in RESERVES]
    if not lines:
        return Value(None, "no budget line is a contingency or a management reserve")
    drawn = [c for c in rows[CostEntry] if c.type in SPENDS and c.budget_line_id in {b.id for b in lines}]
    parts, total = [], sum((b.amount for b in lines), Decimal(0))
    for line in lines:
        out = sum((c.amount for c in drawn if c.budget_line_id == line.id), Decimal(0))
        parts.append(Part(f"{line.title} ({line.type})", f"{whole(line.amount - out)} left of {whole(line.amount)}", line.key))
    used = sum((c.amount for c in drawn), Decimal(0))
    return Value(total - used, f"{counted(len(lines), 'reserve')} of {whole(total)} − {whole(used)} spent from it or ordered", keys(lines, drawn), tuple(parts))


@figure(of=Project, needs={CostEntry: ("key", "title", "amount", "type", "on")}, reads=(etc,), unit="money", label="costs to come",
        also="cost to come, money to come, spend to come, spending to come, costs yet to come, costs still to come, money still to come, planned costs to come")
def costs_to_come(rows: Rows) -> Value:
    """What the forecast still expects to be spent; its parts are what is ordered, what is entered as forecast, and the rest, of which no record speaks."""
    named = [c for c in rows[CostEntry] if c.type != "actual" or c.on > rows.today]
    known, rest = sum((c.amount for c in named), Decimal(0)), rows[etc]
    parts = tuple(Part(c.title, f"{whole(c.amount)}, {'ordered' if c.type == 'commitment' else c.type} on {c.on:%-d %b %Y}", c.key)
                  for c in sorted(named, key=lambda c: (c.on, c.key)))
    if rest.number is None:
        return Value(known, f"the {counted(len(named), 'order and forecast', 'orders and forecasts')} in the records; no more is known: {rest.how}",
                     keys(named), parts) if named else unknown("", rest)
    apart = rest.number - known
    more = (Part("the rest of the forecast", f"{whole(apart)}, by no record yet"),) if apart > 0 else ()
    over = f"; what is ordered and forecast comes to {whole(known)}, more than that" if apart < 0 else f", {whole(known)} of it ordered or entered as forecast"
    return Value(rest.number, f"{rest.how}{over}", (*joined(rest), *keys(named)), (*parts, *more))


@figure(of=Project, needs={Project: ("key", "start", "finish"), BudgetLine: ("key", "amount", "type", "year")}, unit="money", label="budget this year",
        also="budget of this year, budget for this year, this year's budget")
def budget_this_year(rows: Rows) -> Value:
    """The budget lines of this year; lines without a year are spread evenly over the days of the project."""
    (project,), lines = rows[Project], [b for b in rows[BudgetLine] if b.type != RESERVES[1]]
    if not lines:
        return Value(None, "there is no budget line")
    year, spread = rows.today.year, [b for b in lines if b.year is None]
    if spread and (project.start is None or project.finish is None or project.finish < project.start):
        return Value(None, f"{counted(len(spread), 'budget line')} without a year, and the project has no start and finish to spread over")
    of_year = sum((b.amount for b in lines if b.year == year), Decimal(0))
    share = _share(project.start, project.finish, year) if project.start and project.finish and spread else Decimal(0)
    even = sum((b.amount for b in spread), Decimal(0)) * share
    return Value(of_year + even, "; ".join(_told(year, of_year, even, lines)), keys(rows[Project], lines))


def _share(start: date, finish: date, year: int) -> Decimal:
    """The share of the days of a project that lie in a year."""
    days = (min(finish, date(year, 12, 31)) - max(start, date(year, 1, 1))).days + 1
    return Decimal(max(days, 0)) / ((finish - start).days + 1)


def _told(year: int, of_year: Decimal, even: Decimal, lines: list[BudgetLine]) -> Iterator[str]:
    named, without = sum(b.year == year for b in lines), sum(b.year is None for b in lines)
    if named:
        yield f"{whole(of_year)} of {counted(named, 'budget line')} for {year}"
    if without:
        yield f"{whole(even)} of {counted(without, 'line')} without a year, spread evenly from start to finish"
    if not named and not without:
        yield f"no budget line is for {year}"
