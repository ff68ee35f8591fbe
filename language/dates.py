"""Dates as an office says them. Never guesses: what is not understood is not a date, and a day that no calendar has is said.

A phrase means a run of days; a deadline phrased so falls on the last of them ("by next week": its Friday).
"""
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
import re

from language.calendar import DAY, DAYS, DOM, MON, MONTHS, NUMBER, PERIOD, UNIT, YEAR, ahead, edge, month_end, named_period, number, shifted, week
from language.words import Span, Words

Groups = dict[str, str | None]
Days = tuple[date, date]
WORKING_WEEK = 4            # days from Monday to Friday


@dataclass(frozen=True)
class Period:
    """A run of days, both ends included."""
    first: date
    last: date


def find_dates(text: str, today: date, language: Words | None = None) -> Iterator[Span]:  # noqa: ARG001 - one language so far
    """Yield every date in a text, left to right, each a Span whose value is a `date`."""
    yield from (Span(s.start, s.end, p.last) for s, p in find_periods(text, today))


def find_periods(text: str, today: date) -> list[tuple[Span, Period]]:
    """Every run of days that a text names, left to right without overlaps; earlier rules win."""
    found: list[tuple[Span, Period]] = []
    for pattern, meant in RULES:
        for m in pattern.finditer(text):
            if any(m.start() < s.end and s.start < m.end() for s, _ in found) or _no_date(m[0], text, m):
                continue
            try:
                first, last = meant({k: v.lower() if v else v for k, v in m.groupdict().items()}, today)
            except ValueError:
                continue
            found.append((Span(m.start(), m.end(), last), Period(first, last)))
    return _chained(text, sorted(found, key=lambda each: each[0].start))


def read_date(text: str, today: date, anchor: date | None = None) -> date | None:
    """Return the one date that a text says, or None. With an anchor, "a week later" and "the Monday after" count from it."""
    said = text.strip()
    if (relative := _relative(said, anchor)) is not None:
        return relative
    found = find_periods(said, today)
    return found[0][1].last if len(found) == 1 and not _left_over(said, found[0][0]) else None


def impossible_dates(text: str) -> Iterator[Span]:
    """Yield what looks like a day of the calendar and is none: 31 February, 2026-13-45."""
    for pattern in (ISO, DOTTED, DAY_MONTH, MONTH_DAY):
        for m in pattern.finditer(text):
            groups = {k: v.lower() if v else v for k, v in m.groupdict().items()}
            try:
                _calendar_day(groups, date(2024, 1, 1))
            except ValueError:
                yield Span(m.start(), m.end(), m[0])


def read_period(text: str, today: date) -> Period | None:
    """Return the period a text says, such as "last 14 days" or "since Monday", or None. A bare weekday is the past one."""
    said = text.strip()
    if (m := LAST.search(said)) and (m["n"] or m["unit"].lower().startswith("day")):
        return Period(today - (shifted(today, -_n(m), m["unit"])), today)
    if m := BETWEEN.search(said):
        first, last = _past(m["a"], today, m["b"]), _past(m["b"], today)
        return Period(first, last) if first and last and first <= last else None
    if m := SINCE.search(said):
        first = _past(m["rest"], today)
        return Period(first, max(first, today)) if first else None
    found = find_periods(said, today)
    if len(found) != 1:
        return None
    if re.search(rf"\b(?:on|{DAY_NAMES})\b", said, re.I) and (day := _past(said, today)):
        return Period(day, day)
    period = found[0][1]
    # Looking back or listing, a week has its weekend; only as a deadline it ends on Friday.
    whole_week = re.search(r"\bweek\b", said, re.I) and (period.last - period.first).days == WORKING_WEEK
    return Period(period.first, period.last + timedelta(days=2)) if whole_week else period


