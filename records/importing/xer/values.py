"""How Primavera writes numbers, days, rich text and flags."""
from datetime import date, timedelta
import html
import re

from records.importing.schedule import figure

EXCEL_ZERO = date(1899, 12, 30)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
LATEST = 2999
_BREAKS = re.compile(r"(?i)<(?:br|/p|/div|/li|/tr)\b[^<>]*>")
_TAGS = re.compile(r"(?i)<style\b[^<>]*>[^<>]*</style>|<[a-z/!][^<>]*>")       # none of these looks far ahead: a hostile text costs no more than its length


def yes(said: str) -> bool:
    return said.strip().upper() in ("Y", "1", "TRUE")


def amount(said: str) -> float | None:
    """A number with a point or, where the machine writes so, a comma."""
    bare = said.strip()
    bare = bare.replace(",", "") if "." in bare and bare.rfind(".") > bare.rfind(",") else bare.replace(".", "").replace(",", ".") if "," in bare else bare
    return figure(bare)


def on(said: str) -> date | None:
    found = _DAY.match(said.strip())
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
    return day if day and day > EXCEL_ZERO and day.year <= LATEST else None


def serial(said: str) -> date | None:
    """A day counted as spreadsheets do."""
    return EXCEL_ZERO + timedelta(days=int(said)) if said.isdecimal() and len(said) < 7 and int(said) else None  # noqa: PLR2004 - to the year 4637


def plain(said: str) -> str:
    """Text without the marks that Primavera's notebooks are written in; its line ends are pairs of DEL."""
    text = said.replace("\x7f\x7f", "\n").replace("\x7f", "")
    if "<" in text:
        text = _TAGS.sub("", _BREAKS.sub("\n", text))
    lines = [" ".join(line.split()) for line in html.unescape(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
