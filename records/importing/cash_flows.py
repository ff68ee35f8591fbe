"""Cash flows by period in a sheet: years or months across the columns, or down the rows."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
import re

from records.importing import numbers
from records.importing.amounts import Amounts, reading
from records.importing.base import Skipped
from records.importing.periods import OPTION, bare, is_sum, relative_of, run_of, sign_of, version_of, year_of
from records.importing.tables import Cell, Sheet
from records.importing.text import is_nothing, plainly, sound, told

PERIOD = frozenset(("year", "period", "month", "fy", "financial year", "fiscal year", "quarter", "date", "jahr"))
FIRST_YEAR = ("start year", "base year", "first year", "starting year", "first year of the case")
OWNERS = frozenset(("owner", "benefit owner", "line owner", "responsible", "accountable", "accountable owner", "person responsible"))
OPEN = re.compile(r"tb[acd]|n\W?a|open|none|unknown|x|\W*", re.I)                # an amount that nobody knows yet
LOOKED_AT = 40
Row = Sequence[Cell]


@dataclass(frozen=True)
class Line:
    """Which line an amount belongs to: of which option, named how, and whether it is approved ("amount") or forecast."""
    option: str
    title: str
    version: str


@dataclass
class Flows:
    """What was found so far: the sum of each line and year, the row where a line stands, and what was left out."""
    sums: dict[tuple[Line, int], Decimal] = field(default_factory=dict)
    where: dict[tuple[str, str], str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    turned: int = 0                             # costs written without a minus
    totals: dict[str, list[str]] = field(default_factory=dict)           # lines that only sum up others, with their rows
    owners: dict[tuple[str, str], str] = field(default_factory=dict)     # of a line, by option and title
    notes: list[str] = field(default_factory=list)
    usual: numbers.Style = numbers.PLAIN        # how the office writes numbers

    def add(self, line: Line, year: int, amount: Decimal, where: str) -> None:
        self.sums[line, year] = self.sums.get((line, year), Decimal(0)) + amount
        self.where.setdefault((line.option, line.title), where)


@dataclass
class _Place:
    """What the headings above a row say of it."""
    option: str = ""
    sign: int = 0
    version: str = ""

    def hear(self, heading: str) -> bool:
        """Whether a heading says anything of the rows below it."""
        if OPTION.fullmatch(heading.strip()):
            self.option, self.sign, self.version = " ".join(heading.split()).strip(" :"), 0, version_of(heading)
            return True
        self.sign = sign_of(heading) or self.sign
        self.version = version_of(heading) or self.version
        return bool(sign_of(heading) or version_of(heading))


def is_across(sheet: Sheet, first: int | None) -> bool:
    """Whether a row of periods stands above amounts."""
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        years = run_of(row, first)
        if years and not isinstance(row[0], (int, float)) and _has_amounts(sheet.rows[at + 1:at + LOOKED_AT], years):
            return True
    return False


def down_at(sheet: Sheet) -> tuple[int, int] | None:
    """The header's row and the column of periods, when these run down the rows."""
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        for column, cell in enumerate(row):
            if not isinstance(cell, str) or plainly(cell) not in PERIOD:
                continue
            below = [r[column] for r in sheet.rows[at + 1:] if len(r) > column and not is_nothing(r[column])]
            if len({year_of(c) for c in below} - {None}) > 1:
                return at, column
    return None


