"""Efforts, money and percents as people write them. Never a guess: what is not clearly one is None. A day of effort has 8 hours, a week 40."""
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
import re

from language.numbers import APART, FIGURES, SPACED, in_figures, read_number, scale, spoken, spoken_pattern
from language.words import Span, Words, words

__all__ = ["find_efforts", "find_large", "find_money", "find_percents", "read_effort", "read_money", "read_number"]

HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 8.0, "week": 40.0}
WEEKLY = re.compile(r"(?<![\w.,])(?P<n>\d+(?:[.,]\d+)?)\s?(?:h|hrs?|hours?|horas?)(?:\s?/\s?|\s(?:a|per|each|every|por|na)\s)(?:week|wk|semana)(?!\w)", re.I)


def find_efforts(text: str, language: Words | None = None) -> Iterator[Span]:
    """Yield each effort in a text; the value is hours. "In 2 days", "2 days late" and "last 2 weeks" are no efforts; "20 hours a week" are 20."""
    w = language or words()
    for m in WEEKLY.finditer(text):
        yield Span(m.start(), m.end(), float(m["n"].replace(",", ".")))
    text = WEEKLY.sub(lambda m: "\0" * len(m[0]), text)
    for m in _effort(w).finditer(text):
        start = m.start() if _is_effort(text[:m.start()], m[0], text[m.end():], w) else _second(text, m, w)
        hours = _hours(text[start:m.end()], w)
        if hours:
            yield Span(start, m.end(), hours)


def find_money(text: str, language: Words | None = None) -> Iterator[Span]:
    """Yield each amount with a currency; the value is (Decimal, "EUR")."""
    w = language or words()
    for m in _money(w).finditer(text):
        amount = _amount(m["a"] or m["b"], m["ascale"] or m["bscale"], w)
        if amount is not None:
            yield Span(m.start(), m.end(), (-amount if m["minus"] else amount, w.groups["currencies"][(m["acode"] or m["bcode"]).lower()]))


def find_large(text: str, language: Words | None = None) -> Iterator[Span]:
    """Yield each number in thousands or millions that counts nothing named and so is likely money, without a currency: "60k", "half a million a year",
    and not "150 thousand visits" ("150k" is always meant as money); the value is its Decimal."""
    w = language or words()
    for m in _large(w).finditer(text):
        counts = re.match(r"\s+([^\W\d]+)", text[m.end():])
        found = read_number(m[0].rstrip("."), w)
        is_of_things = counts is not None and not m[0].lower().endswith("k") and counts[1].lower() not in w["beside_amounts"]
        if found is not None and not is_of_things:
            yield Span(m.start(), m.end(), found)


def find_percents(text: str, language: Words | None = None) -> Iterator[Span]:
    """Yield each percentage; the value is its Decimal, 60 for "60 %"."""
    w = language or words()
    for m in _percent(w).finditer(text):
        found = in_figures(m["n"]) if m["n"] else spoken(m["spoken"], w)
        if found is not None:
            yield Span(m.start(), m.end(), found)


def read_effort(text: str, language: Words | None = None) -> float | None:
    """Return the hours that a text is, as "6h", "1.5 days", "half a day", "1d 4h", or None."""
    said, w = text.strip(" .,"), language or words()
    if m := WEEKLY.fullmatch(said):
        return float(m["n"].replace(",", "."))
    return _hours(said, w) if _effort(w).fullmatch(said) else None


def read_money(text: str, language: Words | None = None) -> tuple[Decimal, str | None] | None:
    """Return the amount and currency that a text is; a bare number's currency is None."""
    said, w = " ".join(text.split()).strip(" ."), language or words()
    for span in find_money(said, w):
        if (span.start, span.end) == (0, len(said)) and isinstance(span.value, tuple):
            return span.value
    bare = in_figures(said, is_money=True) if re.fullmatch(FIGURES, said) else read_number(said, w)
    return None if bare is None else (bare, None)


def _amount(said: str, scaled: str | None, language: Words) -> Decimal | None:
    figures = said[-1].isdigit()
    found = in_figures(said, is_money=not scaled) if figures else spoken(said, language)
    return None if found is None else found * scale(scaled, language)


