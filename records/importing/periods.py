"""How a business case names its periods, its totals, its sections and its versions."""
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
import re

from records.importing.dates import MONTHS
from records.importing.text import plainly

YEARS = range(1990, 2201)
RELATIVE = re.compile(r"(?:year|yr|y|jahr)\s*\.?\s*(\d{1,2})", re.I)
YEAR = re.compile(r"(?:(?:fy|cy|gj|financial year|fiscal year|year)\s*)?['’]?(?:(\d{4})|(?<=fy)\s*(\d{2})|(?<=fy\s)(\d{2}))"
                  r"(?:\s*[/–-]\s*(?:\d{4}|\d{2}))?", re.I)
MONTH = re.compile(r"([^\W\d]{3,9})\.?[\s/'’-]*(\d{4}|\d{2})", re.I)
PART = re.compile(r"(?:[qh]\s?[1-4]|[1-4]\s?q)[\s/'’-]*(?:fy\s?)?(\d{4}|\d{2})(?:/\d{2})?|(\d{4})[\s/-]*(?:[qh]\s?[1-4]|\d{1,2})", re.I)
SUMS = re.compile(r"(?:sub ?|grand )?totals?\b|running (?:totals?|sum|balance|net|cash ?flow)\b|cumul|(?:npv|irr|roi|bcr|pv|dcf)\b|present value|pay ?back\b"
                  r"|net\b(?:\W*$| ?\(|(?! promoter).*\b(?:totals?|sum|cash ?flows?|cash|flows?|present|benefits?|costs?|savings?|gains?|income|profit|value"
                  r"|result|effect|position|impact)\b)|discounted\b|discount (?:factor|rate)s?\b"
                  r"|(?:closing |opening )?balance\b(?! sheet)|sum\b|summe\b|gesamt", re.I)
COSTS = re.compile(r"\b(?:costs?|capex|opex|investments?|expenditure|spend(?:ing)?|expenses?|outflows?|cash out|kosten|investitionen)\b", re.I)
GAINS = re.compile(r"\b(?:benefits?|savings?|incomes?|revenues?|inflows?|cash in|gains?|receipts?|nutzen|erlöse|einsparung(?:en)?"
                   r"|cost (?:avoidance|savings?|reductions?))\b", re.I)
VERSIONS = (("forecast", re.compile(r"\b(?:forecast|latest|current|revised|outlook|expected|estimate at completion)\b", re.I)),
            ("amount", re.compile(r"\b(?:approved|baseline|budget(?:ed)?|original|planned|plan|amount)\b", re.I)))
OPTION = re.compile(r"option\b.{0,150}|do[ -](?:nothing|minimum|the minimum|it|more|maximum)\b.{0,100}", re.I)


def year_of(cell: object, first: int | None = None) -> int | None:
    """The year a period lies in, or begins in; "Year 2" counts from `first` as Year 1, when it is known."""
    if isinstance(cell, date):
        return cell.year
    if isinstance(cell, bool) or not isinstance(cell, (int, float, str)):
        return None
    if isinstance(cell, (int, float)):
        return int(cell) if cell in YEARS else None
    said = _without_version(cell)
    found: str | None = None
    if m := YEAR.fullmatch(said):
        found = m[1] or m[2] or m[3]
    elif (m := MONTH.fullmatch(said)) and m[1].casefold() in MONTHS:
        found = m[2]
    elif m := PART.fullmatch(said):
        found = m[1] or m[2]
    if found is None:
        return first + relative - 1 if first is not None and (relative := relative_of(said)) is not None else None
    year = int(found) if len(found) == 4 else 2000 + int(found)  # noqa: PLR2004
    return year if year in YEARS else None


def relative_of(cell: object) -> int | None:
    """The number of "Year 2"."""
    m = RELATIVE.fullmatch(_without_version(cell)) if isinstance(cell, str) else None
    return int(m[1]) if m else None


def run_of(cells: Sequence[object], first: int | None = None) -> dict[int, int]:
    """Columns with their years when a row reads like a row of periods: two or more, never falling back but where a new version begins."""
    found = {at: year for at, cell in enumerate(cells) if (year := year_of(cell, first)) is not None}
    years = list(found.values())
    falls, wide = sum(b < a for a, b in pairwise(years)), sum(b - a > 1 for a, b in pairwise(years))
    return found if len(years) > 1 and max(years) > min(years) and falls <= 1 and not wide else {}


def version_of(said: object) -> str:
    """The field that a wording of versions means: "amount" for what was approved, "forecast" for what is now expected, or nothing."""
    return next((name for name, pattern in VERSIONS if isinstance(said, str) and pattern.search(said)), "")


def sign_of(said: str) -> int:
    """-1 for a wording of costs, 1 for one of gains, 0 for neither."""
    return 1 if GAINS.search(said) else -1 if COSTS.search(said) else 0


def bare(title: str) -> str:
    """A line's name without the version it speaks of: "Licences (forecast)" and "Licences - approved" are one line."""
    cut = re.sub(r"[\s(\[–-]*\b(?:approved|forecast|baseline|budget|revised|latest forecast|current forecast|original)\b[\s)\]:]*$", "", title, flags=re.I)
    return " ".join(cut.split()).strip(" :-–") or " ".join(title.split())


def is_sum(title: str) -> bool:
    return SUMS.match(title.strip()) is not None or plainly(title).endswith((" total", " cumulative"))


def _without_version(cell: str) -> str:
    said = " ".join(cell.split())
    for _, pattern in VERSIONS:
        said = pattern.sub("", said)
    return re.sub(r"\([^)\d]*\)", "", said).strip(" ()-–:")
