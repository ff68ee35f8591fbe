"""A document as a workbook: a sheet for each section, a row for each line of its table."""
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from knowledge.formats.base import Parsed

WIDTH = 28


def xlsx(document: Parsed) -> bytes:
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": document.title, "created": datetime(2026, 1, 15, tzinfo=UTC).replace(tzinfo=None)})
    bold = book.add_format({"bold": True})
    for section in document.sections:
        sheet = book.add_worksheet(section.heading)
        sheet.set_column(0, 10, WIDTH)
        for number, line in enumerate(section.text.splitlines()):
            sheet.write_row(number, 0, line.split(" | "), None if number else bold)
    book.close()
    return out.getvalue()
