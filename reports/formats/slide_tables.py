"""Tables on slides: as wide as what stands in their columns asks for, continued on the next slide where they are long, with their head."""
from collections.abc import Iterator, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.util import Emu, Inches, Pt

from language.colours import mixed, readable
from reports.blocks import Table
from reports.drawing.canvas import LIGHT
from reports.formats.slides import ACROSS, END, GAP, LEFT, Deck, colour, cut_to, height_of, write
from reports.formats.words import shares, toned

SIZE, TITLE, TITLE_HIGH, INSIDE, MOST_HIGH = 12, 14 * 1.13, Inches(0.34), Inches(0.1), Inches(1.5)
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"          # the table style of no colours and no lines
MOST_SLIDES = 4                 # of one table; the rest is in the sheet and the document
SIDES = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")
Row = tuple[Sequence[str], int]                            # its cells and its height


def table(deck: Deck, of: Table) -> None:
    widths = [round(ACROSS * share) for share in shares(of.columns, of.rows, 130)]
    head = _high(of.columns, widths, bold=True)
    rows = [(row, _high(row, widths)) for row in (_cut(row, widths) for row in of.rows)]
    slides = 0
    deck.keep(TITLE_HIGH + head + sum(high for _, high in rows))
    while rows or not slides:
        least = TITLE_HIGH + head + (rows[0][1] if rows else 0)
        start = deck.room(least)
        fits = list(_fitting(rows, END - start - TITLE_HIGH - head)) or rows[:1]
        rows = rows[len(fits):]
        slides += 1
        left_out = len(rows) if slides == MOST_SLIDES else 0
        more = f" · {left_out} more rows are in the other formats" if left_out else ""
        _place(deck, of, widths, (head, fits), start, f"{of.title}{' (continued)' if slides > 1 else ''}{more}")
        deck.at = max(deck.at, min(start + TITLE_HIGH + head + sum(high for _, high in fits) + INSIDE, END))
        if left_out:
            break
    if of.note:
        note = cut_to([of.note], ACROSS, SIZE, MOST_HIGH)[0]
        high = height_of([note], ACROSS, SIZE)
        deck.box([[(note, "quiet", False)]], (LEFT, deck.room(high)), (ACROSS, high), SIZE)


def height(of: Table) -> int:
    """How high a table stands with its title and its note, where it is not continued."""
    widths = [round(ACROSS * share) for share in shares(of.columns, of.rows, 130)]
    rows = sum(_high(_cut(row, widths), widths) for row in of.rows)
    note = height_of(cut_to([of.note], ACROSS, SIZE, MOST_HIGH), ACROSS, SIZE) + GAP if of.note else 0
    return TITLE_HIGH + _high(of.columns, widths, bold=True) + rows + INSIDE + note


def grid(slide: Any, cells: Sequence[Sequence[tuple[str, str]]], place: tuple[int, int, int, int], size: int = 13) -> Any:
    """A table of coloured cells, as a matrix has them."""
    shape = slide.shapes.add_table(len(cells), len(cells[0]), *place)
    shape.table.first_row = shape.table.horz_banding = False
    for row, line in zip(shape.table.rows, cells, strict=True):
        row.height = place[3] // len(cells)
        for cell, (said, name) in zip(row.cells, line, strict=True):
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(name)
            write(cell.text_frame, [[(part, "ink", False)] for part in said.split("\n")], size)
    return shape


def _fitting(rows: Sequence[Row], room: int) -> Iterator[Row]:
    for row in rows:
        room -= row[1]
        if room < 0:
            return
        yield row


def _place(deck: Deck, of: Table, widths: Sequence[int], rows: tuple[int, Sequence[Row]], start: int, title: str) -> None:
    head, body = rows
    deck.box([[(one_line(title), "ink", True)]], (LEFT, start), (ACROSS, TITLE_HIGH), 14)
    shape = deck.slide.shapes.add_table(len(body) + 1, len(of.columns), LEFT, start + TITLE_HIGH, sum(widths), head + sum(high for _, high in body))
    shape.name = of.title
    shape._element.nvGraphicFramePr.cNvPr.set("descr", title)  # noqa: SLF001 - python-pptx has no other way to give a shape its words
    made = shape.table
    made.horz_banding = False
    shape._element.graphic.graphicData.tbl.tblPr.find("{*}tableStyleId").text = PLAIN  # noqa: SLF001 - nor to choose a style
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Emu(wide)
    pale = mixed(deck.accent, "#ffffff", 0.88)
    for n, (row, (said, high)) in enumerate(zip(made.rows, [(of.columns, head), *body], strict=True)):
        row.height = high
        for cell, text in zip(row.cells, said, strict=True):
            cell.margin_left = cell.margin_right = INSIDE
            cell.margin_top = cell.margin_bottom = Pt(3)
            tone, shape, rest = toned(text)
            marked = [(shape, tone, True)] if tone else []
            write(cell.text_frame, [[*marked, (rest, readable(deck.accent, pale) if n == 0 else "ink", n == 0)]], SIZE)
            if n == 0:
                cell.fill.solid()
                cell.fill.fore_color.rgb = colour(pale)
            _line_below(cell)


def one_line(title: str) -> str:
    """A title of a table or a chart, no longer than its line."""
    return cut_to([title], ACROSS, TITLE, TITLE_HIGH)[0]


def _cut(row: Sequence[str], widths: Sequence[int]) -> Sequence[str]:
    """A row whose cells have no more than fits well on a slide."""
    return [(cut_to([said], wide - 2 * INSIDE, SIZE, MOST_HIGH) or [""])[0] for said, wide in zip(row, widths, strict=True)]


def _line_below(cell: Any) -> None:
    line = (f'<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="6350"><a:solidFill><a:srgbClr val="{LIGHT["grid"][1:].upper()}"/>'
            "</a:solidFill></a:lnB>")
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))  # noqa: SLF001 - python-pptx knows no lines of cells


def _high(row: Sequence[str], widths: Sequence[int], *, bold: bool = False) -> int:
    return max(height_of([said], wide - 2 * INSIDE, SIZE, bold=bold) for said, wide in zip(row, widths, strict=True)) + int(Pt(7))
