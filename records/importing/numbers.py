"""A column of numbers: which sign is the decimal one is decided by all of its cells, then each is read. Money, percents and hours too."""
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
import re

SIGNS = "£€$¥₹₤Ł\u0080"                         # the last two are pounds and euros that an encoding spoiled
CODES = r"(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|Fr|kr)\.?"
SCALES = {"k": 3, "thousand": 3, "tsd": 3, "t": 3, "m": 6, "mn": 6, "mio": 6, "mil": 6, "mill": 6, "million": 6, "millions": 6,
          "b": 9, "bn": 9, "mrd": 9, "billion": 9, "billions": 9}
SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
NUMBER = re.compile(rf"(?P<open>\()?\s*(?P<minus>[-+−])?\s*(?:[A-Z]{{1,3}})?[{SIGNS}]?(?:\b{CODES})?\s*(?P<late>[-+−])?(?P<n>\d[\d.,'’  \u202f ]*|\.\d+)"
                    rf"\s?(?P<scale>(?:{SCALE})\b\.?)?\s*(?:[{SIGNS}]|{CODES})?\s*(?P<percent>%)?\s*(?P<close>\))?(?P<after>[-−])?", re.I)
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
PARTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(months?|mons?|mo|weeks?|wks?|w|e?days?|dys?|e?d|hours?|hrs?|e?h|minutes?|mins?|m|seconds?|secs?|s)\b\.?\??\s*", re.I)
ISO_TIME = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?", re.I)
HOURS = {"mo": 160.0, "w": 40.0, "d": 8.0, "h": 1.0, "m": 1 / 60, "s": 1 / 3600}
LONGEST = 60
CENT, MOST_MONEY = Decimal("0.01"), Decimal("9e13")
THOUSAND = 3


@dataclass(frozen=True)
class Style:
    """The decimal sign of a column; `known` when some cell leaves no choice."""
    decimal: str = "."
    known: bool = False


PLAIN = Style()


def style_of(cells: Iterable[object]) -> Style:
    """Decide by all cells. "1,234" alone says nothing; "1,5" and "1.234,56" do."""
    votes = {".": 0, ",": 0}
    for cell in set(cells):
        said = re.sub(r"[^\d.,]", "", cell).rstrip(".,") if isinstance(cell, str) and len(cell) <= LONGEST else ""
        dots, commas = said.count("."), said.count(",")
        if dots and commas:
            votes["." if said.rfind(".") > said.rfind(",") else ","] += 1
        elif (dots > 1 or commas > 1) and GROUPED.fullmatch(said):
            votes["," if dots > 1 else "."] += 1
        elif dots + commas == 1:
            sign = "." if dots else ","
            before, _, after = said.partition(sign)
            if len(after) != THOUSAND or len(before) > THOUSAND or before in ("", "0"):
                votes[sign] += 1
    return Style("," if votes[","] > votes["."] else ".", votes[","] != votes["."])


def read_number(cell: object, style: Style, scale: int = 0) -> tuple[Decimal, bool] | None:
    """The number and whether a percent sign stood by it; `scale` is the power of ten that the header adds. None when it is none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        found = Decimal(repr(cell))
        return (found.scaleb(scale), False) if found.is_finite() else None
    said = str(cell).strip()
    m = NUMBER.fullmatch(said) if len(said) <= LONGEST else None
    if not m or bool(m["open"]) != bool(m["close"]):
        return None
    power = SCALES.get((m["scale"] or "").rstrip(".").casefold(), 0)
    digits = _digits(m["n"], style)
    if digits is None:
        return None
    negative = bool(m["open"]) or any(sign in ("-", "−") for sign in m.group("minus", "late", "after"))
    return (-digits if negative else digits).scaleb(power or scale), bool(m["percent"])


def _digits(said: str, style: Style) -> Decimal | None:
    thousands = "," if style.decimal == "." else "."
    bare = re.sub(r"['’\s]", "", said).rstrip(".,") or "0"
    whole, _, rest = bare.partition(style.decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and not (1 <= len(groups[0]) <= THOUSAND and all(len(g) == THOUSAND for g in groups[1:])):
        return None
    try:
        return Decimal(f"{''.join(groups) or 0}.{rest or 0}")
    except InvalidOperation:
        return None


def read_hours(cell: object, style: Style, unit: str = "h") -> float | None:
    """Hours of "6h", "1d 4h", "PT8H", "8:30" or a bare number of the header's unit. A day has 8 hours, a week 40, a month 160."""
    if isinstance(cell, str):
        said = cell.strip()
        if m := re.fullmatch(r"(\d{1,4}):([0-5]\d)(?::[0-5]\d)?", said):
            return int(m[1]) + int(m[2]) / 60
        if len(said) > 1 and (m := ISO_TIME.fullmatch(said)):
            return round(sum(float(n or 0) * HOURS[u] for n, u in zip(m.groups(), "wdhms", strict=True)), 2)
        if len(said) <= LONGEST and PARTS.match(said) and not PARTS.sub("", said).strip(" ,+"):
            return round(sum(_part(n, u) for n, u in PARTS.findall(said)), 2)
    found = read_number(cell, style)
    return None if found is None or found[1] else round(float(found[0]) * HOURS[unit], 2)


def _part(number: str, unit: str) -> float:
    short = unit.lower()
    short = short.removeprefix("e") if short[0] == "e" else short
    return float(number.replace(",", ".")) * HOURS["mo" if short.startswith("mo") else short[0]]


MONEY_IN = rf"(?:[{SIGNS.casefold()}]|\b(?:in|eur|usd|gbp|chf)\b|\()\s?"
HEADED = ((9, re.compile(MONEY_IN + r"(?:bn|mrd|billions?)\b")), (6, re.compile(MONEY_IN + r"(?:m|mn|mio|mill?|millions?)\b")),
          (3, re.compile(MONEY_IN + r"(?:k|['’]?000s?|tsd|thousands?)\b|['’]000\b|\b(?:[tk]eur|tsd)\b")))


def scale_in(header: str) -> int:
    """The power of ten in a header: 6 for "Cost (£m)", 3 for "Budget in thousands" or "€k"."""
    return next((power for power, pattern in HEADED if pattern.search(header.casefold())), 0)