def across(sheet: Sheet, flows: Flows, first: int | None) -> frozenset[int]:
    """Read lines that have their periods across; returns the numbers of the rows that were read, or told."""
    amounts = _read_as(sheet, sheet.rows, flows)
    place = _Place(_option(sheet.name), 0, version_of(sheet.name))
    header: Row = ()
    at_years: Mapping[int, int] = {}
    versions: Mapping[int, str] = {}
    taken = set[int]()
    other = _Other(taken)
    for number, row in enumerate(sheet.rows, 1):
        if (years := run_of(row, first)) and not any(isinstance(c, (int, float)) for at, c in enumerate(row) if at not in years):
            above = sheet.rows[number - 2] if number > 1 else ()
            header, at_years = row, years
            taken.add(number)
            flows.notes += other.over(sheet.name)
            versions = {at: version_of(row[at]) or version_of(above[at] if at < len(above) else None) for at in years}
            if heading := next((c for at, c in enumerate(row) if isinstance(c, str) and at not in years), ""):
                place.hear(heading)
            continue
        texts = [(at, sound(str(c))) for at, c in enumerate(row[:min(at_years, default=len(row))]) if isinstance(c, str) and not is_nothing(c)]
        if other.takes(row, number) or not texts:
            continue
        cells = {at: row[at] for at in at_years if at < len(row) and not is_nothing(row[at])}
        if not cells or not at_years:
            taken |= {number} if _is_heard(place, row, texts[0][1], amounts) else set()
            continue
        taken.add(number)
        if _heads(row, cells.values(), sheet.rows[number - 2] if number > 1 else (), amounts):
            other.begin(row, number)
            continue
        _line(flows, _told(flows, place, header, texts), ((at_years[at], versions[at], cell) for at, cell in cells.items()), (amounts, f"row {number}"))
    flows.notes += other.over(sheet.name)
    return frozenset(taken)


def _is_heard(place: _Place, row: Row, heading: str, amounts: Amounts) -> bool:
    """Whether a row without amounts by period heads those below it; “Investment | 180000” above the years heads nothing."""
    has_amount = any(isinstance(c, (int, float)) or (isinstance(c, str) and numbers.read_number(c, amounts.style)) for c in row)
    return not has_amount and place.hear(heading)


def _heads(row: Row, cells: Iterable[Cell], above: Row, amounts: Amounts) -> bool:
    """Whether a row behind a gap begins another table: it says words of its own where amounts would stand."""
    words = [plainly(str(cell)) for cell in cells if _is_words(cell, amounts.style)]
    return _filled(above) < 2 <= _filled(row) and len(words) == len(list(cells)) == len(set(words)) and not any(map(OPEN.fullmatch, words))  # noqa: PLR2004


def _filled(row: Row) -> int:
    return sum(not is_nothing(cell) for cell in row)


@dataclass
class _Other:
    """Another table below that of the periods, which is none of cash flows; told once it is over. Its rows are among the `taken` ones."""
    taken: set[int]
    first: int = 0
    last: int = 0
    says: str = ""

    def begin(self, row: Row, number: int) -> None:
        self.first, self.last = number, number
        self.taken.add(number)
        self.says = ", ".join(told(str(c), 30) for c in [c for c in row if not is_nothing(c)][:3])

    def takes(self, row: Row, number: int) -> bool:
        """Whether a row stands in it; until the next row of periods all do."""
        self.last = number if self.first and _filled(row) else self.last
        self.taken.update((number,) if self.first else ())
        return bool(self.first)

    def over(self, sheet: str) -> list[str]:
        """What a person is told of it, if there was one."""
        note = (f"Sheet {told(sheet)}: rows {self.first} to {self.last} were not read. Another table ({self.says}) stands there, without periods; "
                "benefits and options are read from a sheet of their own.")
        had, self.first = self.first, 0
        return [note] if had else []


def down(sheet: Sheet, flows: Flows, at: int, column: int) -> frozenset[int]:
    """Read periods down the rows: each column of numbers is a line, or a version of the line that a column of texts names. Returns the rows' numbers."""
    header, rows = sheet.rows[at], sheet.rows[at + 1:]
    amounts = _read_as(sheet, rows, flows)
    texts = [c for c in range(len(header)) if c != column and any(_is_words(r[c], amounts.style) for r in rows if len(r) > c)]
    place = _Place(_option(sheet.name), 0, version_of(sheet.name))
    taken = {at + 1}
    for number, row in enumerate(rows, at + 2):
        year = year_of(row[column]) if len(row) > column else None
        if year is None:
            continue
        taken.add(number)
        said = [(c, sound(str(row[c]))) for c in texts if c < len(row) and not is_nothing(row[c])]
        for c, cell in enumerate(row):
            if c == column or c in texts or is_nothing(cell) or is_nothing(header[c] if c < len(header) else None):
                continue
            name = " ".join(str(header[c]).split())
            titled = any(plainly(str(header[t])) not in ("option", "type", "category", "version") for t, _ in said)
            line = _told(flows, place, header, said if titled else [*said, (c, name)])
            how = amounts if amounts.scale else reading([r[c] for r in rows if len(r) > c], numbers.scale_in(name), amounts.style)
            _line(flows, line, [(year, version_of(name), cell)], (how, f"row {number}"))
    return frozenset(taken)


