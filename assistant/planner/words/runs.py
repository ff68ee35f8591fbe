"""Days from one to another as people say them of what is planned: "from 14 to 18 December", "in January", "next week", "on 3 December"."""
from datetime import date, timedelta
import re

from language.dates import read_date, read_days

APART = re.compile(r"^(?:from|between)?\s*(?P<a>.+?)\s*(?:\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|–|—|(?<=[\d ])-(?=[ \d]))\s*(?P<b>.+)$", re.I)
UNTIL = re.compile(r"^(?:until|till|up to)\s+(?P<d>.+)$", re.I)
SINCE = re.compile(r"^since\s+(?P<d>.+)$", re.I)
LENGTH = re.compile(r"^(?:the next )?(?P<length>(?:an?|one|two|three|four|\d{1,2}) (?:days?|weeks?|months?))(?: (?:from|starting|as of) (?P<first>.+))?$", re.I)
LED = re.compile(r"^(?:(?:from|on|in|for|over|during|the whole(?: of)?|all(?: of)?|the)\s+)+", re.I)


def run_of(said: str, today: date, *, past: bool = False) -> tuple[date, date] | None:
    """The first and the last day that are meant, or None; a bare number takes the month of the other end. `past`: days that are over, “was ill on Monday”."""
    said = re.sub(r"^(?:(?:on|in|for|over|during)\s+)+", "", said.strip(" ,."), flags=re.I)
    if past and (gone := _gone(said, today)):
        return gone
    if (m := APART.match(said)) and (last := read_date(m["b"].strip(), today)):
        first = _same_month(m["a"].strip(), last) or read_date(m["a"].strip(), today)
        if first is not None and first > last:
            later = read_date(m["b"].strip(), first)
            last = later if later and later > first else last
        return (first, last) if first and first <= last else None
    if (m := APART.match(said)) and (first_run := read_days(m["a"].strip(), today)) and (last_run := read_days(m["b"].strip(), today)):
        return (first_run.first, last_run.last) if first_run.first <= last_run.last else None
    if LENGTH.match(said) or UNTIL.match(said):
        return _led(said, today)
    if run := read_days(said, today) or read_days(LED.sub("", said), today):
        return run.first, run.last
    day = read_date(LED.sub("", said), today)
    return (day, day) if day else None


def _led(said: str, today: date) -> tuple[date, date] | None:
    """So long, or until a day, from today on or from the day that is said."""
    if m := LENGTH.match(said):
        first = read_date(m["first"], today) if m["first"] else today
        return (first, end - timedelta(days=1)) if first and (end := read_date(f"in {m['length']}", first)) else None
    m = UNTIL.match(said)
    last = read_date(m["d"], today) if m else None
    return (today, last) if last and last >= today else None


def _gone(said: str, today: date) -> tuple[date, date] | None:
    """The days that are over; None where they are not told by days that can be over, such as “until Friday”."""
    if m := SINCE.match(said):
        first = read_date(m["d"], today, past=True)
        return (first, today) if first and first <= today else None
    if UNTIL.match(said) or LENGTH.match(said):
        return None
    if (m := APART.match(said)) and (last := read_date(m["b"].strip(), today, past=True)):
        first = _same_month(m["a"].strip(), last) or read_date(m["a"].strip(), today, past=True)
        first = read_date(m["a"].strip(), last, past=True) if first is not None and first > last else first
        return (first, last) if first and first <= last else None
    if run := read_days(said, today, past=True) or read_days(LED.sub("", said), today, past=True):
        return run.first, run.last
    day = read_date(LED.sub("", said), today, past=True)
    return (day, day) if day else None


def _same_month(said: str, last: date) -> date | None:
    """The day of a bare number before the last one: of its month, or of the month before, as in “from the 18th to the 2nd of January”."""
    m = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?", said)
    if m is None:
        return None
    before = last.replace(day=1) - timedelta(days=1)
    month = last if int(m[1]) <= last.day else before
    return month.replace(day=int(m[1])) if 1 <= int(m[1]) <= (before.day if month is before else last.day) else None
