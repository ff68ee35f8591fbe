"""Days from one to another as people say them of what is planned: "from 14 to 18 December", "in January", "next week", "on 3 December"."""
from datetime import date, timedelta
import re

from language.dates import read_date, read_days

APART = re.compile(r"^(?:from|between)?\s*(?P<a>.+?)\s*(?:\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|–|—|(?<=[\d ])-(?=[ \d]))\s*(?P<b>.+)$", re.I)
UNTIL = re.compile(r"^(?:until|till|up to)\s+(?P<d>.+)$", re.I)
LENGTH = re.compile(r"^(?:the next )?(?P<length>(?:an?|one|two|three|four|\d{1,2}) (?:days?|weeks?|months?))(?: (?:from|starting|as of) (?P<first>.+))?$", re.I)
LED = re.compile(r"^(?:(?:from|on|in|for|over|during|the whole(?: of)?|all(?: of)?|the)\s+)+", re.I)


def run_of(said: str, today: date) -> tuple[date, date] | None:
    """The first and the last day that are meant, or None; a bare number takes the month of the other end."""
    said = re.sub(r"^(?:(?:on|in|for|over|during)\s+)+", "", said.strip(" ,."), flags=re.I)
    if (m := APART.match(said)) and (last := read_date(m["b"].strip(), today)):
        first = _same_month(m["a"].strip(), last) or read_date(m["a"].strip(), today)
        if first is not None and first > last:
            later = read_date(m["b"].strip(), first)
            last = later if later and later > first else last
        return (first, last) if first and first <= last else None
    if (m := APART.match(said)) and (first_run := read_days(m["a"].strip(), today)) and (last_run := read_days(m["b"].strip(), today)):
        return (first_run.first, last_run.last) if first_run.first <= last_run.last else None
    if m := LENGTH.match(said):
        first = read_date(m["first"], today) if m["first"] else today
        return (first, end - timedelta(days=1)) if first and (end := read_date(f"in {m['length']}", first)) else None
    if m := UNTIL.match(said):
        last = read_date(m["d"], today)
        return (today, last) if last and last >= today else None
    if run := read_days(said, today) or read_days(LED.sub("", said), today):
        return run.first, run.last
    day = read_date(LED.sub("", said), today)
    return (day, day) if day else None


def _same_month(said: str, last: date) -> date | None:
    m = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?", said)
    return last.replace(day=int(m[1])) if m and 1 <= int(m[1]) <= last.day else None
