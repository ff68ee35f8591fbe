"""Benefits: what was promised, what is forecast now, what should have come by now and what has (drift as usual in the field)."""
from datetime import date
from decimal import Decimal

from records.figures.base import Rows, Value, figure, joined, keys, unknown
from records.kinds import Benefit, Project

SIGN = {"dis-benefit": -1}
NO_BENEFIT = "there is no benefit with a value in money"


@figure(of=Project, needs={Benefit: ("key", "type", "expected")}, unit="money", label="benefits promised", also="expected benefits, planned benefits, promised")
def benefit_expected(rows: Rows) -> Value:
    own = [b for b in rows[Benefit] if b.expected]
    return _sum(own, [b.expected for b in own], f"the sum of {len(own)} benefits as approved")


@figure(of=Project, needs={Benefit: ("key", "type", "expected", "forecast")}, unit="money", label="benefits forecast", also="benefit forecast, forecast benefits, value forecast")
def benefit_forecast(rows: Rows) -> Value:
    own = [b for b in rows[Benefit] if b.expected or b.forecast]
    return _sum(own, [b.expected if b.forecast is None else b.forecast for b in own], f"the sum of {len(own)} benefits as now expected")


@figure(of=Project, needs={Benefit: ("key", "type", "expected", "realised")}, unit="money", label="benefits realised", also="realised, realized benefits, achieved benefits")
def benefit_realised(rows: Rows) -> Value:
    own = [b for b in rows[Benefit] if b.expected or b.realised]
    return _sum(own, [b.realised for b in own], f"measured so far on {len(own)} benefits")


@figure(of=Project, needs={Benefit: ("key", "type", "expected", "start", "end")}, unit="money", label="benefits due by now", also="due benefits")
def benefit_due(rows: Rows) -> Value:
    """What should have come by today: each benefit grows evenly between its start and its end."""
    own = [b for b in rows[Benefit] if b.expected and b.start and b.end]
    if not own:
        return Value(None, "no benefit has a value and the dates of its realisation")
    due = [b.expected * _elapsed(b.start, b.end, rows.today) for b in own]
    return _sum(own, due, f"promised by {rows.today:%-d %b %Y}, growing evenly from start to end, on {len(own)} benefits")


@figure(of=Project, reads=(benefit_realised, benefit_due), unit="%", label="benefit realisation", also="realisation, delivering what it promised")
def realisation(rows: Rows) -> Value:
    got, due = rows[benefit_realised], rows[benefit_due]
    if got.number is None or due.number is None or due.number <= 0:
        return unknown("nothing was due yet", got, due)
    return Value(100 * got.number / due.number, f"realised {got.number:,.0f} of {due.number:,.0f} due by now", joined(got, due))


@figure(of=Project, reads=(benefit_expected, benefit_forecast), unit="%", label="benefit drift", also="drift, value drift")
def drift(rows: Rows) -> Value:
    """(promised - forecast) / promised: how much of the promise is lost."""
    promised, now = rows[benefit_expected], rows[benefit_forecast]
    if promised.number is None or now.number is None or promised.number <= 0:
        return unknown(NO_BENEFIT, promised, now)
    return Value(100 * (promised.number - now.number) / promised.number, f"promised {promised.number:,.0f}, now expected {now.number:,.0f}", joined(promised, now))


def _sum(own: list[Benefit], amounts: list[Decimal], how: str) -> Value:
    if not own:
        return Value(None, NO_BENEFIT)
    return Value(sum((SIGN.get(b.type, 1) * a for b, a in zip(own, amounts, strict=True)), Decimal(0)), how, keys(own))


def _elapsed(start: date | None, end: date | None, today: date) -> Decimal:
    if start is None or end is None or today < start:
        return Decimal(0)
    return min(Decimal(1), Decimal((today - start).days + 1) / Decimal((end - start).days + 1))
