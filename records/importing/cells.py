"""One column's cells to JSON values of one field, or to a reason why not. What a cell may mean is decided by the whole column first."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
import re

from records.importing import choices, dates, numbers, people
from records.importing.amounts import Amounts, reading
from records.importing.base import To
from records.importing.tables import Cell
from records.importing.text import is_nothing, plainly, sound, told
from records.importing.vocabulary import Slot

Got = tuple[object, str]                        # the value and, when it is None or was changed, why
EMPTY: Got = (None, "")
ENDING = frozenset(("due", "finish", "end", "baseline_due", "forecast", "planned", "actual", "review", "horizon", "done_on", "needed_by", "promised_for"))
DAY = 8
LIKELY = (10, 30, 50, 70)                       # percent up to which a risk is rated 1, 2, 3, 4


@dataclass(frozen=True)
class Column:
    """A column with its field, all its cells, and what the whole table is taken to mean: the order of days and months, whether a comma is decimal."""
    slot: Slot
    header: str
    cells: Sequence[Cell]
    order: dates.Order = dates.DAY_FIRST
    style: numbers.Style = numbers.PLAIN
    meant: Mapping[str, str] | None = None      # what the person said this column's values mean
    amounts: Amounts | None = None              # how a column of money is read


Reader = Callable[[Cell], Got]


def read(column: Column) -> list[Got]:
    """Read every cell of a column; each different text once."""
    one = READERS[column.slot.shape](column)
    meant = {plainly(said): choice for said, choice in (column.meant or {}).items()}
    seen: dict[str, Got] = {}
    found: list[Got] = []
    for cell in column.cells:
        if isinstance(cell, str):
            got = seen.get(cell)
            if got is None:
                got = seen[cell] = _text_cell(cell, meant, one)
            found.append(got)
        else:
            found.append(EMPTY if cell is None else one(cell))
    return found


def _text_cell(cell: str, meant: Mapping[str, str], one: Reader) -> Got:
    said = sound(cell)
    said = meant.get(plainly(said), said) if meant else said
    return EMPTY if is_nothing(said) else one(said)


def _text(column: Column) -> Reader:
    slot = column.slot

    def read(cell: Cell) -> Got:
        said = sound(f"{cell:.10g}" if isinstance(cell, float) else str(cell))
        if slot.longest and slot.longest <= 300:  # noqa: PLR2004 - a field of one line
            said = " ".join(said.split())
        if slot.longest and len(said) > slot.longest:
            return said[:slot.longest - 1] + "…", f"{slot.names[0]} shortened to {slot.longest:,} characters"
        return said, ""
    return read


def _choice(column: Column) -> Reader:
    find, slot = choices.meaning(column.slot), column.slot

    def read(cell: Cell) -> Got:
        found = find("yes" if cell is True else "no" if cell is False else f"{cell:g}" if isinstance(cell, float) else str(cell))
        return (found, "") if found else (None, f"{slot.names[0]} left out: {told(cell)} is none of {', '.join(slot.choices)}")
    return read


def _date(column: Column) -> Reader:
    find, label = dates.reader(column.order, ends=column.slot.name in ENDING), column.slot.names[0]

    def read(cell: Cell) -> Got:
        found = find(cell)
        return (found.isoformat(), "") if found else (None, f"{label} left out: {told(cell)} is no date")
    return read


def _money(column: Column) -> Reader:
    slot, amounts = column.slot, column.amounts or reading(column.cells, numbers.scale_in(column.header), column.style)
    is_a_day = is_day_rate(slot, column.header)

    def read(cell: Cell) -> Got:
        found, why = amounts.read(cell)
        if found is not None and is_a_day:
            found /= DAY
        if found is None:
            return None, f"{slot.names[0]} left out: {why}"
        return _in_range(slot, found, cell, str(found.quantize(numbers.CENT))) if abs(found) < numbers.MOST_MONEY else _too(slot, cell)
    return read


def is_day_rate(slot: Slot, header: str) -> bool:
    """Whether a column has rates for a day; ours are for an hour."""
    return slot.name == "rate" and re.search(r"\b(?:day|daily|tag|tagessatz)\b", header, re.I) is not None


def _number(column: Column) -> Reader:
    slot = column.slot
    if slot.unit == "h":
        return _hours(column, _unit(column.header))
    share = slot.unit == "%" and _are_shares(column.cells, column.style)
    words = choices.meanings(slot) if slot.words else {}

    def read(cell: Cell) -> Got:
        found = numbers.read_number(cell, column.style) or _worded(cell, column, words)
        if found is None:
            return None, f"{slot.names[0]} left out: {told(cell)} is no number"
        number = found[0] * 100 if share else found[0]
        if slot.name == "probability" and slot.most == len(LIKELY) + 1 and (found[1] or 0 < number < 1):
            percent = number if found[1] else number * 100
            return 1 + sum(percent > most for most in LIKELY), ""
        return _in_range(slot, number, cell, int(number.to_integral_value()) if slot.shape == "whole" else float(number))
    return read


def _worded(cell: Cell, column: Column, words: Mapping[str, str]) -> tuple[Decimal, bool] | None:
    """The number in "4 - likely", "3/5", "5 days", "high"."""
    if not isinstance(cell, str):
        return None
    if column.slot.unit == "days" and (hours := numbers.read_hours(cell, column.style)) is not None:
        return Decimal(repr(hours)) / DAY, False
    if m := re.match(r"(\d{1,6})\s*(?:[-–:(]|of\b|/)", cell):
        return Decimal(m[1]), False
    word = words.get(plainly(cell))
    return (Decimal(word), False) if word else None


def _hours(column: Column, unit: str) -> Reader:
    slot = column.slot

    def read(cell: Cell) -> Got:
        found = numbers.read_hours(cell, column.style, unit) if isinstance(cell, (str, int, float)) and not isinstance(cell, bool) else None
        return (None, f"{slot.names[0]} left out: {told(cell)} is no number of hours") if found is None else _in_range(slot, Decimal(repr(found)), cell, found)
    return read


def _person(column: Column) -> Reader:
    label, turned = column.slot.names[0], people.is_turned(column.cells)

    def read(cell: Cell) -> Got:
        found = people.people(str(cell), turned=turned)
        if not found:
            return EMPTY
        if found[0].casefold() in UNKNOWN or not ("@" in found[0] or people.is_name(found[0])):
            return None, f"{label} left out: {told(cell)} names nobody"
        return To("person", found[0]), f"{label} is {found[0]} alone; {told(', '.join(found[1:]))} left out" if found[1:] else ""
    return read


def _record(column: Column) -> Reader:
    slot = column.slot

    def read(cell: Cell) -> Got:
        said = " ".join((f"{cell:g}" if isinstance(cell, float) else str(cell)).split())
        return To(slot.refers, said[:200]), ""
    return read


def _flag(column: Column) -> Reader:
    def read(cell: Cell) -> Got:
        if isinstance(cell, bool):
            return cell, ""
        plain = plainly(str(cell))
        if plain in choices.YES.split(", ") or plain in choices.NO.split(", "):
            return plain in choices.YES.split(", "), ""
        return None, f"{column.slot.names[0]} left out: {told(cell)} is neither yes nor no"
    return read


UNKNOWN = frozenset(("tbc", "tbd", "tba", "?", "??", "to be confirmed", "to be decided", "unknown", "various", "all", "team", "vacant"))
READERS: Mapping[str, Callable[[Column], Reader]] = {
    "text": _text, "choice": _choice, "date": _date, "money": _money, "number": _number, "whole": _number, "flag": _flag, "person": _person, "record": _record}


def _in_range(slot: Slot, number: Decimal, cell: Cell, value: object) -> Got:
    if (slot.least is not None and number < Decimal(repr(slot.least))) or (slot.most is not None and number > Decimal(repr(slot.most))):
        return _too(slot, cell)
    return value, ""


def _too(slot: Slot, cell: Cell) -> Got:
    if slot.least is not None and slot.most is not None and slot.most < numbers.MOST_MONEY:
        return None, f"{slot.names[0]} left out: {told(cell)} is not between {slot.least:,g} and {slot.most:,g}"
    return None, f"{slot.names[0]} left out: {told(cell)} is {'below 0' if slot.least == 0 else 'too large'}"


def _are_shares(cells: Sequence[Cell], style: numbers.Style) -> bool:
    """Whether percents are written as parts of one: none above 1, and one of them not whole."""
    found = [n for cell in cells[:5000] if not is_nothing(cell) and (n := numbers.read_number(cell, style))]
    return bool(found) and not any(p for _, p in found) and all(0 <= n <= 1 for n, _ in found) and any(n % 1 for n, _ in found)


def _unit(header: str) -> str:
    """The unit of hours that a header names."""
    said = header.casefold()
    for unit, words in (("d", r"\bdays?\b|\(d\)|\bpd\b|\btage?\b"), ("m", r"\bmin(?:ute)?s?\b"), ("s", r"\bsec(?:ond)?s?\b|\(s\)"), ("w", r"\bweeks?\b")):
        if re.search(words, said) and not re.search(r"(?:per|a|/)\s*week", said):
            return unit
    return "h"