def _hours(said: str, language: Words) -> float | None:
    """Hours of a compound such as "1d 4h", "a day and a half", "1h30"."""
    if m := re.fullmatch(r"(\d+)h(\d\d)", said, re.I):
        return int(m[1]) + int(m[2]) / 60
    total = 0.0
    for m in _part(language).finditer(said):
        n = read_number(m["n"].strip(), language)
        if n is None:
            return None
        total += (float(n) + (0.5 if m["more"] else 0)) * HOURS[language.groups["efforts"][m["unit"].lower()]]
    return round(total, 2)


def _second(text: str, m: "re.Match[str]", language: Words) -> int:
    """Where the effort begins in "in 2 days 6h", which starts with a date; the end of the match when nothing follows."""
    first = _part(language).match(text, m.start())
    rest = text[first.end():m.end()] if first else ""
    return m.end() - len(rest.lstrip()) if rest.strip() and rest.lstrip()[0].isdigit() else m.end()


def _is_effort(before: str, said: str, after: str, language: Words) -> bool:
    last_word, next_word = re.search(r"(\+|[^\W\d]+)\s*$", before), re.match(r"\s*['’]?\s*([\w+]+)", after)
    if last_word and last_word[1].lower() in language["no_effort_after"] and not re.search(r"[,;:(]\s*$", before):
        return False
    if next_word and next_word[1].lower() in language["no_effort_before"]:
        is_worked = next_word[1].lower() in (*language["today"], *language["from"]) and re.search(r"\d\s?h", said) is not None    # “16 h from Monday”
        return is_worked or (bool(re.match(r"\s+on\s+(?!\w+day\b)", after)) and next_word[1].lower() == "on")
    is_article = said.split(maxsplit=1)[0].lower() in ("a", "an", "one")
    return not is_article or next_word is None or (last_word is not None and last_word[1].lower() in language["effort_cues"])


@cache
def _money(w: Words) -> "re.Pattern[str]":
    signs = "|".join(sorted((re.escape(c) for c in w.groups["currencies"] if not c.isalpha()), key=len, reverse=True))
    codes = "|".join(sorted((re.escape(c) for c in w.groups["currencies"] if c.isalpha()), key=len, reverse=True))
    number, sized = rf"(?:{SPACED}|{FIGURES})", rf"(?:\s?(?P<%sscale>{w.any_of('scales')})(?![a-z]))?"
    first = rf"(?P<minus>[-−])?(?P<acode>{signs}|\b(?:{codes})\b)\s?(?P<a>{number}){sized % 'a'}"
    last = rf"{APART}(?P<b>{number}|\b{spoken_pattern(w)}){sized % 'b'}\s?(?P<bcode>{signs}|(?:{codes})\b)"
    return re.compile(f"{first}|{last}", re.I)


@cache
def _large(w: Words) -> "re.Pattern[str]":
    number = FIGURES.removeprefix(r"[+\-−]?")                        # “+45k” is 45,000 more of what is told
    sizes = "|".join(sorted((re.escape(s) for s in w.spoken("scales") if len(s) > 1), key=len, reverse=True))       # "5 m" is a length
    return re.compile(rf"(?<![\w.,-])(?:{number}\s?(?:k|{sizes})(?!\w)|\b(?={spoken_pattern(w)})(?:[^\W\d]+[ -])+?(?:{sizes})(?!\w))", re.I)


@cache
def _percent(w: Words) -> "re.Pattern[str]":
    return re.compile(rf"{APART}(?:(?P<n>{FIGURES})|(?P<spoken>\b{spoken_pattern(w)}))\s?(?:%|{w.any_of('percent')}\b)", re.I)


@cache
def _part(w: Words) -> "re.Pattern[str]":
    return re.compile(_measure(w), re.I)


@cache
def _effort(w: Words) -> "re.Pattern[str]":
    one = re.sub(r"\(\?P<\w+>", "(?:", _measure(w))
    return re.compile(rf"{APART}(?:\d+h[0-5]\d(?!\d)|{one}(?:\s+{w.any_of('and')}\s+{one}|\s*(?=\d){one})*)(?!/)", re.I)


def _measure(w: Words) -> str:
    units = w.any_of("efforts").replace("|d|", "|(?-i:d)|")
    return (rf"(?P<n>\d+(?:[.,]\d+)?\s?(?:{w.any_of('and_a_half')}\s)?|\b{spoken_pattern(w)}\s)[\s-]?(?:{w.any_of('person')}[ -])?"
            rf"(?P<unit>{units})(?![a-z\d])(?P<more>\s{w.any_of('and_a_half')})?")