def _told(flows: Flows, place: _Place, header: Row, texts: Sequence[tuple[int, str]]) -> tuple[Line, int]:
    """The line that texts beside an amount name, and the sign its amounts should have."""
    option, sign, version, title, owner = place.option, place.sign, place.version, "", ""
    for at, said in texts:
        head = plainly(str(header[at])) if at < len(header) and not is_nothing(header[at]) else ""
        if head == "option":
            option = said
        elif head in ("type", "category", "section", "cost or benefit", "kind"):
            sign = sign_of(said) or sign
        elif head in ("version", "scenario", "status", "basis"):
            version = version_of(said) or version
        elif head in OWNERS:
            owner = said
        elif not title:
            title = said
    version = version_of(title) or version
    own = sign_of(title)
    if owner and title and not is_sum(title):
        flows.owners[option, bare(title)[:200]] = owner
    return Line(option, bare(title)[:200], version or "amount"), sign or own


def _line(flows: Flows, line: tuple[Line, int], amounts: Iterable[tuple[int, str, Cell]], how: tuple[Amounts, str]) -> None:
    (named, sign), (read_as, where) = line, how
    if not named.title:
        flows.skipped.append(Skipped(where, "left out: its line has no name"))
        return
    if is_sum(named.title):
        flows.totals.setdefault(named.title, []).append(where.removeprefix("row "))
        return
    for year, version, cell in amounts:
        amount, why = read_as.read(cell)
        if amount is None or abs(amount) >= numbers.MOST_MONEY:
            flows.skipped.append(Skipped(where, f"{year} left out: {why or f'{told(cell)} is no amount'}"))
            continue
        if sign < 0 < amount:
            amount = -amount
            flows.turned += 1
        flows.add(Line(named.option, named.title, version or named.version), year, amount, where)


def _is_words(cell: Cell, style: numbers.Style) -> bool:
    return isinstance(cell, str) and not is_nothing(cell) and numbers.read_number(cell, style) is None


def _read_as(sheet: Sheet, rows: Sequence[Row], flows: Flows) -> Amounts:
    """How the amounts of a sheet are read, said above the preview."""
    amounts = reading((c for row in rows for c in row if isinstance(c, str)), _scale(sheet.rows), flows.usual)
    flows.notes += amounts.notes(f"Sheet {told(sheet.name)}")
    return amounts


def _has_amounts(rows: Sequence[Row], years: Mapping[int, int]) -> bool:
    return any((found := numbers.read_number(row[at], numbers.PLAIN)) and not found[1]
               for row in rows for at in years if at < len(row) and row and isinstance(row[0], str))


def _scale(rows: Sequence[Row]) -> int:
    """In which unit the whole sheet is written, as a title or header says."""
    return next((scale for row in rows[:LOOKED_AT] for c in row if isinstance(c, str) and len(c) < 120 and (scale := numbers.scale_in(c))), 0)  # noqa: PLR2004


def _option(name: str) -> str:
    return name if OPTION.fullmatch(name.strip()) else ""


def first_year(sheets: Sequence[Sheet]) -> int | None:
    """The year that "Year 1" is, where a sheet says so."""
    for sheet in sheets:
        for row in sheet.rows[:LOOKED_AT]:
            for label, value in pairwise(row):
                if isinstance(label, str) and plainly(label) in FIRST_YEAR:
                    return year_of(value)
    return None


def speaks_of_years(sheet: Sheet) -> bool:
    """Whether a sheet counts "Year 1, Year 2" across."""
    return any(sum(relative_of(c) is not None for c in row) > 1 for row in sheet.rows[:LOOKED_AT])
