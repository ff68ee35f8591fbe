"""Phrases that lean on a day beside them: end of March, the last Friday of the month, two weeks after 3 December, Friday + 10 days."""
from collections.abc import Callable
from datetime import timedelta
import re

from language.counting import Period, ahead, around, one, weekday_from, weekday_of
from language.grammar import Found, Groups, Now, compiled, groups, number
from language.lengths import away
from language.needing import may_hold, said_in

REACH = 60                    # characters before a day in which a phrase that leans on it may begin
A_WEEK, A_MONTH = 6, 30       # days from the first to the last
A_RATE = re.compile(r"an? ", re.I)                   # “33000 a year from May” is no day
AMOUNT = re.compile(r"\d(?:[.,]\d+)*\s?(?:k|m|EUR|euros?|€|USD|GBP|CHF|h|hours?|%)?\s+$", re.I)
Leaning = Callable[[Groups, Period, Now], Period | None]


def edge(g: Groups, run: Period, now: Now) -> Period | None:
    """The end, the start, the middle of a run; early and late are its first and last third."""
    due = run.due(now.customs.days)
    length = due - run.first
    if not length:
        return None
    if g["end"] or g["begin"]:
        return one(due if g["end"] else run.first)
    if g["middle"]:
        return one(run.first + timedelta(days=14 if run.first.day == 1 and length.days <= A_MONTH else length.days // 2))
    return Period(run.first, run.first + length // 3) if g["early"] else Period(due - length // 3, due)


def day_in(g: Groups, run: Period, now: Now) -> Period | None:
    """The first Monday of December, the last working day of the month, Tuesday of week 50."""
    length = (run.last - run.first).days
    nth = number_of(g["nth"], now) if g["nth"] else 1
    if not length or (not g["nth"] and length > A_WEEK):
        return None
    if g["weekday"]:
        return one(weekday_of(run, now.words.counted["weekdays"][g["weekday"]] - 1, nth))
    unit = now.words.groups["units"][g["unit"]]
    if unit == "week" and g["nth"]:
        return _sevens(run, nth)
    if unit not in ("day", "working day") or not g["nth"]:
        return None
    return one(ahead(nth, unit, run.last + timedelta(days=1) if nth < 0 else run.first - timedelta(days=1), now.customs.days))


def _sevens(run: Period, nth: int) -> Period:
    """The first week of January: its first seven days."""
    first = run.last - timedelta(days=A_WEEK) if nth < 0 else run.first + timedelta(days=7 * (nth - 1))
    if first > run.last:
        raise ValueError(nth)
    return Period(first, min(run.last, first + timedelta(days=A_WEEK)))


def days_away(g: Groups, run: Period, now: Now) -> Period | None:
    """Two weeks after 3 December, the day before next Friday, the Monday after that, the week after Easter."""
    sign = -1 if g.get("before") else 1
    start = run.first if sign < 0 else run.last
    if g.get("weekday"):
        nth = number_of(g.get("nth") or "1", now)
        return one(weekday_from(start, now.words.counted["weekdays"][g["weekday"]] - 1, sign * nth)) if nth > 0 else None
    if g.get("length"):
        return next(iter(away(g["length"], now, start, sign)), None)
    unit = g.get("unit") or "day"
    if unit in ("day", "working day"):
        return one(ahead(sign, unit, start, now.customs.days))
    return around(unit, sign, start) if unit in ("week", "month", "quarter", "year") else None


def weeks_on(g: Groups, run: Period, now: Now) -> Period | None:
    """A week on Monday, two weeks today."""
    n = number(g["n"], now.words) if g["n"] else 1
    unit = now.words.groups["units"][g["unit"]]
    return one(ahead(n, unit, run.last)) if unit in ("week", "fortnight") and run.first == run.last else None


def week_of(_: Groups, run: Period, __: Now) -> Period | None:
    return around("week", 0, run.first)


def plus(g: Groups, run: Period, now: Now) -> Period | None:
    return next(iter(away(g["length"], now, run.last, -1 if g["minus"] else 1)), None)


def number_of(ordinal: str, now: Now) -> int:
    return now.words.counted["ordinals"].get(ordinal) or number(ordinal, now.words)


THE, BEFORE, AFTER = "(?:{the} )?", "(?P<before>{before})", "(?:{after}|{from})"
EDGE = "(?:(?P<end>{end})|(?P<begin>{begin})(?= {of} )|(?P<middle>{middle})|(?P<early>{early})|(?P<late>{late}))"
BESIDE: tuple[tuple[str, Leaning], ...] = (
    (f"{THE}{EDGE}[ -](?:{{of}} )?{THE}$", edge),
    (f"{THE}(?:{{nth}} )?(?:{{weekday}}|{{unit}}) {{of}} {THE}$", day_in),
    (f"{THE}(?:{{nth}} )?{{weekday}} (?:{BEFORE}|{AFTER}) {THE}$", days_away),
    (f"{THE}{{length}} (?:{BEFORE}|{AFTER}) {THE}$", days_away),
    (f"{THE}{{unit}} (?:{BEFORE}|{{after}}) {THE}$", days_away),
    ("(?:{count} )?{unit} (?:{on} )?$", weeks_on),
    (f"{THE}{{week_of}} {THE}$", week_of),
)
BEFORE_HOLIDAY = "{before} $"
PLUS = r"\s*(?:\+|plus|(?P<minus>[-−]|minus)) ?{length}"


def leaned(text: str, found: Found, now: Now) -> Found:
    """A day together with the phrases beside it that lean on it; itself when there are none."""
    while (wider := _from_before(text, found, now) or _from_after(text, found, now)) is not None:
        found = wider
    return found


def _from_before(text: str, found: Found, now: Now) -> Found | None:
    begin = max(0, found.start - REACH)
    before = text[begin:found.start]
    if not before.strip():
        return None
    leaning = (*BESIDE, (BEFORE_HOLIDAY, lambda _, run, __: one(run.first - timedelta(days=1)))) if found.kind == "holiday" else BESIDE
    said = said_in(before)
    for template, meaning in leaning:
        m = compiled(template, now.words, ends=False).search(before) if may_hold(template, now.words, said) else None
        readings = _meant(meaning, groups(m), found, now) if m and not (A_RATE.match(m[0]) and AMOUNT.search(before[:m.start()])) else None
        if m and readings is not None:
            return Found(begin + m.start(), found.end, readings, is_impossible=not readings)
    return None


def _from_after(text: str, found: Found, now: Now) -> Found | None:
    m = compiled(PLUS, now.words, starts=False).match(text, found.end)
    readings = _meant(plus, groups(m), found, now) if m else None
    return Found(found.start, m.end(), readings) if m and readings else None


def _meant(meaning: Leaning, g: Groups, found: Found, now: Now) -> tuple[Period, ...] | None:
    """What each reading of the day becomes; none when there is no such day, None when the phrase does not lean on it."""
    try:
        moved = [meaning(g, run, now) for run in found.readings]
    except ValueError:
        return ()
    return None if not moved or None in moved else tuple(dict.fromkeys(run for run in moved if run))
