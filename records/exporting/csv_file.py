"""One kind as CSV: UTF-8 that Excel recognises, and no cell that a spreadsheet would take for a formula."""
from collections.abc import Iterator
import csv
import io
import re
from typing import Any

from records.exporting.base import Keeper, References
from records.exporting.tabular import cells, columns
from records.kinds.base import Record

# What a spreadsheet takes for the beginning of a formula, also in the wide letters of Asian keyboards. A ' before it makes it text again;
# text that begins so by itself gets one more, so that taking one off is always right.
FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
MARK = "\ufeff"                         # without it Excel reads UTF-8 as Latin-1
PIECE = 500


def write(keeper: Keeper, kind: type[Record], project: int | None = None) -> Iterator[bytes]:
    """The file piece by piece."""
    shown = columns(keeper, kind, References(keeper))
    piece = io.StringIO()
    piece.write(MARK)
    lines = csv.writer(piece)
    lines.writerow([column.heading for column in shown])
    for number, row in enumerate(cells(keeper, kind, shown, project), 1):
        lines.writerow([_cell(value) for value in row])
        if number % PIECE == 0:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()


def _cell(value: Any) -> str:
    """A value as a cell. Only text can be a formula: -5 as a number stays a number."""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
