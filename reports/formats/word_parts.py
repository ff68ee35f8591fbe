"""What a Word document is made of, as Word's own XML: paragraphs, lists, tables with their heads. Text goes in as text, whatever it says."""
from collections.abc import Sequence
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from language.colours import mixed, readable
from reports.drawing.canvas import LIGHT
from reports.formats.brand import Brand
from reports.formats.fonts import is_leftward
from reports.formats.words import shares, toned

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PAGE, MARGIN = (11906, 16838), 1134          # A4 and 2 cm, in twips
ROOM = PAGE[0] - 2 * MARGIN
INSIDE = (("top", "40"), ("left", "80"), ("bottom", "40"), ("right", "80"))
GROUND, HAIR = "F6F8FA", "D8DEE4"


def paragraph(runs: Sequence[tuple[str, str, bool]] | str, style: str = "", *, more: str = "") -> Any:
    """A paragraph of runs, each a text, a colour and whether it is bold. `more` are further properties, in Word's words."""
    said = [(runs, "", False)] if isinstance(runs, str) else runs
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    turned = "<w:bidi/>" if is_leftward("".join(text for text, _, _ in said)) else ""
    before, spaced, after = more.partition("<w:spacing")           # Word wants its properties in its order
    return parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{named}{before}{turned}{spaced}{after}</w:pPr>{''.join(_run(*each) for each in said)}</w:p>")


def card(title: Sequence[tuple[str, str, bool]], lines: Sequence[str], tone: str) -> list[Any]:
    """Paragraphs that stand together behind a bar in their colour."""
    edge = f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{tone}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{GROUND}"/>'
    near = '<w:spacing w:before="{}" w:after="0" w:line="280" w:lineRule="auto"/><w:ind w:left="227"/>'
    below = [paragraph(f"•  {line}", more=f"{'<w:keepNext/>' if n < len(lines) - 1 else ''}<w:keepLines/>{edge}{near.format(0)}")
             for n, line in enumerate(lines)]
    return [paragraph(title, more=f"<w:keepNext/><w:keepLines/>{edge}{near.format(120)}"), *below,
            paragraph("", more='<w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/>')]


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], brand: Brand, title: str) -> Any:
    """A table whose head is repeated on every page, whose rows are not torn, and whose columns are as wide as what stands in them asks for."""
    widths = [round(ROOM * share) for share in shares(columns, rows)]
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    pale, accent = (colour[1:].upper() for colour in (mixed(brand.accent, "#ffffff", 0.88), readable(brand.accent, mixed(brand.accent, "#ffffff", 0.88))))
    head = _row(columns, widths, "<w:cantSplit/><w:tblHeader/>", fill=pale, colour=accent, bold=True)
    body = "".join(_row(row, widths, "<w:cantSplit/>") for row in rows)
    line = f'<w:{{}} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
    inside = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in INSIDE)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblW w:w=\"{sum(widths)}\" w:type=\"dxa\"/>"
        f'<w:tblBorders>{line.format("top")}{line.format("bottom")}{line.format("insideH")}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{inside}</w:tblCellMar>"
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(_fit(title))}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>")


def _row(cells: Sequence[str], widths: Sequence[int], properties: str, *, fill: str = "", colour: str = "", bold: bool = False) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    keep = "<w:keepNext/>" if bold else ""
    made = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>{keep}'
                   f"{'<w:bidi/>' if is_leftward(said) else ''}</w:pPr>{_marked(said, colour, bold=bold)}</w:p></w:tc>"
                   for said, wide in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def _marked(said: str, colour: str, *, bold: bool) -> str:
    tone, shape, rest = toned(said)
    return f"{_run(shape, LIGHT[tone][1:].upper())}{_run(rest, colour, bold)}" if tone else _run(said, colour, bold)


def _run(text: str, colour: str = "", bold: bool = False) -> str:  # noqa: FBT001, FBT002 - the parts of a run
    parts = f"{'<w:b/><w:bCs/>' if bold else ''}{f'<w:color w:val={quoteattr(colour)}/>' if colour else ''}{'<w:rtl/>' if is_leftward(text) else ''}"
    return f'<w:r><w:rPr>{parts}</w:rPr><w:t xml:space="preserve">{escape(_fit(text))}</w:t></w:r>'


def _fit(text: str) -> str:
    """Without what no XML may hold."""
    return UNFIT.sub("", text)
