"""What a text states: numbers, percentages, days, keys and verdicts, each in one form, so that two texts can be compared by them. Finds; judges nothing."""
from collections.abc import Iterator
import re

from language.numbers import read_number

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
MONTH = rf"(?:{'|'.join(MONTHS.split())})[a-z]*\.?"
NUMERALS = ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
            "fifty sixty seventy eighty ninety hundred thousand million")
TIMES = "half double doubled twice tripled triple dozen"
STATED = re.compile("|".join((
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>\d{{4}}))?\b",
    rf"\b(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year2>\d{{4}}))?\b",
    r"\b(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)\b",
    r"\b(?P<key>[A-Z][A-Z0-9]*(?:-[A-Z]+)?-\d+)\b",
    r"(?P<number>(?<![\w.,])[-+−]?\d+(?:[.,]\d+)*)(?P<percent>\s?(?:%|per\s?cent\b))?",
    rf"\b(?P<numeral>(?i:{'|'.join(NUMERALS.split())}))\b(?P<percent2>\s?(?:%|per\s?cent\b))?",
    rf"\b(?P<times>(?i:{'|'.join(TIMES.split())}))\b",
    r"\b(?P<verdict>(?i:(?:not |no longer )?(?:(?:on|off) track|at risk|worth it|doubtful)|records say \w+))\b")))
MOST_COMMON = 31                 # a number up to this one, without a unit, may count anything


def stated(text: str) -> Iterator[tuple[str, str]]:
    """Each as it stands and in the form it is compared in: “4 Dec” is “4 dec”, “73,735” is “73735”, “four” is “4”."""
    for m in STATED.finditer(text):
        yield m[0], _form(m)


def known(text: str, own: str) -> frozenset[str]:
    """Every form that a text may be told again in: what `text` states, but a small bare number only where `own` has it; a day also without its year."""
    found = {form for _, form in stated(text) if not is_common(form)} | {form for _, form in stated(own)}
    return frozenset(found | {form.rpartition(" ")[0] for form in found if form.count(" ") == 2 and form[:1].isdigit()})  # noqa: PLR2004 - day, month, year


def is_common(form: str) -> bool:
    return form.isdigit() and int(form) <= MOST_COMMON


def _form(m: "re.Match[str]") -> str:
    g = m.groupdict()
    for day, month, year in (("day", "month", "year"), ("day2", "month2", "year2"), ("day3", "month3", "year3")):
        if g[day]:
            name = MONTHS.split()[int(g[month]) - 1] if g[month].isdigit() and 0 < int(g[month]) <= len(MONTHS.split()) else g[month][:3]
            return " ".join(filter(None, (str(int(g[day])), name.lower(), g[year])))
    if g["number"]:
        return f"{g['number'].replace(',', '').replace('−', '-').lstrip('+')}{'%' if g['percent'] else ''}"
    if g["numeral"]:
        return f"{read_number(g['numeral']) or g['numeral'].lower()}{'%' if g['percent2'] else ''}"
    return " ".join(m[0].lower().split())
