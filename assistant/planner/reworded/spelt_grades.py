"""Grades in words behind what they grade, in figures: “probability four, impact three”, “raise the probability to five”."""
from functools import cache
import re

from assistant.planner.words.plain import pattern
from language.numbers import read_number
from records.kinds import KINDS
from records.kinds.base import fields

WORD = r"(?P<n>zero|one|two|three|four|five|six|seven|eight|nine|ten)"
LINK = r"(?:\s*[:=]\s*|\s+(?:(?:is|of|to|at|now|should be|would be|be|as|by|with|just|only)\s+){0,2})"
NO_RUN = r"(?!\s+(?:or|and|to)\s+(?:\d|zero|one|two|three|four|five|six|seven|eight|nine|ten|more|less|higher|lower|above|below|over|under)\b)"
ENDS = (r"(?=\s*(?:[,.;!?)]|$)|\s+(?:and|or|but|with|on|out of|of five|for|because|as|please|"
        r"now|at|in|until|till|from)\b)(?!\s+of (?:the|them|these|those|our)\b)")


@cache
def _graded() -> re.Pattern[str]:
    """What is graded on a scale, in all kinds, with a grade in words behind it."""
    names = {name for kind in KINDS for f in fields(kind) if f.type is int and not f.refers and f.says.set_by == "person" for name in (f.label, *f.names)}
    said = "|".join(sorted((re.escape(n) for n in names if len(n) > 1), key=len, reverse=True))
    return pattern(rf"(?P<lead>\b(?:{said})(?:\s+(?:of|on|for)\s+\w[\w' -]{{0,60}}?(?=\s+(?:to|at|is)\b))?{LINK}){WORD}{NO_RUN}{ENDS}")


def spelt_grades(text: str) -> str:
    """The message with such grades in figures."""
    return _graded().sub(lambda m: f"{m['lead']}{read_number(m['n'].lower()):g}", text)
