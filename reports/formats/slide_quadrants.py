"""The two-by-two on a slide: bubbles that PowerPoint can edit, each as large as its record, side by side in its corner; the largest say who they are."""
from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import Any

from pptx.chart.data import BubbleChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Inches, Pt

from reports.formats.slides import Deck, colour
from reports.formats.words import SHAPES
from reports.pictures import Dot, Quadrants, Tone

TONES: tuple[Tone, ...] = ("red", "amber", "green", "plain")
PLACES = ((True, False), (True, True), (False, False), (False, True))          # up and right, as corners are named
MOST_NAMED, LEAST = 12, 0.02            # in a corner; the size of the smallest bubble beside the largest
WIDER, HEAD = 2.2, 0.16                 # a corner is so much wider than high; how much of it its name takes
SMALL = 10


def quadrants(deck: Deck, picture: Quadrants, place: tuple[int, int, int, int]) -> Any:
    data = BubbleChartData(number_format="#,##0")
    largest = max((d.size for d in picture.dots), default=0) or 1
    laid = [each for at in PLACES for each in _laid([d for d in picture.dots if (d.up, d.right) == at], at)]
    shown = [tone for tone in TONES if any(dot.tone == tone for dot, *_ in laid)] or [TONES[0]]
    for tone in shown:
        series = data.add_series(tone)
        for dot, x, y, _ in laid:
            if dot.tone == tone:
                series.add_data_point(x, y, max(dot.size, largest * LEAST))
    shape = deck.slide.shapes.add_chart(XL_CHART_TYPE.BUBBLE, *place, data)
    _styled(shape.chart, picture, len(picture.dots))
    for series, tone in zip(shape.chart.plots[0].series, shown, strict=True):
        _coloured(series, tone, [(dot, named) for dot, _, _, named in laid if dot.tone == tone])
    for name, (up, right) in zip(picture.corners, PLACES, strict=True):
        number = sum((d.up, d.right) == (up, right) for d in picture.dots)
        at = (place[0] + (place[2] // 2 + Inches(0.35) if right else Inches(0.75)), place[1] + (place[3] - Inches(0.3)) // 2 * (not up) + Inches(0.08))
        deck.box([[(f"{name} · {number}", "quiet", True)]], at, (place[2] // 2 - Inches(0.5), Inches(0.3)), SMALL + 1)
    return shape


def _laid(dots: Sequence[Dot], at: tuple[bool, bool]) -> Iterator[tuple[Dot, float, float, bool]]:
    """A grid of bubbles in one corner, the largest first: where each stands, and whether it is named."""
    columns = max(1, ceil(sqrt(len(dots) * WIDER)))
    rows = max(1, ceil(len(dots) / columns))
    for n, dot in enumerate(sorted(dots, key=lambda d: -d.size)):
        x, y = (n % columns + 0.5) / min(columns, len(dots)), (n // columns + 0.5) / rows
        yield dot, round(x + at[1], 4), round((1 - HEAD) * (1 - y) + at[0], 4), n < MOST_NAMED


def _coloured(series: Any, tone: Tone, dots: Sequence[tuple[Dot, bool]]) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(f"{tone}-pale" if tone != "plain" else "ground")
    series.format.line.color.rgb, series.format.line.width = colour(tone), Pt(1.5)
    for n, (dot, named) in enumerate(dots):
        if named:
            label = series.points[n].data_label
            label.position = XL_LABEL_POSITION.BELOW
            run = label.text_frame.paragraphs[0].add_run()
            shape = f"{SHAPES[tone][0]} " if SHAPES[tone] else ""                 # below, as a name is wider than a small circle
            run.text, run.font.size, run.font.color.rgb = f"{shape}{dot.label[:30]}", Pt(SMALL), colour("ink")


def _styled(drawn: Any, picture: Quadrants, number: int) -> None:
    """No scales, since being worth it has none here: two lines that part the corners, and what lies along them."""
    drawn.has_legend = drawn.has_title = False
    drawn.font.size, drawn.font.color.rgb = Pt(SMALL), colour("quiet")
    drawn.plots[0].bubble_scale = max(15, min(100, 300 // max(1, ceil(sqrt(number)))))
    for axis, said in ((drawn.category_axis, picture.columns), (drawn.value_axis, picture.rows)):
        axis.minimum_scale, axis.maximum_scale = 0, 2
        axis.has_major_gridlines = axis.has_minor_gridlines = False
        axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
        axis.format.line.color.rgb = colour("grid")
        axis.has_title = True
        axis.axis_title.text_frame.text = f"{said} →"
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(SMALL)
    drawn.category_axis.crosses_at = drawn.value_axis.crosses_at = 1
