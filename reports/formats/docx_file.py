"""DOCX: headings, tables with their heads and pictures with words, so that it can be read aloud and edited on."""
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
import font_source_sans_pro
from resvg_py import svg_to_bytes

from reports.blocks import Block, Card, Chart, Fact, Heading, Table
from reports.drawing import svg
from reports.formats.base import Format, Report, together
from reports.formats.words import SHAPES, lines
from reports.formats.zipped import steady

COLOURS = {"red": RGBColor(0xCF, 0x22, 0x2E), "amber": RGBColor(0x9A, 0x67, 0x00), "green": RGBColor(0x1A, 0x7F, 0x37), "plain": RGBColor(0x57, 0x60, 0x6A)}
WIDE = Cm(16.5)
GRID = "Light List"


def docx(report: Report) -> bytes:
    document = Document()
    document.styles["Normal"].font.size = Pt(10)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.2)
    known = document.core_properties
    known.title, known.author, known.created, known.modified, known.language = report.title, "", report.made, report.made, report.language
    document.add_heading(report.title, 0)
    document.add_paragraph(report.says)
    for kind, blocks in together(report.blocks):
        if kind is Fact:
            _grid(document, ("figure", "value", "how"), [(b.label, b.display, b.how) for b in blocks if isinstance(b, Fact)])
        else:
            for block in blocks:
                _add(document, block)
    made = BytesIO()
    document.save(made)
    return steady(made.getvalue())


def picture(chart: Chart) -> bytes:
    """A chart as PNG, by our own font whatever the machine has."""
    return bytes(svg_to_bytes(svg_string=svg(chart, "light"), zoom=2, background="#ffffff", font_dirs=[font_source_sans_pro.font_directory]))



def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(text):
            document.add_heading(text, 1)
        case Card(title, tone, said):
            head = document.add_paragraph()
            mark = head.add_run(f"{SHAPES[tone]}  " if SHAPES[tone] else "")
            mark.font.color.rgb = COLOURS[tone]
            head.add_run(title).bold = True
            for line in said:
                document.add_paragraph(line, style="List Bullet")
        case Table(title, columns, rows, _, note):
            document.add_paragraph().add_run(title).bold = True
            _grid(document, columns, rows)
            if note:
                document.add_paragraph(note)
        case Chart(title, alt):
            document.add_paragraph().add_run(title).bold = True
            shape = document.add_picture(BytesIO(picture(block)), width=WIDE)
            shape._inline.docPr.set("descr", alt)  # noqa: SLF001 - python-docx has no other way to give a picture its words
        case _:
            for line in lines(block):
                document.add_paragraph(line)


def _grid(document: Any, columns: tuple[str, ...], rows: Any) -> None:
    grid = document.add_table(rows=1, cols=len(columns), style=GRID)
    for cell, said in zip(grid.rows[0].cells, columns, strict=True):
        cell.text = said
    head = grid.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - nor to repeat a table's head on every page
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    head.append(repeated)
    for row in rows:
        for cell, said in zip(grid.add_row().cells, row, strict=True):
            cell.text = said


DOCX = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx)
