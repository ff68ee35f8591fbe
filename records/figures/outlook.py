"""The outlook on benefits: how much of them is sure, how much is money in hand, when they come, and what realising them costs."""
from datetime import date
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys, unknown, whole
from records.figures.benefits import DATED, NO_BENEFIT, benefit_forecast, elapsed, expected_now, signed
from records.kinds import Benefit, Project


@figure(of=Project, needs={Benefit: ("key", "title", "type", "expected", "forecast", "realised", "status", "confidence")}, unit="money",
        label="benefits adjusted for confidence", also="adjusted benefits, confident benefits, adjusted benefit",
        range_of=benefit_forecast)
def benefit_adjusted(rows: Rows) -> Value:
    """What is expected now × how sure it is; what has come is sure, and so is what nobody doubts."""
    own = [b for b in rows[Benefit] if b.expected or b.forecast]
    doubted = [b for b in own if b.confidence is not None]
    if not doubted:
        return Value(None, "nobody has said how sure any benefit is" if own else NO_BENEFIT)
    sure = {b.key: signed(b, b.realised + max(Decimal(0), expected_now(b) - b.realised) * _confidence(b)) for b in own}
    rest = f", {len(own) - len(doubted)} of them not doubted" if len(doubted) < len(own) else ""
    parts = tuple(Part(b.title, f"{whole(sure[b.key])} of {whole(signed(b, expected_now(b)))}", b.key) for b in own)
    return Value(sum(sure.values(), Decimal(0)), f"{counted(len(own), 'benefit')} as now expected × confidence{rest}", keys(own), parts)


@figure(of=Project, reads=(benefit_adjusted,), needs={Benefit: ("key", "type", "expected", "forecast", "realised", "status", "confidence")}, unit="money",
        label="benefits at risk", also="benefit at risk, value at risk, endangered benefits, benefits in danger, benefits is at risk, benefits are at risk")
def benefit_at_risk(rows: Rows) -> Value:
    """What is expected now, less what of it is sure."""
    adjusted = rows[benefit_adjusted]
    if adjusted.number is None:
        return unknown("", adjusted)
    now = sum((signed(b, expected_now(b)) for b in rows[Benefit] if b.expected or b.forecast), Decimal(0))
    return Value(now - adjusted.number, f"now expected {whole(now)} − adjusted for confidence {whole(adjusted.number)}", adjusted.keys)


@figure(of=Project, needs={Benefit: ("key", "title", "type", "expected", "forecast", "realised", "status", "cashable")}, unit="%", label="cashable share",
        also="cashable, cashable benefits, share of cashable benefits, money in hand")
def cashable_share(rows: Rows) -> Value:
    """How much of the gains expected now can be taken out of a budget."""
    own = [b for b in rows[Benefit] if b.type != "dis-benefit" and expected_now(b) > 0]
    whole_gain, cash = sum(map(expected_now, own), Decimal(0)), sum((expected_now(b) for b in own if b.cashable == "yes"), Decimal(0))
    if not whole_gain:
        return Value(None, NO_BENEFIT)
    parts = tuple(Part(b.title, f"{whole(expected_now(b))}, {'cashable' if b.cashable == 'yes' else 'not cashable'}", b.key) for b in own)
    return Value(100 * cash / whole_gain, f"cashable {whole(cash)} of {whole(whole_gain)} now expected", keys(own), parts)


@figure(of=Project, needs={Benefit: (*DATED[Benefit], "forecast", "status")}, unit="money", label="benefits of this year",
        also="benefit ramp, ramp, benefits by year, benefits this year, when do the benefits come, when will the benefits come")
def benefit_ramp(rows: Rows) -> Value:
    """What of the benefits now expected falls into this year, each growing evenly from its start to its end; the parts hold every year."""
    own = [(b, b.start, b.end) for b in rows[Benefit] if expected_now(b) and b.start and b.end]
    if not own:
        return Value(None, "no benefit has a value and the dates of its realisation")
    years: dict[int, Decimal] = {}
    for b, start, end in own:
        for year in range(start.year, end.year + 1):
            part = elapsed(start, end, date(year, 12, 31)) - elapsed(start, end, date(year - 1, 12, 31))
            years[year] = years.get(year, Decimal(0)) + signed(b, expected_now(b)) * part
    parts = tuple(Part(str(year), whole(years[year])) for year in sorted(years))
    said = f"{counted(len(own), 'benefit')} as now expected, growing evenly from start to end"
    return Value(years.get(rows.today.year, Decimal(0)), said, keys([b for b, _, _ in own]), parts)


@figure(of=Project, needs={Benefit: ("key", "title", "cost_to_realise")}, unit="money", label="cost to realise", also="cost of realising, realisation cost, "
        "cost of realising the benefits")
def cost_to_realise(rows: Rows) -> Value:
    """What the business has to spend, beside the project, for the benefits to come."""
    own = [b for b in rows[Benefit] if b.cost_to_realise is not None]
    if not own:
        return Value(None, "nobody has said what realising any benefit costs")
    return Value(sum((b.cost_to_realise or Decimal(0) for b in own), Decimal(0)), f"said for {len(own)} of {counted(len(rows[Benefit]), 'benefit')}",
                 (*keys(rows[Benefit]),), tuple(Part(b.title, whole(b.cost_to_realise or Decimal(0)), b.key) for b in own))


def _confidence(benefit: Benefit) -> Decimal:
    return Decimal(1) if benefit.confidence is None else Decimal(str(benefit.confidence)) / 100
