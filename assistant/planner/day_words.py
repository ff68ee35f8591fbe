"""Words of the calendar put right where a finger slipped: “tommorow”, “wensday”; a day that is misread would be another day."""
import re

from rapidfuzz.distance import OSA

from assistant.planner.hearing import QUOTED, spelling

DAYS = ("tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "august", "september",
        "october", "november", "december")
WORD = re.compile(r"(?<![\w@.-])[a-z]{6,11}(?![\w@-])|^[A-Z][a-z]{5,10}(?![\w@-])")
LONG = 8                                        # letters from which two slips are forgiven


def days_spelt(text: str) -> str:
    """The text with slips in the words for days and months put right; what is quoted stays."""
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    return WORD.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in quoted) else _spelt(m[0]), text)


def _spelt(word: str) -> str:
    said = word.lower()
    if said in DAYS or said in spelling() or said.rstrip("s") in DAYS:
        return word
    near = [d for d in DAYS if d[0] == said[0] and OSA.distance(said, d) <= (2 if len(d) >= LONG else 1)]
    return near[0] if len(near) == 1 else word
