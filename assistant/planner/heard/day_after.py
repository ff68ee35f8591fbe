"""A weekday that is told by another day before it: “T-7 to next Wednesday and T-6 to the Friday after”."""
from datetime import date, timedelta
import re

from language.dates import find_dates, read_date

DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
AFTER = re.compile(rf"\bthe (?P<d>{'|'.join(DAYS)})day (?:right )?after(?: that)?(?=\s*(?:[,.;!?]|$|and\b))", re.I)
WEEK = 7


def with_day_after(text: str, today: date) -> str:
    """The text with the day that is meant in the place of such a weekday; as it is where no one day stands before it."""
    m = AFTER.search(text)
    if m is None:
        return text
    spans = list(find_dates(text[:m.start()], today))
    first = read_date(text[spans[-1].start:spans[-1].end], today) if spans else None
    if first is None:
        return text
    ahead = (DAYS.index(m["d"].lower()) - first.weekday() - 1) % WEEK + 1
    return with_day_after(f"{text[:m.start()]}{first + timedelta(days=ahead):%-d %B %Y}{text[m.end():]}", today)
