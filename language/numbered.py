"""Days named by their number: 2026-12-15, 15.12., 12/15/2026, 15 December, Dec 15, the 25th. What could be two days has two readings."""
from datetime import date, timedelta
import re

from language.counting import Period, ahead, month_end, one
from language.grammar import RELATIVE_YEAR, Groups, Here, Now, Rule, number, year_said

A_YEAR, LEAP_YEARS = timedelta(days=366), 8
JUST_GONE = timedelta(days=92)           # a day without a year that is over for less than a quarter: this year's, or the next one's?
DAYS_OF_MONTH, MONTHS_OF_YEAR = 31, 12
COMPARED = re.compile(r"\b(?:below|under|above|over|than|at least|at most|up to|exceeds?|exceeding)\s+$", re.I)


def on_day(day: int, month: int, now: Now, weekday: int | None = None) -> tuple[Period, ...]:
    """A day and month without a year: the coming one; both when it has just gone by. A weekday said with it must be right, and decides."""
    days = [d for year in range(now.today.year - 1, now.today.year + LEAP_YEARS + 1) if (d := _valid(year, month, day))]
    if weekday is not None:
        since = A_YEAR if now.past or now.near else JUST_GONE
        days = [d for d in days if d.weekday() == weekday and -since <= d - now.today <= A_YEAR]
    coming = next((d for d in days if d >= now.today), None)
    gone = next((d for d in reversed(days) if d < now.today), None)
    if coming is None and gone is None:
        raise ValueError(day, month)
    return tuple(one(d) for d in _chosen(coming, gone, now, is_certain=weekday is not None))


def _chosen(coming: date | None, gone: date | None, now: Now, *, is_certain: bool) -> tuple[date, ...]:
    if coming is None or gone is None or coming == now.today:
        return tuple(d for d in (coming or gone,) if d)
    nearest, other = sorted((coming, gone), key=lambda d: abs(d - now.today))
    if now.near or is_certain:
        return (nearest,)
    if now.past:
        return (gone,)
    return (coming,) if now.today - gone > JUST_GONE else (nearest, other)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(g: Groups, now: Now) -> int | None:
    said = g.get("weekday", "")
    return now.words.counted["weekdays"][said] - 1 if said else None


def _exact(year: int, month: int, day: int, weekday: int | None) -> tuple[Period, ...]:
    found = date(year, month, day)
    if weekday is not None and found.weekday() != weekday:
        raise ValueError(weekday)
    return (one(found),)


def _dated(day: int, month: int, g: Groups, now: Now) -> tuple[Period, ...]:
    """A day and month, of the year that is said or else of the likely one."""
    year = year_said(g, now)
    return on_day(day, month, now, _weekday(g, now)) if year is None else _exact(year, month, day, _weekday(g, now))


def iso(g: Groups, now: Now) -> tuple[Period, ...]:
    month = now.words.counted["months"][g["month"]] if g.get("month") else int(g["m"])
    return _exact(int(g["y"]), month, int(g["d"]), None)


def dotted(g: Groups, now: Now) -> tuple[Period, ...]:
    day, month = int(g["d"]), int(g["m"])
    return _dated(day, month, g, now)


def slashed(g: Groups, now: Now) -> tuple[Period, ...]:
    """3/12 is either 3 December or 12 March: both readings, unless a number over 12, a weekday or the office's order tells."""
    readings: list[Period] = []
    either = [(int(g["a"]), int(g["b"])), (int(g["b"]), int(g["a"]))]
    for day, month in reversed(either) if now.customs.order == "month" else either:
        try:
            found = _dated(day, month, g, now)
        except ValueError:
            continue
        readings += [r for r in found if r not in readings]
        if now.customs.order:
            break
    if not readings:
        raise ValueError(g["a"])
    return tuple(readings)


def of_month(g: Groups, now: Now) -> tuple[Period, ...]:
    """15 December, Tuesday the 15th of December 2026."""
    return _dated(number(g["dom"], now.words), now.words.counted["months"][g["month"]], g, now)


def nth(g: Groups, now: Now) -> tuple[Period, ...]:
    """The 25th: the coming one, or of the month that is said. Friday the 25th must be a Friday."""
    day, weekday = int(g["dom"]), _weekday(g, now)
    if not 1 <= day <= DAYS_OF_MONTH:
        raise ValueError(day)
    if g.get("which") and g["which"] not in now.words["the"]:
        first = ahead(1 if g["which"] in now.words["next"] else -1 if g["which"] in now.words["last"] else 0, "month", now.today.replace(day=1))
        return _exact(first.year, first.month, day, weekday)
    step = -1 if now.past else 1
    for months in range(MONTHS_OF_YEAR):
        first = ahead(step * months, "month", now.today.replace(day=1))
        if day <= month_end(first).day and (first.replace(day=day) - now.today).days * step >= 0:
            return _exact(first.year, first.month, day, weekday)
    raise ValueError(day)


