"""What a part of a supposition measures: a share, an amount, a length of time, days, or that something happens; what is not computed of it is told."""
from collections.abc import Mapping
from datetime import date
import re

from language.amounts import find_money, find_percents
from language.dates import find_periods
from tools.desk.supposing.heard import AMOUNT, SPELT, TIMES, Heard, in_figures

LARGE = re.compile(r"(?!(?:19|20)\d\d$)(?:\d[\d.,' ]{3,}|\d.*[a-z])", re.I)
OF_MONEY = re.compile(r"\b(?:costs?|budgets?|benefits?|savings?|revenues?|prices?)\b", re.I)
UNITS = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?)"
LENGTH = re.compile(rf"(?:\d+(?:[.,]\d+)?|\b(?:half )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))[\s-]+(?:\w+ )?{UNITS}\b", re.I)
HAPPENS = re.compile(r"\b(?:leaves?|left|quits?|resigns?|is gone|without|drops out|away|absent|sick|ill|on (?:leave|holiday|vacation)|unavailable|happens?|"
                     r"occurs?|materiali[sz]es?|strikes|lose|approved|accepted|drops? out|stops? working|comes? true)\b", re.I)
EVENT = "event"
ASKED = re.compile(r"\bwhat(?: would| will| could| does)? happens?\b", re.I)
Measures = Mapping[str, str]


def measures(said: str, today: date) -> Measures:
    """What is measured in some words, by its sort, and the words that say it."""
    text = ASKED.sub("what", in_figures(said.lower()))
    heard = Heard(text, today)
    found = {"share": _share(text, heard), "money": amount(text) or _small(text, heard), "length": _length(text, heard), "day": _days(text, today, heard)}
    found[EVENT] = m[0] if (m := HAPPENS.search(text)) else ""
    return {sort: words for sort, words in found.items() if words}


def amount(text: str) -> str:
    """An amount of money in a text; a year or a small number is none."""
    money = next((text[s.start:s.end] for s in find_money(text)), "")
    return money or next((m[0].strip() for m in AMOUNT.finditer(text) if LARGE.fullmatch(m[0].strip())), "")


def _small(text: str, heard: Heard) -> str:
    return f"{heard.money:f}" if heard.money is not None and OF_MONEY.search(text) else ""


def _share(text: str, heard: Heard) -> str:
    if share := next((text[s.start:s.end] for s in find_percents(text)), ""):
        return share
    return next((m[0] for said in TIMES if (m := said.search(text)) and not heard.length and not SPELT.search(text)), "")


def _length(text: str, heard: Heard) -> str:
    if not heard.length:
        return ""
    return m[0] if (m := LENGTH.search(text)) else heard.said_length.rpartition(" ")[0]


def _days(text: str, today: date, heard: Heard) -> str:
    """Days that are said by a name; a bare number is none, and what only counts from now belongs to the length."""
    words = (text[s.start:s.end] for s in find_periods(text, today))
    return next((w for w in words if re.search(r"[a-z]|\d[.-]\d|20\d\d", w) and not (heard.length and w == heard.said_length)), "")
