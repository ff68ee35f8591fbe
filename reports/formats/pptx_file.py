"""PPTX: a slide for each part, with charts that can be edited and tables that can be selected."""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Any

from pptx import Presentation
from pptx.util import Inches, Pt

from reports.blocks import Block, Card, Chart, Fact, Heading, Table
from reports.formats.base import Format, Report
from reports.formats.slide_charts import LEFT, WIDE, chart, colour
from reports.formats.words import SHAPES, lines
from reports.formats.zipped import steady

HIGH, TOP, ROOM = Inches(7.5), Inches(1.35), Inches(5.6)
MOST_ROWS, MOST_LINES, IN_A_ROW = 12, 9, 4
SHORT = 20                      # letters of a figure that are written large
TITLE_ONLY, TITLE = 5, 0


def pptx(report: Report) -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    known = deck.core_properties
    known.title, known.author, known.created, known.modified, known.language = report.title, "", report.made, report.made, report.language
    first = deck.slides.add_slide(deck.slide_layouts[TITLE])
    _across(first.shapes.title, Inches(2.2), Inches(1.4))
    first.shapes.title.text = report.title
    _across(first.placeholders[1], Inches(3.7), Inches(1))
    first.placeholders[1].text = report.says
    for part in _parts(report):
        for page in part.pages():
            slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
            _across(slide.shapes.title, Inches(0.3), Inches(0.9))
            slide.shapes.title.text = part.title
            slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(28)
            _fill(slide, page)
    made = BytesIO()
    deck.save(made)
    return steady(made.getvalue())


@dataclass
class _Part:
    """What stands under one heading."""
    title: str
    blocks: list[Block] = field(default_factory=list)

    def pages(self) -> Iterator[Sequence[Block]]:
        """A slide of figures and words, then one for each table (cut where it is long) and each chart."""
        said = [b for b in self.blocks if not isinstance(b, Table | Chart)]
        if said:
            yield said
        for block in self.blocks:
            if isinstance(block, Table):
                rows = range(0, max(len(block.rows), 1), MOST_ROWS)
                yield from ([Table(block.title, block.columns, block.rows[n:n + MOST_ROWS], note=block.note)] for n in rows)
            elif isinstance(block, Chart):
                yield [block]


def _parts(report: Report) -> Iterator[_Part]:
    part = _Part(report.title)
    for block in report.blocks:
        if isinstance(block, Heading):
            if part.blocks:
                yield part
            part = _Part(block.text)
        else:
            part.blocks.append(block)
    if part.blocks:
        yield part


def _fill(slide: Any, blocks: Sequence[Block]) -> None:
    match blocks[0]:
        case Table():
            _table(slide, blocks[0])
        case Chart():
            chart(slide, blocks[0])
        case _:
            _said(slide, blocks)


def _said(slide: Any, blocks: Sequence[Block]) -> None:
    """Cards and lines above, figures as tiles below."""
    facts = [b for b in blocks if isinstance(b, Fact)]
    tiles = -(-len(facts) // IN_A_ROW)
    frame = slide.shapes.add_textbox(LEFT, TOP, WIDE - 2 * LEFT, ROOM - Inches(0.95) * tiles).text_frame
    frame.word_wrap = True
    for n, (said, bold, tone) in enumerate(islice(_words(b for b in blocks if not isinstance(b, Fact)), MOST_LINES)):
        line = frame.paragraphs[0] if not n else frame.add_paragraph()
        run = line.add_run()
        run.text, run.font.size, run.font.bold, run.font.color.rgb = said, Pt(16), bold, colour(tone)
    for n, fact in enumerate(facts):
        at = LEFT + (WIDE - 2 * LEFT) * (n % IN_A_ROW) // IN_A_ROW
        box = slide.shapes.add_textbox(at, HIGH - Inches(0.55) - Inches(0.95) * (tiles - n // IN_A_ROW), (WIDE - 2 * LEFT) // IN_A_ROW, Inches(0.9)).text_frame
        box.word_wrap = True
        for number, (said, size, bold) in enumerate(((fact.label, 12, False), (fact.display, 20 if len(fact.display) < SHORT else 12, True))):
            line = box.paragraphs[0] if not number else box.add_paragraph()
            run = line.add_run()
            run.text, run.font.size, run.font.bold, run.font.color.rgb = said, Pt(size), bold, colour("ink" if bold else "quiet")


def _words(blocks: Iterable[Block]) -> Iterator[tuple[str, bool, str]]:
    for block in blocks:
        if isinstance(block, Card):
            yield f"{SHAPES[block.tone]}  {block.title}".strip(), True, block.tone if block.tone != "plain" else "ink"
            yield from ((f"• {said}", False, "ink") for said in block.lines)
        else:
            yield from ((said, False, "ink") for said in lines(block))


def _table(slide: Any, table: Table) -> None:
    title = slide.shapes.add_textbox(LEFT, Inches(1.15), WIDE - 2 * LEFT, Inches(0.4)).text_frame
    title.text = f"{table.title}{f' ({table.note})' if table.note else ''}"
    title.paragraphs[0].font.size = Pt(14)
    shape = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), LEFT, Inches(1.65), WIDE - 2 * LEFT, Inches(0.4) * (len(table.rows) + 1))
    longest = [min(max(len(row[n]) for row in (table.columns, *table.rows)), 40) + 4 for n in range(len(table.columns))]
    for column, letters in zip(shape.table.columns, longest, strict=True):
        column.width = int((WIDE - 2 * LEFT) * letters / sum(longest))
    for r, row in enumerate((table.columns, *table.rows)):
        for c, said in enumerate(row):
            cell = shape.table.cell(r, c)
            cell.text = said
            for line in cell.text_frame.paragraphs:
                line.font.size = Pt(12)


def _across(shape: Any, top: int, high: int) -> None:
    shape.left, shape.top, shape.width, shape.height = LEFT, top, WIDE - 2 * LEFT, high


PPTX = Format("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", pptx)
