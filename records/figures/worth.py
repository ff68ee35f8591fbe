"""What a project is worth as seen from today and with everything counted: sunk costs left out, tax and residual value in."""
from datetime import date, timedelta
from decimal import Decimal

from records.figures.base import Needs, Part, Rows, Value, counted, figure, joined, keys, whole
from records.figures.business_case import FLOWS, NO_FLOW, all_keys, by_year, now, own, percent, rate_of
from records.figures.earned_value import ac
from records.figures.value.discounting import present, xnpv
from records.figures.value.options import taken
from records.figures.value.to_come import come, to_come
from records.kinds import Benefit, BusinessCase, CashFlow, Project

COUNTED: Needs = {**FLOWS, BusinessCase: ("id", "key", "option", "status", "residual", "tax", "years")}
MIDDLE = (7, 1)                      # the day on which a year's money is taken to flow


@figure(of=Project, needs={**FLOWS, Benefit: ("key", "type", "realised")}, reads=(ac,), unit="money", label="NPV ahead",
        also="forward NPV, XNPV, NPV from today, value still ahead, NPV without sunk costs, worth from today, without sunk costs, sunk costs aside")
def npv_ahead(rows: Rows) -> Value:
    """XNPV of what is still to come, discounted to today. What is spent is spent, and what has come has come: both are left out.

    A year's money flows in its middle, that of the running year in the middle of what is left of it.
    """
    flows, year = now(own(rows)), rows.today.year
    if not any(of >= year for of, _ in flows):
        return Value(None, "no yearly cash flow lies ahead" if flows else NO_FLOW)
    costs, gains = [f for f in flows if f[1] < 0], [f for f in flows if f[1] >= 0]
    spent, had = rows[ac].number or Decimal(0), come(rows[Benefit])
    left = [(of, amount) for some, done in ((costs, spent), (gains, had))
            for (of, _), amount in zip(some, to_come(some, done, year), strict=True) if of >= year]
    ahead = by_year(left)
    dated = [(_middle(of, rows.today), amount) for of, amount in sorted(ahead.items())]
    over = sum((abs(amount) for of, amount in flows if of >= year), Decimal(0)) - sum((abs(amount) for _, amount in left), Decimal(0))
    out = f"earlier years{f' and the {whole(over)} that is paid or has come already' if over else ''} left out"
    said = (f"{counted(len(ahead), 'year')} from {min(ahead)} on, each flow in the middle of its year, or of what is left of this one, "
            f"at {percent(rate_of(rows))} to {rows.today:%-d %b %Y}; {out}")
    realised = [b for b in rows[Benefit] if b.realised]
    return Value(xnpv(rate_of(rows), dated, rows.today), said, tuple(dict.fromkeys((*all_keys(rows), *joined(rows[ac]), *keys(realised)))))


def _middle(year: int, today: date) -> date:
    if year > today.year:
        return date(year, *MIDDLE)
    return today + timedelta(days=(date(year, 12, 31) - today).days // 2)


@figure(of=Project, needs=COUNTED, unit="money", label="NPV after tax",
        also="NPV with tax, NPV with residual value, after-tax NPV, after tax NPV, NPV net of tax")
def npv_taxed(rows: Rows) -> Value:
    """NPV with a tax on each year's gain, and the residual value, untaxed, at the end of the horizon."""
    flows, case = by_year(now(own(rows))), taken(rows[BusinessCase])
    if not flows:
        return Value(None, NO_FLOW)
    if case is None or (not case.tax and case.residual is None):
        return Value(None, "its business case names neither a tax rate nor a residual value")
    tax, left = Decimal(str(case.tax)) / 100, case.residual or Decimal(0)
    after = {year: amount - max(Decimal(0), amount) * tax for year, amount in flows.items()}
    end = max(*flows, min(flows) + case.years) if left else max(flows)
    after[end] = after.get(end, Decimal(0)) + left
    said = f"{percent(tax)} tax on each year's gain, with nothing written off, residual value {whole(left)} in {end}, at {percent(rate_of(rows))}"
    return Value(present(after, rate_of(rows), min(after)), said, tuple(dict.fromkeys((*all_keys(rows), *keys(rows[BusinessCase])))))


@figure(of=Project, needs={CashFlow: ("key", "year", "amount", "forecast", "business_case_id"), BusinessCase: ("id", "key", "title", "option", "status"),
                           Project: ("key", "discount_rate")}, unit="money", label="lead of the chosen option",
        also="options compared, compare the options, comparison of options, option comparison, lead over the next option, advantage of the option")
def option_lead(rows: Rows) -> Value:
    """NPV of the option that is done, less that of the next best; doing nothing is worth 0 where it has no flows of its own."""
    cases, rate = rows[BusinessCase], rate_of(rows)
    shared = [f for f in rows[CashFlow] if f.business_case_id is None]
    worth: dict[str, Decimal] = {}
    done = taken(cases)
    for case in cases:
        flows = [f for f in rows[CashFlow] if f.business_case_id == case.id] or (shared if case is done else [])
        if flows or case.option == "do nothing":
            amounts = by_year(now(flows))
            worth[case.key] = present(amounts, rate, min(amounts, default=0))
    others = {key: amount for key, amount in worth.items() if done is None or key != done.key}
    if done is None or done.key not in worth or not others:
        return Value(None, "there are no two options with cash flows to compare")
    best = max(others, key=lambda key: (others[key], key))
    titles = {c.key: c for c in cases}
    parts = tuple(Part(f"{titles[key].title} ({titles[key].option}, {titles[key].status})", f"NPV {whole(amount)}", key)
                  for key, amount in sorted(worth.items(), key=lambda each: (-each[1], each[0])))
    said = f"“{done.title}” NPV {whole(worth[done.key])} − “{titles[best].title}” NPV {whole(others[best])}, at {percent(rate)}"
    return Value(worth[done.key] - others[best], said, (*keys(rows[CashFlow]), *keys(cases), *keys(rows[Project])), parts)
