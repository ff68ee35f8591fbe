"""The bytes of a Primavera XER file as tables: lines of %T (table), %F (columns), %R (a row), %E (the end), cells parted by tabs."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from records.errors import BadInput
from records.importing.schedule import Gathered

LARGEST = 64 * 1024 * 1024
LONGEST_LINE = 2 * 1024 * 1024
MOST_SHOWN = 200
SAVE_AS = "In Primavera, take File, Export, Primavera PM - (XER), then load that."
KNOWN = ((b"<?xml", "XML; give it the ending .xml"), (b"<", "XML; give it the ending .xml"), (b"PK\x03\x04", "a zip or Office file"),
         (b"\xd0\xcf\x11\xe0", "a binary Office file"), (b"%PDF", "a PDF"), (b"{", "JSON"))
# What a row cannot be understood without; all other columns may be missing at its end.
NEEDED = {"PROJECT": ("proj_id", "proj_short_name"), "PROJWBS": ("wbs_id", "proj_id", "wbs_name"), "CALENDAR": ("clndr_id", "clndr_name"),
          "TASK": ("task_id", "proj_id", "wbs_id", "task_code", "task_name", "task_type", "status_code"),
          "TASKPRED": ("task_id", "pred_task_id", "pred_type"), "RSRC": ("rsrc_id", "rsrc_name"), "TASKRSRC": ("task_id", "rsrc_id")}
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """One row: its cells by column, and where it stands in the file."""
    cells: Cells
    where: str

    def said(self, column: str) -> str:
        return self.cells.get(column, "").strip()


@dataclass
class Tables:
    lines: dict[str, list[Line]] = field(default_factory=dict)
    version: str = ""
    currency: str = ""

    def all(self, table: str) -> Sequence[Line]:
        return self.lines.get(table, ())


def parse(content: bytes, name: str, gathered: Gathered) -> Tables:
    """Read all tables. A row that does not fit its columns is left out with a reason; raises BadInput where it is no XER file."""
    text = _text(content, name, gathered)
    tables, now = Tables(), _Now(gathered)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            gathered.skip(f"line {number:,}", f"It is longer than {LONGEST_LINE // 1024 // 1024} MB and is left out")
            continue
        mark, _, rest = line.rstrip("\r").partition("\t")
        if mark == "ERMHDR":
            header = rest.split("\t")
            tables.version, tables.currency = header[0], header[7] if len(header) > 7 else ""  # noqa: PLR2004 - the eighth is the currency
        elif mark == "%E":
            break
        elif not now.takes(mark, rest, f"line {number:,}", tables) and line.strip():
            now.unmarked(line.rstrip("\r"), f"line {number:,}", tables)
    if not any(tables.lines.values()):
        raise BadInput(f"“{name}” holds no table of a Primavera XER file. {SAVE_AS}")
    return tables


def _text(content: bytes, name: str, gathered: Gathered) -> str:
    start = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00\r\n\t ")
    if not start and not content.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise BadInput(f"“{name}” is empty.")
    if len(content) > LARGEST:
        raise BadInput(f"“{name}” is larger than {LARGEST // 1024 // 1024} MB; export fewer projects at a time.")
    for mark, what in KNOWN:
        if start.startswith(mark):
            raise BadInput(f"“{name}” is no Primavera XER file but {what}. {SAVE_AS}")
    text = _decoded(content, gathered)
    if not text.lstrip().startswith(("ERMHDR", "%T")):
        raise BadInput(f"“{name}” is no Primavera XER file: it does not begin with ERMHDR. {SAVE_AS}")
    if "\x00" in text:
        gathered.note("NUL characters were taken out of the file.")
        text = text.replace("\x00", "")
    return text if "\n" in text else text.replace("\r", "\n")


def _decoded(content: bytes, gathered: Gathered) -> str:
    """UTF-16 by its mark, UTF-8 where every byte fits, else the Windows page that Primavera writes in most places."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        gathered.note("The file is not in UTF-8 and was read as Western European (Windows-1252).")
        return content.decode("cp1252", errors="replace")


class _Now:
    """The table being read, and its columns."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._table = ""
        self._columns: tuple[str, ...] = ()
        self._needed: set[int] = set()
        self._short = False                  # whether the row before had fewer cells than columns

    def takes(self, mark: str, rest: str, where: str, tables: Tables) -> bool:
        if mark == "%T":
            self._table, self._columns, self._short = rest.strip(), (), False
        elif mark == "%F":
            self._columns = tuple(c.strip() for c in rest.split("\t"))
            self._needed = {self._columns.index(c) for c in NEEDED.get(self._table, ()) if c in self._columns}
            tables.lines.setdefault(self._table, [])
        elif mark == "%R":
            self._row(rest.split("\t"), where, tables)
        else:
            return False
        return True

    def unmarked(self, line: str, where: str, tables: Tables) -> None:
        """A line without a mark is left out, and with it the short row before it: a line end in its text has cut it."""
        if self._short:
            cut = tables.lines[self._table].pop()
            self._short = False
            self._gathered.skip(cut.where, f"A line end within its text has cut it; it is left out with the rest of it: “{line[:MOST_SHOWN]}”")
        else:
            self._gathered.skip(where, f"It belongs to no row: “{line[:MOST_SHOWN]}”")

    def _row(self, cells: list[str], where: str, tables: Tables) -> None:
        more, where = len(cells) - len(self._columns), f"{where} ({self._table})"
        self._short = False
        counted = f"It has {len(cells)} cells for {len(self._columns)} columns"
        if not self._columns:
            self._gathered.skip(where, "Its table has no columns; it is left out")
        elif any(cells[len(self._columns):]) or any(i >= len(cells) or not cells[i] for i in (self._needed if more < 0 else ())):
            self._gathered.skip(where, f"{counted} and is left out: “{' | '.join(cells)[:MOST_SHOWN]}”")
        else:
            self._short = more < 0           # Primavera itself leaves out empty cells at the end
            whole = (cell.replace('""', '"') for cell in cells)      # quotes are doubled in this format
            tables.lines[self._table].append(Line(dict(zip(self._columns, whole, strict=False)), where))
