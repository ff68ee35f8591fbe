"""Kinds as an Excel workbook, a sheet each: text is only ever text, dates and numbers are what they are, and the head stays in sight."""
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook

from records.exporting.base import Keeper, References
from records.exporting.tabular import Column, cells, columns
from records.kinds.base import Record

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}
LONGEST_CELL, LONGEST_SHEET = 32_767, 1_048_575
CUT = " … (cut: a cell holds no more)"
FIRST_DAY = date(1900, 3, 1)            # before it Excel counts a day that never was
LARGEST_WHOLE = 10**15                  # beyond it Excel rounds
PIECE = 1 << 18
WIDE, MIDDLE, NARROW = 40, 24, 14
FORMATS = {date: "yyyy-mm-dd", Decimal: "#,##0.00"}


def write(keeper: Keeper, kinds: Sequence[type[Record]], now: datetime, project: int | None = None) -> Iterator[bytes]:
    """The workbook, piece by piece; it is built in a file, so that a large one takes little memory."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "export.xlsx"
        with Workbook(file, {**SAFE, "tmpdir": folder}) as book:
            book.set_properties({"created": now.replace(tzinfo=None), "title": "Project Assistant"})
            for kind in kinds:
                _Sheet(book, keeper, kind).fill(project)
        with file.open("rb") as built:
            while piece := built.read(PIECE):
                yield piece


class _Sheet:
    """One kind's sheet while it is written, row by row and never back."""

    def __init__(self, book: Any, keeper: Keeper, kind: type[Record]) -> None:
        self._sheet = book.add_worksheet(kind.kind.many[:31])
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._styles = {of: book.add_format({"num_format": said}) for of, said in FORMATS.items()}
        self._keeper, self._kind = keeper, kind
        self._columns = columns(keeper, kind, References(keeper))

    def fill(self, project: int | None) -> None:
        for number, column in enumerate(self._columns):
            self._sheet.set_column(number, number, _width(column))
            self._sheet.write_string(0, number, column.heading, self._bold)
        self._sheet.freeze_panes(1, 1)
        last = 0
        for last, row in enumerate(cells(self._keeper, self._kind, self._columns, project), 1):
            if last > LONGEST_SHEET:
                self._sheet.write_string(LONGEST_SHEET, 0, "…")
                break
            for number, value in enumerate(row):
                self._cell(last, number, value)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)

    def _cell(self, row: int, number: int, value: Any) -> None:
        """Write a value as what it is; what Excel could not hold is written as text."""
        match value:
            case None | "":
                return
            case bool():
                self._sheet.write_boolean(row, number, value)
            case date() if value >= FIRST_DAY:
                self._sheet.write_datetime(row, number, value, self._styles[date])
            case Decimal() if abs(value) < LARGEST_WHOLE:
                self._sheet.write_number(row, number, float(value), self._styles[Decimal])
            case int() | float() if abs(value) < LARGEST_WHOLE:
                self._sheet.write_number(row, number, value)
            case _:
                self._sheet.write_string(row, number, _fitting(str(value)))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL - len(CUT)] + CUT


def _width(column: Column) -> int:
    """Wide for long text, else as wide as its heading needs."""
    if column.field.type is str and not column.field.choices and column.field.name not in ("key", "source"):
        return WIDE
    return MIDDLE if column.is_name else max(NARROW, len(column.heading) + 3)
