"""Efforts, money, percents and numbers as people write them. Never a guess: what is not clearly one is None.

Of "5.000" the dot is read as thousands only when a currency stands beside it; elsewhere a dot before three digits is a decimal point.
"""
from collections.abc import Iterator
from decimal import Decimal
import re

from language.words import Span

WORDS = {w: i for i, w in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))}
WORDS |= {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mio": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000}
CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "eur": "EUR", "euro": "EUR", "euros": "EUR", "usd": "USD", "dollar": "USD", "dollars": "USD",
              "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "chf": "CHF", "francs": "CHF"}
HOURS = {"h": 1, "hr": 1, "hrs": 1, "hour": 1, "hours": 1, "d": 8, "day": 8, "days": 8, "pd": 8, "week": 40, "weeks": 40, "w": 40}
FIGURES = r"[+-]?\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|[+-]?\d+(?:[.,]\d+)?"
SCALE = r"(?:\s?(?P<scale>k|thousand|mio|mn|million|m|bn|billion)\b)?"
SIGN = "[€$£]"
CODE = r"(?:eur(?:os?)?|usd|dollars?|gbp|pounds?|chf|francs)\b"
MONEY = re.compile(rf"(?P<sign>{SIGN}|{CODE})\s?(?P<n>{FIGURES}){SCALE}|(?P<n2>{FIGURES})(?:\s?(?P<scale2>k|thousand|mio|mn|million|m|bn|billion)\b)?\s?(?P<sign2>{SIGN}|{CODE})", re.I)
NUMBER_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
UNIT = r"(?:h|hrs?|hours?|pd|person[- ]days?|days?|weeks?|d|w)"
EFFORT = re.compile(rf"(?<![\w.,-])(?:(?P<half>half an?|half a)|(?P<n>\d+(?:[.,]\d+)?|{NUMBER_WORD}))(?P<more> and a half)?[\s-]?(?P<unit>{UNIT})\b(?!\s+(?:ago|from now|later|earlier|after|before|week))", re.I)
PERCENT = re.compile(rf"(?P<n>{FIGURES})\s?(?:%|percent\b|per cent\b)", re.I)


def find_efforts(text: str) -> Iterator[Span]:
    """Yield each effort in a text; the value is hours, 8 a day and 40 a week. "in 2 days" is a date, not an effort."""
    for m in EFFORT.finditer(text):
        if not re.search(r"\b(?:in|within|last|past|next|every|by|since)\s+$", text[:m.start()], re.I):
            yield Span(m.start(), m.end(), _hours(m))


def find_money(text: str) -> Iterator[Span]:
    """Yield each amount with a currency; the value is (Decimal, "EUR")."""
    for m in MONEY.finditer(text):
        figures, scale, sign = m["n"] or m["n2"], m["scale"] or m["scale2"], m["sign"] or m["sign2"]
        yield Span(m.start(), m.end(), (_decimal(figures, money=True) * SCALES.get((scale or "").lower(), 1), CURRENCIES[sign.lower()]))


def find_percents(text: str) -> Iterator[Span]:
    for m in PERCENT.finditer(text):
        yield Span(m.start(), m.end(), _decimal(m["n"]))


def read_effort(text: str) -> float | None:
    """Hours, when the text is one effort and nothing else."""
    m = EFFORT.fullmatch(text.strip())
    return _hours(m) if m else None


def read_money(text: str) -> tuple[Decimal, str | None] | None:
    """An amount and its currency, None for a bare number's currency."""
    said = text.strip()
    for span in find_money(said):
        if span.start == 0 and span.end == len(said) and isinstance(span.value, tuple):
            return span.value
    m = re.fullmatch(rf"(?P<n>{FIGURES}){SCALE}", said, re.I)
    return (_decimal(m["n"], money=bool(m["scale"])) * SCALES.get((m["scale"] or "").lower(), 1), None) if m else None


def read_number(text: str) -> Decimal | None:
    said = text.strip().lower()
    if said in WORDS:
        return Decimal(WORDS[said])
    m = re.fullmatch(rf"(?P<n>{FIGURES}){SCALE}", said, re.I)
    return _decimal(m["n"]) * SCALES.get((m["scale"] or "").lower(), 1) if m else None


def _hours(m: "re.Match[str]") -> float:
    unit = m["unit"].lower()
    hours = HOURS.get(unit, 8 if "day" in unit else 1)
    n = 0.5 if m["half"] else float(WORDS[m["n"].lower()]) if m["n"].lower() in WORDS else float(m["n"].replace(",", "."))
    return (n + (0.5 if m["more"] else 0)) * hours


def _decimal(figures: str, *, money: bool = False) -> Decimal:
    figures = figures.replace(" ", "").replace("'", "")
    last = max(figures.rfind("."), figures.rfind(","))
    tail = len(figures) - last - 1 if last >= 0 else 0
    grouped = figures.count(".") + figures.count(",") > 1 or (tail == 3 and (money or figures[last] == ","))
    whole = figures if last < 0 else figures[:last].replace(".", "").replace(",", "") + ("" if grouped and tail == 3 else ".") + figures[last + 1:]
    return Decimal(whole)
