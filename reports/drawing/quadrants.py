"""The two-by-two: each record a circle in its corner, its area its size, side by side so that none covers another."""
from math import ceil, sqrt

from reports.drawing.canvas import Canvas, cut
from reports.pictures import Dot, Quadrants

LEFT, TOP, BOTTOM, GAP = 30, 10, 34, 6
LEAST, MOST = 7.0, 26.0         # radius
NARROW, STACK, SLIM = 480, 104, 26      # pixels: below it the corners stand below each other; how high one is there, and one that holds nothing


def stacked(picture: Quadrants) -> float:
    """How high the corners stand below each other, for a phone."""
    return sum(_high(picture, n) + GAP for n in range(len(picture.corners))) - GAP


def quadrants(on: Canvas, picture: Quadrants) -> None:
    largest = max((d.size for d in picture.dots), default=0) or 1
    if on.width < NARROW:
        _stacked(on, picture, largest)
        return
    wide, high = (on.width - LEFT - 8 - GAP) / 2, (on.height - TOP - BOTTOM - GAP) / 2
    for n, corner in enumerate(picture.corners):
        up, right = _place(n)
        x, y = LEFT + (wide + GAP) * right, TOP + (high + GAP) * (not up)
        on.box((x, y), (wide, high), colour="ground", round_=4)
        mine = _inside(picture, n)
        on.text((x + 10, y + 17), f"{corner} · {len(mine)}", size=10.5, colour="quiet", bold=True)
        _laid(on, mine, (x, y + 24), (wide, high - 28), largest)
    on.text((LEFT + wide + GAP / 2, on.height - 10), f"{picture.columns} →", anchor="middle", size=10, colour="quiet")
    on.text((14, TOP + high), f"{picture.rows} →", anchor="middle", size=10, colour="quiet", turned=True)


def _stacked(on: Canvas, picture: Quadrants, largest: float) -> None:
    y = 0.0
    for n, corner in enumerate(picture.corners):
        mine, high = _inside(picture, n), _high(picture, n)
        on.box((0, y), (on.width, high), colour="ground", round_=4)
        on.text((10, y + 17), cut(f"{corner} · {len(mine)}", on.width - 16, 11, bold=True), size=11, colour="quiet", bold=True)
        _laid(on, mine, (0, y + 22), (on.width, STACK - 24), largest)
        y += high + GAP


def _inside(picture: Quadrants, n: int) -> list[Dot]:
    """What stands in a corner."""
    return [d for d in picture.dots if (d.up, d.right) == _place(n)]


def _high(picture: Quadrants, n: int) -> float:
    return STACK if _inside(picture, n) else SLIM


def _place(n: int) -> tuple[bool, bool]:
    """Whether a corner is above, and whether it is at the right."""
    return n < 2, n % 2 == 1  # noqa: PLR2004 - two rows of two


def _laid(on: Canvas, dots: list[Dot], at: tuple[float, float], room: tuple[float, float], largest: float) -> None:
    """A grid of circles; where there are many they are small, and their names are left to the table beside it."""
    if not dots:
        return
    columns = min(len(dots), max(1, ceil(sqrt(len(dots) * room[0] / room[1] / 1.6))))
    rows = ceil(len(dots) / columns)
    cell = (room[0] / columns, room[1] / rows)
    fits = min(cell[0] / 2 - 4, cell[1] / 2 - 9 if cell[1] > 40 else cell[1] / 2 - 2, MOST)  # noqa: PLR2004 - room for a name below
    for n, dot in enumerate(sorted(dots, key=lambda d: -d.size)):
        x, y = at[0] + cell[0] * (n % columns + 0.5), at[1] + cell[1] * (n // columns + 0.5)
        radius = max(min(LEAST, fits), fits * sqrt(dot.size / largest))
        on.circle((x, y - 6), radius, colour=dot.tone, opacity=0.3, edge=dot.tone)
        on.mark((x, y - 6), dot.tone, min(5, radius * 0.6))
        if cell[1] > 40:  # noqa: PLR2004 - room for a name
            on.text((x, y - 6 + radius + 12), cut(dot.label, cell[0] - 4, 9.5), anchor="middle", size=9.5)
