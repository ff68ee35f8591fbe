"""A document as Word writes it: title, headings by their styles, lists that Word counts."""
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from docx import Document

from knowledge.formats.base import Parsed
from knowledge.sample.printing.parts import facts, heading, level, lines, steady

STYLES = {"text": None, "bullet": "List Bullet", "step": "List Number"}
MOMENT = datetime(2026, 1, 15, tzinfo=UTC)


def docx(document: Parsed) -> bytes:
    made = Document()
    made.core_properties.title = document.title
    made.core_properties.created = made.core_properties.modified = MOMENT
    made.add_paragraph(document.title, style="Title")
    for fact in facts(document):
        made.add_paragraph(fact)
    for section in document.sections:
        made.add_heading(heading(section), level(section))
        for kind, some in groupby(lines(section), key=lambda each: each[0]):
            paragraphs = [made.add_paragraph(line, style=STYLES[kind]) for _, line in some]
            if kind == "step":
                _counted_anew(made, paragraphs)
    out = BytesIO()
    made.save(out)
    return steady(out.getvalue())


def _counted_anew(made: Any, paragraphs: Any) -> None:
    """Word counts all lists of a style as one; this one begins at 1."""
    numbering = made.part.numbering_part.numbering_definitions._numbering    # noqa: SLF001 - there is no other way to it
    style = made.styles[STYLES["step"]].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
    number.add_lvlOverride(0).add_startOverride(1)
    for paragraph in paragraphs:
        numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()    # noqa: SLF001 - as above
        numbered.get_or_add_ilvl().val = 0
        numbered.get_or_add_numId().val = number.numId
