"""Amounts over time: each curve says at its end what it is and what it came to."""
from datetime import date

from reports.drawing.canvas import Canvas, width_of
from reports.drawing.scales import Scale, days, ticks
from reports.pictures import Lines

LEFT, TOP, BOTTOM = 62, 14, 30
APART = 15                      # between two labels at the ends
BESIDE, LEAST_RIGHT = 14, 54    # from the end of a curve to the end of the picture, without what it says
DAY_WIDE, MOST_DAYS = 44, (2, 8)            # a day written below, with air; how few and how many there are
DASHED = {"plan", "forecast"}


def lines(on: Canvas, picture: Lines) -> None:
    stops = [p for c in picture.curves for p in c.points] + [(d, a) for b in picture.bands for d, *both in b.points for a in both]
    if not stops:
        return
    is_day = picture.unit == "date"
    first, last = min(d for d, _ in stops), max(d for d, _ in stops)
    amounts = [a for _, a in stops]
    heights = _day_marks(min(amounts), max(amounts)) if is_day else [(t, f"{t:,.0f}" if abs(t) >= 1 or t == 0 else f"{t:g}") for t in
                                                                    ticks(min(0, *amounts), max(amounts))]
    x = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), LEFT, LEFT + _wide(on.width - LEFT, picture, first, last))
    y = Scale(heights[0][0], heights[-1][0], on.height - BOTTOM, TOP)
    _axes(on, picture, x, y, heights)
    for band in picture.bands:
        upper = [(x(d.toordinal()), y(high)) for d, _, high in band.points]
        lower = [(x(d.toordinal()), y(low)) for d, low, _ in band.points]
        on.area((*upper, *reversed(lower)), colour="forecast", opacity=0.18)
    for curve in picture.curves:
        on.path([(x(d.toordinal()), y(a)) for d, a in curve.points], colour=curve.style, width=2.2, dashed=curve.style in DASHED)
    _ends(on, picture, x, y)


def _wide(room: float, picture: Lines, first: date, last: date) -> float:
    """How wide the curves may be drawn, so that what each says at its own end still fits beside it."""
    whole = max((last - first).days, 1)
    ends = [((c.points[-1][0] - first).days / whole, width_of(c.says, 10.5, bold=True)) for c in picture.curves if c.points]
    return min([room - LEAST_RIGHT, *((room - BESIDE - said) / part for part, said in ends if part)])


def _axes(on: Canvas, picture: Lines, x: Scale, y: Scale, heights: list[tuple[float, str]]) -> None:
    for amount, said in heights:
        on.line((LEFT, y(amount)), (x.end, y(amount)), width=0.7)
        on.text((LEFT - 7, y(amount) + 3.5), said, anchor="end", size=9.5, colour="quiet")
    fitting = max(MOST_DAYS[0], min(MOST_DAYS[1], int((x.end - x.start) / DAY_WIDE)))
    for day, said in days(date.fromordinal(int(x.low)), date.fromordinal(int(x.high)), fitting):
        on.line((x(day.toordinal()), y.start), (x(day.toordinal()), y.start + 4), colour="quiet", width=0.8)
        on.text((x(day.toordinal()), on.height - 12), said, anchor="middle", size=9.5, colour="quiet")
    if picture.today and x.low <= picture.today.toordinal() <= x.high:
        at = x(picture.today.toordinal())
        on.line((at, TOP), (at, y.start), colour="quiet", width=0.9, dashed=True)
        on.text((at, TOP - 4), f"today, {picture.today:%-d %b}", anchor="middle", size=9, colour="quiet")


def _ends(on: Canvas, picture: Lines, x: Scale, y: Scale) -> None:
    """The labels at the ends, moved apart where they would cover each other."""
    placed: list[tuple[float, float, str, str]] = sorted((y(c.points[-1][1]), x(c.points[-1][0].toordinal()), c.says, c.style)
                                                         for c in picture.curves if c.points)
    below = float("-inf")
    for height, at, said, style in placed:
        below = max(height, below + APART)
        on.circle((at, height), 3, colour=style)
        on.text((at + 8, below + 3.5), said, size=10.5, colour=style, bold=True, clear=True)


def _day_marks(low: float, high: float) -> list[tuple[float, str]]:
    """Days beside a chart whose amounts are days, with room below and above."""
    first, last = date.fromordinal(int(low) - 7), date.fromordinal(int(high) + 7)
    return [(first.toordinal(), ""), *((d.toordinal(), f"{d:%-d %b %y}") for d, _ in days(first, last, 5)), (last.toordinal(), "")]
