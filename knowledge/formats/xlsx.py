"""XLSX: a sheet is a section, its rows in lines with their heads. Hidden sheets are not read, and formulas are what they came to when the file was saved."""
from collections.abc import Iterator, Sequence
import io
from typing import Any
import warnings

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.formats.base import Parsed, Section, named
from knowledge.formats.packing import opened
from knowledge.formats.table import MOST_ROWS, told
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

MOST_SHEETS, MOST_COLUMNS, MOST_BLANK = 200, 500, 5000


def read(content: bytes, name: str) -> Parsed:
    opened(content, name, "xlsx")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheets = [(clean(sheet.title), list(_rows(sheet))) for sheet in book.worksheets[:MOST_SHEETS] if sheet.sheet_state == "visible"]
    except (InvalidFileException, KeyError, ValueError, SyntaxError):
        raise BadInput(f"{name} cannot be read: its text is damaged. Save it anew in the program it came from.") from None
    sections = tuple(Section("", called, text, place=f"sheet {called}") for called, rows in sheets if (text := "\n".join(told(rows, name))))
    if not sections:
        raise BadInput(f"{name} holds no text: its sheets are empty or hidden.")
    return Parsed(named(name), sections)


def _rows(sheet: Any) -> Iterator[Sequence[object]]:
    """The rows that hold something, up to where nothing follows for long: a sheet may say that it has a million of them."""
    sheet.reset_dimensions()
    blank, filled = 0, 0
    for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True):
        blank = 0 if any(cell is not None for cell in row) else blank + 1
        filled += not blank
        if not blank:
            yield row
        if blank > MOST_BLANK or filled > MOST_ROWS:     # one row too many is refused by the next reader
            return


work = apart(read)
