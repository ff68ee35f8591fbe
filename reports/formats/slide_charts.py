"""Charts on a slide that PowerPoint can edit: lines and bars as its own charts on axes of days, matrices as its own tables."""
from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from reports.blocks import Chart
from reports.formats.slide_gantt import gantt
from reports.formats.slide_quadrants import quadrants
from reports.formats.slide_tables import grid, one_line
from reports.formats.slides import ACROSS, END, LEFT, TOP, Deck, colour
from reports.pictures import Curve, Gantt, Lines, Matrix, Quadrants

LEAST, TITLE_HIGH = Inches(4.2), Inches(0.36)
DAY_ZERO = date(1899, 12, 30).toordinal()        # from which sheets count their days
DAYS, AMOUNTS, SMALL = "d mmm yy", "#,##0", 11
APART = ("done", "spent", "forecast", "green", "scope", "amber")       # curves of the same kind
DASHED = ("plan", "forecast")
MOST_LABELS = 12                                  # along days
MOST_NAMED = 6                                    # in a cell


def chart(deck: Deck, of: Chart, below: int = 0) -> None:
    """A chart as high as there is room for, on a slide of its own where there is little. `below` it so much is left free."""
    high = (deck.left if deck.left - below >= LEAST else END - TOP) - below
    at = deck.room(high)
    deck.box([[(one_line(of.title), "ink", True)]], (LEFT, at), (ACROSS, TITLE_HIGH), 14)
    place = (LEFT, at + TITLE_HIGH, ACROSS, min(high, END - at) - TITLE_HIGH)
    match of.picture:
        case Lines():
            shape = _lines(deck.slide, of.picture, place)
        case Gantt():
            shape = gantt(deck, of.picture, place)
        case Matrix():
            shape = grid(deck.slide, _cells(of.picture), place)
        case Quadrants():
            shape = quadrants(deck, of.picture, place)
    shape.name = of.title
    shape._element.nvGraphicFramePr.cNvPr.set("descr", of.alt)  # noqa: SLF001 - python-pptx has no other way to give a shape its words
    deck.note(f"{of.title}: {of.alt}")


def _lines(slide: Any, picture: Lines, place: tuple[int, int, int, int]) -> Any:
    is_day = picture.unit == "date"
    ends = [Curve(f"{band.name}, {name}", tuple((day, (low, high)[n]) for day, low, high in band.points), "forecast", "")
            for band in picture.bands for n, name in enumerate(("least", "most"))]
    curves = [*picture.curves, *ends]
    days = sorted({d for c in curves for d, _ in c.points})
    data = CategoryChartData(number_format=DAYS if is_day else AMOUNTS)
    data.categories = days
    for curve in curves:
        data.add_series(curve.name, [None if a is None else a - DAY_ZERO if is_day else a for a in _along(days, curve.points)])
    shape = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *place, data)
    _styled(shape.chart, DAYS if is_day else AMOUNTS)
    _monthly(shape.chart.category_axis, days)
    shape.chart.category_axis.tick_labels.number_format, shape.chart.category_axis.tick_labels.number_format_is_linked = DAYS, False
    shape.chart.has_legend = True
    shape.chart.legend.position, shape.chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    shape.chart.legend.font.size = Pt(SMALL + 1)
    for n, (series, curve) in enumerate(zip(shape.chart.plots[0].series, curves, strict=True)):
        series.smooth = False
        named = APART[n % len(APART)] if is_day else curve.style
        series.format.line.color.rgb, series.format.line.width = colour(named), Pt(1 if curve in ends else 2.25)
        if curve.says and curve.points:
            _labelled(series, days.index(curve.points[-1][0]), curve.says, named)
        if curve.style in DASHED:
            series.format.line.dash_style = MSO_LINE.DASH
    if is_day:
        reached = [a - DAY_ZERO for c in curves for _, a in c.points]
        shape.chart.value_axis.minimum_scale, shape.chart.value_axis.maximum_scale = min(reached) - 14, max(reached) + 14
    return shape


def _labelled(series: Any, point: int, says: str, named: str) -> None:
    """The end of a curve says what it is and what it came to."""
    label = series.points[point].data_label
    label.position = XL_LABEL_POSITION.BELOW if named == "done" else XL_LABEL_POSITION.ABOVE
    run = label.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold, run.font.color.rgb = says, Pt(SMALL), True, colour(named)


def _monthly(axis: Any, days: Sequence[date]) -> None:
    """A label each month, or each so many months where there are many."""
    months = (days[-1] - days[0]).days // 30
    for name, said in (("majorUnit", str(1 + months // MOST_LABELS)), ("majorTimeUnit", "months")):
        axis._element.append(_element(name, said))  # noqa: SLF001 - python-pptx knows no months


def _element(name: str, said: str) -> Any:
    return parse_xml(f'<c:{name} xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" val="{said}"/>')


def _styled(drawn: Any, amounts: str) -> None:
    """Quiet axes: hairlines, small letters, days as days."""
    drawn.has_title = drawn.has_legend = False
    drawn.font.size, drawn.font.color.rgb = Pt(SMALL), colour("quiet")
    drawn.value_axis.major_gridlines.format.line.color.rgb = colour("grid")
    drawn.value_axis.format.line.fill.background()
    drawn.value_axis.tick_labels.number_format, drawn.value_axis.tick_labels.number_format_is_linked = amounts, False
    drawn.category_axis.format.line.color.rgb = colour("grid")


def _along(days: Sequence[date], points: Sequence[tuple[date, float]]) -> list[float | None]:
    """The amounts of a curve on each day between its first and its last, by the line between its points."""
    found: list[float | None] = []
    at, known = 0, list(points)
    for day in days:
        if not known or not known[0][0] <= day <= known[-1][0]:
            found.append(None)
            continue
        while at + 1 < len(known) and known[at + 1][0] <= day:
            at += 1
        (on, amount), (after, later) = known[at], known[min(at + 1, len(known) - 1)]
        found.append(amount + (later - amount) * ((day - on).days / ((after - on).days or 1)))
    return found


def _cells(picture: Matrix) -> list[list[tuple[str, str]]]:
    """Rows of cells, each with its words and its colour, the likeliest above; of what moved where it stood before."""
    def cell(row: int, column: int) -> tuple[str, str]:
        score = row * column
        tone = "red" if score >= picture.red else "amber" if score >= picture.amber else "green"
        here = [f"{s.label} (was {s.was[0]} × {s.was[1]})" if s.was and s.was != (row, column) else s.label
                for s in picture.spots if (s.row, s.column) == (row, column)]
        return ", ".join(here[:MOST_NAMED]) + (f" and {len(here) - MOST_NAMED} more" if len(here) > MOST_NAMED else ""), f"{tone}-pale"
    head = [("", "ground"), *((f"{picture.columns} {n}", "ground") for n in range(1, 6))]
    return [head, *([(f"{picture.rows} {row}", "ground"), *(cell(row, column) for column in range(1, 6))] for row in range(5, 0, -1))]
