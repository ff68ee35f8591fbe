"""Charts on a slide that PowerPoint can edit: lines and bars as its own charts, matrices as its own tables."""
from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Inches, Pt

from reports.blocks import Chart
from reports.drawing.canvas import LIGHT
from reports.pictures import Gantt, Lines, Matrix, Quadrants

WIDE, LEFT = Inches(13.333), Inches(0.6)


def chart(slide: Any, of: Chart) -> None:
    says = slide.shapes.add_textbox(LEFT, Inches(1.1), WIDE - 2 * LEFT, Inches(0.4)).text_frame
    says.text = of.title
    says.paragraphs[0].font.size = Pt(14)
    place = (LEFT, Inches(1.6), WIDE - 2 * LEFT, Inches(5.4))
    match of.picture:
        case Lines():
            shape = _lines(slide, of.picture, place)
        case Gantt():
            shape = _gantt(slide, of.picture, place)
        case Matrix():
            shape = _grid(slide, _cells(of.picture), place)
        case Quadrants():
            shape = _grid(slide, _corners(of.picture), place)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", of.alt)  # noqa: SLF001 - python-pptx has no other way to give a shape its words


def _lines(slide: Any, picture: Lines, place: Any) -> Any:
    days = sorted({d for c in picture.curves for d, _ in c.points})
    data = CategoryChartData(number_format="#,##0" if picture.unit != "date" else "yyyy-mm-dd")
    data.categories = days
    for curve in picture.curves:
        data.add_series(curve.name, _along(days, curve.points))
    shape = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *place, data)
    shape.chart.has_legend, shape.chart.has_title = True, False
    shape.chart.legend.position, shape.chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for series, curve in zip(shape.chart.plots[0].series, picture.curves, strict=True):
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = colour(curve.style), Pt(2.25)
    return shape


def _along(days: Sequence[date], points: Sequence[tuple[date, float]]) -> list[float | None]:
    """The amounts of a curve on each day between its first and its last, by the line between its points."""
    found: list[float | None] = []
    at, known = 0, list(points)
    for day in days:
        if not known[0][0] <= day <= known[-1][0]:
            found.append(None)
            continue
        while at + 1 < len(known) and known[at + 1][0] <= day:
            at += 1
        (on, amount), (after, later) = known[at], known[min(at + 1, len(known) - 1)]
        found.append(amount + (later - amount) * ((day - on).days / ((after - on).days or 1)))
    return found


def _gantt(slide: Any, picture: Gantt, place: Any) -> Any:
    """Bars on the days from the first one on: the room before each is a bar that is not seen."""
    first = min(b.start for b in picture.bars)
    data = CategoryChartData(number_format="0")
    data.categories = [f"{b.key.split('-', 1)[-1]} {b.label}" for b in picture.bars]
    data.add_series(f"days from {first:%-d %b %Y}", [(b.start - first).days for b in picture.bars])
    data.add_series("days of work", [(b.finish - b.start).days + 1 for b in picture.bars])
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
    drawn = shape.chart
    drawn.has_legend = drawn.has_title = False
    drawn.category_axis.reverse_order = True
    drawn.category_axis.tick_labels.font.size = drawn.value_axis.tick_labels.font.size = Pt(9)
    hidden, shown = drawn.plots[0].series
    drawn.plots[0].gap_width = 40
    hidden.format.fill.background()
    for n, bar in enumerate(picture.bars):
        fill = shown.points[n].format.fill
        fill.solid()
        fill.fore_color.rgb = colour("red" if bar.is_critical or (bar.is_point and bar.tone == "red") else "done")
    return shape


def _cells(picture: Matrix) -> list[list[tuple[str, str]]]:
    """Rows of cells, each with its words and its colour, the likeliest above."""
    def cell(row: int, column: int) -> tuple[str, str]:
        score = row * column
        tone = "red" if score >= picture.red else "amber" if score >= picture.amber else "green"
        return ", ".join(s.label for s in picture.spots if (s.row, s.column) == (row, column)), f"{tone}-pale"
    head = [("", "ground"), *((f"{picture.columns} {n}", "ground") for n in range(1, 6))]
    return [head, *([(f"{picture.rows} {row}", "ground"), *(cell(row, column) for column in range(1, 6))] for row in range(5, 0, -1))]


def _corners(picture: Quadrants) -> list[list[tuple[str, str]]]:
    places = ((True, False), (True, True), (False, False), (False, True))
    named = [("\n".join((name, *(d.label for d in picture.dots if (d.up, d.right) == at))), "ground") for name, at in zip(picture.corners, places, strict=True)]
    return [named[:2], named[2:]]


def _grid(slide: Any, cells: list[list[tuple[str, str]]], place: Any) -> Any:
    shape = slide.shapes.add_table(len(cells), len(cells[0]), *place)
    shape.table.first_row = shape.table.horz_banding = False
    for r, row in enumerate(cells):
        for c, (said, name) in enumerate(row):
            cell = shape.table.cell(r, c)
            cell.text = said
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(name)
            for line in cell.text_frame.paragraphs:
                line.font.size, line.font.color.rgb = Pt(14), colour("ink")
    return shape


def colour(name: str) -> RGBColor:
    """One of the colours that our own charts have."""
    found: RGBColor = RGBColor.from_string(LIGHT[name].removeprefix("#").upper())
    return found