DAY_NAMES = "|".join(sorted(map(re.escape, DAYS), key=len, reverse=True))
ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)\b")
DOTTED = re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)(?:[./](?P<y>20\d\d|\d\d))?(?![\d/]|\.\d)(?=\W|$)")
DAY_MONTH = re.compile(rf"\b{DOM}(?: of)? {MON}(?:,? {YEAR})?\b", re.I)
MONTH_DAY = re.compile(rf"\b{MON} {DOM}(?:,? {YEAR})?(?![\d:])\b", re.I)
LAST = re.compile(rf"\b(?:last|past|previous|in the last|in the past)(?: {NUMBER})? {UNIT}(?= |$|\W)", re.I)
BETWEEN = re.compile(r"\b(?:between|from) (?P<a>.+?) (?:and|to|until|till) (?P<b>.+)", re.I)
SINCE = re.compile(r"\b(?:since|from|after) (?:the )?(?P<rest>.+)", re.I)
AFTER = re.compile(rf"\b(?:the )?(?:(?P<day>{DAY_NAMES})|(?P<n>\d+|a|one|two|three|four) (?P<unit>days?|weeks?|months?)|day) (?P<way>after|before|following)\b", re.I)
LATER = re.compile(rf"\b(?:out |back |forward |up |on )?(?:by )?{NUMBER} {UNIT}(?: (?P<way>later|earlier|sooner|back|forward|out))?$", re.I)


def _n(m: "re.Match[str]") -> int:
    return number(m["n"]) if m["n"] else 1


def _past(text: str, today: date, other: str = "") -> date | None:
    """A day as it is meant when somebody looks back; "1" of "between 1 and 15 November" takes the month of the other."""
    if re.fullmatch(r"\d{1,2}", text.strip()) and (m := re.search(rf"{MON}(?: {YEAR})?", other, re.I)):
        text = f"{text} {m[0]}"
    found = find_periods(text, today)
    if len(found) != 1:
        return None
    first = found[0][1].first
    if first > today and not re.search(r"\b(?:next|coming)\b|20\d\d", text, re.I):
        week_day = re.search(rf"\b(?:{DAY_NAMES})\b", text, re.I)
        return first - timedelta(days=7 if week_day else 0) if week_day else first.replace(year=first.year - 1)
    return first


def _relative(said: str, anchor: date | None) -> date | None:
    """A wording that counts from the anchor: "the Monday after", "a week later", "by 3 days", "two weeks earlier"."""
    if anchor is None:
        return None
    if (m := AFTER.fullmatch(re.sub(r"\b(that|it)$", "", said).strip())):
        return _from(m, anchor)
    if (m := LATER.fullmatch(said)) and (m["way"] or re.search(r"\bby\b|^(?:out|back|forward|up|on)\b", said, re.I)):
        back = re.search(r"earlier|sooner|forward|\bup\b", said, re.I)
        return ahead(-_n(m) if back else _n(m), m["unit"].lower(), anchor)
    return None


def _from(m: "re.Match[str]", anchor: date) -> date:
    """The day that "the Monday after", "2 weeks before" or "the day after" means, seen from the anchor."""
    back = m["way"].lower() == "before"
    if m["day"]:
        away = (anchor.weekday() - DAYS[m["day"].lower()]) % 7 or 7 if back else (DAYS[m["day"].lower()] - anchor.weekday()) % 7 or 7
        return anchor + timedelta(days=-away if back else away)
    return ahead((-1 if back else 1) * (number(m["n"]) if m["n"] else 1), (m["unit"] or "day").lower(), anchor)


def _chained(text: str, found: list[tuple[Span, Period]]) -> list[tuple[Span, Period]]:
    """Join "the Monday after" with the date that follows it."""
    joined: list[tuple[Span, Period]] = []
    for span, period in found:
        lead = next((m for m in AFTER.finditer(text, 0, span.start) if text[m.end():span.start].strip() in ("", "the")), None)
        if lead is None:
            joined.append((span, period))
            continue
        joined = [(s, p) for s, p in joined if s.end <= lead.start() or s.start >= lead.end()]
        day = _from(lead, period.last)
        joined.append((Span(lead.start(), span.end, day), Period(day, day)))
    return joined


def _left_over(said: str, span: Span) -> bool:
    """Whether a text says more than the date and the words that lead to one."""
    rest = said[:span.start] + said[span.end:]
    return bool(re.sub(r"\b(?:by|due|on|until|till|before|the|for|at|in|latest|deadline|from|to|end|of|day|no later than)\b|[\s,.;:()!?-]", "", rest, flags=re.I))


def _no_date(said: str, text: str, m: "re.Match[str]") -> bool:
    """Words that are dates only beside a number: may, march, sun, sat."""
    alone = said.lower() in ("may", "mar", "sun", "sat", "sec", "mon", "wed", "march", "a")
    return alone and not re.search(r"\b(?:by|on|in|until|till|before|next|this|last|since|end of|of)\s+$", text[:m.start()], re.I)


