"""DOCX: headings, tables with their heads and pictures with words, so that it can be read aloud and edited on; in the office's colours and font."""
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor, Twips

from language.colours import readable
from reports.blocks import Block, Card, Chart, Fact, Heading, Table
from reports.drawing import svg
from reports.drawing.canvas import LIGHT
from reports.formats.base import Format, Report, together
from reports.formats.brand import Brand
from reports.formats.pictures import logo_png, png_of
from reports.formats.word_parts import MARGIN, PAGE, card, paragraph, table
from reports.formats.words import SHAPES, lines
from reports.formats.zipped import steady
from reports.pictures import Matrix

WIDE, NARROW = Cm(17), Cm(10.5)         # of a chart, and of one that is as high as it is wide
PAPER = 620                             # pixels that a chart is wide
LOGO = Cm(1.1)
LAST_TOGETHER = 5                       # elements of the body, the last of which are its properties
LAST_ROWS = 2                           # of a table
QUIET = "57606A"


def docx(report: Report) -> bytes:
    document = Document()
    _set_up(document, report)
    _edges(document.sections[0], report)
    body = document.element.body
    document.add_paragraph(report.title, style="Title")
    if report.says:
        document.add_paragraph(report.says, style="Subtitle")
    for kind, blocks in together(report.unpaged):
        if kind is Fact:
            rows = [(b.label, b.display, b.how) for b in blocks if isinstance(b, Fact)]
            _put(body, table(("figure", "value", "how"), rows, report.brand, "Figures"), paragraph("", more='<w:spacing w:after="0"/>'))
        else:
            for block in blocks:
                _add(document, block, report.brand)
    _end_together(body)
    made = BytesIO()
    document.save(made)
    return steady(made.getvalue())


def _end_together(body: Any) -> None:
    """The last lines stand with what is before them, so that they get no page of their own."""
    for element in [*body][-LAST_TOGETHER:-2]:
        rows = [*element.iter(qn("w:tr"))][-LAST_ROWS:]             # a long table may begin before
        for said in (p for part in rows or [element] for p in part.iter(qn("w:p"))):
            said.get_or_add_pPr().get_or_add_keepNext()


def _add(document: Any, block: Block, brand: Brand) -> None:
    body = document.element.body
    match block:
        case Heading(text):
            document.add_paragraph(text, style="Heading 1")
        case Card(title, tone, said):
            colour = LIGHT[tone][1:].upper()
            mark = [(f"{SHAPES[tone]}  ", colour, True)] if SHAPES[tone] else []
            _put(body, *card([*mark, (title, "", True)], said, colour))
        case Table(title, columns, rows, _, note):
            _put(body, paragraph(title, "Caption"), table(columns, rows, brand, title), paragraph(note, more='<w:spacing w:before="60" w:after="120"/>'))
        case Chart(title, alt):
            _put(body, paragraph(title, "Caption", more="<w:keepNext/>"))
            shape = document.add_picture(BytesIO(png_of(svg(block, "light", PAPER))), width=NARROW if isinstance(block.picture, Matrix) else WIDE)
            shape._inline.docPr.set("descr", alt)  # noqa: SLF001 - python-docx has no other way to give a picture its words
        case _:
            _put(body, *map(paragraph, lines(block)))


def _put(body: Any, *elements: Any) -> None:
    """Behind what stands there already, before the properties of the section, which stand last."""
    for element in elements:
        body.insert(len(body) - 1, element)


def _set_up(document: Any, report: Report) -> None:
    known, brand = document.core_properties, report.brand
    known.title, known.author, known.created, known.modified, known.language = report.title, brand.name, report.made, report.made, report.language
    accent, ink = (RGBColor.from_string(colour[1:].upper()) for colour in (readable(brand.accent, "#ffffff"), brand.ink))
    for name, size, colour, before, after in (("Normal", 10, ink, 0, 6), ("Title", 22, accent, 0, 2), ("Subtitle", 9.5, RGBColor.from_string(QUIET), 0, 10),
                                              ("Heading 1", 14, accent, 18, 4), ("Caption", 10, ink, 10, 3)):
        _style(document.styles[name], brand.office_font, size, colour, (before, after))
    cell = document.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    _style(cell, brand.office_font, 9, ink, (0, 0))
    for name in ("Title", "Heading 1", "Caption"):
        document.styles[name].paragraph_format.keep_with_next = True
        document.styles[name].font.bold = True
    document.styles["Subtitle"].font.italic = False
    for ruled in document.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        document.styles["Title"].element.pPr.remove(ruled)
    for usual in document.styles.element.iter(qn("w:lang")):
        usual.set(qn("w:val"), report.language)


def _style(style: Any, font: str, size: float, colour: Any, around: tuple[float, float]) -> None:
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(around[0]), Pt(around[1])
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):       # a theme's font would win over a named one
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)
    for spaced in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spaced)


def _edges(section: Any, report: Report) -> None:
    """A4 with the office's logo above and the title and page number below."""
    section.page_width, section.page_height = Twips(PAGE[0]), Twips(PAGE[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(MARGIN)
    if report.brand.logo:
        above = section.header.paragraphs[0]
        above.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        shape = above.add_run().add_picture(BytesIO(logo_png(report.brand)), height=LOGO)
        shape._inline.docPr.set("descr", f"Logo of {report.brand.name}".strip())  # noqa: SLF001 - see above
    below = section.footer.paragraphs[0]
    below.style.font.size, below.style.font.color.rgb = Pt(8), RGBColor.from_string(QUIET)
    below.add_run(f"{report.title} · ")
    _number(below.add_run())


def _number(run: Any) -> None:
    """The number of the page, as a field that Word fills."""
    for part in ("begin", "", "end"):
        if part:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), part)
        else:
            mark = parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>')
        run._r.append(mark)  # noqa: SLF001 - python-docx knows no fields


DOCX = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx)
