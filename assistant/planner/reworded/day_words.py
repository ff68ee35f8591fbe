"""Words of the calendar put right where a finger slipped: “tommorow”, “wensday”, and both days of a run in full; a day that is misread would be another."""
import re

from rapidfuzz.distance import OSA

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.words.spelling import spelling

DAYS = ("tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "august", "september",
        "october", "november", "december")
WORD = re.compile(r"(?<![\w@.-])[a-z]{6,11}(?![\w@-])|^[A-Z][a-z]{5,10}(?![\w@-])")
MONTH = (r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|"
         r"dec(?:ember)?)(?![a-z])")
VERBS = ("may", "march", "mar")                 # months that are verbs, too, when they are written small
DAY, TO = r"(?:st|nd|rd|th|\.)?", r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
RUN = re.compile(rf"(?<![\w.,:/-])(?:from )?(?:the )?(?P<a>\d{{1,2}}){DAY}{TO}(?:the )?(?P<b>\d{{1,2}}){DAY}(?: of)? {MONTH}|"
                 rf"\b(?:from )?{MONTH.replace('<month>', '<lead>')} (?P<c>\d{{1,2}}){DAY}{TO}(?P<d>\d{{1,2}}){DAY}(?![\w.,:/-]*\d)", re.I)
MOVES = re.compile(r"\b(?:move|push|shift|postpone|reschedule|change|bring|pull|slip)\w*\b", re.I)
BEGINS = re.compile(rf"\b(?:from|starting|beginning)(?: on)? (?P<day>(?:next |this )?[a-z]+day|tomorrow|(?:the )?\d{{1,2}}{DAY}(?: of)? {MONTH}) (?:on )?"
                    r"for (?P<long>(?:an?|one|two|three|four|five|six|ten|\d{1,2}) (?:working )?(?:days?|weeks?|months?))\b", re.I)
LAST = 31
LONG = 8                                        # letters from which two slips are forgiven


def days_spelt(text: str) -> str:
    """The text with slips in the words for days and months put right; what is quoted stays."""
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    return WORD.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in quoted) else _spelt(m[0]), text)


def runs_spelt(text: str) -> str:
    """ "7-11 December", "December 7 to 11": from one day of a month to another, both with their month; what is written down or moves from a day to another
    stays."""
    if MOVES.search(text) or ":" in text:
        return text
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    text = text if quoted else BEGINS.sub(r"for \g<long> from \g<day>", text)
    return RUN.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in quoted) else _run_spelt(m), text)


def _run_spelt(m: re.Match[str]) -> str:
    first, last, month = int(m["a"] or m["c"]), int(m["b"] or m["d"]), m["month"] or m["lead"]
    return f"from {first} {month} to {last} {month}" if 0 < first < last <= LAST and (m["month"] or month not in VERBS) else m[0]


def _spelt(word: str) -> str:
    said = word.lower()
    if said in DAYS or said in spelling() or said.rstrip("s") in DAYS:
        return word
    near = [d for d in DAYS if d[0] == said[0] and OSA.distance(said, d) <= (2 if len(d) >= LONG else 1)]
    return near[0] if len(near) == 1 else word
