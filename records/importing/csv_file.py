"""CSV: any encoding, any sign between the cells, quoted line ends, ragged rows."""
from collections import Counter
import csv
import io
from itertools import islice

from records.errors import BadInput
from records.importing.tables import MOST_COLUMNS, MOST_ROWS, Sheet

SIGNS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
LONGEST_CELL = 1_000_000
LOOKED_AT = 200
HEADED = 1.6                                    # a header has no commas in its texts, so a sign that divides it like the rest is likelier
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LOOKED_FOR_WIDTH = 20
UNCLOSED = 400                                  # lines in one cell: a quote was never closed


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return the one sheet a CSV is. Raises BadInput for what is no text or is too large."""
    said, notes = decoded(content)
    csv.field_size_limit(LONGEST_CELL)
    by = sign_between(said)
    if said[:5].lower() == f"sep={by}":
        said = "\n" + said.partition("\n")[2]
    try:
        rows = _rows(said, by)
        if any(cell.count("\n") > UNCLOSED and by in cell for row in rows for cell in row if len(cell) > UNCLOSED):
            rows = _rows(said, by, quoted=False)
            notes.append("A quotation mark is never closed, so quotation marks were read as plain characters.")
    except csv.Error:
        raise BadInput(f"A cell of this file is longer than {LONGEST_CELL:,} characters, so it is no table I can read.") from None
    if ragged := _ragged(rows):
        notes.append(f"{ragged:,} rows have more cells than the others; a cell there may hold the sign that divides cells ({SIGNS[by]}) without quotes.")
    return (Sheet("", rows, notes=tuple(notes), by=by),)


def _ragged(rows: list[list[str]]) -> int:
    """How many rows have a cell beyond all that the first twenty rows fill, where there are few of them."""
    usual = max((len(row) for row in rows[:LOOKED_FOR_WIDTH]), default=0)
    return sum(len(row) > usual for row in rows[LOOKED_FOR_WIDTH:])


def decoded(content: bytes) -> tuple[str, list[str]]:
    """The text, and what was done to read it."""
    notes: list[str] = []
    encoding = next((name for bom, name in BOMS if content.startswith(bom)), _without_bom(content))
    try:
        said = content.decode(encoding)
    except UnicodeDecodeError:
        said, encoding = _western(content)
        notes.append(f"The file is no UTF-8; it was read as {encoding}. Look whether accented letters came through.")
    if "\0" in said:
        said = said.replace("\0", "")
        notes.append("Zero bytes between the characters were left out.")
    return said, notes


def sign_between(said: str) -> str:
    """The sign that divides most rows into the same number of cells, and into most of them."""
    if said[:4].lower() == "sep=" and said[4:5] in SIGNS:
        return said[4]
    best, found = 0.0, ","
    for sign in SIGNS:
        each = [len(row) for row in islice(csv.reader(io.StringIO(said[:200_000], newline=""), delimiter=sign), LOOKED_AT) if row]
        width, agreeing = max(Counter(each).items(), key=lambda w: (w[1] * (w[0] > 1), w[0]), default=(1, 0))
        score = agreeing / max(len(each), 1) * min(width, 12) * (HEADED if each[:1] == [width] else 1) if width > 1 else 0
        if score > best:
            best, found = score, sign
    return found


def _rows(said: str, by: str, *, quoted: bool = True) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(said, newline=""), delimiter=by, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE):
        while row and not row[-1]:
            row.pop()
        if len(row) > 10 * MOST_COLUMNS:
            raise BadInput(f"Row {len(rows) + 1} has {len(row):,} cells; {MOST_COLUMNS} columns is the most.")
        rows.append(row)
        if len(rows) > MOST_ROWS + LOOKED_AT:
            raise BadInput(f"The file has more than {MOST_ROWS:,} rows. Split it.")
    return rows


def _without_bom(content: bytes) -> str:
    """UTF-16 without a mark shows in zero bytes at every other place."""
    head = content[:2000]
    if len(head) > 3 and head.count(0) > len(head) // 4:  # noqa: PLR2004
        return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    return "utf-8"


def _western(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1"
