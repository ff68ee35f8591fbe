"""What a table is, whatever file it came from: sheets of cells, and where in a sheet the header stands."""
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
import re

from records.errors import BadInput
from records.importing.text import is_nothing, told

Cell = str | int | float | bool | date | None
MOST_COLUMNS, MOST_ROWS, LOOKED_AT = 600, 300_000, 40
TOTAL = re.compile(r"(?:grand |sub-?)?(?:total|sum|summe|gesamt|somme)s?\b.{0,30}", re.I)


@dataclass(frozen=True)
class Sheet:
    """One table as it lies in the file, blank rows and all, so that row 1 is row 1. `by` is the sign between its cells, for a CSV."""
    name: str
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    notes: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True)
class Body:
    """A sheet's header and the rows below it, each with its number in the file and as wide as the header."""
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    notes: tuple[str, ...] = ()

    def column(self, at: int) -> list[Cell]:
        return [row[at] for _, row in self.rows]


@dataclass
class _Cut:
    """The rows below a header while they are sorted out."""
    rows: list[tuple[int, tuple[Cell, ...]]] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


def body(sheet: Sheet, fits: Callable[[str], bool]) -> Body | None:
    """Find the header (`fits` says whether a text is a known one) and what stands below; None for a sheet that is no table."""
    top = _header_row(sheet, fits)
    if top is None:
        return None
    width = max((i + 1 for i, cell in enumerate(sheet.rows[top]) if not is_nothing(cell)), default=0)
    width = max(width, _filled_width(sheet.rows[top + 1:top + LOOKED_AT]))
    if width > MOST_COLUMNS:
        raise BadInput(f"The table has {width:,} columns; {MOST_COLUMNS} is the most. Take out those that are not needed and load it again.")
    if len(sheet.rows) - top > MOST_ROWS:
        raise BadInput(f"The table has {len(sheet.rows):,} rows; {MOST_ROWS:,} is the most. Split the file.")
    headers = _named(sheet, top, width)
    end = _second(sheet.rows, top, fits)
    cut = _below(sheet.rows[:end], top, width)
    if end < len(sheet.rows):
        first = ", ".join(told(c, 30) for c in [c for c in sheet.rows[end] if not is_nothing(c)][:3])
        said = f"Rows from row {end + 1} on, another table ({first}), which belongs into a file or a sheet of its own"
        cut.left[said] = sum(map(bool, map(_filled, sheet.rows[end:])))
    notes = [f"The header is in row {top + 1}; what stands above it was left out."] if any(map(_filled, sheet.rows[:top])) else []
    notes += [f"{what}: {number:,} left out." for what, number in cut.left.items()]
    return Body(headers, tuple(cut.rows), (*sheet.notes, *notes))


def _second(rows: Sequence[Sequence[Cell]], top: int, fits: Callable[[str], bool]) -> int:
    """Where another table begins: behind a blank row, with nothing but headers that are known and not those of the first; else behind the last row."""
    first = {str(c).strip() for c in rows[top] if not is_nothing(c)}
    for number in range(top + 2, len(rows)):
        said = [c for c in rows[number] if not is_nothing(c)] if not _filled(rows[number - 1]) else []
        if len(said) > 1 and all(isinstance(c, str) and fits(c.strip()) for c in said) and {str(c).strip() for c in said} != first:
            return number
    return len(rows)


def _below(rows: Sequence[Sequence[Cell]], top: int, width: int) -> _Cut:
    cut, header, after_blank = _Cut(), [str(c).strip() for c in rows[top] if not is_nothing(c)], False
    last = next((n for n in range(len(rows) - 1, top, -1) if _filled(rows[n]) > 1), 0)
    for number in range(top + 1, len(rows)):
        row = rows[number]
        filled = _filled(row)
        if not filled:
            after_blank = True
        elif why := _no_record(row, filled, header, width):
            cut.left[why] += 1
        elif number >= last and _is_total(row):
            cut.left["Rows of totals"] += 1
        elif filled == 1 and width > 2 and number > last and after_blank:  # noqa: PLR2004 - a remark below the table, not a row of it
            cut.left[f"Remarks below the table ({told(next(c for c in row if not is_nothing(c)), 40)})"] += 1
        else:
            cut.rows.append((number + 1, tuple(row) if len(row) == width else (*row[:width], *(None,) * (width - len(row)))))
    return cut


def _no_record(row: Sequence[Cell], filled: int, header: list[str], width: int) -> str:
    """Why a row in the middle of a table is none of it: one text merged over all cells, or the header once more."""
    if 1 < width - 1 <= filled and len(set(row)) == 1:
        return "Headings between the rows"
    if filled == len(header) > 1 and str(row[0]).strip() in header[:1] and [str(c).strip() for c in row if not is_nothing(c)] == header:
        return "Repeated headers"
    return ""


def _filled(row: Sequence[Cell]) -> int:
    """How many cells say something; the many full rows are counted quickly."""
    filled = len(row) - row.count("") - row.count(None)
    return filled if filled > 3 else sum(not is_nothing(cell) for cell in row)  # noqa: PLR2004


def _filled_width(rows: Sequence[Sequence[Cell]]) -> int:
    return max((i + 1 for row in rows for i, cell in enumerate(row) if not is_nothing(cell)), default=0)


def _is_total(row: Sequence[Cell]) -> bool:
    first = next((c for c in row if not is_nothing(c)), None)
    return isinstance(first, str) and TOTAL.fullmatch(first.strip()) is not None


def _header_row(sheet: Sheet, fits: Callable[[str], bool]) -> int | None:
    """The row that reads most like headers: known ones first, else the first wide row of texts."""
    best, found = 0.0, None
    for number, row in enumerate(sheet.rows[:LOOKED_AT]):
        texts = [cell.strip() for cell in row[:MOST_COLUMNS] if isinstance(cell, str) and not is_nothing(cell)]
        if not texts or len(set(texts)) == 1 < len(texts):
            continue                            # a title over merged cells
        known = sum(fits(t) for t in set(texts))
        score = 3 * known + (0.1 * min(len(texts), 20) if len(texts) == _filled(row) else 0) - 0.01 * number
        if score > best and (known or len(texts) > 1):
            best, found = score, number
    return found


def _named(sheet: Sheet, top: int, width: int) -> tuple[str, ...]:
    """The headers, each its own: two that are called alike are told apart by what stands over them, else by number."""
    cells = [*sheet.rows[top], *(None,) * width][:width]
    bare = [" ".join(str(c).split()) if not is_nothing(c) else "" for c in cells]
    over = [*(sheet.rows[top - 1] if top else ()), *(None,) * width][:width]
    counts, seen, names = Counter(bare), Counter[str](), []
    for name, above in zip(bare, over, strict=True):
        full = f"{' '.join(str(above).split())} {name}" if counts[name] > 1 and name and isinstance(above, str) and not is_nothing(above) else name
        seen[full] += 1
        names.append(full if seen[full] == 1 or not full else f"{full} ({seen[full]})")
    return tuple(names)
