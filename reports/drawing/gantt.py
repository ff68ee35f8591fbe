"""Tasks and milestones over time: the critical ones stand out by a heavy edge, what is done is filled."""
from datetime import date

from reports.drawing.canvas import Canvas, cut
from reports.drawing.scales import Scale, days
from reports.pictures import Bar, Gantt

LABEL, TOP, ROW, THICK = 220, 30, 22, 11


def height(picture: Gantt) -> float:
    return TOP + ROW * len(picture.bars) + 26


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


def _after(day: date) -> int:
    return day.toordinal() + 1