def _calendar_day(g: Groups, today: date) -> date:
    """A day by its numbers; without a year the next one that is not over."""
    month = MONTHS[g["mon"]] if g.get("mon") else int(g.get("m") or 0)
    day, year = int(g.get("dom") or g.get("d") or 0), g.get("year") or g.get("y")
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - two digits
    found = date(today.year, month, day)
    return found if found >= today else found.replace(year=today.year + 1)


def _weekday(g: Groups, today: date) -> Days:
    """A bare weekday is the coming one; "next" is that of next week, "last" the one before today."""
    which, target = (g["which"] or "").strip(), DAYS[g["day"] or ""]
    day = today + timedelta(days=(target - today.weekday()) % 7 or 7)
    if which == "next" and day.isocalendar()[:2] == today.isocalendar()[:2]:
        day += timedelta(days=7)
    if which in ("last", "past", "previous"):
        day = today - timedelta(days=(today.weekday() - target) % 7 or 7)
    if g.get("later"):
        day += timedelta(days=7)
    return day, day


def _of_month(g: Groups, today: date) -> Days:
    day = int(g["dom"] or 0)
    for months in range(12):
        first = ahead(months, "month", today.replace(day=1))
        if day <= month_end(first).day and first.replace(day=day) >= today:
            return (first.replace(day=day),) * 2
    raise ValueError


def _one(meant: Callable[[Groups, date], date]) -> Callable[[Groups, date], Days]:
    return lambda g, today: (meant(g, today),) * 2


def _in_days(days: int) -> Callable[[Groups, date], Days]:
    return lambda _, today: (today + timedelta(days=days),) * 2


def _short_edge(g: Groups, today: date) -> Days:
    last = named_period({"punit": {"w": "week", "m": "month", "q": "quarter", "y": "year"}[(g["e"] or "")[-1]]}, today)[1]
    return last, last


def _holiday(g: Groups, today: date) -> Days:
    day = date(today.year, 12, 24 if "before" in (g["lead"] or "") else 25)
    return (day if day >= today else day.replace(year=today.year + 1),) * 2


RULES: tuple[tuple["re.Pattern[str]", Callable[[Groups, date], Days]], ...] = (
    (ISO, _one(_calendar_day)), (DOTTED, _one(_calendar_day)),
    (DAY_MONTH, _one(_calendar_day)), (MONTH_DAY, _one(_calendar_day)),
    *((re.compile(rf"\b{p}(?!\w)", re.I), meant) for p, meant in (
        (rf"(?P<edge>end|start|beginning|middle|mid)[ -]?(?:of )?(?:the )?{PERIOD.replace('current )', 'current )?')}", edge),
        (r"(?P<e>eow|eom|eoq|eoy)", _short_edge),
        (r"the day after tomorrow|day after tomorrow", _in_days(2)), (r"the day before yesterday", _in_days(-2)),
        (r"tomorrow", _in_days(1)), (r"today|tonight|eod|cob(?! \w+day)", _in_days(0)), (r"yesterday", _in_days(-1)),
        (rf"(?:in|within) {NUMBER} {UNIT}(?:'s? time)?|{NUMBER.replace('<n>', '<n2>')} {UNIT.replace('<unit>', '<unit2>')} (?:from now|from today)",
         _one(lambda g, t: ahead(number(g["n"] or g["n2"] or ""), g["unit"] or g["unit2"] or "", t))),
        (rf"{NUMBER} {UNIT} ago", _one(lambda g, t: ahead(-number(g["n"] or ""), g["unit"] or "", t))),
        (r"(?:in )?a fortnight", _in_days(14)),
        (rf"(?:a )?(?P<later>week (?:on|from) )(?P<which>)?{DAY}|(?P<day2>{DAY_NAMES}) (?P<later2>week)",
         lambda g, t: _weekday({**g, "which": "", "day": g["day"] or g["day2"], "later": "week"}, t)),
        (rf"(?:cob |eod )?(?P<which>this |next |last |past |coming |previous )?{DAY}", _weekday),
        (r"(?:calendar )?(?:week|kw|cw|wk)\.? ?(?P<w>\d{1,2})(?:[ /]+(?P<wyear>20\d\d))?", week),
        (r"(?P<lead>before )?(?:christmas|xmas)", _holiday),
        (PERIOD, named_period),
        (r"the (?P<dom>[0-3]?\d)(?:st|nd|rd|th)", _of_month),
    )),
)
