"""What is compared in a question: “CPI below 0.9”, “more than 40 hours”, “contracts over 50k”, by figure, field or amount."""
from datetime import date
from decimal import Decimal
from functools import cache
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.plain import among, pattern
from language.numbers import read_number
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds.base import Record, fields

COMPARED = re.compile(r"(?P<op>no less than|no more than|below|under|less than|lower than|worse than|above|over|more than|higher than|better than|at least|"
                      r"at most|greater than|bigger than|larger than|longer than|dearer than|costlier than|more expensive than|smaller than|shorter than|"
                      r"cheaper than|up to|fewer than|south of|north of|<=?|>=?)\s*"
                      r"(?P<n>\d+(?:[.,]\d+)*)\s*(?:%|percent)?", re.I)
AFTER = COMPARED.pattern.replace("<op>", "<op2>").replace("<n>", "<n2>")        # a comparison with the name behind it
OR_ANOTHER = re.compile(r"(?P<a>\d[\d.,]*)\s+or\s+(?P<b>\d[\d.,]*)\b")
BETWEEN = re.compile(r"\bbetween \d[\d.,]*\s*%? and \d+(?:[.,]\d+)*(?:\s*%|(?!\s*[a-z]))", re.I)
OR_MORE = re.compile(r"\b(?P<n>\d[\d.,]*)\s*(?:%|percent)?\s*(?:or|and) (?P<way>more|higher|above|less|lower|below|fewer)\b", re.I)
MEANT = {"under": "below", "less than": "below", "lower than": "below", "worse than": "below", "over": "above", "more than": "above",
         "higher than": "above", "greater than": "above",
         **dict.fromkeys(("bigger than", "better than", "larger than", "longer than", "dearer than", "costlier than", "more expensive than",
                          "north of"), "above"),
         **dict.fromkeys(("smaller than", "shorter than", "cheaper than", "fewer than", "south of"),
                         "below"),
         "up to": "at most", "no less than": "at least", "no more than": "at most"}
THOUSANDS = re.compile(r"\s?(?P<u>k|thousand|m|mn|mio|million)(?![\w])", re.I)
UNITS = {"k": 1000, "t": 1000, "m": 1_000_000}
WHOLE = re.compile(r"\d+|\d{1,3}(?:[.,]\d{3})+")
LARGE, LARGER = 4, 5                            # digits from which a bare number is money; where other numbers are kept, too


WITHIN = re.compile(r"\b(?P<op>within|inside|in (?:under|less than|no more than|at most)|in|under|less than|at most|no more than|"
                    r"up to|before|after|over|more than|longer than|at least)\s+(?:the (?:first|next) )?(?P<n>\d[\d.,]*|an?|"
                    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|"
                    r"twenty-four|thirty-six)\s+(?P<unit>days?|weeks?|months?|years?)\b", re.I)
BEYOND = ("after", "over", "more than", "longer than", "at least")
DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("365.25") / 12, "year": Decimal("365.25")}
LENGTHS = {"years": "year", "weeks": "week", "days": "day"}


def in_time(figure: Figure, heard: Heard) -> str:
    """The condition on a figure that is a length of time: “pays back within three years”, “in less than 24 months”."""
    m = WITHIN.search(heard.text) if figure.unit in LENGTHS else None
    number = read_number("1" if m["n"].lower() in ("a", "an") else m["n"]) if m else None
    if m is None or number is None:
        return ""
    length = Decimal(str(number)) * DAYS[m["unit"].lower().removesuffix("s")] / DAYS[LENGTHS[figure.unit]]
    op = "above" if m["op"].lower() in BEYOND[:-1] else "at least" if m["op"].lower() in BEYOND else "at most"
    return f"{'below' if 'less than' in m['op'].lower() or 'under' in m['op'].lower() else op} {round(length, 2).normalize():f}"


def of_a_time(figure: Figure, heard: Heard, today: date | None = None) -> Figure:
    """The figure that there is of the time which is said, in place of the one of all times: “the budget of this year”; the running year by its number, too."""
    said = [heard.said(s).lower() for s in heard.of("DATE")]
    said += ["this year"] if today and str(today.year) in said else []
    return next((f for f in FIGURES for time in said if f.of is figure.of and f.title == f"{figure.title} {time}"), figure)


def by_this_year(text: str, today: date) -> str:
    """The running year, of a figure that there is of this year, said the same way wherever it stands: “budget of Apollo for 2026”."""
    return _of_year().sub(lambda m: f"{m['f']} for this year{m['of'] or m['of2'] or ''}" if (m["y"] or str(today.year)) == str(today.year) else m[0], text)


