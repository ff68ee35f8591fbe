"""Tasks and milestones over time: the critical ones stand out by a heavy edge, what is done is filled."""
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import get_args

from reports.drawing.canvas import Canvas, Point, cut, width_of
from reports.drawing.scales import Scale, days
from reports.pictures import Bar, Gantt, State

LABEL, TOP, ROW, THICK = 220, 30, 22, 11
LEGEND, APART = 18, 16              # what the marks mean, below
TINT, CROSS = 0.25, 3.2             # of what is under way; half of the mark of what is blocked
STATES: tuple[State, ...] = get_args(State)
Mark = tuple[str, Callable[[Canvas, Point], None]]          # what it means, and how it is drawn


def height(picture: Gantt, wide: float) -> float:
    return TOP + ROW * len(picture.bars) + 26 + LEGEND * len(_lines(picture, wide))


def gantt(on: Canvas, picture: Gantt) -> None:
    if not picture.bars:
        return
    first = min(min(b.start, b.planned[0]) if b.planned else b.start for b in picture.bars)
    last = max(max(b.finish, b.planned[1]) if b.planned else b.finish for b in picture.bars)
    x = Scale(first.toordinal(), max(last.toordinal() + 1, first.toordinal() + 2), LABEL, on.width - 24)
    bottom = TOP + ROW * len(picture.bars)
    for day, said in days(first, last):
        on.line((x(day.toordinal()), TOP - 6), (x(day.toordinal()), bottom), width=0.7)
        on.text((x(day.toordinal()) + 3, TOP - 10), said, size=9.5, colour="quiet")
    for row, bar in enumerate(picture.bars):
        _bar(on, x, TOP + ROW * row, bar)
    if x.low <= picture.today.toordinal() <= x.high:
        at = x(picture.today.toordinal())
        on.line((at, TOP - 6), (at, bottom + 4), colour="done", width=1.2, dashed=True)
        on.text((at, bottom + 16), "today", anchor="middle", size=9, colour="done")
    _explained(on, picture, bottom + 26 + LEGEND / 2)


def _bar(on: Canvas, x: Scale, top: float, bar: Bar) -> None:
    middle = top + ROW / 2
    on.text((0, middle + 3.5), bar.key.split("-", 1)[-1], size=9, colour="quiet")
    on.text((40, middle + 3.5), cut(bar.label, LABEL - 48, 10.5, bold=bar.is_critical), size=10.5, bold=bar.is_critical)
    start, end = x(bar.start.toordinal()), x(_after(bar.finish))
    if bar.planned:
        agreed = x(bar.planned[0].toordinal()), x(_after(bar.planned[1]))
        on.box((agreed[0], middle + THICK / 2 + 1), (agreed[1] - agreed[0], 2.5), colour="plan", round_=1)
    if bar.is_point:
        on.mark((x(bar.finish.toordinal()), middle), bar.tone)
        return
    _filled(on, bar, (start, middle - THICK / 2), (max(end - start, 2), THICK))
    if bar.state == "blocked":
        _stopped(on, (max(end, start + 2) + 8, middle))


def _filled(on: Canvas, bar: Bar, at: Point, size: Point) -> None:
    """A bar by its state: empty to do, tinted under way and full as far as it is done, upright lines in review, slanting ones blocked, full when done."""
    edge = "red" if bar.is_critical else "done"
    on.box(at, size, colour="ground", edge=edge)
    if bar.state == "in progress":
        on.box(at, size, colour=edge, opacity=TINT)
    elif bar.state in ("in review", "blocked"):
        on.hatch(at, size, colour=edge, upright=bar.state == "in review")
    done = 1.0 if bar.state == "done" else min(bar.done, 1)
    if done:
        on.box(at, (size[0] * done, size[1]), colour=edge, opacity=0.85)


def _stopped(on: Canvas, at: Point) -> None:
    """The mark of what is blocked: a cross, which also a narrow bar has room for."""
    x, y = at
    for way in (1, -1):
        on.line((x - CROSS, y - CROSS * way), (x + CROSS, y + CROSS * way), colour="ink", width=1.8)


def _explained(on: Canvas, picture: Gantt, y: float) -> None:
    """What each mark that is drawn means: below the bars, in one line where that holds it."""
    lines = _lines(picture, on.width)
    for n, line in enumerate(lines):
        x = float(LABEL) if len(lines) == 1 and LABEL + sum(map(_wide, line)) <= on.width + APART else 0.0
        for said, draw in line:
            draw(on, (x, y + n * LEGEND))
            on.text((x + 19, y + n * LEGEND), said, size=9.5, colour="quiet")
            x += _wide((said, draw))


def _lines(picture: Gantt, wide: float) -> list[list[Mark]]:
    """The marks that are explained, in lines of so much room."""
    lines: list[list[Mark]] = [[]]
    for mark in _marks(picture):
        if lines[-1] and sum(map(_wide, (*lines[-1], mark))) > wide + APART:
            lines.append([])
        lines[-1].append(mark)
    return lines


def _wide(mark: Mark) -> float:
    return 19 + width_of(mark[0], 9.5) + APART


def _marks(picture: Gantt) -> Iterator[Mark]:
    """The marks that are drawn, in words: of the states only those that occur."""
    bars = [b for b in picture.bars if not b.is_point]
    for state in STATES:
        if any(b.state == state for b in bars):
            yield state, partial(_sample, Bar("", "", picture.today, picture.today, {"in progress": 0.5, "done": 1.0}.get(state, 0.0), state=state))
    if any(b.is_critical for b in bars):
        yield "on the critical path", partial(_sample, Bar("", "", picture.today, picture.today, is_critical=True))
    if any(b.planned for b in picture.bars):
        yield "as agreed", lambda on, at: on.box((at[0], at[1] - 4), (14, 2.5), colour="plan", round_=1)
    if any(b.is_point for b in picture.bars):
        yield "milestone", lambda on, at: on.mark((at[0] + 6, at[1] - 3.5), "plain", 5)


def _sample(bar: Bar, on: Canvas, at: Point) -> None:
    _filled(on, bar, (at[0], at[1] - 8), (14, 9))
    if bar.state == "blocked":
        _stopped(on, (at[0] + 7, at[1] - 3.5))


def _after(day: date) -> int:
    return day.toordinal() + 1
