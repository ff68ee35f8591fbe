"""A document as PDF, with a bookmark for each heading."""
from datetime import UTC, datetime

from fpdf import FPDF

from knowledge.formats.base import Parsed
from knowledge.sample.printing.parts import facts, heading, level


def pdf(document: Parsed) -> bytes:
    page = FPDF(format="A4")
    page.set_creation_date(datetime(2026, 1, 15, tzinfo=UTC))
    page.set_title(document.title)
    page.set_margin(25)
    page.add_page()
    _line(page, document.title, 20, bold=True)
    for fact in facts(document):
        _line(page, fact, 10)
    for section in document.sections:
        page.ln(3)
        page.start_section(heading(section), level=level(section) - 1)
        _line(page, heading(section), 13 if level(section) == 1 else 11, bold=True)
        for line in section.text.splitlines():
            if line.strip():
                _line(page, line, 10)
    return bytes(page.output())


def _line(page: FPDF, text: str, size: int, *, bold: bool = False) -> None:
    page.set_font("Helvetica", "B" if bold else "", size)
    page.multi_cell(0, size * 0.55, text, new_x="LMARGIN", new_y="NEXT")
