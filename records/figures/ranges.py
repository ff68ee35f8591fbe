"""How far the forecasts of one thing lie apart: of the finish and of the cost. Nothing is estimated here; what cannot be simulated is said so."""
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, joined, on, unknown, whole
from records.figures.earned_value import eac, eac_atypical, eac_both, eac_bottom_up
from records.figures.schedule.chances import chance_in_time, cost_p50, cost_p80, finish_p50, finish_p80
from records.figures.schedule.expected import DUE_DAYS, OUTLOOK, expected_finish, foreseen
from records.figures.schedule.pace import pace_finish
from records.kinds import Project

SHARES = 4                                          # P10, P50, P80 and P90 stand first behind what is simulated
NOT_DRAWN = "how likely each is cannot be computed"


@figure(of=Project, needs=OUTLOOK, reads=(expected_finish, pace_finish, finish_p50, finish_p80, chance_in_time), unit="days", label="range of the finish",
        also="finish range, range of finishes, range of the end, spread of the finish, uncertainty of the finish", range_of=expected_finish, is_over_days=True)
def finish_range(rows: Rows) -> Value:
    """Days between the earliest and the latest finish that any forecast or four of five simulated courses come to."""
    expected, half, most = rows[expected_finish], rows[finish_p50], rows[finish_p80]
    if expected.number is None or not expected.parts:
        return Value(None, expected.how)
    days = [(m.day, f"by {m.by}") for m in foreseen(rows) if m.day is not None and m.by != DUE_DAYS] or [(_day(expected), "its only forecast")]
    days += [(_day(most), "which four of five simulated courses keep")] if most.number is not None else []
    (first, one), (last, other) = min(days), max(days)
    told = f"half of the simulated courses end by {_day(half):%-d %b %Y}, four of five by {_day(most):%-d %b %Y}" if (
        half.number is not None and most.number is not None) else f"{NOT_DRAWN}: {most.how}"
    said = f"{_by_then(rows)}from {first:%-d %b %Y} ({one}) to {last:%-d %b %Y} ({other}); the latest of {counted(len(expected.parts), 'forecast')} counts"
    receipt = joined(expected, most) if most.number is not None else expected.keys
    return Value(on(last) - on(first), f"{said}, {_day(expected):%-d %b %Y}; {told}", receipt, (*expected.parts, *_drawn(most)))


@figure(of=Project, reads=(eac, eac_atypical, eac_both, eac_bottom_up, cost_p50, cost_p80), unit="money", label="range of the cost",
        also="cost range, range of costs, spread of the cost, uncertainty of the cost", range_of=eac)
def cost_range(rows: Rows) -> Value:
    """What lies between the lowest and the highest cost in the end that any forecast or four of five simulated courses come to."""
    expected, half, most = rows[eac], rows[cost_p50], rows[cost_p80]
    if expected.number is None:
        return unknown("", expected)
    ways = [(f.title, v.number, v) for f in (eac, eac_atypical, eac_both, eac_bottom_up) if (v := rows[f]).number is not None]
    costs = [(n, title) for title, n, _ in ways] + ([(most.number, "which four of five simulated courses keep")] if most.number is not None else [])
    (low, one), (high, other) = min(costs), max(costs)
    told = f"half of the simulated courses stay within {whole(half.number)}, four of five within {whole(most.number)}" if (
        half.number is not None and most.number is not None) else f"{NOT_DRAWN}: {most.how}"
    said = f"from {whole(low)} ({one}) to {whole(high)} ({other}); the forecast that counts is {whole(expected.number)}; {told}"
    parts = tuple(Part(title, f"{whole(n)}: {v.how}") for title, n, v in sorted(ways, key=lambda way: way[1]))
    return Value(high - low, said, joined(*(v for *_, v in ways), most), (*parts, *_drawn(most)))


def _by_then(rows: Rows) -> str:
    """What the day that is asked about would be kept by."""
    chance = rows[chance_in_time]
    if rows.over is None:
        return ""
    day = f"{rows.over.last:%-d %b %Y}"
    return f"{_share(chance.number)} of the simulated courses end by {day}; " if chance.number is not None else f"how likely {day} is cannot be computed; "


def _share(number: Decimal) -> str:
    return "none" if not number else f"{number:.0f} %" if number >= 1 else "less than 1 %"


def _drawn(value: Value) -> Sequence[Part]:
    return value.parts[:SHARES] if value.number is not None else ()


def _day(value: Value) -> date:
    return date.fromordinal(int(value.number or 1))
