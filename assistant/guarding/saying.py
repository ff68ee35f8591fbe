"""The same sentence as a tool would put it: counts in digits, days whole with their weekday, as far as this turn shows which day is meant.

It adds nothing that is not checked afterwards: a digit and a whole day are held to what they were shown beside, like any other.
"""
from collections.abc import Collection, Iterator
from datetime import date, timedelta
import re

from assistant.guarding.claims import ONE

COUNTS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
NUMERALS = {name: number for number, name in enumerate(COUNTS.split(), 2)}
NUMERAL = re.compile(rf"(?<![\w-])(?:{'|'.join(NUMERALS)})(?![\w-])", re.I)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALONE = re.compile(rf"\b{ONE}\b", re.I)
_DAY = r"(?P<{}>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)"
_MONTH = r"(?P<{}>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*)"
WHOLE = re.compile(rf"\b(?:{_DAY.format('day')},?\s+)?(?P<n>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('month')}\.?,?\s+(?P<year>\d{{4}})\b")
PART = re.compile(rf"\b(?:{_DAY.format('day')},?\s+)?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('month')}(?!\.?,?\s+\d{{4}})|"
                  rf"{_MONTH.format('led')}\s+(?P<m>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?!,?\s+\d{{4}}))\b")
DAYED = re.compile(rf"\b{_DAY.format('day')}\s+(?P<n>\d{{1,2}})(?:st|nd|rd|th)?(?!\s+[A-Z][a-z]{{2}}|[\w.,:]*\d)\b")
NEAR = re.compile(rf"\b(?:(?:this|next|coming)\s+)?{_DAY.format('day')}\b(?!,?\s+\d)|\b(?P<near>today|tomorrow|yesterday)\b")
NEARBY = {"today": 0, "tomorrow": 1, "yesterday": -1}
WEEK = 7
SPAN = re.compile(rf"(?P<from>{PART.pattern})(?P<to>\s*(?:to|until|till|–|-)\s*(?P<end>{re.sub(r'[?]P<[a-z]+>', '?:', WHOLE.pattern)}))")
BEHIND = re.compile(r"(?<=\d)(\s+(?:points?|days?|weeks?|%|percentage points?))\s+(behind|ahead of)\s+(plan|schedule)\b", re.I)


def whole(text: str) -> str:
    """The text with each day that has its year in one form: “22 January 2027” is “Fri 22 Jan 2027”. A wrong weekday leaves it as it stands."""
    text = SPAN.sub(_with_year, text)
    return WHOLE.sub(lambda m: _written(m, _made(int(m["year"]), m["month"], m["n"])), text)


def _with_year(m: re.Match[str]) -> str:
    """“from 18 Nov to 22 Nov 2026” with the year of its end, or the one before, at its beginning."""
    end = next(days_in(m["end"]), None)
    tries = (_made(year, m["month"] or m["led"], m["n"] or m["m"]) for year in (end.year, end.year - 1)) if end else iter(())
    day = next((d for d in tries if d is not None and end is not None and d <= end), None)
    return m[0] if day is None else f"{_written(m, day)}{m['to']}"


def days_in(text: str) -> Iterator[date]:
    """The days that a text tells with their years."""
    for m in WHOLE.finditer(text):
        if (day := _made(int(m["year"]), m["month"], m["n"])) is not None:
            yield day


def as_told(text: str, shown: Collection[date], today: date | None) -> str:
    """The sentence in the words of a tool; `shown` are the days that this turn shows."""
    text = NUMERAL.sub(lambda m: str(NUMERALS[m[0].lower()]), BEHIND.sub(r"\1 \2 the \3", ALONE.sub("1", whole(text))))
    text = PART.sub(lambda m: _written(m, _only(d for d in shown if d.day == int(m["n"] or m["m"]) and _is_month(m["month"] or m["led"], d))), text)
    text = DAYED.sub(lambda m: _written(m, _only(d for d in shown if d.day == int(m["n"]) and _is_day(m["day"], d))), text)
    return NEAR.sub(lambda m: _written(m, _only(d for d in shown if _is_near(m, d, today))), text) if today else text


def _is_near(m: re.Match[str], day: date, today: date) -> bool:
    if m["near"]:
        return day == today + timedelta(days=NEARBY[m["near"]])
    return _is_day(m["day"], day) and 0 <= (day - today).days <= WEEK


def _written(m: re.Match[str], day: date | None) -> str:
    if day is None or (m["day"] and not _is_day(m["day"], day)):
        return m[0]
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def _made(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None


def _is_month(said: str, day: date) -> bool:
    return said[:3].lower() == MONTHS[day.month - 1]


def _is_day(said: str, day: date) -> bool:
    return said[:3].lower() == DAYS[day.weekday()]


def _only(found: Iterator[date]) -> date | None:
    """The one day among these; None where there is none, or several."""
    days = set(found)
    return days.pop() if len(days) == 1 else None
