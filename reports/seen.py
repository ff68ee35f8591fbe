"""The two pictures of a project that are seen at once: where its money and its dates go, side by side."""
from collections.abc import Iterator

from records.computing import Book
from records.kinds import Project
from reports.blocks import Chart
from reports.charts.burn_up import burn_up
from reports.charts.gantt import gantt
from reports.charts.milestone_trend import milestone_trend
from reports.charts.s_curve import s_curve
from reports.pictures import Gantt

SIDE_BY_SIDE = 2
MOST_BARS = 12                  # a plan of more is a page of its own


def seen_at_once(book: Book, project: Project) -> tuple[Chart, ...]:
    """Two curves; beside one alone, its plan where that is short."""
    curves = [*_drawn(book, project)]
    if len(curves) < SIDE_BY_SIDE and (plan := gantt.run(book, project)) and isinstance(plan.picture, Gantt) and len(plan.picture.bars) <= MOST_BARS:
        curves.append(plan)
    return tuple(curves)


def _drawn(book: Book, project: Project) -> Iterator[Chart]:
    found = 0
    for each in (s_curve, milestone_trend, burn_up):
        if found < SIDE_BY_SIDE and (chart := each.run(book, project)):
            found += 1
            yield chart
