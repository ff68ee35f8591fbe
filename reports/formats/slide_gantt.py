"""The plan on a slide: bars that PowerPoint can edit, filled as far as they are done, the critical path in a colour of its own, and a line at today."""
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from language.colours import mixed
from reports.drawing.canvas import LIGHT
from reports.formats.slides import Deck, colour
from reports.pictures import Bar, Gantt

DAY_ZERO = date(1899, 12, 30).toordinal()        # from which sheets count their days
DAYS, SMALL, EDGE = "d mmm yy", 11, 4            # days left and right of bars
INSIDE = (0.27, 0.07, 0.71, 0.8)                 # of the chart, where the bars lie: from the left, from above, wide, high
MILESTONE_DAYS = 2
DONE, CRITICAL, MILESTONE = "done", ", critical path", "milestone"
FILLS = {DONE: "done", "in progress": mixed(LIGHT["done"], "#ffffff", 0.4), "in review": "done", "blocked": "done",
         "to do": mixed(LIGHT["done"], "#ffffff", 0.75)}
FILLS |= {f"{DONE}{CRITICAL}": "red", f"in progress{CRITICAL}": mixed(LIGHT["red"], "#ffffff", 0.4), f"in review{CRITICAL}": "red",
          f"blocked{CRITICAL}": "red", f"to do{CRITICAL}": mixed(LIGHT["red"], "#ffffff", 0.75), MILESTONE: "plain"}
LINED = {"in review": MSO_PATTERN.DARK_VERTICAL, "blocked": MSO_PATTERN.WIDE_UPWARD_DIAGONAL}
NAMESPACE = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


def gantt(deck: Deck, picture: Gantt, place: tuple[int, int, int, int]) -> Any:
    """Bars on an axis of days: what lies before each is a bar that is not seen and has no name."""
    first, last = min(b.start for b in picture.bars).toordinal() - EDGE, max(b.finish for b in picture.bars).toordinal() + EDGE
    data = CategoryChartData(number_format=DAYS)
    data.categories = [f"{b.key.split('-', 1)[-1]}  {_short(b.label)}" for b in picture.bars]
    data.add_series(" ", [b.start.toordinal() - DAY_ZERO for b in picture.bars])
    shown = [name for name in FILLS if any(_days(b)[name] for b in picture.bars)]
    for name in shown:
        data.add_series(name, [_days(b)[name] or None for b in picture.bars], number_format="0.0")
    shape = deck.slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
    _styled(shape.chart, (first - DAY_ZERO, last - DAY_ZERO), len(picture.bars))
    hidden, *series = shape.chart.plots[0].series
    hidden.format.fill.background()
    for each, name in zip(series, shown, strict=True):
        _filled(each, FILLS[name], LINED.get(name.removesuffix(CRITICAL)))
        for n, bar in enumerate(picture.bars) if name == MILESTONE else ():
            if bar.is_point:
                _filled(each.points[n], bar.tone)
    if first <= picture.today.toordinal() <= last:
        _today(deck, picture.today, (picture.today.toordinal() - first) / (last - first), place)
    return shape


def _days(bar: Bar) -> dict[str, float]:
    """How many days of a bar are drawn in which fill."""
    days = dict.fromkeys(FILLS, 0.0)
    if bar.is_point:
        return days | {MILESTONE: float(MILESTONE_DAYS)}
    whole, share = (bar.finish - bar.start).days + 1, min(bar.done, 1)
    end, state = CRITICAL if bar.is_critical else "", bar.state if bar.state != DONE else "to do"
    return days | {f"{DONE}{end}": whole * share, f"{state}{end}": whole * (1 - share)}


def _filled(part: Any, name: str, lined: Any = None) -> None:
    """A part in its colour; with lines across what must be told apart without it."""
    if lined is not None:
        part.format.fill.patterned()
        part.format.fill.pattern = lined
        part.format.fill.fore_color.rgb, part.format.fill.back_color.rgb = colour(name), colour("paper")
        return
    part.format.fill.solid()
    part.format.fill.fore_color.rgb = colour(name)


def _styled(drawn: Any, ends: tuple[int, int], number: int) -> None:
    """Quiet axes, the bars at a known place so that today can be marked, and what each fill means below."""
    drawn.has_title = False
    drawn.font.size, drawn.font.color.rgb = Pt(SMALL), colour("quiet")
    drawn.plots[0].gap_width = 40
    axis, days = drawn.category_axis, drawn.value_axis
    axis.reverse_order = True
    axis.format.line.color.rgb = colour("grid")
    axis.tick_labels.font.size = Pt(max(7, min(SMALL, 220 // number)))
    axis._element.find("{*}noMultiLvlLbl").addprevious(parse_xml(f'<c:tickLblSkip {NAMESPACE} val="1"/>'))  # noqa: SLF001 - every bar has its name
    days.minimum_scale, days.maximum_scale = ends
    days.major_gridlines.format.line.color.rgb = colour("grid")
    days.format.line.fill.background()
    days.tick_labels.number_format, days.tick_labels.number_format_is_linked = DAYS, False
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.legend.font.size = Pt(SMALL)
    _laid(drawn)


def _laid(drawn: Any) -> None:
    area = drawn._chartSpace.chart.plotArea  # noqa: SLF001 - python-pptx knows no layouts
    for old in area.findall("{*}layout"):
        area.remove(old)
    x, y, wide, high = INSIDE
    area.insert(0, parse_xml(
        f'<c:layout {NAMESPACE}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{y}"/><c:w val="{wide}"/><c:h val="{high}"/></c:manualLayout></c:layout>'))


def _today(deck: Deck, today: date, share: float, place: tuple[int, int, int, int]) -> None:
    left, top, wide, high = place
    x = left + int(wide * (INSIDE[0] + INSIDE[2] * share))
    above, below = top + int(high * INSIDE[1]), top + int(high * (INSIDE[1] + INSIDE[3]))
    line = deck.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, above, x, below)
    line.line.color.rgb, line.line.width, line.line.dash_style = colour("ink"), Pt(1.25), MSO_LINE.DASH
    line.name = f"today, {today:%-d %b %Y}"
    deck.box([[(f"today, {today:%-d %b}", "ink", True)]], (x + Inches(0.05), below - Inches(0.22)), (Inches(1.3), Inches(0.22)), SMALL)


def _short(label: str, most: int = 34) -> str:
    return label if len(label) <= most else f"{label[:most - 1].rstrip()}…"
