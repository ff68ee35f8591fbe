"""Tasks and milestones over time: the critical ones stand out by a heavy edge, what is done is filled."""
from datetime import date

from reports.drawing.canvas import Canvas, cut, width_of
from reports.drawing.scales import Scale, days
from reports.pictures import Bar, Gantt

LABEL, TOP, ROW, THICK = 220, 30, 22, 11
LEGEND, APART = 18, 16              # what the marks mean, below


def height(picture: Gantt) -> float:
    return TOP + ROW * len(picture.bars) + 26 + LEGEND


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
    edge = "red" if bar.is_critical else "done"
    on.box((start, middle - THICK / 2), (max(end - start, 2), THICK), colour="ground", edge=edge)
    on.box((start, middle - THICK / 2), ((end - start) * min(bar.done, 1), THICK), colour=edge, opacity=0.85)


def _explained(on: Canvas, picture: Gantt, y: float) -> None:
    """What each mark that is drawn means, in a line."""
    shown = [("done", "done", 0.85)] if any(b.done and not b.is_point for b in picture.bars) else []
    shown += [("to do", "done", 0.0), *([("on the critical path", "red", 0.0)] if any(b.is_critical and not b.is_point for b in picture.bars) else [])]
    x = float(LABEL)
    for said, colour, filled in shown:
        on.box((x, y - 8), (14, 9), colour=colour if filled else "ground", edge=colour)
        on.text((x + 19, y), said, size=9.5, colour="quiet")
        x += 19 + width_of(said, 9.5) + APART
    if any(b.planned for b in picture.bars):
        on.box((x, y - 4), (14, 2.5), colour="plan", round_=1)
        on.text((x + 19, y), "as agreed", size=9.5, colour="quiet")
        x += 19 + width_of("as agreed", 9.5) + APART
    if any(b.is_point for b in picture.bars):
        on.mark((x + 6, y - 3.5), "plain", 5)
        on.text((x + 19, y), "milestone", size=9.5, colour="quiet")


def _after(day: date) -> int:
    return day.toordinal() + 1
