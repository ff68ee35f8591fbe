"""XLSX: the sheets of a workbook with the values its formulas had when it was saved. What it would unfold to is counted before anything is unfolded."""
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
import io
import re
from typing import Any
import warnings
import zipfile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from records.errors import BadInput
from records.importing.tables import MOST_COLUMNS, MOST_ROWS, Cell, Sheet

MOST_UNFOLDED, MOST_PARTS, MOST_SHEETS, MOST_FILLED, MOST_BLANK = 120 << 20, 2000, 60, 20_000, 5000
RATIO = 300                                     # above: nobody's work looks like that; 100,000 alike rows come to about 60
MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
UNCOMPUTED = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>|<f\b[^>]*/>\s*(?:<v\s*/>)?\s*</c>")
PIECE = 1 << 20


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook. Raises BadInput for what is no workbook, damaged, locked or blown up."""
    sheets = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folded, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _refuse_blown(folded)
            book: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets[:MOST_SHEETS]:
                merged, uncomputed = _looked(folded, sheet._worksheet_path)  # noqa: SLF001 - read-only sheets say it nowhere else
                rows = _filled(list(_rows(sheet)), merged)
                notes = [f"{uncomputed:,} formulas were saved without their results and are empty here; open and save the file once."] if uncomputed else []
                sheets.append(Sheet(sheet.title, rows, sheet.sheet_state != "visible", tuple(notes)))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, NotImplementedError, OSError) as broken:
        raise BadInput("This is no workbook that can be opened: it is damaged, locked with a password, or something else under that name.") from broken
    return tuple(sheets)


def is_workbook(content: bytes) -> bool:
    """Whether a zip holds a workbook; damaged ones do not."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folded:
            return "xl/workbook.xml" in folded.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _refuse_blown(folded: zipfile.ZipFile) -> None:
    parts = folded.infolist()
    unfolded, packed = sum(p.file_size for p in parts), sum(p.compress_size for p in parts)
    if len(parts) > MOST_PARTS or unfolded > MOST_UNFOLDED or unfolded > RATIO * max(packed, 1 << 16):
        raise BadInput(f"This workbook unfolds to {unfolded >> 20} MB in {len(parts):,} parts, which no table of a project office does; it was not opened.")


def _looked(folded: zipfile.ZipFile, path: str) -> tuple[list[str], int]:
    """Which cells are merged, and how many formulas have no result, by a glance over the sheet's text."""
    merged: list[str] = []
    uncomputed, tail = 0, b""
    with folded.open(path.lstrip("/")) as sheet:
        while piece := sheet.read(PIECE):
            seen = tail + piece
            cut = max(seen.rfind(b"</c>") + 4, seen.rfind(b"/>") + 2, 0) if len(piece) == PIECE else len(seen)
            merged += [m.decode() for m in MERGED.findall(seen[:cut])]
            uncomputed += len(UNCOMPUTED.findall(seen[:cut])) if b"<f" in seen else 0
            tail = seen[cut:][-PIECE:]
    return merged, uncomputed


def _rows(sheet: Any) -> Iterator[list[Cell]]:
    percents: dict[int, bool] = {}
    blank = filled = 0
    for row in sheet.iter_rows():
        cells = [None if c.value is None else _cell(c, percents) for c in row]
        while cells and cells[-1] is None:
            cells.pop()
        if len(cells) > 10 * MOST_COLUMNS:
            raise BadInput(f"A row has {len(cells):,} cells; {MOST_COLUMNS} columns is the most.")
        blank, filled = (0, filled + 1) if cells else (blank + 1, filled)
        if filled > MOST_ROWS:
            raise BadInput(f"The sheet has more than {MOST_ROWS:,} rows. Split it.")
        if blank > MOST_BLANK:
            return                              # somebody once formatted a cell far below
        yield cells


def _cell(cell: Any, percents: dict[int, bool]) -> Cell:
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        style = cell._style_id  # noqa: SLF001 - the number format behind it is looked up once for each style, not for each cell
        if style not in percents:
            percents[style] = "%" in (cell.number_format or "")
        return f"{value * 100:.10g}%" if percents[style] else value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, timedelta):
        return f"{value.total_seconds() / 3600:.4g}h"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return value if isinstance(value, (str, bool, date)) else str(value)


def _filled(rows: list[list[Cell]], merged: list[str]) -> list[list[Cell]]:
    """The rows with every merged cell's value in all the places it covers, as long as that stays a few."""
    left = MOST_FILLED
    for ref in merged:
        first, top, last, bottom = (int(n or 0) for n in range_boundaries(ref))
        left -= (last - first + 1) * (bottom - top + 1)
        if left < 0 or top > len(rows) or first > len(rows[top - 1]):
            continue
        value = rows[top - 1][first - 1]
        for row in rows[top - 1:bottom]:
            row.extend([None] * (last - len(row)))
            row[first - 1:last] = [value] * (last - first + 1)
    return rows
