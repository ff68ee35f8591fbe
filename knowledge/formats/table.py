"""CSV and TSV: one section; each row in a line with the heads of its cells, so that it can be read alone."""
from collections.abc import Iterator, Sequence
import csv
from datetime import date, datetime, time
import io

from knowledge.formats.base import Parsed, Section, named
from knowledge.formats.decoding import decoded
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

SIGNS = ",;\t|"
LONGEST_CELL = 1_000_000
MOST_ROWS, LONGEST_HEAD, MOST_CELLS = 50_000, 80, 2_000_000


def read(content: bytes, name: str) -> Parsed:
    said = decoded(content)
    csv.field_size_limit(LONGEST_CELL)
    try:
        lines = list(told(list(csv.reader(io.StringIO(said, newline=""), delimiter=_sign(said))), name))
    except csv.Error:
        raise BadInput(f"{name} is no table: one of its cells does not end.") from None
    if not lines:
        raise BadInput(f"{name} holds no text.")
    return Parsed(named(name), (Section("", named(name), "\n".join(lines)),))


def _sign(said: str) -> str:
    """The sign between the cells: the one that cuts most of the first rows into the same number of them."""
    def agreeing(sign: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(io.StringIO(said[:50_000], newline=""), delimiter=sign)][:50]
        most = max(set(widths), key=widths.count, default=1)
        return (widths.count(most), most) if most > 1 else (0, 0)
    return max(SIGNS, key=agreeing)


def told(rows: Sequence[Sequence[object]], name: str) -> Iterator[str]:
    """The rows of a table, each in a line with its heads. What stands above the heads is a line as it is, and so are all where there are no heads."""
    if len(rows) > MOST_ROWS or sum(map(len, rows)) > MOST_CELLS:
        raise BadInput(f"{name} is too large to be read: {MOST_ROWS:,} rows and {MOST_CELLS:,} cells are the most. Split it.")
    texts = [[_text(cell) for cell in row] for row in rows]
    top = _heads(texts)
    heads = texts[top] if top is not None else []
    for at, row in enumerate(texts):
        if not any(row) or at == top:
            continue
        if top is None or at < top:
            yield " | ".join(cell for cell in row if cell)
        else:
            yield " | ".join(f"{heads[i]}: {cell}" if i < len(heads) and heads[i] else cell for i, cell in enumerate(row) if cell)
    if top is not None and not any(any(row) for row in texts[top + 1:]):
        yield " | ".join(filter(None, heads))


def _heads(rows: Sequence[Sequence[str]]) -> int | None:
    """The row of the heads: the first one that is as wide as most below it and holds short, different words only."""
    widths = sorted(sum(map(bool, row)) for row in rows[:200] if any(row))
    usual = widths[len(widths) // 2] if widths else 0
    for at, row in enumerate(rows[:20]):
        filled = [cell for cell in row if cell]
        if usual > 1 and len(filled) >= usual:
            are_words = all(len(cell) <= LONGEST_HEAD and not _is_figure(cell) for cell in filled)
            return at if are_words and len(set(filled)) == len(filled) else None
    return None


def _is_figure(cell: str) -> bool:
    return sum(c.isdigit() for c in cell) * 2 > len(cell)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if isinstance(cell, date):
        cell = cell.isoformat()
    said = f"{cell:g}" if isinstance(cell, float) and abs(cell) < 1e6 else str(cell)  # noqa: PLR2004
    return " ".join(clean(said).split())


work = apart(read)
