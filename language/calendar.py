"""The calendar under the dates: weeks that end on Friday, months, quarters, and counting ahead in working days."""
import calendar
from datetime import date, timedelta
import re

MONTHS = {m.lower(): i for i, m in enumerate(calendar.month_name) if m} | {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m} | {"sept": 9}
DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)} | {d.lower(): i for i, d in enumerate(calendar.day_abbr)} | {"tues": 1, "thur": 3, "thurs": 3}
NUMBERS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
NUMBERS |= {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3}
FRIDAY, DECEMBER = 4, 12


def _alternatives(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


NUMBER = rf"(?P<n>\d+|{_alternatives(NUMBERS)})"
MON, DAY = rf"(?P<mon>{_alternatives(MONTHS)})\.?", rf"(?P<day>{_alternatives(DAYS)})"
YEAR, DOM = r"(?P<year>20\d\d)", r"(?P<dom>[0-3]?\d)(?:st|nd|rd|th)?"
UNIT = r"(?P<unit>(?:working|business|work)[ -]?days?|days?|weeks?|months?|quarters?|years?|fortnights?)"
PERIOD = (rf"(?:q(?P<q>[1-4])(?:[ /-]*(?P<qyear>20\d\d))?|(?P<which>this |next |last |previous |coming |the |current )(?P<punit>week|month|quarter|year)|"
          rf"(?P<which2>next |last |this )?{MON}(?: {YEAR})?)")


def number(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS[said.lower()]


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def ahead(n: int, unit: str, start: date) -> date:
    """The day n units after the start, before it for a negative n."""
    unit = unit.rstrip("s")
    if unit.startswith(("working", "business", "work")):
        return _working_days(n, start)
    if unit in ("month", "quarter", "year"):
        return _months(n * {"month": 1, "quarter": 3, "year": 12}[unit], start)
    return start + timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])


def shifted(start: date, n: int, unit: str) -> timedelta:
    """How long n units are, counted from the start; always positive."""
    return abs(start - ahead(n, unit.lower(), start))


def _working_days(n: int, start: date) -> date:
    day, step = start, timedelta(days=1 if n > 0 else -1)
    for _ in range(abs(n)):
        day += step
        while day.weekday() > FRIDAY:
            day += step
    return day


def _months(n: int, start: date) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _around(unit: str, away: int, today: date) -> tuple[date, date]:
    """The calendar week, month, quarter or year that lies `away` from today's."""
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=away)
        return monday, monday + timedelta(days=FRIDAY)
    if unit == "month":
        first = _months(away, today.replace(day=1))
        return first, month_end(first)
    if unit == "quarter":
        first = _months(3 * away, date(today.year, 3 * ((today.month - 1) // 3) + 1, 1))
        return first, month_end(_months(2, first))
    return date(today.year + away, 1, 1), date(today.year + away, DECEMBER, 31)


def named_period(g: dict[str, str | None], today: date) -> tuple[date, date]:
    """A quarter, a month or "next week" by the groups of PERIOD."""
    if q := g.get("q"):
        first = date(int(g.get("qyear") or today.year), 3 * int(q) - 2, 1)
        if not g.get("qyear") and month_end(_months(2, first)) < today:
            first = _months(12, first)
        return first, month_end(_months(2, first))
    if mon := g.get("mon"):
        return _month(MONTHS[mon], g, today)
    away = {"next": 1, "coming": 1, "last": -1, "previous": -1}.get((g.get("which") or "").strip(), 0)
    return _around(g.get("punit") or "", away, today)


def _month(month: int, g: dict[str, str | None], today: date) -> tuple[date, date]:
    first = date(int(g.get("year") or today.year), month, 1)
    which = (g.get("which2") or "").strip()
    if not g.get("year") and which == "last" and first >= today.replace(day=1):
        first = _months(-12, first)
    elif not g.get("year") and which != "last" and month_end(first) < today:
        first = _months(12, first)
    return first, month_end(first)


def edge(g: dict[str, str | None], today: date) -> tuple[date, date]:
    """The end, the start or the middle of a period, as one day."""
    first, last = named_period(g, today)
    which = g["edge"] or ""
    day = last if which == "end" else first
    if which.startswith("mid"):
        day = first.replace(day=15) if first.day == 1 and (last - first).days <= 31 else first + (last - first) / 2  # noqa: PLR2004 - a month
    return day, day


def week(g: dict[str, str | None], today: date) -> tuple[date, date]:
    """A calendar week by its ISO number; the coming one when no year is said."""
    monday = date.fromisocalendar(int(g.get("wyear") or today.year), int(g["w"] or 0), 1)
    if not g.get("wyear") and monday + timedelta(days=6) < today:
        monday = date.fromisocalendar(today.year + 1, int(g["w"] or 0), 1)
    return monday, monday + timedelta(days=FRIDAY)
