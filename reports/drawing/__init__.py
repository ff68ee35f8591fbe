"""Charts drawn as SVG: no library, no script, text stays text."""
from reports.blocks import Chart
from reports.drawing import matrix as cells
from reports.drawing.canvas import Canvas, Theme
from reports.drawing.gantt import gantt, height
from reports.drawing.lines import lines
from reports.drawing.quadrants import NARROW, quadrants, stacked
from reports.pictures import Gantt, Lines, Matrix

WIDE, HIGH, CORNERS = 720, 280, 250


def svg(chart: Chart, theme: Theme = "auto", wide: float = WIDE, high: float = HIGH) -> str:
    """A chart as one SVG with its title and its words for those who cannot see it. The narrower, the larger its letters beside it."""
    picture = chart.picture
    if isinstance(picture, Matrix):
        on = Canvas(cells.WIDTH, cells.HEIGHT, chart.title, chart.alt)
        cells.matrix(on, picture)
    elif isinstance(picture, Gantt):
        on = Canvas(wide, height(picture, wide), chart.title, chart.alt)
        gantt(on, picture)
    elif isinstance(picture, Lines):
        on = Canvas(wide, high, chart.title, chart.alt)
        lines(on, picture)
    else:
        on = Canvas(wide, CORNERS if wide >= NARROW else stacked(picture), chart.title, chart.alt)
        quadrants(on, picture)
    return on.svg(theme)
