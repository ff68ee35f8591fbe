"""How long a report may be: its parts are shortened, the least important first, until they fit; what had to go is named, to be asked for.

The heights are those of the page on paper, in points, as near as can be told without setting it.
"""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
import math

from reports.blocks import Block, Card, Chart, Choices, Fact, Heading, Sources, Table, Text
from reports.drawing.gantt import height as gantt_height
from reports.drawing.matrix import HEIGHT as MATRIX_HEIGHT
from reports.drawing.matrix import WIDTH as MATRIX_WIDTH
from reports.formats.base import together
from reports.pictures import Gantt, Matrix, Quadrants

PAGE, TOP = 750, 62                 # what a page holds, and what its title takes
LINE, LETTERS = 11.8, 120           # a line of text and how many letters stand in it
HEADING, ROW, HEAD = 39, 14, 30   # of a part; of a table its rows, and its title with its columns
FACT, CARD, CARD_LETTERS = 40, 32, 54
CHART, GAP = 24, 7                  # a chart's title and space; between blocks
WIDE = 494                          # a drawing on paper
DRAWN_ON = 720                      # of which it is a part
SCALE = WIDE / DRAWN_ON
PAIR = 138                          # two drawings side by side
LEVELS = ((3, 0), (5, 0), (5, 1), (8, 1))         # rows of a table and charts of a part, from short to long; shorter still is brief, longer is whole
BRIEF, DRAWN, WHOLE = -1, 2, len(LEVELS)
CORE = 8                            # parts that are wanted most
FEW = 4                             # figures of a part in brief


@dataclass(frozen=True)
class Part:
    """What stands under one heading. The higher its `rank` the sooner it is shortened; 0 stays whole. What is `sure` is shortened, but never left out."""
    name: str
    title: str
    blocks: tuple[Block, ...]
    rank: int
    sure: bool = False


def fitted(parts: Sequence[Part], pages: float) -> tuple[list[Part], list[str]]:
    """The parts as long as they may be on so many pages, in their order, and the titles of those that had to go.

    The most wanted ones come first, and grow to rows and a picture before the others come at all.
    """
    room, wanted = pages * PAGE - TOP, sorted((p for p in parts if p.rank), key=lambda p: p.rank)
    if sum(map(height, parts)) <= room:
        return list(parts), []
    kept = {p.name: _at(p, 0) if p.rank else p for p in parts if p.sure or not p.rank}
    for part, level in (*_growing(wanted[:CORE], DRAWN), *_growing(wanted, WHOLE)):
        if part.name in kept or level == BRIEF:
            longer, last = _at(part, level), kept.get(part.name)
            more = height(longer) - (height(last) if last else 0)
            if 0 < more <= room - sum(map(height, kept.values())):
                kept[part.name] = longer
    return [kept[p.name] for p in parts if p.name in kept], [p.title for p in parts if p.name not in kept and p.title]


def _growing(parts: Sequence[Part], longest: int) -> Iterator[tuple[Part, int]]:
    """Each part at each length, from brief on: all of them at one before any at the next."""
    yield from ((part, level) for level in range(BRIEF, longest + 1) for part in parts)


def _at(part: Part, level: int) -> Part:
    """A part in brief, at a length, or whole."""
    if level == BRIEF:
        return replace(part, blocks=brief(part.blocks))
    return part if level == WHOLE else replace(part, blocks=shortened(part.blocks, *LEVELS[level]))


def brief(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What a part says in a sentence or two and a row of figures; where that is little, the first rows of its first table."""
    said, figures = [b for b in blocks if isinstance(b, Text | Card)], [b for b in blocks if isinstance(b, Fact)][:FEW]
    first = [] if said or len(figures) > 1 else [b for b in blocks if isinstance(b, Table)][:1]
    return (*said, *figures, *shortened(first, *LEVELS[0]))


def shortened(blocks: Sequence[Block], rows: int, charts: int) -> tuple[Block, ...]:
    """The blocks with so many rows in a table and so many charts; what one may say next is left to the whole."""
    drawn = [b for b in blocks if isinstance(b, Chart)][:charts]
    return tuple(_fewer(b, rows) if isinstance(b, Table) else b for b in blocks if not isinstance(b, Chart | Choices) or b in drawn)


def _fewer(table: Table, most: int) -> Table:
    if len(table.rows) <= most + 1:
        return table
    return replace(table, rows=table.rows[:most], keys=table.keys[:most], note=f"And {len(table.rows) - most} more. {table.note}".strip())


def height(part: Part) -> float:
    """How high a part stands on paper."""
    return (HEADING if part.title else 0) + sum(_height(kind, blocks) + GAP for kind, blocks in together(part.blocks))


def _height(kind: type[Block], blocks: Sequence[Block]) -> float:
    if kind is Fact:
        return FACT * math.ceil(len(blocks) / 4)
    if kind is Card:
        cards = [_card(b) for b in blocks if isinstance(b, Card)]
        return sum(max(cards[n:n + 2]) for n in range(0, len(cards), 2))
    if kind is Chart and len(blocks) > 1:
        return (CHART + PAIR) * math.ceil(len(blocks) / 2)
    return sum(map(_one, blocks))


def _one(block: Block) -> float:
    match block:
        case Heading():
            return HEADING
        case Text(text):
            return LINE * _lines(text, LETTERS)
        case Table():
            return HEAD + sum(_row(row, len(block.columns)) for row in block.rows) + (LINE if block.note else 0)
        case Chart():
            return CHART + _drawing(block)
        case Sources():
            return LINE
        case _:
            return LINE * 3


def _row(row: Sequence[str], columns: int) -> float:
    """A row is as high as its longest cell; cells share the width by how long they are."""
    total = sum(map(len, row)) + 3 * columns
    return ROW * max(1, math.ceil(total / (LETTERS * 1.15)))


def _card(card: Card) -> float:
    return CARD + sum(LINE * _lines(line, CARD_LETTERS) for line in card.lines)


def _drawing(chart: Chart) -> float:
    match chart.picture:
        case Gantt():
            return gantt_height(chart.picture, DRAWN_ON) * SCALE
        case Matrix():
            return MATRIX_HEIGHT * WIDE / MATRIX_WIDTH
        case Quadrants():
            return 250 * SCALE
        case _:
            return 280 * SCALE


def _lines(text: str, letters: int) -> int:
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))
