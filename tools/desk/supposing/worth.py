"""Suppositions about money: another discount rate, benefits later or smaller, costs or budgets that change."""
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
import re

from language.priced import priced
from records.errors import BadInput
from records.figures.base import whole
from records.figures.benefits import expected_now
from records.figures.value.options import chosen
from records.figures.value.to_come import come, to_come
from records.kinds import Benefit, BudgetLine, BusinessCase, CashFlow, CostEntry, Project
from records.kinds.base import R, Record
from records.kinds.project import ENDED
from records.proposals import Change, Create
from records.query import Query, Where
from records.reading import Reader
from tools.desk.supposing import one_line
from tools.desk.supposing.base import Supposition
from tools.desk.supposing.heard import Heard

RATE = re.compile(r"\brates?\b|\bdiscount|\bhurdle\b|\binterest\b|\b(?:npv|value|worth|discounted)\b.*\bat\b|^\s*at\b")
BENEFITS = re.compile(r"\b(?:benefits?|gains?|savings?|income|revenues?|returns?|earnings)\b")
COSTS = re.compile(r"\b(?:costs?|expenses?|expensive|cheaper|dearer|prices?)\b")
BUDGET = re.compile(r"\b(?:budgets?|funding|funds)\b")
LATER = re.compile(r"\b(?:slips?|later?|earlier|sooner|delay(?:ed|s)?|postponed?|moves?|shifts?|start|come|comes|arrive)\b")
VALUE = ("npv", "npv_ahead")
LOWEST = Decimal(-100)
SHARE = "EV and PV are shares of the budget, so CPI and what follows from it move with the budget alone: the work costs what it costs."
MONEY = ("bac", "budget_left", "overrun", "npv")


