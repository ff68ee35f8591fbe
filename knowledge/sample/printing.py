"""Prints the sample's documents as PDF, so that both formats are there: `python -m knowledge.sample.printing` (needs fpdf2)."""
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

from knowledge.formats import markdown

HERE = Path(__file__).parent
PRINTED = {"handbook.pdf": HERE / "documents" / "handbook.md", "risk_policy.pdf": HERE / "risk_policy.md"}
NAMES = {"edition": "Edition", "effective": "In force from", "type": "Type", "review": "Review"}


def printed(source: Path) -> bytes:
    parsed = markdown.read(source.read_bytes(), source.name)
    page = FPDF(format="A4")
    page.set_creation_date(datetime(2026, 1, 15, tzinfo=UTC))
    page.set_title(parsed.title)
    page.set_margin(25)
    page.add_page()
    _line(page, parsed.title, 20, bold=True)
    for key, value in parsed.about.items():
        _line(page, f"{NAMES.get(key, key)}: {value}", 10)
    for section in parsed.sections:
        page.ln(3)
        page.start_section(f"{section.number} {section.heading}", level=section.number.count("."))
        _line(page, f"{section.number} {section.heading}", 13 if "." not in section.number else 11, bold=True)
        for line in section.text.splitlines():
            if line.strip():
                _line(page, line, 10)
    return bytes(page.output())


def _line(page: FPDF, text: str, size: int, *, bold: bool = False) -> None:
    page.set_font("Helvetica", "B" if bold else "", size)
    page.multi_cell(0, size * 0.55, text, new_x="LMARGIN", new_y="NEXT")


if __name__ == "__main__":
    for name, source in PRINTED.items():
        (HERE / "documents" / name).write_bytes(printed(source))
