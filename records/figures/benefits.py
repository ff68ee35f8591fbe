"""Benefits: what was promised, what is expected now, what should have come by now and what has. A dis-benefit counts against them."""
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from records.figures.base import Needs, Rows, Signs, Value, counted, figure, joined, keys, unknown, whole
from records.kinds import Benefit, Project
from records.kinds.benefit import ENDED

NO_BENEFIT = "there is no benefit with a value in money"
DATED: Needs = {Benefit: ("key", "type", "expected", "realised", "start", "end")}


@figure(of=Project, needs={Benefit: ("key", "type", "expected")}, unit="money", label="benefits promised",
        also="expected benefits, planned benefits, promised")
def benefit_expected(rows: Rows) -> Value:
    own = [b for b in rows[Benefit] if b.expected]
    return _sum(own, lambda b: b.expected, f"{_benefits(own)} as approved")


@figure(of=Project, needs={Benefit: ("key", "type", "expected", "forecast", "realised", "status")}, unit="money", label="benefits forecast",
        also="benefit forecast, forecast benefits, value forecast")
def benefit_forecast(rows: Rows) -> Value:
    """What is expected now: the forecast, of an ended benefit what has come, else what was promised; not computable when nobody looked again."""
    own = [b for b in rows[Benefit] if b.expected or b.forecast]
    anew = [b for b in own if b.forecast is not None or b.status in ENDED]
    if own and not anew:
        return Value(None, "no benefit has been forecast anew")
    rest = f", {len(own) - len(anew)} of them as promised" if len(anew) < len(own) else ""
    return _sum(own, expected_now, f"{_benefits(own)} as now expected{rest}")


@figure(of=Project, needs={Benefit: ("key", "type", "expected", "realised")}, unit="money", label="benefits realised",
        also="realised, realized benefits, achieved benefits")
def benefit_realised(rows: Rows) -> Value:
    own = [b for b in rows[Benefit] if b.expected or b.realised]
    return _sum(own, lambda b: b.realised, f"measured so far on {_benefits(own)}")


@figure(of=Project, needs=DATED, unit="money", label="benefits due by now", also="due benefits")
def benefit_due(rows: Rows) -> Value:
    """What should have come by today: each benefit grows evenly from its start to its end."""
    own = _dated(rows)
    if not own:
        return Value(None, "no benefit has a value and the dates of its realisation")
    left = sum(bool(b.expected) for b in rows[Benefit]) - len(own)
    rest = f"; {left} without dates left out" if left else ""
    return _sum(own, lambda b: b.expected * elapsed(b.start, b.end, rows.today),
                f"promised by {rows.today:%-d %b %Y} on {_benefits(own)}, growing evenly from start to end{rest}")


@figure(of=Project, needs=DATED, reads=(benefit_due,), unit="%", label="benefit realisation", also="realisation, delivering what it promised")
def realisation(rows: Rows) -> Value:
    """Realised / due by now, over the benefits that have dates."""
    due, own = rows[benefit_due], _dated(rows)
    if due.number is None or due.number <= 0:
        return unknown("nothing was due yet", due)
    got = _sum(own, lambda b: b.realised, "").number or Decimal(0)
    return Value(100 * got / due.number, f"realised {whole(got)} of {whole(due.number)} due by now", due.keys)


@figure(of=Project, reads=(benefit_expected, benefit_forecast), unit="%", label="benefit drift", also="drift, drifting, value drift",
        signs=Signs("benefits below promise", "benefits above promise", "", "below promise", "above promise"))
def drift(rows: Rows) -> Value:
    """(promised - now expected) / promised: how much of the promise is lost."""
    promised, now = rows[benefit_expected], rows[benefit_forecast]
    if promised.number is None or now.number is None or promised.number <= 0:
        return unknown("nothing was promised in money", promised, now)
    said = f"promised {whole(promised.number)}, now expected {whole(now.number)}"
    return Value(100 * (promised.number - now.number) / promised.number, said, joined(promised, now))


def _dated(rows: Rows) -> list[Benefit]:
    return [b for b in rows[Benefit] if b.expected and b.start and b.end]


def expected_now(benefit: Benefit) -> Decimal:
    """The forecast; of an ended benefit without one what has come, else what was promised."""
    if benefit.forecast is not None:
        return benefit.forecast
    return benefit.realised if benefit.status in ENDED else benefit.expected


def _benefits(own: Sequence[Benefit]) -> str:
    return counted(len(own), "benefit")


def _sum(own: Sequence[Benefit], amount: Callable[[Benefit], Decimal], how: str) -> Value:
    if not own:
        return Value(None, NO_BENEFIT)
    return Value(sum((signed(b, amount(b)) for b in own), Decimal(0)), how, keys(own))


def signed(benefit: Benefit, amount: Decimal) -> Decimal:
    """An amount of a benefit as it counts: a dis-benefit counts against."""
    return -abs(amount) if benefit.type == "dis-benefit" else amount


def elapsed(start: date | None, end: date | None, today: date) -> Decimal:
    """The share of a run of days that has passed by the end of one."""
    if start is None or end is None or today < start:
        return Decimal(0)
    return min(Decimal(1), Decimal((today - start).days + 1) / Decimal((end - start).days + 1))
