"""How far one benefit is behind: what it should have brought by today, less what it has; and what of its promise is no longer expected."""
from decimal import Decimal

from records.figures.base import Rows, Value, figure, whole
from records.figures.benefits import elapsed, expected_now
from records.kinds import Benefit


@figure(of=Benefit, needs={Benefit: ("key", "type", "expected", "realised", "start", "end")}, unit="money", label="shortfall",
        also="behind plan by, short of plan by, benefit shortfall")
def shortfall(rows: Rows) -> Value:
    """Promised by now - realised; a benefit grows evenly from its start to its end, and what has not begun owes nothing."""
    own = next(iter(rows[Benefit]), None)
    if own is None or not own.expected:
        return Value(None, "it has no value in money")
    if own.type == "dis-benefit":
        return Value(None, "it is a dis-benefit")
    if own.start is None or own.end is None:
        return Value(None, "its realisation has no dates")
    due: Decimal = own.expected * elapsed(own.start, own.end, rows.today)
    said = f"{whole(due)} of {whole(own.expected)} promised by {rows.today:%-d %b %Y} − realised {whole(own.realised)}"
    return Value(due - own.realised, said, (own.key,))


@figure(of=Benefit, needs={Benefit: ("key", "type", "expected", "forecast", "realised", "status")}, unit="money", label="lost of the promise",
        also="below the promise by, fallen below the promise by, promise lost")
def promise_lost(rows: Rows) -> Value:
    """Promised - now expected; below 0 where more is expected."""
    own = next(iter(rows[Benefit]), None)
    if own is None or not own.expected or own.type == "dis-benefit":
        return Value(None, "it is a dis-benefit" if own and own.expected else "it has no value in money")
    now = expected_now(own)
    return Value(own.expected - now, f"promised {whole(own.expected)} − now expected {whole(now)}", (own.key,))


@figure(of=Benefit, needs={Benefit: ("key", "type", "expected", "forecast", "realised", "status")}, unit="%", label="lost share of the promise",
        also="share of the promise that is lost, percent below the promise")
def share_lost(rows: Rows) -> Value:
    """(Promised - now expected) / promised; below 0 where more is expected."""
    own = next(iter(rows[Benefit]), None)
    if own is None or not own.expected or own.type == "dis-benefit":
        return Value(None, "it is a dis-benefit" if own and own.expected else "it has no value in money")
    now = expected_now(own)
    return Value((own.expected - now) / own.expected * 100, f"promised {whole(own.expected)}, now expected {whole(now)}", (own.key,))