def supposed(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition | None:
    """The supposition about money that is said, or None; raises `BadInput` where it says too little."""
    if BENEFITS.search(heard.text):
        return _benefits(reader, heard, projects)
    if BUDGET.search(heard.text):
        return _budget(reader, heard, projects)
    is_rate = RATE.search(heard.text) is not None
    if not (is_rate and heard.money is None) and (found := _of_a_thing(reader, heard, projects)) is not None:
        return found
    if COSTS.search(heard.text):
        return _costs(reader, heard, projects)
    return _rate(heard, projects) if is_rate else None


def _of_a_thing(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition | None:
    """That one thing costs otherwise, which only the lines and orders about it do; a thing of another project where the one talked of has none.
    Raises `BadInput` where nothing in the records is about it."""
    said = priced(heard.text)
    if not said or _is_hidden(reader, BudgetLine) or (heard.factor is None and heard.money is None):
        return None
    every: Sequence[Project] = () if "…" in heard.text else reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
    for where in (projects, every):
        if found := one_line.things(reader, said, where, heard.today):
            by = one_line.changed(heard, found)
            own = tuple(p for p in where if p.id in by)
            return _costing(reader, one_line.told(heard, found, own), [(p, by[p.id]) for p in own if p.id in by], heard.today.year)
    if COSTS.search(heard.text) and (heard.money is None or len(projects) != 1):
        raise BadInput(one_line.unknown(said, reader, projects))
    return None


def _costing(reader: Reader, said: str, more: Sequence[tuple[Project, Decimal]], now: int) -> Supposition:
    """That some projects cost so much more each: in the first year that costs anything still, else in this one; less is taken off what is still to be paid."""
    wishes: list[Change | Create] = []
    for project, by in more:
        costs = sorted((f for f in _flows(reader, [project]) if _now(f) < 0 and f.year >= now), key=lambda f: f.year)
        left = by
        for f in costs if by < 0 else ():
            taken = max(left, _now(f))
            wishes += [Change("cashflow", (f.key,), {"forecast": _now(f) - taken})] if taken else []
            left -= taken
        if left:
            wishes.append(flow(project.id, min((f.year for f in costs), default=now), -left))
    return Supposition(said, tuple(wishes), tuple(p for p, _ in more), first=VALUE, more=tuple((p.key, by) for p, by in more),
                       by=("share", "money"))


def _rate(heard: Heard, projects: Sequence[Project]) -> Supposition:
    if heard.percent is None:
        raise BadInput("Say the rate, such as “what if the discount rate was 12 %?”")
    by = re.search(r"\bby\b|\bpoints?\b", heard.text) is not None
    said = heard.sign * heard.percent if by or re.search(r"\bminus\b", heard.text) else heard.percent
    rates = {p.key: Decimal(str(p.discount_rate)) + said if by else said for p in projects}
    if any(rate <= LOWEST for rate in rates.values()):
        raise BadInput("At a discount rate of −100 % or less nothing has a value; say a higher one.")
    wishes = tuple(Change("project", (key,), {"discount_rate": float(rate)}) for key, rate in rates.items())
    now = sorted({f"{p.discount_rate:g} %" for p in projects})
    to = f"{abs(said):f} points {'lower' if said < 0 else 'higher'}" if by else f"{said:f} %"
    return Supposition(f"the discount rate is {to} instead of {' or '.join(now)}", wishes, tuple(projects), first=VALUE, by=("share",))


def _benefits(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition:
    gains, benefits = [f for f in _flows(reader, projects) if _now(f) > 0 and f.year >= heard.today.year], _of(reader, Benefit, projects)
    if heard.length and LATER.search(heard.text):
        dated = tuple(Change("benefit", (b.key,), {n: heard.moved(day) for n in ("start", "end", "review") if (day := getattr(b, n))}) for b in benefits)
        return Supposition(f"the benefits come {heard.said_length}", (*later(gains, heard.months), *dated), tuple(projects), first=VALUE,
                           by=("length",))
    if heard.factor is not None:
        factor = heard.factor
        had = {p.id: come([b for b in benefits if b.project_id == p.id]) for p in projects}
        return Supposition(f"the benefits are {_times(factor)}{'; what has come stays' if any(had.values()) else ''}", (
            *_scaled(_flows(reader, projects), had, factor, heard.today.year, sign=1),
            *(Change("benefit", (b.key,), {"forecast": b.realised + max(Decimal(0), expected_now(b) - b.realised) * factor}) for b in benefits
              if b.type != "dis-benefit")), tuple(projects), first=VALUE, by=("share",))
    if heard.money is not None:
        first = [min((f for f in gains if f.project_id == p.id), key=lambda f: f.year, default=None) for p in projects]
        more = heard.sign * heard.money
        return Supposition(f"the benefits are {whole(abs(more))} {'lower' if more < 0 else 'higher'}, in the first year that brings any", tuple(
            Change("cashflow", (f.key,), {"forecast": _now(f) + more}) for f in first if f), tuple(projects), first=VALUE, by=("money",))
    raise BadInput("Say how the benefits change: “20 % lower”, “six months later” or “by 50,000”.")


def _costs(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition:
    """Costs of this year and later; a sum falls into the first year that costs anything still, else into this one."""
    if heard.factor is not None:
        wishes = tuple(_scaled(_flows(reader, projects), spent(reader, projects, heard.today), heard.factor, heard.today.year, sign=-1))
        return Supposition(f"what is still to be paid is {_times(heard.factor)}", wishes, tuple(projects), first=VALUE, times=heard.factor,
                           by=("share",))
    if heard.money is None:
        raise BadInput("Say by how much the costs change: “by 50,000” or “10 % higher”.")
    more = heard.sign * heard.money
    have = {f.project_id for f in _flows(reader, projects)} | {b.project_id for b in _of(reader, BudgetLine, projects)}
    return _costing(reader, f"it costs {whole(abs(more))} {'less' if more < 0 else 'more'}", [(p, more) for p in projects if p.id in have], heard.today.year)


def _budget(reader: Reader, heard: Heard, projects: Sequence[Project]) -> Supposition:
    lines = [b for b in _of(reader, BudgetLine, projects) if b.amount]
    total = sum((b.amount for b in lines), Decimal(0))
    factor = heard.factor
    if factor is None and heard.money is not None and total:
        factor = max(Decimal(0), heard.money if heard.is_total else total + heard.sign * heard.money) / total
    if factor is None:
        raise BadInput("There is no budget to change." if not lines else "Say how the budget changes: “cut by 10 %”, “300,000 instead” or “50,000 more”.")
    return Supposition(f"the budget is {whole(total * factor)} instead of {whole(total)}", tuple(
        Change("budgetline", (b.key,), {"amount": (b.amount * factor).quantize(Decimal("0.01"))}) for b in lines), tuple(projects), first=MONEY, note=SHARE,
        by=("share", "money"))


def spent(reader: Reader, projects: Sequence[Project], today: date) -> dict[int | None, Decimal]:
    """What is booked on each project up to today."""
    booked = [c for c in _of(reader, CostEntry, projects) if c.type == "actual" and c.on <= today]
    return {p.id: sum((c.amount for c in booked if c.project_id == p.id), Decimal(0)) for p in projects}


def _scaled(flows: Sequence[CashFlow], done: Mapping[int | None, Decimal], factor: Decimal, year: int, *, sign: int) -> Iterator[Change]:
    """The costs, or the gains, of each project with what of them is still to come multiplied; what is paid, or has come, stays."""
    for of in dict.fromkeys(f.project_id for f in flows):
        own = [f for f in flows if f.project_id == of and _now(f) * sign > 0]
        for f, left in zip(own, to_come([(f.year, _now(f)) for f in own], done.get(of, Decimal(0)), year), strict=True):
            if left:
                yield Change("cashflow", (f.key,), {"forecast": _now(f) + left * (factor - 1)})


def later(gains: Sequence[CashFlow], months: Decimal) -> Iterator[Change | Create]:
    """Yearly gains so many months later: whole years move, and of what is left a part falls into the year after."""
    years, rest = divmod(months, 12)
    for f in gains:
        part = _now(f) * rest / 12
        yield Change("cashflow", (f.key,), {"forecast": Decimal(0)})
        for year, amount in ((f.year + int(years), _now(f) - part), (f.year + int(years) + 1, part)):
            if amount:
                yield flow(f.project_id, year, amount)


def flow(project_id: int | None, year: int, amount: Decimal) -> Create:
    """A flow that nobody approved and that is now expected."""
    return Create("cashflow", {"title": "supposed", "project_id": project_id, "year": year, "amount": Decimal(0), "forecast": amount, "business_case_id": None})


def flows_ahead(reader: Reader, projects: Sequence[Project], year: int) -> list[CashFlow]:
    """The gains of this year and later."""
    return [f for f in _flows(reader, projects) if _now(f) > 0 and f.year >= year]


def _flows(reader: Reader, projects: Sequence[Project]) -> list[CashFlow]:
    flows, cases = _of(reader, CashFlow, projects), _of(reader, BusinessCase, projects)
    return [f for p in projects for f in chosen([f for f in flows if f.project_id == p.id], [c for c in cases if c.project_id == p.id])]


def _of(reader: Reader, kind: type[R], projects: Sequence[Project]) -> Sequence[R]:
    """The records of some projects; none where their money is hidden from the asker."""
    if _is_hidden(reader, kind):
        return ()
    return reader.find(Query(kind, (Where("project_id", "in", [p.id for p in projects]),), limit=None))


def _is_hidden(reader: Reader, kind: type[Record]) -> bool:
    return any(n in kind.model_fields and n not in reader.columns(kind) for n in ("amount", "expected", "forecast"))


def _now(flow: CashFlow) -> Decimal:
    return flow.amount if flow.forecast is None else flow.forecast


def _times(factor: Decimal) -> str:
    return f"{whole(100 * abs(factor - 1))} % {'lower' if factor < 1 else 'higher'}"
