"""A column of dates: how its days and months are ordered is decided by all of its cells, then each is read."""
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
import re

MONTHS = {name: n for n, names in enumerate(("jan january januar janvier", "feb february februar fevrier", "mar march mär märz mars", "apr april avril",
                                             "may mai", "jun june juni juin", "jul july juli juillet", "aug august aout", "sep sept september septembre",
                                             "oct october okt oktober octobre", "nov november novembre", "dec december dez dezember decembre"), 1)
          for name in names.split()}
TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
DAY_NAME = r"(?:[a-zä]{2,10}\.?,?\s+)?"
ISO = re.compile(rf"(\d{{4}})([-/.]?)(\d{{1,2}})\2(\d{{1,2}}){TIME}", re.I)
FIGURES = re.compile(rf"{DAY_NAME}(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?(\d{{4}}|\d{{2}}){TIME}", re.I)
DAY_MONTH = re.compile(rf"{DAY_NAME}(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s/-]*([^\W\d]{{3,9}})\.?,?[\s/-]*(\d{{4}}|\d{{2}}){TIME}", re.I)
MONTH_DAY = re.compile(rf"{DAY_NAME}([^\W\d]{{3,9}})\.?[\s/-]+(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+|[/-])(\d{{4}}){TIME}", re.I)
MONTH = re.compile(r"([^\W\d]{3,9})\.?[\s/,-]+(\d{4})|(\d{4})[-/](\d{1,2})|(\d{1,2})[/.](\d{4})", re.I)
SERIALS = range(20_000, 80_000)                 # 1954 to 2119 as a spreadsheet counts days
FIRST_SERIAL = date(1899, 12, 30)
LATEST = 2200


@dataclass(frozen=True)
class Order:
    """How figures are ordered in a column; `known` when some cell leaves no choice."""
    day_first: bool
    known: bool
    mixed: bool = False


DAY_FIRST = Order(day_first=True, known=False)


def order_of(cells: Iterable[object]) -> Order | None:
    """Decide by what is possible in all cells; None when no cell raises the question."""
    day_first = month_first = asked = False
    for cell in set(cells):
        if not isinstance(cell, str) or not (m := FIGURES.fullmatch(cell.strip())):
            continue
        first, sign, second = int(m[1]), m[2], int(m[3])
        day_first |= first > 12 or sign == "."  # noqa: PLR2004 - months of a year; only days are written before a dot
        month_first |= second > 12  # noqa: PLR2004
        asked |= first != second
    if not (asked or day_first or month_first):
        return None
    return Order(day_first or not month_first, day_first != month_first, day_first and month_first)


def reader(order: Order, *, ends: bool) -> Callable[[object], date | None]:
    """Return what reads one cell. A month alone is its last day when the column says when something `ends`, else its first."""
    def read(cell: object) -> date | None:
        if isinstance(cell, date):
            return cell.date() if isinstance(cell, datetime) else cell
        if isinstance(cell, (int, float)):
            return _serial(cell)
        said = str(cell).strip()
        try:
            return _day(said, order) or _month(said, ends=ends) or (_serial(float(said)) if said.isdigit() and len(said) == 5 else None)  # noqa: PLR2004
        except ValueError:
            return None
    return read


def is_month(said: object) -> bool:
    return isinstance(said, str) and MONTH.fullmatch(said.strip()) is not None


def _day(said: str, order: Order) -> date | None:
    if m := ISO.fullmatch(said):
        return _sane(int(m[1]), int(m[3]), int(m[4])) if m[2] or len(m[3]) == len(m[4]) == 2 else None  # noqa: PLR2004
    if m := FIGURES.fullmatch(said):
        first, second, year = int(m[1]), int(m[3]), _year(m[4])
        day_first = (order.day_first or first > 12) and not (second > 12 >= first)  # noqa: PLR2004
        return _sane(year, second, first) if day_first else _sane(year, first, second)
    if (m := DAY_MONTH.fullmatch(said)) and m[2].casefold() in MONTHS:
        return _sane(_year(m[3]), MONTHS[m[2].casefold()], int(m[1]))
    if (m := MONTH_DAY.fullmatch(said)) and m[1].casefold() in MONTHS:
        return _sane(int(m[3]), MONTHS[m[1].casefold()], int(m[2]))
    return None


def _month(said: str, *, ends: bool) -> date | None:
    m = MONTH.fullmatch(said)
    if not m:
        return None
    month = MONTHS.get(m[1].casefold(), 0) if m[1] else int(m[4] or m[5])
    first = _sane(int(m[2] or m[3] or m[6]), month, 1)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if ends else first


def _serial(number: float) -> date | None:
    return FIRST_SERIAL + timedelta(days=int(number)) if number == number and int(min(number, 1e6)) in SERIALS else None  # noqa: PLR0124 - not NaN


def _year(said: str) -> int:
    year = int(said)
    return year if len(said) == 4 else 2000 + year if year < 70 else 1900 + year  # noqa: PLR2004 - as POSIX reads two figures


def _sane(year: int, month: int, day: int) -> date:
    found = date(year, month, day)
    if not 1900 <= year <= LATEST:  # noqa: PLR2004
        raise ValueError
    return found
