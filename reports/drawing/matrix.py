"""Five by five: each record in its cell, with an arrow from where it was."""
from collections import defaultdict

from reports.drawing.canvas import Canvas, Point, cut
from reports.pictures import Matrix, Spot

LEFT, TOP, CELL, HIGH, FIVE = 46, 12, 78, 46, 5
MOST = 3                        # labels in one cell
HEIGHT = TOP + FIVE * HIGH + 40
WIDTH = LEFT + FIVE * CELL + 12


def matrix(on: Canvas, picture: Matrix) -> None:
    for row in range(1, FIVE + 1):
        for column in range(1, FIVE + 1):
            score = row * column
            tone = "red" if score >= picture.red else "amber" if score >= picture.amber else "green"
            on.box(_corner(row, column), (CELL - 2, HIGH - 2), colour=f"{tone}-pale", round_=3)
        on.text((LEFT - 8, _middle(row, 1)[1] + 4), str(row), anchor="end", size=9.5, colour="quiet")
        on.text((_middle(1, row)[0], TOP + FIVE * HIGH + 13), str(row), anchor="middle", size=9.5, colour="quiet")
    on.text((_middle(1, 3)[0], TOP + FIVE * HIGH + 30), f"{picture.columns} →", anchor="middle", size=10, colour="quiet")
    on.text((12, _middle(3, 1)[1]), f"{picture.rows} →", anchor="middle", size=10, colour="quiet", turned=True)
    for spot in picture.spots:
        if spot.was and spot.was != (spot.row, spot.column):
            _arrow(on, _middle(*spot.was), _middle(spot.row, spot.column))
    _named(on, picture)


def _named(on: Canvas, picture: Matrix) -> None:
    cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
    for spot in picture.spots:
        cells[spot.row, spot.column].append(spot)
    for (row, column), spots in cells.items():
        said = [s.label for s in spots[:MOST]] + ([f"+{len(spots) - MOST}"] if len(spots) > MOST else [])
        x, y = _middle(row, column)
        for n, line in enumerate(said):
            on.text((x, y + 4 + 11 * (n - (len(said) - 1) / 2)), cut(line, CELL - 8, 10), anchor="middle", size=10, bold=True)


def _arrow(on: Canvas, start: Point, end: Point) -> None:
    (x0, y0), (x1, y1) = start, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1
    along, across = ((x1 - x0) / length, (y1 - y0) / length), (-(y1 - y0) / length, (x1 - x0) / length)
    stop = (x1 - along[0] * 17, y1 - along[1] * 17)
    on.circle(start, 2.5, colour="quiet")
    on.line(start, stop, colour="quiet", width=1.2)
    tip = (stop[0] + along[0] * 6, stop[1] + along[1] * 6)
    on.area((tip, (stop[0] + across[0] * 3.5, stop[1] + across[1] * 3.5), (stop[0] - across[0] * 3.5, stop[1] - across[1] * 3.5)), colour="quiet")


def _corner(row: int, column: int) -> Point:
    return LEFT + (column - 1) * CELL, TOP + (FIVE - row) * HIGH


def _middle(row: int, column: int) -> Point:
    x, y = _corner(row, column)
    return x + (CELL - 2) / 2, y + (HIGH - 2) / 2