@cache
def _of_year() -> re.Pattern[str]:
    bases = "|".join(re.escape(f.title.removesuffix(" this year")) for f in FIGURES if f.title.endswith(" this year"))
    return re.compile(rf"\b(?P<f>{bases})(?P<of> (?:of|for|on) (?!this\b|20\d\d)[\w-]+)? (?:(?:for|in|of) )?(?:this year|(?P<y>20\d\d))(?![\w-])"
                      r"(?P<of2> (?:of|for|on) [\w-]+)?", re.I)


def of_figures(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "CPI below 0.9": a figure beside a comparison."""
    found = {}
    for span in heard.of("FIGURE"):
        figure = next(f for f in FIGURES if f.name == span.value)
        if figure.of is kind and (length := in_time(figure, heard)):
            found[figure.title] = length
            continue
        m = COMPARED.search(heard.text, span.end, span.end + 30) or COMPARED.search(heard.text, max(0, span.start - 30), span.start)
        if figure.of is kind and (between := BETWEEN.search(heard.text, span.end, span.end + 40)):
            found[figure.title] = between[0].lower()
        elif figure.of is kind and m:
            found[figure.title] = f"{MEANT.get(m['op'].lower(), m['op'].lower())} {_whole(heard, m)}"
    return found


def _whole(heard: Heard, m: re.Match[str]) -> str:
    """The number that is compared, its thousands or millions written out: “500k”."""
    unit = THOUSANDS.match(heard.text, m.end("n"))
    return m["n"] if unit is None else f"{(Decimal(m['n'].replace(',', '')) * UNITS[unit['u'][0].lower()]).normalize():f}"


def of_numbers(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Score above 12", "more than 40 hours": a counted field beside a comparison."""
    found = {}
    is_between, is_compared = BETWEEN.search(heard.text), COMPARED.search(heard.text)          # else no name beside one is looked for
    for f in (f for f in fields(kind) if f.type in (int, float) and f.name not in ("id", "version")):
        names = "|".join(re.escape(n) for n in among(f.names, heard.text))
        if names and is_between and (m := pattern(rf"\b(?:{names})\b\s*(?:of |is |are )?{BETWEEN.pattern}").search(heard.text)):
            found[f.label] = m[0][m[0].lower().index("between"):].lower()
        elif names and OR_ANOTHER.search(heard.text) and (m := pattern(rf"\b(?:{names})\b\s*(?:of |is |are )?{OR_ANOTHER.pattern}").search(heard.text)):
            found[f.label] = f"between {m['a']} and {m['b']}"
        elif names and is_compared and (m := pattern(rf"\b(?:{names})\b\s*(?:of |is |are )?{COMPARED.pattern}|{AFTER}\s*(?:{names})\b").search(heard.text)):
            op, n = (m["op"] or m["op2"]).lower(), m["n"] or m["n2"]
            found[f.label] = f"{MEANT.get(op, op)} {n}"
        elif f.name == "hours" and (m := is_compared) and any(s.start <= m.start("n") < s.end for s in heard.of("HOURS")):
            found[f.label] = f"{MEANT.get(m['op'].lower(), m['op'].lower())} {m['n']}"
        elif (m := OR_MORE.search(heard.text)) and pattern(rf"\b(?:{names or r'(?!)'}|scoring|scored)\b").search(heard.text):
            found[f.label] = f"{'at least' if m['way'].lower() in ('more', 'higher', 'above') else 'at most'} {m['n']}"
    return found | _amounts(kind, heard)


def _amounts(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Contracts over 50k", "budget lines above 20,000 EUR": money beside a comparison, in the field that is named or the kind's own."""
    money = [f for f in fields(kind) if f.is_money]
    m = next((m for m in COMPARED.finditer(heard.text) if any(s.start <= m.start("n") < s.end for s in heard.of("MONEY"))), None)
    plain = None if m else COMPARED.search(heard.text)
    counts = any(f.type in (int, float) and not f.refers and f.name not in ("id", "version") for f in fields(kind))
    named = next((f for f in money if any(pattern(rf"\b{re.escape(n)}\b").search(heard.text) for n in among(f.names, heard.text))), None)
    digits = re.sub(r"\D", "", plain["n"]) if plain and WHOLE.fullmatch(plain["n"].rstrip(".,")) else ""
    if named is None and money and len(digits) >= (LARGER if counts else LARGE):
        named = money[0]                                   # a large bare number of what has no other numbers is money
    if (m is None and (plain is None or named is None or "MONEY" in heard.types)) or not money or _measures(heard, m):
        return {}
    said = m or plain
    op = said["op"].lower() if said else ""
    amount = next((heard.said(s) for s in heard.of("MONEY") if m and s.start <= m.start("n") < s.end), said["n"] if said else "")
    return {(named or money[0]).label: f"{MEANT.get(op, op)} {amount}"}


def _measures(heard: Heard, compared: re.Match[str] | None) -> bool:
    """Whether a figure is compared; “more expensive than” names none."""
    return any(compared is None or not compared.start() <= s.start < compared.end() for s in heard.of("FIGURE"))