def _is_no_ratio(here: Here) -> bool:
    """3/5 and 24/7 are days only when a word or a weekday leads to them, or nothing else is said."""
    if here.said == "24/7":
        return False
    if re.match(r"\s*(?:\d|%|[a-z]{1,2}\b|(?:of|tasks?|points?|hours?|days?|weeks?|done)\b)", here.after, re.I) and not here.is_whole:
        return False
    return here.led_by("cues", "weekdays") or re.match(r"\D", here.said) is not None or _only_a_day(here.said)


def _only_a_day(said: str) -> bool:
    """15/12 or 12/15: one number is a day that is no month."""
    a, b = (int(n) for n in re.findall(r"\d+", said)[:2])
    return max(a, b) > MONTHS_OF_YEAR >= min(a, b) > 0 and max(a, b) <= DAYS_OF_MONTH


def _is_no_decimal(here: Here) -> bool:
    """15.12. and "due 15.12" are days; 4.2 is a clause, 1.5 an amount."""
    if COMPARED.search(here.before):
        return False                                       # “CPI below 1.05.” ends a sentence
    if here.said.endswith(".") and here.said.count(".") > 1:
        return True
    two_figures = re.search(r"\.\d\d$", here.said) is not None
    measured = re.match(r"\s*(?:%|[€$£]|[a-z]+)", here.after, re.I) and not here.ends
    return two_figures and not measured and here.led_by("cues")


def _is_no_verb(here: Here) -> bool:
    """In "T-12 may slip" and "phase 2 may start" there is no day of May."""
    loose = re.search(r"\b(?:may|march|mar)$", here.said)
    return loose is None or here.ends or here.led_by("cues")


def _is_no_first_day(here: Here) -> bool:
    """In "4 December, 8 hours" and "in December, 8 people" the month is no part of what follows it."""
    return "," not in here.said or re.search(r"(?:(?<![\w.,:-])\d\d?(?:st|nd|rd|th|\.)?(?: of)?[ -]?|\bin )$", here.before, re.I) is None


def _is_no_ordinal(here: Here) -> bool:
    """"The 2nd phase" is no day."""
    return here.ends and (here.led_by("cues", "leads") or "the " in here.said.lower() or here.said[0].isalpha())


DATED = r"(?:(?:(?:{this}|{next}|{last}) )?{weekday},? (?:{the} )?)?"
SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d|\d\d(?=\s*(?:$|[.,;)–-]|(?:to|till|until|through)\b)))"
CLOCK = r"{weekday},? {month} (?P<dom>\d\d?) \d\d:\d\d(?::\d\d)?(?: [a-z]{3,4})? (?P<year>(?:19|20)\d\d)"          # Thu Oct 26 11:00:09 EDT 2023
RULES = (
    Rule(r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d?)-(?P<d>\d\d?)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?", iso),
    Rule(r"(?P<y>(?:19|20)\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)", iso),
    Rule(r"(?P<y>(?:19|20)\d\d)[ /-]{month}[ /-](?P<d>\d\d?)", iso),
    Rule(rf"{DATED}(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<year>(?:19|20)?\d\d)(?!\.?\d)", dotted),
    Rule(rf"{DATED}(?P<d>(?!0\.)\d\d?)\.(?P<m>\d\d?)(?P<year>)(?:\.(?!\d)|(?![\d.]))", dotted, _is_no_decimal),
    Rule(rf"{DATED}(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>(?:19|20)?\d\d)", slashed),
    Rule(rf"{DATED}(?P<a>\d\d?)-(?P<b>\d\d?)-(?P<year>(?:19|20)\d\d)", slashed),
    Rule(rf"{DATED}(?P<a>\d\d?)/(?P<b>\d\d?)(?P<year>)(?![/\d])", slashed, _is_no_ratio),
    Rule(rf"{DATED}{{dom}}(?: of)?[ -]?{{month}}(?:[,-]? ?{SHORT_YEAR}|{RELATIVE_YEAR})?", of_month, _is_no_verb),
    Rule(rf"{DATED}{{spelled}} {{of}} {{month}}(?:,? {SHORT_YEAR})?", of_month, _is_no_verb),
    Rule(rf"{DATED}{{month}},?[ -]?(?:{{the}} )?(?P<dom>\d\d?)(?:st|nd|rd|th)?(?:(?:, ?| ){SHORT_YEAR}|{RELATIVE_YEAR})?(?![:\d])", of_month,
         _is_no_first_day),
    Rule(CLOCK, of_month),
    Rule(rf"{DATED}{{month}} (?:the )?{{spelled}}(?:,? {SHORT_YEAR})?", of_month),
    Rule(r"(?:{the} )?{nth_day} of (?:(?P<which>{this}|{next}|{last}|{the}) )month", nth),
    Rule(r"{weekday},? (?:{the} )?{nth_day}", nth),
    Rule(r"{weekday},? (?P<dom>\d\d?)(?![:.,/\d])", nth, lambda here: here.ends),
    Rule(r"(?:{the} )?{nth_day}", nth, _is_no_ordinal),
)
