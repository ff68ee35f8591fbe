"""How sure the value of a project is: what becomes of its NPV when one assumption turns out otherwise, and which one turns it first."""
from decimal import Decimal

from records.figures.base import Part, Rows, Value, figure, rounded, whole
from records.figures.business_case import FLOWS, NO_FLOW, Flows, all_keys, by_year, now, npv, own, percent, rate_of, which
from records.figures.value.discounting import only_root, present, turns
from records.kinds import Project

STEPS = (-20, -10, 10, 20)           # percent


@figure(of=Project, needs=FLOWS, unit="%", label="switching value",
        also="sensitivity, NPV sensitivity, break-even change, critical assumption, assumption matters most, sensitive, most sensitive assumption",
        range_of=npv)
def switching(rows: Rows) -> Value:
    """The smallest change, in percent, of one assumption that brings the NPV to 0; the parts hold every assumption at ±10 and ±20 %."""
    flows, rate = now(own(rows)), rate_of(rows)
    if not flows:
        return Value(None, NO_FLOW)
    gains, costs, first = by_year([f for f in flows if f[1] > 0]), by_year([f for f in flows if f[1] < 0]), min(year for year, _ in flows)
    if not gains or not costs:
        return Value(None, "it takes both costs and gains")
    worth = {"benefits": present(gains, rate, first), "costs": present(costs, rate, first)}
    net = worth["benefits"] + worth["costs"]
    changes = {name: -100 * net / amount for name, amount in worth.items()} | _of_rate(by_year(flows), rate)
    first_to_turn = min(changes, key=lambda name: (abs(changes[name]), name))
    parts = tuple(Part(name, f"{_at(name, worth, by_year(flows), rate, first)}; NPV is 0 at {_signed(changes[name])}" if name in changes else
                       f"{_at(name, worth, by_year(flows), rate, first)}; no rate brings it to 0") for name in ("benefits", "costs", "discount rate"))
    later = worth["costs"] + present({year + 1: amount for year, amount in gains.items()}, rate, first)
    turned = "turns negative" if net >= 0 else "would become positive"
    others = " or ".join(f"{name} {_signed(by)}" for name, by in changes.items() if name != first_to_turn)
    said = (f"NPV {whole(net)} at {percent(rate)} {turned} first with {first_to_turn} {_signed(changes[first_to_turn])}, or, each alone, with {others}; "
            f"flows {which(own(rows))}")
    return Value(changes[first_to_turn], said, all_keys(rows), (*parts, Part("benefits a year later", f"NPV {whole(later)}")))


def _of_rate(flows: Flows, rate: Decimal) -> dict[str, Decimal]:
    """By how much the discount rate may change, where there is one rate that brings the NPV to 0."""
    found = only_root(lambda r: present(flows, r, min(flows))) if rate and turns([flows[year] for year in sorted(flows)]) == 1 else None
    return {} if found is None else {"discount rate": 100 * (found / rate - 1)}


def _at(name: str, worth: dict[str, Decimal], flows: Flows, rate: Decimal, first: int) -> str:
    net = worth["benefits"] + worth["costs"]
    at = {step: net + worth[name] * step / 100 if name in worth else present(flows, rate * (100 + step) / 100, first) for step in STEPS}
    return ", ".join(f"{_signed(Decimal(step))}: {whole(amount)}" for step, amount in at.items())


def _signed(change: Decimal) -> str:
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{rounded(abs(change), 0 if change == change.to_integral_value() else 1)} %"
